package org.caisse.writers.document;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.caisse.domain.money.Currency;
import org.caisse.writers.file.CsvText;

/**
 * Writes a machine file whose last row adds up the others. The cells that are the same on every row
 * come right after the type of the row.
 */
final class TotalledWriter {

  private static final int DRAIN_BYTES = 64 * 1024;

  private final OutputStream out;
  private final TotalledLayout layout;
  private final Currency currency;
  private final List<String> everywhere;
  private final CsvText csv = CsvText.forMachines();
  private final long[] sums;
  private int column;
  private int rows;

  /**
   * @param everywhere values of the columns after {@code record} that all rows share
   */
  TotalledWriter(
      OutputStream out, TotalledLayout layout, Currency currency, List<String> everywhere) {
    this.out = out;
    this.layout = layout;
    this.currency = currency;
    this.everywhere = List.copyOf(everywhere);
    this.sums = new long[layout.columns().size()];
    layout.columns().forEach(csv::code);
    csv.endRow();
  }

  /** Begins a row that is added up. */
  TotalledWriter row(String type) {
    rows++;
    return begin(type);
  }

  /** Begins the opening row. */
  TotalledWriter head() {
    return begin(TotalledLayout.HEAD);
  }

  TotalledWriter text(String cell) {
    csv.text(cell);
    column++;
    return this;
  }

  TotalledWriter number(long cell) {
    csv.number(cell);
    add(cell);
    return this;
  }

  TotalledWriter amount(long minor) {
    csv.amount(minor, currency);
    add(minor);
    return this;
  }

  TotalledWriter empty(int cells) {
    csv.empty(cells);
    column += cells;
    return this;
  }

  /** Ends a row; the cells not given are empty. */
  void endRow() throws IOException {
    csv.empty(layout.columns().size() - column).endRow();
    if (csv.length() > DRAIN_BYTES) {
      csv.drainTo(out);
    }
  }

  /** Sum of a column so far: minor units or a count. */
  long sum(String name) {
    return sums[layout.columns().indexOf(name)];
  }

  /** Writes the total row and ends the file; the stream stays open. */
  void finish() throws IOException {
    begin(TotalledLayout.TOTAL);
    for (int i = column; i < layout.columns().size(); i++) {
      String name = layout.columns().get(i);
      if (layout.amounts().contains(name)) {
        csv.amount(sums[i], currency);
      } else if (layout.counts().contains(name)) {
        csv.number(sums[i]);
      } else if (name.equals(TotalledLayout.COUNT)) {
        csv.number(rows);
      } else {
        csv.empty(1);
      }
    }
    csv.endRow();
    csv.drainTo(out);
  }

  private TotalledWriter begin(String type) {
    csv.code(type);
    everywhere.forEach(csv::text);
    column = 1 + everywhere.size();
    return this;
  }

  private void add(long cell) {
    sums[column] = Math.addExact(sums[column], cell);
    column++;
  }
}
