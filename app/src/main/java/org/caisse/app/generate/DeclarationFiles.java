package org.caisse.app.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Writes the declaration files, one folder per day of receipt, and the truth about each file beside
 * them: {@code truth/files.csv}, {@code rejects.csv} and {@code rates.csv}.
 */
final class DeclarationFiles {

  private static final String FILES_COLUMNS =
      "path;lines;blank;declarations;filed;refused;repeated;accepted_lines;rejected_lines;accepted_gross";

  private final Fund fund;
  private final Path out;
  private final LineText text;
  private final Shuffle order;
  private final Occurrences occurrences = new Occurrences();
  private int files;
  private long declarations;
  private long lines;
  private long bytes;

  DeclarationFiles(Fund fund, Path out) {
    this.fund = fund;
    this.out = out;
    this.text = new LineText(fund);
    this.order = Shuffle.of(Draw.EMPLOYER_ORDER, fund.options().seed(), fund.employers().count());
  }

  void write() throws IOException {
    Path truth = out.resolve("truth");
    Files.createDirectory(out.resolve("declarations"));
    try (CsvFile about = new CsvFile(truth.resolve("files.csv"));
        CsvFile rejects = new CsvFile(truth.resolve("rejects.csv"))) {
      about.line(FILES_COLUMNS);
      rejects.line("path;line;code");
      for (int receipt = 0; receipt < fund.month().receipts().size(); receipt++) {
        LocalDate day = fund.month().receipts().get(receipt);
        Files.createDirectory(out.resolve("declarations").resolve(day.toString()));
        receipt(about, rejects, receipt, "declarations/" + day + '/');
      }
    }
    occurrences.write(truth.resolve("rates.csv"), fund.options().errorPercent());
  }

  private void receipt(CsvFile about, CsvFile rejects, int receipt, String folder)
      throws IOException {
    String end = "-" + fund.month().month() + (receipt == 0 ? "" : "-late") + ".csv";
    if (fund.options().singleFile()) {
      bulk(about, rejects, new Target(folder + "all" + end, receipt, false), e -> true);
      return;
    }
    for (Body body : new Body[] {Body.CARFO, Body.CNSS}) {
      String path = folder + body.name().toLowerCase(Locale.ROOT) + end;
      boolean crlf = body == Body.CARFO;
      bulk(about, rejects, new Target(path, receipt, crlf), e -> bulkOf(body, e));
    }
    bulk(about, rejects, new Target(folder + "etat" + end, receipt, false), e -> e == 0);
    if (receipt == 0) {
      singles(about, rejects, folder);
    }
  }

  private boolean bulkOf(Body body, int e) {
    return e != 0
        && fund.employers().sort(e).body() == body
        && fund.declarations().conduct(e) != Conduct.SINGLE_FILE;
  }

  /** A file to write: where, for which receipt, with which line ends. */
  private record Target(String path, int receipt, boolean crlf) {}

  private void bulk(CsvFile about, CsvFile rejects, Target target, Predicate<Integer> whose)
      throws IOException {
    DeclarationFile file = null;
    try {
      for (int place = 0; place < order.size(); place++) {
        int e = order.at(place);
        Declaration declaration =
            whose.test(e) ? fund.declarations().at(fund.employers(), e, target.receipt()) : null;
        if (declaration == null) {
          continue;
        }
        if (file == null) {
          file = open(target, rejects);
        }
        file.write(declaration);
      }
    } finally {
      if (file != null) {
        close(file, about);
      }
    }
  }

  /** Employers that send their own file, some as spreadsheets on Windows save it. */
  private void singles(CsvFile about, CsvFile rejects, String folder) throws IOException {
    int style = 0;
    for (int number = 1; number <= fund.employers().count(); number++) {
      int e = fund.employers().ofNumber(number);
      if (fund.declarations().conduct(e) != Conduct.SINGLE_FILE) {
        continue;
      }
      String path = folder + "E%06d-%s.csv".formatted(number, fund.month().month());
      boolean windows = style % 4 == 1;
      DeclarationFile file = open(new Target(path, 0, windows), rejects);
      try {
        file.write(fund.declarations().at(fund.employers(), e, 0));
        if (style % 4 == 2) {
          file.blank();
        }
      } finally {
        close(file, about);
      }
      style++;
    }
  }

  private DeclarationFile open(Target target, CsvFile rejects) throws IOException {
    boolean mark = target.crlf() && target.path().contains("/E");
    CsvFile csv = new CsvFile(out.resolve(target.path()), target.crlf());
    return new DeclarationFile(fund, text, target.path(), csv, mark, rejects, occurrences);
  }

  private void close(DeclarationFile file, CsvFile about) throws IOException {
    file.close();
    file.describe(about);
    files++;
    declarations += file.declarations();
    lines += file.personLines();
    bytes += file.bytes();
  }

  int files() {
    return files;
  }

  long declarations() {
    return declarations;
  }

  /** Lines of persons. */
  long lines() {
    return lines;
  }

  long bytes() {
    return bytes;
  }

  long rejectRows() {
    return occurrences.total();
  }
}
