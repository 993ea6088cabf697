package org.caisse.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Rows as aligned columns: numbers to the right, text to the left. */
final class TextTable {

  private static final Pattern AMOUNT = Pattern.compile("-?[0-9][0-9 .,\u00a0\u202f]*");

  private TextTable() {}

  /** Columns of the longest line. */
  static int width(List<Map<String, Object>> rows) {
    StringWriter printed = new StringWriter();
    print(new PrintWriter(printed), rows);
    return printed.toString().lines().mapToInt(String::length).max().orElse(0);
  }

  static void print(PrintWriter out, List<Map<String, Object>> rows) {
    List<String> names = new ArrayList<>(rows.getFirst().keySet());
    int[] widths = new int[names.size()];
    boolean[] right = new boolean[names.size()];
    for (int i = 0; i < names.size(); i++) {
      widths[i] = names.get(i).length();
      for (Map<String, Object> row : rows) {
        Object value = row.get(names.get(i));
        widths[i] = Math.max(widths[i], text(value).length());
        right[i] |= value instanceof Number || AMOUNT.matcher(text(value)).matches();
      }
    }
    StringBuilder head = new StringBuilder("   ");
    for (int i = 0; i < names.size(); i++) {
      cell(head, names.get(i), widths[i], right[i]);
    }
    out.println(head.toString().stripTrailing());
    for (Map<String, Object> row : rows) {
      StringBuilder line = new StringBuilder("   ");
      for (int i = 0; i < names.size(); i++) {
        cell(line, text(row.get(names.get(i))), widths[i], right[i]);
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private static void cell(StringBuilder line, String text, int width, boolean right) {
    String padding = " ".repeat(width - text.length());
    line.append(' ').append(right ? padding + text : text + padding).append(' ');
  }

  private static String text(Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof Number number
        ? String.format(Locale.ROOT, "%,d", number.longValue())
        : value.toString();
  }
}
