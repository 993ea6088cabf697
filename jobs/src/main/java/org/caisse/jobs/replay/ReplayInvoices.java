package org.caisse.jobs.replay;

import java.util.function.Consumer;
import org.caisse.domain.invoice.ClaimLineRow;
import org.caisse.domain.invoice.InvoiceRow;
import org.caisse.domain.invoice.LotRow;

/** Judges again an intake of invoices by its own archive: lots, invoices and lines. */
final class ReplayInvoices {

  private final ArchivedRun run;
  private final Done done;
  private final ReplayedPart result = new ReplayedPart();

  private ReplayInvoices(ArchivedRun run, Done done) {
    this.run = run;
    this.done = done;
  }

  static ReplayedPart of(ArchivedRun run, Done done) {
    return new ReplayInvoices(run, done).judge();
  }

  private ReplayedPart judge() {
    each(
        "lots",
        LotRow.class,
        row -> result.differences.compare("lot " + row.lotId(), row, row.judged()));
    invoices("invoices");
    lines("lines");
    invoices("invoice-corrections");
    lines("line-corrections");
    return result;
  }

  private void invoices(String name) {
    each(
        name,
        InvoiceRow.class,
        row -> {
          result.declarations++;
          result.differences.compare("invoice " + row.invoiceId(), row, row.judged());
        });
  }

  private void lines(String name) {
    each(
        name,
        ClaimLineRow.class,
        row -> {
          result.lines++;
          result.differences.compare("line " + row.lineId(), row, row.judged());
        });
  }

  private <R extends Record> void each(String name, Class<R> type, Consumer<R> again) {
    try (ArchivedRows<R> rows =
        new ArchivedRows<>(run, run.files(name), type, result.differences, done)) {
      for (R row = rows.take(); row != null; row = rows.take()) {
        again.accept(row);
      }
      result.whole &= rows.whole();
    }
  }
}
