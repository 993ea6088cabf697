package org.caisse.readers.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.caisse.config.text.Language;
import org.caisse.config.text.RejectText;
import org.caisse.domain.contribution.DeclarationRecord;
import org.caisse.domain.contribution.EmployerFacts;
import org.caisse.domain.money.Currency;
import org.caisse.domain.reject.Reject;
import org.caisse.readers.declaration.DeclarationBlock;
import org.caisse.readers.declaration.DeclarationReader;
import org.caisse.readers.line.Position;
import org.caisse.readers.registry.RegistrySnapshot;

/** Reads canonical declarations and words everything that is said about them. */
final class Judging {

  private static final RejectText FRENCH = new RejectText(Language.FR, Currency.XOF);
  private static final RejectText ENGLISH = new RejectText(Language.EN, Currency.XOF);
  private static final int MOST_WORDED = 40;

  private static final RegistrySnapshot REGISTRY = registry();

  private Judging() {}

  /** The records of a file and how many blank lines it has. */
  record Read(List<DeclarationRecord> records, int blankLines) {}

  /** Reads a canonical file in blocks of some size. */
  static Read read(Path file, int linesPerBlock) throws IOException {
    List<DeclarationRecord> records = new ArrayList<>();
    int blank = 0;
    try (DeclarationReader reader =
        new DeclarationReader(file, Position.START, linesPerBlock, REGISTRY, Currency.XOF)) {
      DeclarationBlock block;
      while ((block = reader.read()) != null) {
        records.addAll(block.records());
        blank += block.blankLines();
      }
    }
    return new Read(records, blank);
  }

  /** Words the first of the problems of records. */
  static void word(List<DeclarationRecord> records) {
    records.stream()
        .map(Judging::problem)
        .filter(p -> p != null)
        .limit(MOST_WORDED)
        .forEach(Judging::word);
  }

  /** Whatever is refused can be said to people. */
  static void word(Reject reject) {
    for (RejectText text : List.of(FRENCH, ENGLISH)) {
      assertThat(text.what(reject)).as("what of %s", reject).isNotBlank();
      assertThat(text.todo(reject)).as("todo of %s", reject).isNotBlank();
    }
  }

  private static Reject problem(DeclarationRecord record) {
    return switch (record) {
      case DeclarationRecord.Header header -> header.problem();
      case DeclarationRecord.Line line -> line.problem();
      case DeclarationRecord.Unreadable unreadable -> unreadable.problem();
    };
  }

  private static RegistrySnapshot registry() {
    EmployerFacts employer =
        new EmployerFacts(1, "E000001", "salaried_private", "CNSS", LocalDate.of(2020, 1, 1), null);
    return new RegistrySnapshot.Builder()
        .addEmployer(employer.validFrom(), employer)
        .addPerson("P00000017", 1, 0, 30_000)
        .addPerson("P00000018", 2, 0, 30_000)
        .build();
  }
}
