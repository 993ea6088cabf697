package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.caisse.app.CaisseProcess;
import org.caisse.app.TestHome;
import org.caisse.config.database.Database;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.run.BusyException;
import org.caisse.jobs.run.DryRun;
import org.caisse.jobs.run.RunEnvironment;
import org.caisse.jobs.run.RunOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A dry run does everything and leaves nothing but its documents, however it ends. */
class DryRunTest {

  private static final LocalDate FIRST = LoadedFund.FIRST_RECEIPT;
  private static final int PATIENCE_SECONDS = 120;
  private static final Pattern ENTITY = Pattern.compile("&#x([0-9a-f]+);");

  /** What a dry run and a demonstration print instead of the manifest's hash, and itself. */
  private static final List<Map.Entry<Pattern, String>> MARKS =
      List.of(
          Map.entry(Pattern.compile("(?m)^H;XOF;;;DRY RUN;*\\n"), ""),
          Map.entry(Pattern.compile("À BLANC – essai, rien n’est enregistré"), "MARK"),
          Map.entry(Pattern.compile("EXEMPLE – document de démonstration, sans valeur"), "MARK"),
          Map.entry(Pattern.compile("(état\\u00a0: )([0-9a-f]{16}|À BLANC)"), "$1MARK"),
          Map.entry(
              Pattern.compile("([;>])(À BLANC|EXEMPLE|DRY RUN|EXAMPLE|[0-9a-f]{16})(?=[;<\\r\\n])"),
              "$1MARK"));

  @TempDir private Path folder;

  private static void leavesNothing(TestHome home, JdbcClient sql, int exit, String... words) {
    noUpkeep(sql);
    HomeState before = HomeState.of(sql, home.home());
    TestHome.Said said = home.caisse(words);
    assertThat(said.exit()).as(said.toString()).isEqualTo(exit);
    assertThat(said.out()).contains("DRY RUN / À BLANC", "nothing of it stays");
    assertThat(HomeState.of(sql, home.home()).differencesFrom(before))
        .as(String.join(" ", words))
        .isEmpty();
  }

  /** The server's own upkeep would change what it knows of the sizes, whatever is run. */
  private static void noUpkeep(JdbcClient sql) {
    for (String table :
        sql.sql(
                "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND"
                    + " relkind = 'r'")
            .query(String.class)
            .list()) {
      sql.sql("ALTER TABLE " + table + " SET (autovacuum_enabled = false)").update();
    }
  }

  @Test
  void everyTableAndEveryFolderIsAsItWas() throws IOException {
    TestHome home = PreparedHome.copyTo(folder.resolve("home"));
    try (Database database = home.database()) {
      JdbcClient sql = JdbcClient.create(database.dataSource());
      Path registry = Files.createDirectories(folder.resolve("registry"));
      Files.writeString(
          registry.resolve("employers.csv"),
          """
          employer;name;population;ogd;valid_from;valid_to
          E900001;Nouveau;salaried_private;CNSS;2024-01-01;
          """);
      leavesNothing(
          home, sql, 0, "run", "registry-load", "date=2026-02-10", "file=" + registry, "--dry-run");
      leavesNothing(home, sql, 1, "month", "2026-02", "--dry-run");
      assertThat(home.caisse("month", "2026-02").exit()).isEqualTo(1);
      leavesNothing(
          home,
          sql,
          0,
          "withdraw",
          "cnss-2026-02.csv",
          "--reason",
          "sent by mistake",
          "--date",
          "2026-04-20",
          "--dry-run");
      assertThat(home.home().resolve("dry-run/2026-04-20/file-withdrawal-1")).isDirectory();
      assertThat(home.home().resolve("dry-run/2026-02/contribution-assessment-4")).isDirectory();
      assertThat(home.home().resolve("dry-run/.scratch")).doesNotExist();
      assertThat(home.caisse("verify").exit()).isZero();
    }
  }

  @Test
  void itSaysWhatWouldBePostedAndTheRealRunPostsThatAndSendsTheSameDocumentsButForTheMark()
      throws IOException {
    TestHome home = PreparedHome.copyTo(folder.resolve("home"));
    try (Database database = home.database()) {
      JdbcClient sql = JdbcClient.create(database.dataSource());
      Path left = home.home().resolve("dry-run/2026-02/contribution-assessment-1/left.txt");
      Files.createDirectories(left.getParent());
      Files.writeString(left, "of an earlier dry run");
      TestHome.Said tried = home.caisse("month", "2026-02", "--dry-run");
      assertThat(left).doesNotExist();
      assertThat(home.caisse("month", "2026-02").exit()).isEqualTo(tried.exit());
      for (String amount :
          sql.sql(
                  "SELECT to_char(sum(amount_minor) FILTER (WHERE reverses IS NULL),"
                      + " 'FM999G999G999') FROM ledger_entry GROUP BY run_id")
              .query(String.class)
              .list()) {
        assertThat(tried.out()).contains(amount.replace(',', '\u202f'));
      }
      Map<String, String> sent = documents(home.home().resolve("outbox"));
      sent.keySet().removeIf(name -> name.startsWith("2026-02-01/registry-load-1/"));
      Map<String, String> marked = documents(home.home().resolve("dry-run"));
      assertThat(marked.keySet()).isEqualTo(sent.keySet()).hasSizeGreaterThan(100);
      sent.forEach((name, content) -> assertThat(marked.get(name)).as(name).isEqualTo(content));
    }
  }

