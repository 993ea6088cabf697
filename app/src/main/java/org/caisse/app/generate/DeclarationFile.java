package org.caisse.app.generate;

import java.io.IOException;

/** One declaration file in Caisse's own format being written, with the truth about it. */
final class DeclarationFile implements AutoCloseable {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Fund fund;
  private final LineText text;
  private final CsvFile csv;
  private final FileTruth truth;
  private final RefusedLines refused;
  private int blank;

  /**
   * @param mark whether it starts with a byte order mark
   * @param refused where lines are noted that come back corrected
   */
  DeclarationFile(
      Fund fund, LineText text, CsvFile csv, boolean mark, FileTruth truth, RefusedLines refused)
      throws IOException {
    this.fund = fund;
    this.text = text;
    this.csv = csv;
    this.truth = truth;
    this.refused = refused;
    if (mark) {
      csv.put(BYTE_ORDER_MARK);
    }
    csv.line(LineText.COLUMNS);
  }

  void write(Declaration declaration) throws IOException {
    Tally tally = truth.declaration(declaration, csv.lines() + 1);
    text.header(csv, declaration, tally);
    fund.payroll().forEach(declaration, line -> line(declaration, line));
  }

  private void line(Declaration declaration, PayLine line) throws IOException {
    text.line(csv, declaration, line);
    truth.line(line, csv.lines());
    refused.note(declaration, line, csv.lines());
  }

  void blank() throws IOException {
    csv.endLine();
    blank++;
  }

  /** The row of {@code truth/files.csv}. */
  void describe(CsvFile about) throws IOException {
    truth.describe(about, csv.lines(), blank);
  }

  FileTruth truth() {
    return truth;
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
