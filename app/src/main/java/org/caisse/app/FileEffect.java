package org.caisse.app;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.caisse.config.text.Amounts;
import org.caisse.config.text.Messages;

/** The effect of a file in the books, on its page. */
final class FileEffect {

  private final PrintWriter out;
  private final Messages texts;
  private final Messages documents;
  private final Amounts amounts;

  FileEffect(PrintWriter out, Messages texts, Messages documents, Amounts amounts) {
    this.out = out;
    this.texts = texts;
    this.documents = documents;
    this.amounts = amounts;
  }

  void print(Map<String, Object> page) {
    List<Map<String, Object>> effect = FileView.parts(page, "effect");
    boolean declared = "declarations".equals(page.get("kind"));
    out.println(texts.get("page.effect"));
    if (effect.isEmpty()) {
      boolean invoices = "invoices".equals(page.get("kind"));
      FilePage.wrapped(
          out, "  ", texts.get(invoices ? "page.effect.invoices" : "page.effect.none"));
      return;
    }
    if (!declared) {
      FilePage.wrapped(out, "  ", texts.get("page.effect.registry"));
    }
    for (Map<String, Object> step : effect) {
      step(step);
    }
    if (declared) {
      stands(FileView.parts(page, "stands"));
    }
  }

  private void step(Map<String, Object> step) {
    String status =
        "COMPLETED".equals(step.get("status")) ? "" : ", " + texts.get("effect.unfinished");
    out.println(
        "  "
            + texts.get(
                "effect.run",
                step.get("run_id"),
                step.get("run"),
                amounts.date(LocalDate.parse(FilePage.text(step, "day"))))
            + status);
    Object many = step.containsKey("persons") ? step.get("persons") : step.get("employers");
    List<Map<String, Object>> moved = FileView.parts(step, "amounts");
    boolean instead =
        "BEGAN".equals(step.get("what"))
            && moved.stream().anyMatch(row -> FilePage.number(row, "reversed_minor") > 0);
    FilePage.wrapped(
        out,
        "    ",
        texts.get(
                "effect." + step.get("what"),
                step.get("period"),
                amounts.count(((Number) many).longValue()))
            + (instead ? " " + texts.get("effect.instead") : ""));
    if (moved.isEmpty()) {
      out.println("    " + texts.get("effect.nothing"));
    } else {
      TextTable.print(out, table(moved));
    }
    List<Map<String, Object>> ranges = FileView.parts(step, "documents");
    if (!ranges.isEmpty()) {
      FilePage.wrapped(
          out,
          "    ",
          texts.get("effect.documents", series(ranges).stream().collect(Collectors.joining(", "))));
    }
  }

  private List<Map<String, Object>> table(List<Map<String, Object>> moved) {
    List<Map<String, Object>> table = new ArrayList<>();
    long posted = 0;
    long reversed = 0;
    for (Map<String, Object> row : moved) {
      long in = FilePage.number(row, "posted_minor");
      long back = FilePage.number(row, "reversed_minor");
      posted += in;
      reversed += back;
      table.add(
          amountsOf(
              documents.get("component." + row.get("component")),
              documents.get("payer." + row.get("payer")),
              in,
              back));
    }
    table.add(amountsOf(texts.get("effect.total"), "", posted, reversed));
    return table;
  }

  private Map<String, Object> amountsOf(
      String component, String payer, long posted, long reversed) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put(texts.get("effect.component"), component);
    row.put(texts.get("effect.payer"), payer);
    row.put(texts.get("effect.posted"), amounts.number(posted));
    row.put(texts.get("effect.reversed"), amounts.number(reversed));
    row.put(texts.get("effect.net"), amounts.number(posted - reversed));
    return row;
  }

  /**
   * One text a series: its first and its last number and how many; numbers between may be others'.
   */
  private List<String> series(List<Map<String, Object>> ranges) {
    Map<String, List<Map<String, Object>>> bySeries =
        ranges.stream()
            .collect(
                Collectors.groupingBy(
                    range -> FilePage.text(range, "first").replaceFirst("-.*", ""),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<String> shown = new ArrayList<>();
    for (List<Map<String, Object>> one : bySeries.values()) {
      long many = one.stream().mapToLong(range -> FilePage.number(range, "documents")).sum();
      String first = FilePage.text(one.getFirst(), "first");
      shown.add(
          many == 1
              ? first
              : texts.get(
                  "effect.range",
                  first,
                  FilePage.text(one.getLast(), "last"),
                  amounts.count(many)));
    }
    return shown;
  }

  private void stands(List<Map<String, Object>> stands) {
    if (stands.isEmpty()) {
      out.println("  " + texts.get("page.stands.none"));
      return;
    }
    out.println("  " + texts.get("page.stands"));
    List<Map<String, Object>> table = new ArrayList<>();
    long total = 0;
    for (Map<String, Object> row : stands) {
      total += FilePage.number(row, "amount_minor");
      table.add(
          stand(
              FilePage.text(row, "period"),
              documents.get("component." + row.get("component")),
              documents.get("payer." + row.get("payer")),
              FilePage.number(row, "amount_minor")));
    }
    table.add(stand(texts.get("effect.total"), "", "", total));
    TextTable.print(out, table);
  }

  private Map<String, Object> stand(String month, String component, String payer, long minor) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put(texts.get("column.month"), month);
    row.put(texts.get("effect.component"), component);
    row.put(texts.get("effect.payer"), payer);
    row.put(texts.get("stands.amount"), amounts.number(minor));
    return row;
  }
}
