package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.caisse.app.TestHome;
import org.caisse.config.database.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files typed by hand and words typed wrongly, through the command line. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ByHandTest {

  private static final String HEADER =
      "record;employer;period;kind;sequence;count;person;name;entry;exit;days;gross\n";

  @TempDir private static Path folder;

  private TestHome home;
  private Database database;

  @BeforeAll
  void open() {
    home = PreparedHome.copyTo(folder.resolve("home"));
    // Held open so that the server does not stop and start between commands.
    database = home.database();
  }

  @AfterAll
  void close() {
    database.close();
  }

  private JdbcClient sql() {
    return JdbcClient.create(database.dataSource());
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private TestHome.Said intake(String day, Path... files) {
    List<String> words = new ArrayList<>(List.of("run", "declaration-intake", "date=" + day));
    for (Path file : files) {
      words.add("file=" + file);
    }
    return home.caisse(words.toArray(String[]::new));
  }

  private Path outbox(String day, int seq) {
    return home.home().resolve("outbox").resolve(day + "/declaration-intake-" + seq);
  }

  private String declaration(String employer, int sequence, long gross) {
    String person =
        sql()
            .sql(
                "SELECT min(person_no) FROM person JOIN person_version USING (person_id) WHERE"
                    + " population = '' AND valid_to IS NULL AND valid_from < '2026-01-01'")
            .query(String.class)
            .single();
    return "D;%s;2026-02;%s;%d;1;;;;;;%d\nL;%s;2026-02;;;;%s;TEST Awa;;;28;%d\n"
        .formatted(
            employer,
            sequence == 1 ? "original" : "replacement",
            sequence,
            gross,
            employer,
            person,
            gross);
  }

  private List<String> filed(String employer) {
    return sql()
        .sql(
            "SELECT concat_ws(' ', sender_seq, status, accepted_gross_minor) FROM declaration WHERE"
                + " employer_no = ? ORDER BY declaration_id")
        .param(employer)
        .query(String.class)
        .list();
  }

  @Test
  void aBrokenLineCostsThatLineOnlyAndTheRejectFileSaysWhatToDo() throws IOException {
    String good = declaration("E000001", 1, 100_000);
    String line = good.lines().toList().get(1);
    String broken = line.replace("TEST Awa", "\"TEST Awa");
    Path file =
        file(
            "broken.csv",
            HEADER
                + good.lines().findFirst().orElseThrow().replace(";1;1;;", ";1;2;;")
                + "\n"
                + broken
                + "\n"
                + line
                + "\n");
    TestHome.Said said = intake("2026-03-01", file);
    assertThat(said.exit()).as(said.toString()).isEqualTo(1);
    assertThat(said.out()).contains("with 1 reject");
    assertThat(filed("E000001")).containsExactly("1 FILED 100000");
    List<String> rejects = Files.readAllLines(outbox("2026-03-01", 1).resolve("rejects.csv"));
    assertThat(rejects).hasSize(2);
    String[] cells = rejects.get(1).split(";", -1);
    assertThat(cells[0]).isEqualTo("broken.csv");
    assertThat(cells[1]).isEqualTo("3");
    assertThat(cells[6]).as("what is wrong").contains("ne peut pas être découpée");
    assertThat(cells[7]).as("what to do").contains("guillemet");
  }

  @Test
  void theSameContentIsTakenOnceWhateverItsName() throws IOException {
    String content = HEADER + declaration("E000002", 1, 200_000);
    assertThat(intake("2026-03-02", file("once.csv", content)).exit()).isZero();
    TestHome.Said again = intake("2026-03-02", file("once.csv", content));
    assertThat(again.exit()).isZero();
    assertThat(again.out()).contains("nothing to do");
    TestHome.Said renamed = intake("2026-03-02", file("twice.csv", content));
    assertThat(renamed.exit()).isZero();
    assertThat(renamed.out()).contains("nothing to do");
    TestHome.Said otherDay = intake("2026-03-12", file("thrice.csv", content));
    assertThat(otherDay.exit()).isZero();
    assertThat(otherDay.out()).contains("nothing to do");
    assertThat(filed("E000002")).containsExactly("1 FILED 200000");
  }

  @Test
  void theSameNumberWithOtherContentIsRefusedAndAHigherOneCounts() throws IOException {
    assertThat(
            intake("2026-03-03", file("a.csv", HEADER + declaration("E000003", 1, 300_000))).exit())
        .isZero();
    TestHome.Said reused =
        intake("2026-03-04", file("b.csv", HEADER + declaration("E000003", 1, 310_000)));
    assertThat(reused.exit()).isEqualTo(1);
    assertThat(Files.readString(outbox("2026-03-04", 1).resolve("rejects.csv")))
        .contains("SEQUENCE_REUSED", "replacement");
    assertThat(
            intake("2026-03-05", file("c.csv", HEADER + declaration("E000003", 2, 320_000))).exit())
        .isZero();
    assertThat(filed("E000003")).containsExactly("1 FILED 300000", "1 REFUSED 0", "2 FILED 320000");
  }

  @Test
  void anUnknownHeaderRefusesThatFileAndTheOthersGoOn() throws IOException {
    Path unknown = file("unknown.csv", "employeur,mois,salaire\nE000004,2026-02,5\n");
    Path other = file("addresses.csv", "nom;adresse\nAWA;Ouagadougou\n");
    Path empty = file("empty.csv", "");
    Path good = file("good.csv", HEADER + declaration("E000004", 1, 400_000));
    TestHome.Said said = intake("2026-03-06", unknown, other, empty, good);
    assertThat(said.exit()).as(said.toString()).isEqualTo(1);
    assertThat(said.out()).contains("with 3 rejects");
    assertThat(filed("E000004")).containsExactly("1 FILED 400000");
    assertThat(Files.readString(outbox("2026-03-06", 1).resolve("rejects.csv")))
        .contains("unknown.csv", "empty.csv", "renvoyez tout le fichier")
        .contains("Titres non reconnus\u00a0: «\u00a0salaire\u00a0»")
        .as("what was found, and what was expected")
        .contains("Trouvé\u00a0: «\u00a0nom;adresse\u00a0»", "Attendu\u00a0: record;employer");
    assertThat(outbox("2026-03-06", 1).resolve("ack-0001-unknown.csv.html")).exists();
    assertThat(outbox("2026-03-06", 1).resolve("ack-0004-good.csv.html")).exists();
  }

  @Test
  void aValueThatNobodySetIsNamedAndNothingStarts() throws IOException {
    Path settings = home.home().resolve("settings.yaml");
    String before = Files.readString(settings);
    Files.writeString(settings, before.replaceAll("(?m)^  base_floor:.*$", ""));
    try {
      TestHome.Said said =
          intake("2026-03-07", file("d.csv", HEADER + declaration("E000005", 1, 500_000)));
      assertThat(said.exit()).as(said.toString()).isEqualTo(2);
      assertThat(said.err()).contains("base_floor", settings.toString());
      assertThat(filed("E000005")).isEmpty();
    } finally {
      Files.writeString(settings, before);
    }
  }

  @Test
  void wordsThatMakeNoSenseExitWithTwoAndSayWhatWould() {
    assertThat(home.caisse("run", "no-such-job").err()).contains("declaration-intake");
    assertUsage("run", "no-such-job");
    assertUsage("run", "declaration-intake");
    assertUsage("run", "declaration-intake", "date=yesterday");
    assertUsage("run", "declaration-intake", "date=2026-03-09", "colour=red");
    assertUsage("run", "declaration-intake", "date=2026-03-09", "file=/no/such/file.csv");
    assertUsage("run", "contribution-assessment", "period=2026-2", "date=2026-03-09");
    assertUsage("run", "contribution-assessment", "period=2020-01", "date=2026-03-09");
    assertUsage("month", "soon");
    assertUsage("show", "999");
    assertUsage("show", "this");
    assertUsage("stop", "1");
    assertUsage("nonsense");
    assertUsage("run", "declaration-intake", "date=2026-03-09", "--lang", "xx");
  }

  private void assertUsage(String... words) {
    TestHome.Said said = home.caisse(words);
    assertThat(said.exit()).as(String.join(" ", words) + "\n" + said).isEqualTo(2);
    assertThat(said.out() + said.err()).as(String.join(" ", words)).isNotBlank();
  }

  @Test
  void aFolderThatIsNoWorkspaceIsSaidToBeNone(@TempDir Path empty) {
    TestHome.Said said = new TestHome(empty).caisse("runs");
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("is no workspace", "caisse init");
  }
}
