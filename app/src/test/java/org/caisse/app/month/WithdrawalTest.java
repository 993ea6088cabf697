package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.caisse.app.TestHome;
import org.caisse.config.database.Database;
import org.caisse.config.workspace.Workspace;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.run.RunOutcome;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A file that is withdrawn leaves the books as if it had never come, and can come again. */
class WithdrawalTest extends Withdrawing {

  /** The books of a fund that ran its month without one of the files. */
  private NetBooks without(String file) throws IOException {
    try (LoadedFund fund = LoadedFund.in(folder)) {
      Files.delete(fund.inbox(FIRST).resolve(file));
      withoutReused(fund.workspace());
      fund.month();
      return NetBooks.of(fund.sql());
    }
  }

  /**
   * Takes out of the inbox what is refused because its number was used before: it stays refused
   * when what had the number is withdrawn, and would not have been without it.
   */
  private static void withoutReused(Workspace workspace) throws IOException {
    List<String> reused =
        texts(
            LoadedFund.undisturbed(),
            "SELECT name || ' ' || d.line_no FROM declaration d JOIN file USING (file_id) JOIN"
                + " line_reject USING (declaration_id) WHERE whole AND code = 209");
    assertThat(reused).isNotEmpty();
    for (LocalDate day : List.of(LocalDate.of(2026, 3, 25), LocalDate.of(2026, 4, 13))) {
      try (Stream<Path> files = Files.list(workspace.inbox().resolve(day.toString()))) {
        for (Path file : files.toList()) {
          List<String> kept = new ArrayList<>();
          boolean drop = false;
          int lineNo = 0;
          for (String line : Files.readAllLines(file)) {
            lineNo++;
            if (line.startsWith("D;")) {
              drop = reused.contains(file.getFileName() + " " + lineNo);
            }
            if (!drop) {
              kept.add(line);
            }
          }
          Files.writeString(file, String.join("\n", kept) + "\n");
        }
      }
    }
  }

  @Test
  void theBooksAreThoseOfAFundThatNeverHadItAndSentAgainThoseOfTheUndisturbedMonth()
      throws IOException {
    NetBooks never = without(FILE);
    TestHome home = PreparedHome.copyTo(folder.resolve("home"));
    // Held open so that the server does not stop and start between commands.
    try (Database database = home.database()) {
      JdbcClient sql = JdbcClient.create(database.dataSource());
      withoutReused(new Workspace(home.home()));
      assertThat(home.caisse("month", "2026-02").exit()).isEqualTo(1);
      NetBooks before = NetBooks.of(sql);
      assertThat(before.differencesFrom(NetBooks.of(LoadedFund.undisturbed().sql()))).isEmpty();

      String[] withdraw = {
        "withdraw", FILE, "--reason", "sent by mistake", "--date", LATER.toString()
      };
      TestHome.Said said = home.caisse(withdraw);
      assertThat(said.exit()).as(said.toString()).isZero();
      assertThat(said.out())
          .contains("2026-04-20/file-withdrawal-1", "2026-02/contribution-assessment-4");
      assertThat(NetBooks.of(sql).differencesFrom(never)).isEmpty();
      assertThat(never.ledger()).isNotEqualTo(before.ledger());
      holds(home, "2026-04-20/file-withdrawal-1", "2026-02/contribution-assessment-4");
      assertThat(statement(home, sql)).contains("Annulation de la révision");

      TestHome.Said twice = home.caisse(withdraw);
      assertThat(twice.exit()).as(twice.toString()).isZero();
      assertThat(twice.out()).contains("was withdrawn on 2026-04-20 already", "nothing to do");
      TestHome.Said month = home.caisse("month", "2026-02");
      assertThat(month.exit()).as(month.toString()).isEqualTo(1);
      assertThat(NetBooks.of(sql).differencesFrom(never))
          .as("it still lies in the inbox")
          .isEmpty();

      Path again = home.home().resolve("inbox").resolve(FIRST.toString()).resolve(FILE);
      TestHome.Said taken =
          home.caisse("run", "declaration-intake", "date=" + FIRST, "file=" + again);
      assertThat(taken.exit()).as(taken.toString()).isEqualTo(1);
      assertThat(taken.out()).contains("2026-03-09/declaration-intake-2");
      TestHome.Said assessed =
          home.caisse("run", "contribution-assessment", "period=2026-02", "date=" + LATER);
      assertThat(assessed.exit()).as(assessed.toString()).isZero();
      assertThat(NetBooks.of(sql).differencesFrom(before)).isEmpty();
      holds(home, "2026-03-09/declaration-intake-2", "2026-02/contribution-assessment-5");
    }
  }