  /** All documents below a folder, those in zips and workbooks by themselves, without marks. */
  private static Map<String, String> documents(Path folder) throws IOException {
    Map<String, String> documents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        if (!name.endsWith("SHA256SUMS")) {
          add(documents, name, Files.readAllBytes(file));
        }
      }
    }
    return documents;
  }

  private static void add(Map<String, String> documents, String name, byte[] content)
      throws IOException {
    if (!name.endsWith(".zip") && !name.endsWith(".xlsx")) {
      documents.put(name, withoutMark(new String(content, StandardCharsets.UTF_8)));
      return;
    }
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        add(documents, name + "!" + entry.getName(), zip.readAllBytes());
      }
    }
  }

  private static String withoutMark(String content) {
    String text =
        ENTITY
            .matcher(content)
            .replaceAll(of -> Character.toString(Integer.parseInt(of.group(1), 16)));
    for (Map.Entry<Pattern, String> mark : MARKS) {
      text = mark.getKey().matcher(text).replaceAll(mark.getValue());
    }
    return text;
  }

  @Test
  void forMachinesItIsOneObjectARun() {
    TestHome home = PreparedHome.copyTo(folder.resolve("home"));
    TestHome.Said said =
        home.caisse("run", "declaration-intake", "date=" + FIRST, "--dry-run", "--json");
    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out())
        .contains("\"dry_run\" : true", "\"run\" : \"2026-03-09/declaration-intake-1\"")
        .contains("\"would\" : {", "\"declarations_filed\" : ", "\"documents\" : ")
        .doesNotContain("\"id\"");
  }

  @Test
  void whereverItIsKilledNothingStaysAndTheNextOneFindsNothingInItsWay() throws Exception {
    TestHome home = PreparedHome.copyTo(folder.resolve("home"));
    HomeState before;
    try (Database database = home.database()) {
      before = HomeState.of(JdbcClient.create(database.dataSource()), home.home());
    }
    for (int nth : new int[] {1, 4, 30, 75}) {
      Process halted =
          CaisseProcess.start(
              home,
              Map.of("CAISSE_HALT_AT", Integer.toString(nth)),
              "month",
              "2026-02",
              "--dry-run");
      String said = new String(halted.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(halted.waitFor()).as("halted at " + nth + "\n" + said).isEqualTo(137);
    }
    Process killed = CaisseProcess.start(home, Map.of(), "month", "2026-02", "--dry-run");
    try (BufferedReader lines = killed.inputReader(StandardCharsets.UTF_8)) {
      assertThat(lines.lines().anyMatch(line -> line.contains("dry run: declaration-intake")))
          .isTrue();
      killed.destroyForcibly();
    }
    assertThat(killed.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    try (Database database = home.database()) {
      JdbcClient sql = JdbcClient.create(database.dataSource());
      assertThat(HomeState.of(sql, home.home()).differencesFrom(before)).isEmpty();
      leavesNothing(home, sql, 1, "month", "2026-02", "--dry-run");
      assertThat(home.home().resolve("dry-run/.scratch")).doesNotExist();
    }
    assertThat(home.caisse("month", "2026-02").exit()).isEqualTo(1);
    try (Database database = home.database()) {
      assertThat(
              Books.of(
                      JdbcClient.create(database.dataSource()),
                      new org.caisse.config.workspace.Workspace(home.home()))
                  .differencesFrom(LoadedFund.undisturbedBooks()))
          .isEmpty();
    }
  }

  /** Blocks at the first commit until it is let go. */
  private static final class Pause implements FailPoint {

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch letGo = new CountDownLatch(1);

    @Override
    public void reached(String place) {
      if (place.equals("commit")) {
        reached.countDown();
        try {
          if (!letGo.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("nobody let it go");
          }
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }

  @Test
  void besideARunADryRunDoesNotBegin() throws Exception {
    try (LoadedFund fund = LoadedFund.in(folder);
        ExecutorService other = Executors.newSingleThreadExecutor()) {
      Pause pause = new Pause();
      Future<RunOutcome> real = other.submit(() -> fund.intake(pause, FIRST));
      assertThat(pause.reached.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThatThrownBy(() -> DryRun.begin(fund.workspace().forDryRun(), fund.database()))
          .isInstanceOf(BusyException.class)
          .hasMessageContaining("a run is under way");
      pause.letGo.countDown();
      assertThat(real.get().result()).isEqualTo(RunOutcome.Result.COMPLETED);
      DryRun.begin(fund.workspace().forDryRun(), fund.database()).close();
    }
  }

  @Test
  void aRunThatBeginsEndsADryRunAndIsNotHeldUpByIt() throws Exception {
    try (LoadedFund fund = LoadedFund.in(folder);
        ExecutorService other = Executors.newSingleThreadExecutor()) {
      HomeState before = HomeState.of(fund.sql(), fund.workspace().home());
      Pause pause = new Pause();
      RunEnvironment real = fund.environment(pause);
      Future<RunOutcome> tried;
      try (DryRun dryRun = DryRun.begin(real.workspace().forDryRun(), real.database())) {
        tried = other.submit(() -> fund.intake(real.tryingOut(dryRun), FIRST));
        assertThat(pause.reached.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(() -> DryRun.begin(real.workspace().forDryRun(), real.database()))
            .isInstanceOf(BusyException.class);
        assertThat(HomeState.of(fund.sql(), fund.workspace().home()).differencesFrom(before))
            .as("while it is under way")
            .isEmpty();
        assertThat(fund.intake(FIRST).result()).isEqualTo(RunOutcome.Result.COMPLETED);
        pause.letGo.countDown();
        assertThatThrownBy(tried::get).hasRootCauseInstanceOf(BusyException.class);
      } finally {
        real.database().close();
      }
      fund.month();
      assertThat(fund.books().differencesFrom(LoadedFund.undisturbedBooks())).isEmpty();
    }
  }
}
