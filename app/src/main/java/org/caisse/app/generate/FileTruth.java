package org.caisse.app.generate;

import java.io.IOException;

/** The truth about one declaration file while it is written: what is filed, refused, accepted. */
final class FileTruth {

  private final Fund fund;
  private final String path;
  private final CsvFile rejects;
  private final Occurrences occurrences;
  private int declarations;
  private int filed;
  private int refused;
  private int repeated;
  private int personLines;
  private int accepted;
  private int rejected;
  private long acceptedMinor;

  /**
   * @param path below the fund's folder
   * @param rejects where the truth about refused lines goes
   */
  FileTruth(Fund fund, String path, CsvFile rejects, Occurrences occurrences) {
    this.fund = fund;
    this.path = path;
    this.rejects = rejects;
    this.occurrences = occurrences;
  }

  /**
   * A declaration of the file.
   *
   * @param line number of the line that opens it
   */
  Tally declaration(Declaration declaration, int line) throws IOException {
    Tally tally = fund.tally(declaration);
    declarations++;
    personLines += tally.lines();
    if (declaration.wrong() != null) {
      refused++;
      rejected += tally.lines();
      occurrences.count(declaration.wrong());
      reject(declaration.wrong().name(), line);
    } else if (declaration.repeated()) {
      repeated++;
    } else {
      filed++;
      accepted += tally.accepted();
      rejected += tally.lines() - tally.accepted();
      acceptedMinor += tally.acceptedMinor();
    }
    return tally;
  }

  /** A line of a person. */
  void line(PayLine payLine, int line) throws IOException {
    if (payLine.wrong() != null) {
      occurrences.count(payLine.wrong());
      reject(payLine.wrong().name(), line);
    }
  }

  private void reject(String code, int line) throws IOException {
    rejects.put(path).next().put(line).next().put(code).endLine();
  }

  /** The row of {@code truth/files.csv}. */
  void describe(CsvFile about, int lines, int blank) throws IOException {
    about.put(path).next().put(lines).next().put(blank).next().put(declarations).next();
    about.put(filed).next().put(refused).next().put(repeated).next();
    about.put(accepted).next().put(rejected).next().put(acceptedMinor).endLine();
  }

  int declarations() {
    return declarations;
  }

  int personLines() {
    return personLines;
  }
}
