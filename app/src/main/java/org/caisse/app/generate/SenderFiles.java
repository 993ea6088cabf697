package org.caisse.app.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Writes what comes in other forms than Caisse's own: declarations of senders with forms of their
 * own, their mappings, and the corrected reject file.
 */
final class SenderFiles {

  private final Fund fund;
  private final Path out;
  private final LineText text;
  private final RefusedLines refused;
  private final Occurrences occurrences;

  SenderFiles(Fund fund, Path out, LineText text, RefusedLines refused, Occurrences occurrences) {
    this.fund = fund;
    this.out = out;
    this.text = text;
    this.refused = refused;
    this.occurrences = occurrences;
  }

  /** What is told of each file that was written. */
  interface Written {
    void file(FileTruth truth, Path path) throws IOException;
  }

  /** Each sender with a form of its own, the forms in turn. */
  void foreign(CsvFile about, CsvFile rejects, String folder, Written written) throws IOException {
    SenderForm[] forms = SenderForm.values();
    int count = 0;
    for (int number = 1; number <= fund.employers().count(); number++) {
      int e = fund.employers().ofNumber(number);
      if (fund.declarations().conduct(e) == Conduct.FOREIGN) {
        foreign(about, rejects, folder, e, forms[count++ % forms.length], written);
      }
    }
  }

  private void foreign(
      CsvFile about, CsvFile rejects, String folder, int e, SenderForm form, Written written)
      throws IOException {
    String employer = LineText.employer(fund.employers().number(e));
    String name = form.fileName(employer, fund.month());
    Path path = out.resolve(folder + name);
    FileTruth truth = new FileTruth(fund, folder + name, rejects, occurrences);
    refused.in(name);
    try (RowWriter rows =
        form.isWorkbook()
            ? new RowWorkbook(path)
            : new RowText(path, form.separator(), form.encoding(), form.amounts())) {
      Declaration declaration = fund.declarations().at(fund.employers(), e, 0);
      new ForeignFile(fund, text, form, declaration, rows, truth, refused).write(about);
    }
    String mapping = form.mapping(employer);
    if (mapping != null) {
      Path senders = Files.createDirectories(out.resolve("senders"));
      Files.writeString(senders.resolve(employer.toLowerCase(Locale.ROOT) + ".yaml"), mapping);
    }
    written.file(truth, path);
  }

  /** The lines of all who correct, in the order of their numbers. */
  void corrected(CsvFile about, CsvFile rejects, String folder, Written written)
      throws IOException {
    Path path = out.resolve(folder + ReturnedRejects.name());
    FileTruth truth = new FileTruth(fund, folder + ReturnedRejects.name(), rejects, occurrences);
    ReturnedRejects form = new ReturnedRejects(fund, text, refused);
    try (RowWriter rows = new RowText(path, ";", StandardCharsets.UTF_8, RowText.Amounts.PLAIN)) {
      form.titles(rows);
      for (int number = 1; number <= fund.employers().count(); number++) {
        int e = fund.employers().ofNumber(number);
        Declaration sent = fund.declarations().at(fund.employers(), e, 1);
        if (sent != null && sent.kind() == Declaration.Kind.CORRECTION) {
          truth.declaration(sent, rows.rows() + 1);
          fund.payroll().forEach(sent, line -> truth.line(line, form.line(rows, line)));
        }
      }
      truth.describe(about, rows.rows(), 0);
    }
    written.file(truth, path);
  }
}
