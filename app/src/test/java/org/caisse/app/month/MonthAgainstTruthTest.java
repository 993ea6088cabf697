package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.caisse.app.TestHome;
import org.caisse.config.database.Database;
import org.caisse.config.workspace.Workspace;
import org.caisse.domain.reject.RejectCode;
import org.caisse.writers.document.OgdFile;
import org.caisse.writers.document.StateFile;
import org.caisse.writers.file.Sha256Sums;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demonstration, as a new user runs it, against what its generator knows to be right. */
@ResourceLock(TestHome.LOCK)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MonthAgainstTruthTest {

  private static final Pattern TOTAL = Pattern.compile(">Total dû<td class=\"n\">([^<]*)<");

  private Path truth;
  private Workspace workspace;
  private TestHome home;
  private TestHome.Said first;
  private Database database;
  private JdbcClient sql;

  @BeforeAll
  void demo(@TempDir Path folder) {
    home = new TestHome(folder.resolve("home"));
    workspace = new Workspace(home.home());
    truth = home.home().resolve("demo-fund/truth");
    first = demo();
    database = home.database();
    sql = JdbcClient.create(database.dataSource());
  }

  @AfterAll
  void close() {
    database.close();
  }

  private TestHome.Said demo() {
    return home.demo(PreparedHome.EMPLOYERS, PreparedHome.PERSONS, PreparedHome.SEED);
  }

  /** Rows of a truth file. */
  private List<String> truth(String name) throws IOException {
    return Files.readAllLines(truth.resolve(name)).stream().skip(1).sorted().toList();
  }

  private List<String> rows(String query) {
    return sql.sql(query).query(String.class).list();
  }

  @Test
  void theDemonstrationEndsWithRejectsAndSaysWhereEverythingIs() {
    assertThat(first.exit()).as(first.toString()).isEqualTo(1);
    assertThat(first.out()).contains("Contributions of 2026-02", workspace.outbox().toString());
    assertThat(first.err()).isEmpty();
  }

  @Test
  void everyFileIsCountedAsItWasMade() throws IOException {
    assertThat(
            rows(
                "SELECT concat_ws(';', 'declarations/' || received_on || '/' || name, r.lines,"
                    + " blank, declarations, filed, refused_declarations, repeated, accepted,"
                    + " rejected, accepted_gross_minor) FROM file_result r JOIN file f USING"
                    + " (file_id) WHERE kind = 'declarations' ORDER BY 1"))
        .containsExactlyElementsOf(truth("files.csv"));
  }

  @Test
  void exactlyTheWrongLinesAreRefusedForTheRightReason() throws IOException {
    List<String> found = new ArrayList<>();
    sql.sql(
            "SELECT concat_ws(';', 'declarations/' || f.received_on || '/' || name, x.line_no),"
                + " code FROM line_reject x JOIN file f USING (file_id) LEFT JOIN declaration d"
                + " USING (declaration_id) WHERE whole OR d.status IS DISTINCT FROM 'REFUSED'")
        .query(
            row -> {
              found.add(row.getString(1) + ';' + RejectCode.ofNumber(row.getInt(2)));
            });
    assertThat(found).containsExactlyInAnyOrderElementsOf(truth("rejects.csv"));
    for (String rate : truth("rates.csv")) {
      assertThat(rate.substring(rate.lastIndexOf(';') + 1)).as(rate).isNotEqualTo("0");
    }
  }

  @ParameterizedTest
  @CsvSource({"2026-03-09", "2026-03-25", "2026-04-13"})
  void everyEmployerStandsAsItShouldAfterEachReceipt(String day) throws IOException {
    assertThat(
            rows(
                "SELECT concat_ws(';', employer_no, lower(state), persons, base_minor,"
                    + " employer_minor, insured_minor, months_late, surcharge_minor) FROM (SELECT"
                    + " DISTINCT ON (employer_id) a.* FROM employer_assessment a JOIN run r USING"
                    + " (run_id) WHERE business_date <= '"
                    + day
                    + "' ORDER BY employer_id, run_id DESC) a JOIN employer e USING (employer_id)"
                    + " ORDER BY 1"))
        .containsExactlyElementsOf(truth("employers-" + day + ".csv"));
  }

  @ParameterizedTest
  @CsvSource({"2026-03-09", "2026-03-25", "2026-04-13"})
  void everybodyWithoutEmployerOwesTheFlatAmount(String day) throws IOException {
    assertThat(
            rows(
                "SELECT concat_ws(';', population, ogd_no, count(*), sum(insured_minor +"
                    + " state_minor)) FROM assessment JOIN run r USING (run_id) WHERE employer_id"
                    + " IS NULL AND business_date <= '"
                    + day
                    + "' GROUP BY population, ogd_no ORDER BY 1"))
        .containsExactlyElementsOf(truth("flat-" + day + ".csv"));
  }

  @ParameterizedTest
  @CsvSource({"1,2026-03-09", "2,2026-03-25", "3,2026-04-13"})
  void theFilesOfTheBodiesAndOfTheStateAddUpToTheTruth(int seq, String day) throws IOException {
    Path outbox = outbox(seq);
    Map<String, long[]> found = new TreeMap<>();
    long state = 0;
    for (Path file : list(outbox)) {
      String name = file.getFileName().toString();
      if (name.matches("ogd-.*\\.csv")) {
        assertThat(OgdFile.verify(file)).isEmpty();
        addUp(file, found);
      } else if (name.matches("state-.*\\.csv")) {
        assertThat(StateFile.verify(file)).isEmpty();
        state = Long.parseLong(Files.readAllLines(file).getLast().split(";", -1)[11]);
      }
    }
    List<String> rows = new ArrayList<>();
    found.forEach(
        (key, sums) ->
            rows.add(
                "%s;%d;%d;%d;%d;%d".formatted(key, sums[0], sums[1], sums[2], sums[3], sums[4])));
    List<String> totals = truth("totals-" + day + ".csv");
    assertThat(rows).containsExactlyElementsOf(totals);
    assertThat(state)
        .isEqualTo(totals.stream().mapToLong(row -> Long.parseLong(row.split(";", -1)[5])).sum())
        .isPositive();
  }

  /** Persons, employer, insured, State, surcharge by body and population. */
  private static void addUp(Path file, Map<String, long[]> sums) throws IOException {
    int[] columns = {8, 10, 11, 12, 13};
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.split(";", -1);
      if (cells[0].equals("E") || cells[0].equals("P")) {
        long[] sum = sums.computeIfAbsent(cells[1] + ';' + cells[6], key -> new long[5]);
        for (int i = 0; i < columns.length; i++) {
          sum[i] += Long.parseLong(cells[columns[i]]);
        }
      }
    }
  }

  @Test
  void everyNoticeAsksForWhatTheStatementAndTheTruthSay() throws IOException {
    Map<String, String> notices = new TreeMap<>();
    Map<String, String> statements = new TreeMap<>();
    for (int seq = 1; seq <= 3; seq++) {
      try (ZipInputStream zip =
          new ZipInputStream(Files.newInputStream(outbox(seq).resolve("employers-2026-02.zip")))) {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          String employer = entry.getName().substring(0, entry.getName().indexOf('/'));
          String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
          if (entry.getName().endsWith(".html")) {
            Matcher total = TOTAL.matcher(text);
            notices.put(employer, total.find() ? total.group(1).replaceAll("[^0-9]", "") : "0");
          } else {
            List<String> rows = text.lines().toList();
            String[] closing = rows.get(rows.size() - 2).split(";", -1);
            assertThat(closing[5]).isEqualTo("Solde de clôture");
            statements.put(employer, closing[9]);
          }
        }
      }
    }
    Map<String, String> owed = new TreeMap<>();
    Map<String, String> declared = new TreeMap<>();
    for (String row : truth("employers-2026-04-13.csv")) {
      String[] cells = row.split(";", -1);
      long total = Long.parseLong(cells[4]) + Long.parseLong(cells[5]) + Long.parseLong(cells[7]);
      owed.put(cells[0], Long.toString(total));
      if (!cells[1].equals("missing")) {
        declared.put(cells[0], Long.toString(total));
      }
    }
    assertThat(notices).isEqualTo(owed);
    assertThat(statements).isEqualTo(declared);
  }

  @Test
  void theLedgerBalancesAndOwesTheTruth() throws IOException {
    assertThat(rows("SELECT sum(debit_minor) - sum(credit_minor) FROM posting"))
        .containsExactly("0");
    long owed = 0;
    for (String row : truth("totals-2026-04-13.csv")) {
      String[] cells = row.split(";", -1);
      for (int i = 3; i < cells.length; i++) {
        owed += Long.parseLong(cells[i]);
      }
    }
    assertThat(
            rows(
                "SELECT sum(amount_minor) FROM standing_entry WHERE debtor IN ('EMPLOYER',"
                    + " 'PERSON', 'STATE')"))
        .containsExactly(Long.toString(owed));
    // What persons have paid of it since is another test's.
    assertThat(
            rows(
                "SELECT sum(debit_minor - credit_minor) FROM posting JOIN run USING (run_id)"
                    + " WHERE job = 'contribution-assessment' AND account IN ('411100', '411200',"
                    + " '441100')"))
        .containsExactly(Long.toString(owed));
  }

  @Test
  void everyFileIsAsItsListOfChecksumsSays() throws IOException {
    List<Path> lists = new ArrayList<>();
    for (String file : Books.hashes(workspace.outbox()).keySet()) {
      if (file.endsWith(Sha256Sums.NAME)) {
        Path folder = workspace.outbox().resolve(file).getParent();
        lists.add(folder);
        assertThat(Sha256Sums.verify(folder)).isEmpty();
        assertThat(Files.readAllLines(folder.resolve(Sha256Sums.NAME)))
            .hasSize(list(folder).size() - 1);
      }
    }
    assertThat(lists).hasSizeGreaterThanOrEqualTo(6);
  }

  @Test
  void askingAgainFindsEverythingDone() {
    Books before = Books.of(sql, workspace);
    TestHome.Said again = demo();
    assertThat(again.exit()).as(again.toString()).isEqualTo(first.exit());
    assertThat(again.out()).contains("nothing to do").doesNotContain("is completed");
    assertThat(Books.of(sql, workspace).differencesFrom(before)).isEmpty();
    assertThat(rows("SELECT count(*) FROM run")).containsExactly("9");
  }

  private Path outbox(int seq) {
    return workspace.outbox().resolve("2026-02/contribution-assessment-" + seq);
  }

  private static List<Path> list(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
