package org.caisse.app.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import org.caisse.domain.reject.RejectCode;

/** Writes one file of invoices, and the truth about each of its lines. */
final class InvoiceText implements AutoCloseable {

  private final CsvFile file;
  private final ClaimTruth truth;
  private String name;
  private int lines;
  private int rejected;
  private int repeated;
  private long charged;
  private long accepted;

  InvoiceText(Path path, ClaimTruth truth) throws IOException {
    this.file = new CsvFile(path);
    this.truth = truth;
  }

  void begin(String fileName) throws IOException {
    name = fileName;
    file.line(InvoiceFiles.header());
  }

  void lot(String provider, int lot, YearMonth month, int invoices, long total) throws IOException {
    file.line(
        "B;%s;L%d;;;;%s;%d;%d".formatted(provider, lot, month, invoices, total) + ";".repeat(24));
  }

  /**
   * @param whole why all of it is refused, or null
   * @param again whether it is filed already
   */
  void invoice(GeneratedInvoice invoice, RejectCode whole, boolean again) throws IOException {
    file.line(
        "I;;;%d;%d;;;;;%d;%d"
                .formatted(
                    invoice.number(), invoice.version(), invoice.saidLines(), invoice.saidCharged())
            + ";".repeat(22));
    for (ClaimLine line : invoice.lines()) {
      file.line("L;;;;;;;;;;;" + line.care() + ";");
      lines++;
      charged += line.charged();
      RejectCode code = whole != null ? whole : line.wrong() == null ? null : line.wrong().code();
      if (again) {
        repeated++;
      } else if (code != null) {
        rejected++;
        truth.rejected(name, file.lines(), code);
      } else {
        accepted += line.charged();
        if (!line.mess().isEmpty()) {
          truth.mess(name, file.lines(), line.mess());
        }
      }
    }
  }

  void end() throws IOException {
    truth.file(name, lines, lines - rejected - repeated, rejected, repeated, charged, accepted);
  }

  int lines() {
    return lines;
  }

  int rejected() {
    return rejected;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
