package org.caisse.writers.document;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.caisse.config.text.Messages;
import org.caisse.writers.file.CsvText;

/** The employers that were to declare a month and did not: a CSV for the people who call them. */
public final class MissingFile implements MissingForm {

  private static final int DRAIN_BYTES = 64 * 1024;

  private static final List<String> COLUMNS =
      List.of("label.period", "label.employer.no", "label.name", "label.ogd", "missing.since");

  private final OutputStream out;
  private final String mark;
  private final String period;
  private final CsvText csv;
  private int rows;

  /**
   * @param out receives the file; closed by the caller
   * @param letterhead of the fund
   * @param periodStart first day of the month
   */
  public MissingFile(OutputStream out, Letterhead letterhead, LocalDate periodStart) {
    Messages messages = letterhead.messages();
    this.out = out;
    this.mark = letterhead.markText();
    this.period = Months.code(periodStart);
    this.csv = letterhead.csv();
    COLUMNS.forEach(column -> csv.text(messages.get(column)));
    endRow();
  }

  @Override
  public void append(String employerNo, String name, String ogd, LocalDate since)
      throws IOException {
    csv.code(period).text(employerNo).text(name).text(ogd).code(since.toString());
    endRow();
    rows++;
    if (csv.length() > DRAIN_BYTES) {
      csv.drainTo(out);
    }
  }

  /** Number of employers so far. */
  public int rows() {
    return rows;
  }

  /** Ends the file; the stream stays open. */
  @Override
  public void finish() throws IOException {
    csv.drainTo(out);
  }

  private void endRow() {
    if (!mark.isEmpty()) {
      csv.text(mark);
    }
    csv.endRow();
  }
}
