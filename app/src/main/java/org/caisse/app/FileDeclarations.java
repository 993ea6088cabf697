package org.caisse.app;

import java.io.PrintWriter;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.caisse.config.text.Amounts;
import org.caisse.config.text.Messages;
import org.caisse.domain.reject.RejectCode;

/** The declarations of a file, on its page: verdict, control totals, and where they are posted. */
final class FileDeclarations {

  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");

  private final PrintWriter out;
  private final Messages texts;
  private final Amounts amounts;

  FileDeclarations(PrintWriter out, Messages texts, Amounts amounts) {
    this.out = out;
    this.texts = texts;
    this.amounts = amounts;
  }

  /**
   * @param most so many are listed
   * @param found whether the totals of the headers are what was found, for want of others
   */
  void print(List<Map<String, Object>> declarations, int most, boolean found) {
    if (declarations.isEmpty()) {
      return;
    }
    out.println(texts.get("page.declarations"));
    FilePage.wrapped(
        out,
        "  ",
        texts.get(
            "page.declarations.of",
            amounts.count(declarations.size()),
            count(declarations, "FILED"),
            count(declarations, "REFUSED"),
            count(declarations, "REPEATED")));
    List<String> months =
        declarations.stream().map(row -> FilePage.text(row, "period")).distinct().toList();
    boolean oneMonth = months.size() == 1 && !months.getFirst().isEmpty();
    if (oneMonth) {
      out.println(
          "  "
              + texts.get(
                  "page.declarations.month", amounts.month(YearMonth.parse(months.getFirst()))));
    }
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Map<String, Object> declaration :
        declarations.subList(0, Math.min(most, declarations.size()))) {
      rows.add(row(declaration, !oneMonth, found));
    }
    TextTable.print(out, rows);
    if (declarations.size() > most) {
      out.println(
          "   " + texts.get("page.declarations.more", amounts.count(declarations.size() - most)));
    }
    FilePage.wrapped(out, "  ", texts.get("page.control"));
  }

  private String count(List<Map<String, Object>> declarations, String verdict) {
    return amounts.count(
        declarations.stream().filter(row -> verdict.equals(row.get("verdict"))).count());
  }

  private Map<String, Object> row(Map<String, Object> declaration, boolean month, boolean found) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put(texts.get("column.line"), amounts.count(FilePage.number(declaration, "line")));
    row.put(texts.get("column.employer"), declaration.get("employer"));
    if (month) {
      row.put(texts.get("column.month"), declaration.get("period"));
    }
    Object kind = declaration.get("kind");
    row.put(texts.get("column.kind"), kind == null ? "" : texts.get("short." + kind));
    row.put(texts.get("column.sequence"), FilePage.text(declaration, "sequence"));
    Object code = declaration.get("code");
    row.put(
        texts.get("column.verdict"),
        texts.get("verdict." + declaration.get("verdict")) + (code == null ? "" : " " + code));
    row.put(texts.get("column.control"), control(declaration, found));
    row.put(texts.get("column.lines"), amounts.count(FilePage.number(declaration, "lines")));
    row.put(texts.get("column.refused"), amounts.count(FilePage.number(declaration, "rejected")));
    row.put(
        texts.get("column.pay"),
        amounts.number(FilePage.number(declaration, "accepted_gross_minor")));
    row.put(texts.get("column.books"), FilePage.text(declaration, "in_books_by"));
    return row;
  }

  private String control(Map<String, Object> declaration, boolean found) {
    Object code = declaration.get("code");
    if (code == null) {
      return texts.get(
          found
              ? "control.none"
              : FilePage.number(declaration, "unreadable_amounts") > 0
                  ? "control.atmost"
                  : "control.agrees");
    }
    String said = FilePage.text(declaration, "control");
    return switch (RejectCode.ofNumber(((Number) code).intValue())) {
      case COUNT_MISMATCH -> texts.get("control.said", shown(said, false));
      case GROSS_MISMATCH -> texts.get("control.said", shown(said, true));
      case HASH_TOTAL_MISMATCH, TOTAL_MISMATCH -> texts.get("control.said", said);
      default -> texts.get("control.none");
    };
  }

  private String shown(String said, boolean money) {
    if (!WHOLE.matcher(said).matches()) {
      return said;
    }
    long value = Long.parseLong(said);
    return money ? amounts.number(value) : amounts.count(value);
  }
}
