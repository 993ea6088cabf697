package org.caisse.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.caisse.config.database.Database;
import org.caisse.config.pack.BundledPacks;
import org.caisse.config.pack.PackLoader;
import org.caisse.config.settings.Settings;
import org.caisse.config.settings.SettingsLoader;
import org.caisse.config.text.Language;
import org.caisse.config.workspace.Workspace;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.Pack;
import org.caisse.domain.run.FailPoint;
import org.caisse.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What Spring Batch would do by itself with a failing chunk, and must not do here. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpringBatchTrapsTest {

  private static final int ITEMS = 25;
  private static final int CHUNK = 10;
  private static final int POISON = 17;

  private static final AtomicInteger DAYS = new AtomicInteger();

  @TempDir private static Path folder;

  private RunEnvironment environment;
  private JdbcClient sql;
  private boolean poisoned;

  @BeforeAll
  void open() throws IOException {
    Workspace workspace = new Workspace(folder.resolve("home")).create();
    BundledPacks.copyTo(workspace.packs());
    SettingsLoader.copyDemoTo(workspace.settings());
    Pack pack = PackLoader.load(workspace.packs(), "bf-amu");
    Settings settings = SettingsLoader.load(workspace.settings(), pack);
    Database database = Database.open(workspace, TestServer.environment(workspace.home()));
    database.migrate();
    environment =
        new RunEnvironment(
            workspace,
            database,
            new Law(pack, settings.fund()),
            settings,
            Files.readString(workspace.settings()),
            PackLoader.files(workspace.packs(), "bf-amu"),
            "test",
            FailPoint.NONE);
    sql = JdbcClient.create(environment.dataSource());
    sql.sql("CREATE TABLE number (run_id integer, n integer, PRIMARY KEY (run_id, n))").update();
  }

  @AfterAll
  void close() {
    environment.database().close();
  }

  @BeforeEach
  void poison() {
    poisoned = true;
  }

  /** The numbers from 1 on, which knows its place. */
  private static final class Numbers implements ItemStreamReader<Integer> {

    private int last;

    @Override
    public void open(ExecutionContext context) {
      last = (int) context.getLong("last", 0);
    }

    @Override
    public Integer read() {
      return last < ITEMS ? ++last : null;
    }

    @Override
    public void update(ExecutionContext context) {
      context.putLong("last", last);
    }
  }

  /** Writes numbers to a table; what fails, and where, is up to the test. */
  private final class NumbersJob implements CaisseJob {

    @Override
    public String name() {
      return "numbers";
    }

    @Override
    public String purpose() {
      return "counts";
    }

    @Override
    public List<RunParameter> parameters() {
      return List.of();
    }

    @Override
    public RunRequest request(Map<String, List<String>> values, RunEnvironment around) {
      LocalDate day = LocalDate.of(2026, 1, 1).plusDays(DAYS.get());
      return new RunRequest(day.toString(), day, false, List.of(), List.of());
    }

    @Override
    public Job build(RunContext run) {
      return run.pipeline()
          .start(
              run.steps()
                  .<Integer, Integer>chunked(
                      "count", CHUNK, new Numbers(), this::process, chunk -> write(run, chunk)))
          .next(run.steps().whole("complete", new CompleteRun(run, "SELECT 1 AS one, :run AS run")))
          .build();
    }

    private Integer process(Integer number) {
      if (poisoned && number == POISON) {
        throw new IllegalArgumentException("number " + number + " is poison");
      }
      return number;
    }

    private void write(RunContext run, Chunk<? extends Integer> numbers) {
      for (Integer number : numbers) {
        run.sql().sql("INSERT INTO number VALUES (?, ?)").params(run.run().id(), number).update();
      }
    }
  }

  private RunOutcome count() {
    return new RunLauncher(environment, Map.of("numbers", new NumbersJob()))
        .run("numbers", Map.of(), Language.FR, RunProgress.NONE);
  }

  private List<Integer> numbers(RunOutcome outcome) {
    return sql.sql("SELECT n FROM number WHERE run_id = ? ORDER BY n")
        .param(outcome.run().id())
        .query(Integer.class)
        .list();
  }

  private static List<Integer> upTo(int last) {
    return IntStream.rangeClosed(1, last).boxed().toList();
  }

  private String step(RunOutcome outcome) {
    return sql.sql(
            "SELECT concat_ws(' ', s.status, commit_count, write_count, read_skip_count +"
                + " write_skip_count + process_skip_count, substring(short_context FROM"
                + " 'last=L([0-9]+)')) FROM batch_step_execution s JOIN"
                + " batch_step_execution_context USING (step_execution_id) JOIN"
                + " batch_job_execution_params p USING (job_execution_id) WHERE step_name = 'count'"
                + " AND parameter_value = ? ORDER BY step_execution_id DESC LIMIT 1")
        .param(outcome.run().key().label())
        .query(String.class)
        .single();
  }

  @Test
  void aPoisonItemFailsTheRunAndLeavesNothingOfItsChunk() {
    DAYS.incrementAndGet();
    RunOutcome failed = count();
    assertThat(failed.result()).isEqualTo(RunOutcome.Result.FAILED);
    assertThat(failed.message()).contains("number 17 is poison");
    assertThat(numbers(failed)).isEqualTo(upTo(CHUNK));
    assertThat(step(failed))
        .as("one chunk, ten rows, nothing skipped, at the tenth")
        .matches("FAILED 1 10 0 10");

    RunOutcome failedAgain = count();
    assertThat(failedAgain.result()).isEqualTo(RunOutcome.Result.FAILED);
    assertThat(numbers(failedAgain)).isEqualTo(upTo(CHUNK));

    poisoned = false;
    RunOutcome done = count();
    assertThat(done.result()).isEqualTo(RunOutcome.Result.COMPLETED);
    assertThat(done.run().id()).isEqualTo(failed.run().id());
    assertThat(numbers(done)).isEqualTo(upTo(ITEMS));
    assertThat(step(done)).startsWith("COMPLETED").endsWith(" 15 0 25");
  }

  @Test
  void aFailedCommitRollsBackRowsAndPlaceAndTheRunGoesOnExactlyThere() {
    DAYS.incrementAndGet();
    poisoned = false;
    sql.sql(
            "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION"
                + " 'refused at the commit'; END $$")
        .update();
    sql.sql(
            "CREATE CONSTRAINT TRIGGER refuse AFTER INSERT ON number DEFERRABLE INITIALLY DEFERRED"
                + " FOR EACH ROW WHEN (NEW.n = 17) EXECUTE FUNCTION refuse()")
        .update();
    RunOutcome failed = count();
    assertThat(failed.result()).isEqualTo(RunOutcome.Result.FAILED);
    assertThat(numbers(failed)).isEqualTo(upTo(CHUNK));

    sql.sql("DROP TRIGGER refuse ON number").update();
    RunOutcome done = count();
    assertThat(done.result()).as(done.toString()).isEqualTo(RunOutcome.Result.COMPLETED);
    assertThat(numbers(done)).isEqualTo(upTo(ITEMS));
    assertThat(
            sql.sql(
                    "SELECT count(*) FROM batch_job_execution WHERE status NOT IN ('COMPLETED',"
                        + " 'FAILED')")
                .query(Integer.class)
                .single())
        .as("executions in limbo")
        .isZero();
  }

  @Test
  void aRestartThatFailsBeforeItsFirstCommitDoesNotForgetThePlaceOfTheOneBefore() {
    DAYS.incrementAndGet();
    poisoned = false;
    sql.sql(
            "CREATE FUNCTION refuse_again() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE"
                + " EXCEPTION 'refused at the commit'; END $$")
        .update();
    sql.sql(
            "CREATE CONSTRAINT TRIGGER refuse_again AFTER INSERT ON number DEFERRABLE INITIALLY"
                + " DEFERRED FOR EACH ROW WHEN (NEW.n = 17) EXECUTE FUNCTION refuse_again()")
        .update();
    for (int attempt = 0; attempt < 3; attempt++) {
      RunOutcome failed = count();
      assertThat(failed.result()).isEqualTo(RunOutcome.Result.FAILED);
      assertThat(numbers(failed)).isEqualTo(upTo(CHUNK));
    }
    sql.sql("DROP TRIGGER refuse_again ON number").update();
    RunOutcome done = count();
    assertThat(done.result()).as(done.toString()).isEqualTo(RunOutcome.Result.COMPLETED);
    assertThat(numbers(done)).isEqualTo(upTo(ITEMS));
  }

  @Test
  void contextsHoldOnlyNumbersFlagsAndStrings() throws IOException {
    ContextText text = new ContextText();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Map<String, Object> context = Map.of("a", 1L, "b", "x = y", "c", true, "d", 2);
    text.serialize(context, bytes);
    assertThat(bytes).hasToString("a=L1\nb=Sx = y\nc=Btrue\nd=I2\n");
    assertThat(text.deserialize(new ByteArrayInputStream(bytes.toByteArray()))).isEqualTo(context);
    for (Object other : List.of(List.of(1L), LocalDate.EPOCH, 1.5, "two\nlines")) {
      assertThatThrownBy(() -> text.serialize(Map.of("place", other), new ByteArrayOutputStream()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("'place'");
    }
  }

  @Test
  void storedContextsAreReadableText() {
    DAYS.incrementAndGet();
    poisoned = false;
    count();
    assertThat(
            sql.sql(
                    "SELECT short_context FROM batch_step_execution_context UNION ALL SELECT"
                        + " short_context FROM batch_job_execution_context")
                .query(String.class)
                .list())
        .isNotEmpty()
        .allSatisfy(context -> assertThat(context).matches("([A-Za-z0-9_.]+=[LIBS][^\n]*\n)*"));
  }
}
