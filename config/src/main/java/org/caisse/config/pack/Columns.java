package org.caisse.config.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Aligned columns of text, as wide as their cells; the last one takes what is left of the line and
 * goes on below itself.
 */
final class Columns {

  private static final String INDENT = "  ";
  private static final String GAP = "  ";
  private static final int LEAST_LAST = 20;

  private final int width;
  private final Set<Integer> right;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * @param width of the line, in characters
   * @param right columns of numbers, from 0
   */
  Columns(int width, Set<Integer> right) {
    this.width = width;
    this.right = right;
  }

  /** Adds a row; all rows have the same number of cells. */
  void row(String... cells) {
    rows.add(List.of(cells));
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    int last = rows.getFirst().size() - 1;
    int[] widths = new int[last];
    int used = INDENT.length();
    for (int column = 0; column < last; column++) {
      for (List<String> row : rows) {
        widths[column] = Math.max(widths[column], length(row.get(column)));
      }
      used += widths[column] + GAP.length();
    }
    int rest = Math.max(LEAST_LAST, width - used);
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder(INDENT);
      for (int column = 0; column < last; column++) {
        pad(line, row.get(column), widths[column], right.contains(column));
        line.append(GAP);
      }
      for (String part : wrapped(row.get(last), rest)) {
        lines.add(line.append(part).toString().stripTrailing());
        line = new StringBuilder(" ".repeat(used));
      }
    }
    return lines;
  }

  private static void pad(StringBuilder line, String cell, int to, boolean right) {
    String space = " ".repeat(to - length(cell));
    line.append(right ? space : cell).append(right ? cell : space);
  }

  /**
   * The words of a text in lines; an address that is longer than a line is broken after a / or -.
   */
  static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (line.isEmpty() || length(line.toString()) + 1 + length(word) <= width) {
        line.append(line.isEmpty() ? "" : " ");
      } else {
        lines.add(line.toString());
        line.setLength(0);
      }
      for (String part :
          length(word) <= width ? new String[] {word} : word.split("(?<=[/-])", -1)) {
        if (!line.isEmpty() && length(line.toString()) + length(part) > width) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(part);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
