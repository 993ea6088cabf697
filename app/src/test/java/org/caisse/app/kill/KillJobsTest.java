package org.caisse.app.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.caisse.app.CaisseProcess;
import org.caisse.app.TestHome;
import org.caisse.app.month.Books;
import org.caisse.app.month.PreparedHome;
import org.caisse.config.database.Database;
import org.caisse.config.workspace.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every job in a process of its own that is killed, just before a commit, force or rename or at any
 * moment, and asked for again: what it leaves is, byte for byte, what an undisturbed one leaves.
 *
 * <p>How often each of {@link KilledWork#ALL} is killed is the system property {@code
 * caisse.kills.jobs}; without it only the first few are, once. The moments follow from {@code
 * caisse.kills.seed}; {@code caisse.kills.of} is a pattern of the jobs that are killed.
 */
class KillJobsTest {

  /** Which jobs are killed. */
  private static final String OF = System.getProperty("caisse.kills.of", ".*");

  private static final int PATIENCE_SECONDS = 120;
  private static final int LONGEST_PAUSE_MILLIS = 300;
  private static final int LINES = 6;

  /** A small run has so many commits, forces and renames. */
  private static final int PLACES = 12;

  private static final int KILLED = 137;
  private static final Pattern JOB = Pattern.compile("\"job\"\\s*:\\s*\"([^\"]+)\"");

  @TempDir private Path folder;
  private final long seed = Long.getLong("caisse.kills.seed", 20_260_312L);
  private final Random random = new Random(seed);
  private final List<String> story = new ArrayList<>(List.of("seed " + seed));
  private int died;

  @Test
  void everyJobIsKilledHere() {
    Set<String> covered = new TreeSet<>();
    KilledWork.ALL.forEach(work -> covered.add(work.job()));
    Set<String> jobs = new TreeSet<>();
    JOB.matcher(new TestHome(folder, Map.of()).caisse("jobs", "--json").out())
        .results()
        .forEach(found -> jobs.add(found.group(1)));
    assertThat(jobs).isNotEmpty();
    assertThat(covered).as("a new job needs a line in KilledWork").isEqualTo(jobs);
  }

  @Test
  void everyJobThatIsKilledLeavesWhatAnUndisturbedOneLeaves(TestReporter reporter)
      throws Exception {
    Integer asked = Integer.getInteger("caisse.kills.jobs");
    int kills = asked == null ? 1 : asked;
    KilledWork.writeFiles(folder);
    TestHome calm = PreparedHome.copyTo(folder.resolve("calm"));
    TestHome killed = PreparedHome.copyTo(folder.resolve("killed"));
    List<KilledWork> all =
        asked == null ? KilledWork.ALL.subList(0, KilledWork.IN_EVERY_BUILD) : KilledWork.ALL;
    for (KilledWork work : all) {
      undisturbed(calm, work);
      if (work.job().matches(OF)) {
        disturbed(killed, work, kills, completed(calm));
      } else {
        undisturbed(killed, work);
      }
    }
    reporter.publishEntry("processes that died", died + ": " + story);
    Map<String, String> differing = rows(killed);
    differing.entrySet().removeAll(rows(calm).entrySet());
    assertThat(differing).as(story.toString()).isEmpty();
    assertThat(books(killed).differencesFrom(books(calm))).as(story.toString()).isEmpty();
    assertThat(killed.caisse("verify").exit()).as(story.toString()).isZero();
    assertThat(died).as("processes that died: " + story).isPositive();
  }

  private void undisturbed(TestHome home, KilledWork work) {
    long before = completed(home);
    work.prepare(home);
    TestHome.Said said = home.caisse(work.words(home, folder));
    assertThat(said.exit()).as(work + "\n" + said).isLessThan(2);
    assertThat(completed(home)).as(work + "\n" + said).isGreaterThan(before);
    assertThat(jobsSince(home, before)).as(work.toString()).contains(work.job());
  }

