package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.declaration.DeclarationIntake;
import org.caisse.jobs.registry.RegistryLoad;
import org.caisse.jobs.run.RunOutcome;
import org.caisse.jobs.run.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as senders really send them, from the inbox to the books. */
class SendersFormatsTest {

  private static final LocalDate DAY = LoadedFund.FIRST_RECEIPT;
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final String MAPPING =
      """
      kind: declaration
      files: ["paie_{employer}_{month}_{year}*"]
      """;

  @TempDir private Path folder;

  /** Three persons and an employer of the prepared registry. */
  private record People(String employer, List<String> persons) {}

  private static People people(LoadedFund fund) {
    return new People(
        fund.sql()
            .sql(
                "SELECT min(employer_no) FROM employer JOIN employer_version USING (employer_id)"
                    + " WHERE population = 'salaried_private' AND valid_to IS NULL AND valid_from"
                    + " < '2025-01-01'")
            .query(String.class)
            .single(),
        fund.sql()
            .sql(
                "SELECT person_no FROM person JOIN person_version USING (person_id) WHERE"
                    + " population = '' AND valid_to IS NULL AND valid_from < '2025-01-01' ORDER BY"
                    + " 1 LIMIT 3")
            .query(String.class)
            .list());
  }

  private Path canonical(People people) throws IOException {
    String employer = people.employer();
    return Files.writeString(
        folder.resolve("canonical.csv"),
        """
        record;employer;period;kind;sequence;count;person;name;entry;exit;days;gross
        D;%1$s;2026-02;original;1;3;;;;;;1700000
        L;%1$s;2026-02;;;;%2$s;OUÉDRAOGO Awa;;;28;150000
        L;%1$s;2026-02;;;;%3$s;SAWADOGO Ali;2026-02-10;;19;300000
        L;%1$s;2026-02;;;;%4$s;KÉRÉ Issa;;2026-02-20;20;1250000
        """
            .formatted(
                employer,
                people.persons().get(0),
                people.persons().get(1),
                people.persons().get(2)));
  }

  /**
   * The same declaration as a spreadsheet on Windows saves it: titles below a heading, in French.
   */
  private Path messy(People people, String lastGross) throws IOException {
    return messy("paie_%s_02_2026.csv".formatted(people.employer()), people, lastGross);
  }

  private Path messy(String name, People people, String lastGross) throws IOException {
    String text =
        """
        Salaires du mois;;;;;
        ;;;;;
        N° assuré;Nom et prénoms;Date d’entrée;Date de sortie;Jours travaillés;Salaire brut
        %s;OUÉDRAOGO Awa;;;28;150 000
        %s;SAWADOGO Ali;10/02/2026;;19;300 000
        ;;;;;
        %s;KÉRÉ Issa;;20/02/2026;20;%s
        """
            .formatted(
                people.persons().get(0),
                people.persons().get(1),
                people.persons().get(2),
                lastGross);
    return Files.write(folder.resolve(name), text.replace("\n", "\r\n").getBytes(WINDOWS));
  }

  private static void mapping(LoadedFund fund, String name, String text) throws IOException {
    Files.createDirectories(fund.workspace().senders());
    Files.writeString(fund.workspace().senders().resolve(name + ".yaml"), text);
  }

  private static List<String> books(LoadedFund fund) {
    Books books = fund.books();
    List<String> all = new ArrayList<>();
    for (String row : books.contributions()) {
      String[] cells = row.split("\\|", -1);
      cells[5] = "line";
      all.add(String.join("|", cells));
    }
    all.addAll(books.employers());
    all.addAll(books.ledger());
    all.addAll(books.postings());
    return all;
  }

  private static List<String> declarations(LoadedFund fund) {
    return fund.sql()
        .sql(
            "SELECT concat_ws(' ', line_no, status, lines, accepted, rejected,"
                + " accepted_gross_minor) FROM declaration ORDER BY declaration_id")
        .query(String.class)
        .list();
  }