  private static void holds(TestHome home, String... replayed) {
    TestHome.Said verified = home.caisse("verify");
    assertThat(verified.exit()).as(verified.toString()).isZero();
    for (String run : replayed) {
      TestHome.Said again = home.caisse("replay", run);
      assertThat(again.exit()).as(again.toString()).isZero();
    }
  }

  /** The last statement of an employer whose only declaration was in the file. */
  private static String statement(TestHome home, JdbcClient sql) throws IOException {
    String employer =
        sql.sql(
                "SELECT min(d.employer_no) FROM declaration d JOIN file_withdrawal USING (file_id)"
                    + " WHERE d.status = 'FILED' AND d.accepted > 0")
            .query(String.class)
            .single();
    Path zip =
        home.home().resolve("outbox/2026-02/contribution-assessment-4/employers-2026-02.zip");
    try (ZipFile file = new ZipFile(zip.toFile())) {
      ZipEntry entry = file.getEntry(employer + "/releve-de-compte.csv");
      try (InputStream in = file.getInputStream(entry)) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }

  @Test
  void whereverItOrTheAssessmentAfterItFailsTheRestartLeavesTheSameBooks() {
    Books undisturbed;
    try (LoadedFund fund = LoadedFund.afterMonth(folder)) {
      completed(withdraw(fund, FILE));
      completed(fund.assess(LATER));
      undisturbed = fund.books();
    }
    try (LoadedFund fund = LoadedFund.afterMonth(folder)) {
      Random random = new Random(11);
      assertThat(LoadedFund.untilDone(random, 6, failing -> withdraw(fund, failing, FILE)))
          .isNotEmpty();
      assertThat(LoadedFund.untilDone(random, 6, failing -> fund.assess(failing, LATER)))
          .isNotEmpty();
      assertThat(fund.books().differencesFrom(undisturbed)).isEmpty();
    }
  }

  @Test
  void theDeclarationBeforeCountsAgainWhenTheReplacementIsWithdrawn() throws IOException {
    try (LoadedFund fund = LoadedFund.in(folder)) {
      fund.intake(FIRST);
      fund.assess(FIRST);
      NetBooks before = NetBooks.of(fund.sql());
      completed(fund.intake(LATER, replacement(fund)));
      completed(fund.assess(LATER));
      assertThat(NetBooks.of(fund.sql()).ledger()).isNotEqualTo(before.ledger());
      completed(withdraw(fund, "replacement.csv"));
      completed(fund.assess(LATER));
      assertThat(NetBooks.of(fund.sql()).differencesFrom(before)).isEmpty();
      assertThat(outbox(fund, "withdrawn-declarations.csv"))
          .contains("La déclaration de numéro immédiatement inférieur compte de nouveau");
    }
  }

  @Test
  void nothingIsPostedAnewWhenWhatWasReplacedIsWithdrawnLater() throws IOException {
    try (LoadedFund fund = LoadedFund.in(folder)) {
      Path first = fund.inbox(FIRST).resolve("carfo-2026-02.csv");
      fund.intake(FIRST, first);
      completed(fund.intake(FIRST, replacement(fund)));
      completed(fund.assess(FIRST));
      List<String> before = NetBooks.of(fund.sql()).ledger();
      completed(withdraw(fund, "carfo-2026-02.csv"));
      String replaced =
          texts(fund, "SELECT employer_no FROM declaration WHERE sender_seq = 9").getFirst();
      assertThat(outbox(fund, "withdrawn-declarations.csv").lines())
          .anyMatch(line -> line.startsWith(replaced) && line.contains("compte comme avant"));
      completed(fund.assess(LATER));
      assertThat(NetBooks.of(fund.sql()).ledger())
          .containsAll(
              before.stream().filter(line -> line.contains("|" + replaced + "|")).toList());
    }
  }

  /** A file that replaces what one employer declared, by one line of one franc. */
  private Path replacement(LoadedFund fund) throws IOException {
    String employer =
        texts(
                fund,
                "SELECT d.employer_no FROM declaration d JOIN file USING (file_id) WHERE status ="
                    + " 'FILED' AND accepted > 1 AND name = 'carfo-2026-02.csv' ORDER BY 1 LIMIT 1")
            .getFirst();
    String person =
        texts(
                fund,
                "SELECT p.person_no FROM declaration d JOIN declaration_line l USING"
                    + " (declaration_id) JOIN person p USING (person_id) WHERE d.employer_no = '"
                    + employer
                    + "' ORDER BY 1 LIMIT 1")
            .getFirst();
    return Files.writeString(
        folder.resolve("replacement.csv"),
        """
        record;employer;period;kind;sequence;count;person;name;entry;exit;days;gross
        D;%1$s;2026-02;replacement;9;1;;;;;;90001
        L;%1$s;2026-02;;;;%2$s;X;;;;90001
        """
            .formatted(employer, person));
  }

  private static String outbox(LoadedFund fund, String name) throws IOException {
    return Files.readString(
        fund.workspace().outbox().resolve(LATER + "/file-withdrawal-1").resolve(name));
  }

  @Test
  void aClosedMonthIsReversedInTheNextOpenOne() {
    try (LoadedFund fund = LoadedFund.in(folder)) {
      fund.intake(FIRST);
      completed(fund.assess(FIRST));
      fund.sql().sql("INSERT INTO period_state VALUES ('2026-02-01', 'test')").update();
      completed(withdraw(fund, FILE));
      RunOutcome assessed = fund.assess(LATER);
      completed(assessed);
      assertThat(
              fund.sql()
                  .sql("SELECT DISTINCT posting_period FROM ledger_entry WHERE run_id = ?")
                  .param(assessed.run().id())
                  .query(LocalDate.class)
                  .list())
          .containsExactly(LocalDate.of(2026, 3, 1));
    }
  }

  @Test
  void aWithdrawnRegistryFileIsUnknownUntilItComesAgain() {
    try (LoadedFund fund = LoadedFund.in(folder)) {
      fund.intake(FIRST);
      completed(fund.assess(FIRST));
      NetBooks before = NetBooks.of(fund.sql());
      assertThat(before.ledger()).anyMatch(line -> line.contains("|PERSON|"));
      completed(withdraw(fund, "persons.csv"));
      completed(fund.assess(LATER));
      NetBooks after = NetBooks.of(fund.sql());
      assertThat(after.ledger())
          .as("people without employer owe nothing")
          .noneMatch(line -> line.contains("|PERSON|"));
      assertThat(after.ledger().stream().filter(line -> line.contains("|EMPLOYER|")))
          .as("what was accepted while they were known stands")
          .containsExactlyElementsOf(
              before.ledger().stream().filter(line -> line.contains("|EMPLOYER|")).toList());

      LocalDate late = LocalDate.of(2026, 3, 25);
      assertThat(fund.intake(late).rejects()).isPositive();
      assertThat(
              texts(
                  fund,
                  "SELECT DISTINCT code::text FROM line_reject JOIN run USING (run_id) WHERE scope"
                      + " = '2026-03-25' AND NOT whole AND code BETWEEN 300 AND 399"))
          .contains("302");

      Path persons = PreparedHome.fund().resolve("registry/persons.csv");
      completed(
          fund.run(
              FailPoint.NONE,
              "registry-load",
              Map.of("date", List.of("2026-02-01"), "file", List.of(persons.toString()))));
      completed(withdraw(fund, "2026-03-25/declaration-intake-1/1"));
      completed(withdraw(fund, "2026-03-25/declaration-intake-1/2"));
      completed(fund.assess(LATER));
      assertThat(NetBooks.of(fund.sql()).differencesFrom(before)).isEmpty();
    }
  }

  @Test
  void employersOfAWithdrawnRegistryFileOweWhatTheyDeclaredAndNothingIsAskedOfTheOthers()
      throws IOException {
    try (LoadedFund fund = LoadedFund.in(folder)) {
      fund.intake(FIRST);
      completed(fund.assess(FIRST));
      List<String> before = NetBooks.of(fund.sql()).ledger();
      completed(withdraw(fund, "employers.csv"));
      RunOutcome assessed = fund.assess(LATER);
      completed(assessed);
      assertThat(NetBooks.of(fund.sql()).ledger()).isEqualTo(before);
      Path missing =
          fund.workspace()
              .outbox()
              .resolve(assessed.run().key().label())
              .resolve("missing-2026-02.csv");
      assertThat(Files.readAllLines(missing)).as("only the titles").hasSize(1);
    }
  }
}