  private void disturbed(TestHome home, KilledWork work, int kills, long expected)
      throws Exception {
    work.prepare(home);
    String[] words = work.words(home, folder);
    for (int kill = 0; kill < kills && completed(home) < expected; kill++) {
      story.add(killed(home, kill % 2 == 0, words));
      recovered(home);
    }
    String unfinished = unfinished(home);
    if (!unfinished.isEmpty()) {
      TestHome.Said said = home.caisse("restart", unfinished);
      assertThat(said.exit()).as(work + "\n" + story + "\n" + said).isLessThan(2);
    }
    if (completed(home) < expected) {
      TestHome.Said said = home.caisse(words);
      assertThat(said.exit()).as(work + "\n" + story + "\n" + said).isLessThan(2);
    }
    assertThat(completed(home)).as(work + "\n" + story).isEqualTo(expected);
  }

  /** Until the server has noticed that the process is gone, the run counts as executed. */
  private void recovered(TestHome home) throws InterruptedException {
    for (int i = 0; i < PATIENCE_SECONDS; i++) {
      TestHome.Said said = home.caisse("recover");
      assertThat(said.exit()).as(story + "\n" + said).isLessThan(2);
      if (running(home) == 0) {
        return;
      }
      TimeUnit.SECONDS.sleep(1);
    }
    assertThat(running(home)).as("runs that nobody can take over: " + story).isZero();
  }

  /** Kills a command, and says how. */
  private String killed(TestHome home, boolean atAPlace, String... words) throws Exception {
    String how;
    Process process;
    if (atAPlace) {
      int place = 1 + random.nextInt(PLACES);
      process = CaisseProcess.start(home, Map.of("CAISSE_HALT_AT", "" + place), words);
      process.getInputStream().readAllBytes();
      how = "halted at " + place;
    } else {
      int lines = random.nextInt(LINES);
      int pause = random.nextInt(LONGEST_PAUSE_MILLIS);
      process = CaisseProcess.start(home, Map.of(), words);
      try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
        for (int i = 0; i < lines && said.readLine() != null; i++) {
          // Only that it has come so far matters.
        }
        Thread.sleep(pause);
        process.destroyForcibly();
      }
      how = "killed %d ms after line %d".formatted(pause, lines);
    }
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as(story.toString()).isTrue();
    if (process.exitValue() == KILLED) {
      died++;
    }
    return "%s %s %s, exit %d".formatted(words[0], words[1], how, process.exitValue());
  }

  private static String unfinished(TestHome home) {
    return one(
        home,
        "SELECT coalesce(max(run_id)::text, '') FROM run WHERE status <> 'COMPLETED'",
        String.class);
  }

  private static long running(TestHome home) {
    return one(home, "SELECT count(*) FROM run WHERE status = 'RUNNING'", Long.class);
  }

  private static long completed(TestHome home) {
    return one(home, "SELECT count(*) FROM run WHERE status = 'COMPLETED'", Long.class);
  }

  private static String jobsSince(TestHome home, long before) {
    return one(home, "SELECT string_agg(job, ' ') FROM run WHERE run_id > " + before, String.class);
  }

  private static <T> T one(TestHome home, String query, Class<T> type) {
    try (Database database = home.database()) {
      return JdbcClient.create(database.dataSource()).sql(query).query(type).single();
    }
  }

  private static Books books(TestHome home) {
    try (Database database = home.database()) {
      return Books.of(JdbcClient.create(database.dataSource()), new Workspace(home.home()));
    }
  }

  /**
   * Hash of the rows of each table, but for what tells when and how often a run was begun:
   * surrogate keys are the same, too. Of manifests the books know what is the same wherever it is
   * done.
   */
  private static Map<String, String> rows(TestHome home) {
    Map<String, String> rows = new TreeMap<>();
    try (Database database = home.database()) {
      JdbcClient sql = JdbcClient.create(database.dataSource());
      sql.sql(
              "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind"
                  + " IN ('r', 'p') AND NOT relispartition AND relname !~"
                  + " '^(batch_|flyway_|manifest$)'")
          .query(String.class)
          .list()
          .forEach(
              table ->
                  rows.put(
                      table,
                      sql.sql(
                              """
                              SELECT count(*) || ' ' || coalesce(md5(string_agg(row, chr(10) ORDER BY row)), '')
                              FROM (SELECT (to_jsonb(t) - '{fence,failure,created_at,ended_at,closed_at}'::text[])::text AS row FROM %s t) r
                              """
                                  .formatted(table))
                          .query(String.class)
                          .single()));
    }
    return rows;
  }
}