  @Test
  void theSameDeclarationInAnotherFormatGivesTheSameBooksAndIsRepeatedInItsOwn()
      throws IOException {
    List<String> expected;
    try (LoadedFund fund = LoadedFund.in(folder)) {
      assertThat(fund.intake(DAY, canonical(people(fund))).exitCode()).isZero();
      assertThat(fund.assess(DAY).exitCode()).isZero();
      expected = books(fund);
    }
    try (LoadedFund fund = LoadedFund.in(folder)) {
      People people = people(fund);
      mapping(fund, "paie", MAPPING);
      RunOutcome outcome = fund.intake(DAY, messy(people, "1 250 000"));
      assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
      assertThat(fund.assess(DAY).exitCode()).isZero();
      assertThat(books(fund)).isEqualTo(expected);
      Path outbox = fund.workspace().outbox().resolve(outcome.run().key().label());
      assertThat(
              Files.readString(
                  outbox.resolve("ack-0001-paie_%s_02_2026.csv.html".formatted(people.employer()))))
          .contains("liste de salaires", "windows-1252", "Dates lues jour/mois/année")
          .contains("totaux de contrôle");
      assertThat(fund.workspace().work().resolve(outcome.run().key().label())).doesNotExist();

      assertThat(fund.intake(DAY.plusDays(1), canonical(people)).exitCode()).isZero();
      assertThat(declarations(fund)).containsExactly("4 FILED 3 3 0 1700000", "2 REPEATED 3 0 0 0");
    }
  }

  @Test
  void aRefusedLineIsNamedByTheSendersLineTitleAndText() throws IOException {
    try (LoadedFund fund = LoadedFund.in(folder)) {
      mapping(fund, "paie", MAPPING);
      assertThat(fund.intake(DAY, messy(people(fund), "NEANT")).exitCode()).isEqualTo(1);
      assertThat(
              fund.sql()
                  .sql("SELECT concat_ws('|', line_no, code, field, value, raw) FROM line_reject")
                  .query(String.class)
                  .single())
          .startsWith("7|304|Salaire brut|NEANT|")
          .endsWith(";KÉRÉ Issa;;20/02/2026;20;NEANT");
    }
  }

  @Test
  void anAmbiguousFileIsRefusedWithItsQuestionAndTakenOnceTheMappingAnswersIt() throws IOException {
    try (LoadedFund fund = LoadedFund.in(folder)) {
      People people = people(fund);
      mapping(fund, "paie", MAPPING);
      Path file =
          Files.writeString(
              folder.resolve("paie_%s_02_2026.csv".formatted(people.employer())),
              "assuré;salaire brut\n%s;150.000\n".formatted(people.persons().get(0)));
      RunOutcome refused = fund.intake(DAY, file, canonical(people));
      assertThat(refused.exitCode()).isEqualTo(1);
      Path rejects =
          fund.workspace().outbox().resolve(refused.run().key().label()).resolve("rejects.csv");
      assertThat(Files.readString(rejects))
          .contains("110", "150.000", file.getFileName().toString());
      assertThat(fund.intake(DAY, file).result()).isEqualTo(RunOutcome.Result.ALREADY_DONE);

      mapping(fund, "paie", MAPPING + "for_all_lines: {sequence: 2}\nthousands: \".\"\n");
      RunOutcome taken = fund.intake(DAY, file);
      assertThat(taken.exitCode()).as(taken.toString()).isZero();
      assertThat(declarations(fund))
          .containsExactly("2 FILED 3 3 0 1700000", "2 FILED 1 1 0 150000");
      assertThat(fund.intake(DAY, file).result()).isEqualTo(RunOutcome.Result.ALREADY_DONE);
    }
  }

  @Test
  void theSameBytesUnderTheNameOfAnotherMonthAreAnotherDeclaration() throws IOException {
    try (LoadedFund fund = LoadedFund.in(folder)) {
      People people = people(fund);
      mapping(fund, "paie", MAPPING);
      Path february =
          Files.writeString(
              folder.resolve("paie_%s_02_2026.csv".formatted(people.employer())),
              "assuré;salaire brut\n%s;150000\n".formatted(people.persons().get(0)));
      Path january =
          Files.copy(february, folder.resolve("paie_%s_01_2026.csv".formatted(people.employer())));
      Path copy =
          Files.copy(
              february, folder.resolve("paie_%s_02_2026 copie.csv".formatted(people.employer())));
      assertThat(fund.intake(DAY, february, copy).exitCode()).isZero();
      assertThat(fund.intake(DAY, february, copy).result())
          .isEqualTo(RunOutcome.Result.ALREADY_DONE);
      assertThat(fund.intake(DAY, january).exitCode()).isZero();
      assertThat(
              fund.sql()
                  .sql("SELECT period || ' ' || status FROM declaration ORDER BY declaration_id")
                  .query(String.class)
                  .list())
          .containsExactly("2026-02-01 FILED", "2026-01-01 FILED");
    }
  }

