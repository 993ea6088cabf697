package org.caisse.app.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Locale;

/** How a file of invoices is written. */
interface InvoiceForm extends AutoCloseable {

  /**
   * What a lot says of itself.
   *
   * @param total francs
   */
  record Lot(String provider, String number, YearMonth month, int invoices, long total) {}

  /** Opens a lot. */
  void lot(Lot lot) throws IOException;

  /** Opens an invoice. */
  void invoice(GeneratedInvoice invoice) throws IOException;

  /**
   * Writes a line.
   *
   * @return its number in the file
   */
  int line(ClaimText line) throws IOException;

  @Override
  void close() throws IOException;

  /** Caisse's own: heads and lines. */
  static InvoiceForm own(Path path) throws IOException {
    CsvFile file = new CsvFile(path);
    file.line(InvoiceFiles.header());
    return new InvoiceForm() {
      @Override
      public void lot(Lot lot) throws IOException {
        file.line(
            "B;%s;%s;;;;%s;%d;%d"
                    .formatted(
                        lot.provider(), lot.number(), lot.month(), lot.invoices(), lot.total())
                + ";".repeat(24));
      }

      @Override
      public void invoice(GeneratedInvoice invoice) throws IOException {
        file.line(
            String.format(
                    Locale.ROOT,
                    "I;;;%d;%d;%s;;;;%d;%d",
                    invoice.number(),
                    invoice.version(),
                    invoice.reimbursed() ? "reimbursement" : "",
                    invoice.saidLines(),
                    invoice.saidCharged())
                + ";".repeat(22));
      }

      @Override
      public int line(ClaimText line) throws IOException {
        file.line("L;;;;;;;;;;;" + line.canonical() + ";");
        return file.lines();
      }

      @Override
      public void close() throws IOException {
        file.close();
      }
    };
  }
}
