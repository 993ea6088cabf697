package org.caisse.app.generate;

import java.io.IOException;

/** One declaration file being written, with the truth about it. */
final class DeclarationFile implements AutoCloseable {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Fund fund;
  private final LineText text;
  private final String path;
  private final CsvFile csv;
  private final CsvFile rejects;
  private final Occurrences occurrences;
  private int blank;
  private int declarations;
  private int filed;
  private int refused;
  private int repeated;
  private int personLines;
  private int accepted;
  private int rejected;
  private long acceptedMinor;

  /**
   * @param path below the fund's folder, as the truth names it
   * @param mark whether it starts with a byte order mark
   * @param rejects where the truth about refused lines goes
   */
  DeclarationFile(
      Fund fund,
      LineText text,
      String path,
      CsvFile csv,
      boolean mark,
      CsvFile rejects,
      Occurrences occurrences)
      throws IOException {
    this.fund = fund;
    this.text = text;
    this.path = path;
    this.csv = csv;
    this.rejects = rejects;
    this.occurrences = occurrences;
    if (mark) {
      csv.put(BYTE_ORDER_MARK);
    }
    csv.line(LineText.COLUMNS);
  }

  void write(Declaration declaration) throws IOException {
    Tally tally = fund.tally(declaration);
    declarations++;
    personLines += tally.lines();
    text.header(csv, declaration, tally);
    if (declaration.wrong() != null) {
      refused++;
      rejected += tally.lines();
      occurrences.count(declaration.wrong());
      reject(declaration.wrong().name());
    } else if (declaration.repeated()) {
      repeated++;
    } else {
      filed++;
      accepted += tally.accepted();
      rejected += tally.lines() - tally.accepted();
      acceptedMinor += tally.acceptedMinor();
    }
    fund.payroll().forEach(declaration, line -> line(declaration, line));
  }

  private void line(Declaration declaration, PayLine line) throws IOException {
    text.line(csv, declaration, line);
    if (line.wrong() != null) {
      occurrences.count(line.wrong());
      reject(line.wrong().name());
    }
  }

  /** Names the line that was just written. */
  private void reject(String code) throws IOException {
    rejects.put(path).next().put(csv.lines()).next().put(code).endLine();
  }

  void blank() throws IOException {
    csv.endLine();
    blank++;
  }

  /** The row of {@code truth/files.csv}. */
  void describe(CsvFile about) throws IOException {
    about.put(path).next().put(csv.lines()).next().put(blank).next().put(declarations).next();
    about.put(filed).next().put(refused).next().put(repeated).next();
    about.put(accepted).next().put(rejected).next().put(acceptedMinor).endLine();
  }

  int declarations() {
    return declarations;
  }

  int personLines() {
    return personLines;
  }

  long bytes() {
    return csv.bytes();
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