  @Test
  void whereverItFailsTheRestartReadsTheSameAndUnderTheMappingOfTheBeginning() throws IOException {
    Books expected;
    try (LoadedFund fund = LoadedFund.in(folder)) {
      mapping(fund, "paie", MAPPING);
      fund.intake(DAY, messy(people(fund), "NEANT"), canonical(people(fund)));
      expected = fund.books();
    }
    try (LoadedFund fund = LoadedFund.in(folder)) {
      mapping(fund, "paie", MAPPING);
      Path[] files = {messy(people(fund), "NEANT"), canonical(people(fund))};
      int attempts = 0;
      RunOutcome outcome;
      do {
        AtomicInteger left = new AtomicInteger(attempts++);
        outcome = attempt(fund, files, left);
        if (outcome != null) {
          mapping(fund, "paie", MAPPING + "for_all_lines: {sequence: " + attempts + "}\n");
          spoil(fund.workspace().work());
        }
      } while (outcome == null || outcome.exitCode() == 3);
      assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(1);
      assertThat(attempts).isGreaterThan(5);
      assertThat(fund.books().differencesFrom(expected)).isEmpty();
    }
  }

  /** Null when it failed before there was a run. */
  private static RunOutcome attempt(LoadedFund fund, Path[] files, AtomicInteger left) {
    FailPoint failing =
        place -> {
          if (left.getAndDecrement() == 0) {
            throw new IllegalStateException("the disk is full");
          }
        };
    try {
      return fund.intake(failing, DAY, files);
    } catch (IllegalStateException e) {
      assertThat(e).hasMessage("the disk is full");
      return null;
    }
  }

  /** Changes what can be made again. */
  private static void spoil(Path work) throws IOException {
    if (!Files.isDirectory(work)) {
      return;
    }
    try (Stream<Path> files = Files.walk(work)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.writeString(file, "spoilt");
      }
    }
  }

  @Test
  void aSenderThatThereIsNotIsNamed() throws IOException {
    try (LoadedFund fund = LoadedFund.in(folder)) {
      mapping(fund, "paie", MAPPING);
      Map<String, List<String>> parameters =
          Map.of(
              "date",
              List.of(DAY.toString()),
              "file",
              List.of(canonical(people(fund)).toString()),
              "sender",
              List.of("nobody"));
      assertThatThrownBy(() -> fund.run(FailPoint.NONE, DeclarationIntake.NAME, parameters))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("nobody")
          .hasMessageContaining("paie");
    }
  }

  @Test
  void aRegistryAsASpreadsheetOnWindowsSavesItIsLoaded() throws IOException {
    try (LoadedFund fund = LoadedFund.in(folder)) {
      Path employers =
          Files.write(
              folder.resolve("employers-mars.csv"),
              """
              Population,Numéro,Nom,OGD,Valable du,Au
              salaried_private,E900001,"Boulangerie Teega, Kadiogo",CNSS,01/03/2024,
              salaried_private,E900002,École Relwendé,CNSS,15/01/2025,31/12/2026
              """
                  .replace("\n", "\r\n")
                  .getBytes(WINDOWS));
      mapping(
          fund,
          "guichet",
          """
          kind: employers
          files: ["employers-*"]
          dates: dmy
          columns: {employer: Numéro, name: Nom, population: Population, ogd: OGD, valid_from: Valable du, valid_to: Au}
          """);
      RunOutcome outcome =
          fund.run(
              FailPoint.NONE,
              RegistryLoad.NAME,
              Map.of("date", List.of("2026-03-01"), "file", List.of(employers.toString())));
      assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
      assertThat(
              fund.sql()
                  .sql(
                      "SELECT concat_ws('|', employer_no, name, population, valid_from, valid_to)"
                          + " FROM employer JOIN employer_version USING (employer_id) WHERE"
                          + " employer_no LIKE 'E9%' ORDER BY 1")
                  .query(String.class)
                  .list())
          .containsExactly(
              "E900001|Boulangerie Teega, Kadiogo|salaried_private|2024-03-01",
              "E900002|École Relwendé|salaried_private|2025-01-15|2026-12-31");
    }
  }
}
