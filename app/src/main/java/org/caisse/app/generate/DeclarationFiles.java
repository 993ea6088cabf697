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
  private final RefusedLines refused = new RefusedLines();
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
    for (Body body : new Body[] {Body.PUBLIC, Body.PRIVATE}) {
      String path = folder + body.code(fund.options().scheme()).toLowerCase(Locale.ROOT) + end;
      boolean crlf = body == Body.PUBLIC;
      bulk(about, rejects, new Target(path, receipt, crlf), e -> bulkOf(body, e));
    }
    bulk(about, rejects, new Target(folder + "etat" + end, receipt, false), e -> e == 0);
    if (receipt == 0) {
      singles(about, rejects, folder);
    }
    if (fund.options().messPercent() > 0) {
      senders(about, rejects, receipt, folder);
    }
  }

  private boolean bulkOf(Body body, int e) {
    Conduct conduct = fund.declarations().conduct(e);
    return e != 0
        && fund.employers().sort(e).body() == body
        && conduct != Conduct.SINGLE_FILE
        && conduct != Conduct.FOREIGN;
  }

  private void senders(CsvFile about, CsvFile rejects, int receipt, String folder)
      throws IOException {
    SenderFiles senders = new SenderFiles(fund, out, text, refused, occurrences);
    if (receipt == 0) {
      senders.foreign(about, rejects, folder, this::count);
    } else if (receipt == 1) {
      senders.corrected(about, rejects, folder, this::count);
    }
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
        if (declaration == null || declaration.kind() == Declaration.Kind.CORRECTION) {
          continue;
        }
        if (file == null) {
          file = open(target, rejects);
        }
        file.write(declaration);
      }
    } finally {
      if (file != null) {
        close(file, target, about);
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
      Target target = new Target(path, 0, windows);
      DeclarationFile file = open(target, rejects);
      try {
        file.write(fund.declarations().at(fund.employers(), e, 0));
        if (style % 4 == 2) {
          file.blank();
        }
      } finally {
        close(file, target, about);
      }
      style++;
    }
  }

  private DeclarationFile open(Target target, CsvFile rejects) throws IOException {
    boolean mark = target.crlf() && target.path().contains("/E");
    CsvFile csv = new CsvFile(out.resolve(target.path()), target.crlf());
    refused.in(Path.of(target.path()).getFileName().toString());
    FileTruth truth = new FileTruth(fund, target.path(), rejects, occurrences);
    return new DeclarationFile(fund, text, csv, mark, truth, refused);
  }

  private void close(DeclarationFile file, Target target, CsvFile about) throws IOException {
    file.close();
    file.describe(about);
    count(file.truth(), out.resolve(target.path()));
  }

  private void count(FileTruth truth, Path path) throws IOException {
    files++;
    declarations += truth.declarations();
    lines += truth.personLines();
    bytes += Files.size(path);
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
