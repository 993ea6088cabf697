package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.caisse.app.TestHome;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.registry.RegistryLoad;
import org.caisse.jobs.run.Run;
import org.caisse.jobs.run.RunOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that never can complete are given up, if nothing of them is seen by others. */
class AbandonTest {

  private static final String PERSONS =
      "person;last_name;first_name;birth_date;sex;population;ogd;valid_from;valid_to\n";
  private static final String AWA = "NEW000001;TEST;Awa;1990-01-01;F;;;2024-01-01;\n";
  private static final String ALI = "NEW000002;TEST;Ali;1990-01-01;M;;;2024-01-01;\n";
  private static final String REASON = "the file was cut in half by the sender";

  @TempDir private Path folder;
  private TestHome home;
  private LoadedFund fund;

  @BeforeEach
  void open() {
    home = PreparedHome.copyTo(folder.resolve("home"));
    fund = LoadedFund.beside(home);
  }

  @AfterEach
  void close() {
    fund.close();
  }

  /** Fails at the n-th commit from now on. */
  private static FailPoint atCommit(int nth) {
    AtomicInteger left = new AtomicInteger(nth);
    return place -> {
      if (place.equals("commit") && left.decrementAndGet() == 0) {
        throw new IllegalStateException("this never can be");
      }
    };
  }

  private Path registry(String name, String... rows) {
    try {
      Path registry = Files.createDirectories(folder.resolve(name));
      Files.writeString(registry.resolve("persons.csv"), PERSONS + String.join("", rows));
      return registry;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RunOutcome load(FailPoint failPoint, String day, Path registry) {
    return fund.run(
        failPoint,
        RegistryLoad.NAME,
        Map.of("date", List.of(day), "file", List.of(registry.toString())));
  }

  /** A run that took persons in and failed at its control. */
  private Run broken(String day, Path registry) {
    RunOutcome failed = load(atCommit(5), day, registry);
    assertThat(failed.result()).as(failed.toString()).isEqualTo(RunOutcome.Result.FAILED);
    assertThat(count("SELECT count(*) FROM person_version WHERE run_id = " + failed.run().id()))
        .isPositive();
    return failed.run();
  }

  private long count(String query) {
    return fund.sql().sql(query).query(Long.class).single();
  }

  private TestHome.Said abandon(Run run) {
    return home.caisse("abandon", Integer.toString(run.id()), "--reason", REASON);
  }

  private Run.Status status(Run run) {
    return fund.runs().find(run.id()).orElseThrow().status();
  }

  private void assertVerified() {
    TestHome.Said verified = home.caisse("verify");
    assertThat(verified.exit()).as(verified.toString()).isZero();
    TestHome.Said offline = home.caisse("verify", "--offline");
    assertThat(offline.exit()).as(offline.toString()).isZero();
  }

  @Test
  void aBrokenRegistryRunIsGivenUpAndTheDayGoesOnAsIfItHadNotBeen() throws IOException {
    Run run = broken("2026-02-20", registry("broken", AWA));

    TestHome.Said said = abandon(run);

    assertThat(said.exit()).as(said.toString()).isZero();
    assertThat(said.out()).contains("is given up");
    assertThat(status(run)).isEqualTo(Run.Status.ABANDONED);
    assertThat(home.caisse("runs", "--open").out()).doesNotContain(run.key().label());
    TestHome.Said shown = home.caisse("show", run.key().label());
    assertThat(shown.out()).contains("ABANDONED", REASON);
    Path manifest = home.home().resolve("manifests/000002-2026-02-20-registry-load-1.json");
    assertThat(Files.readString(manifest)).contains("abandoned", REASON);

    assertThat(load(FailPoint.NONE, "2026-02-20", registry("broken", AWA)).result())
        .as("the same content is taken in again")
        .isEqualTo(RunOutcome.Result.COMPLETED);
    RunOutcome next = load(FailPoint.NONE, "2026-02-20", registry("whole", AWA, ALI));
    assertThat(next.result()).as(next.toString()).isEqualTo(RunOutcome.Result.COMPLETED);
    assertThat(next.run().key().seq()).isEqualTo(3);
    assertThat(
            fund.sql()
                .sql(
                    "SELECT r.status || ' ' || person_no FROM person_version v JOIN person USING"
                        + " (person_id) JOIN run r ON r.run_id = v.run_id WHERE person_no LIKE"
                        + " 'NEW%' ORDER BY v.run_id")
                .query(String.class)
                .list())
        .as("what the abandoned run took in does not count as known")
        .containsExactly("ABANDONED NEW000001", "COMPLETED NEW000001", "COMPLETED NEW000002");
    assertVerified();
  }

  @Test
  void whatARunThatIsNotCompletedTookInIsNotKnownToAnotherOne() {
    Run unfinished = broken("2026-02-20", registry("first", AWA));

    RunOutcome other = load(FailPoint.NONE, "2026-02-21", registry("second", AWA, ALI));

    assertThat(count("SELECT count(*) FROM person_version WHERE run_id = " + other.run().id()))
        .isEqualTo(2);
    assertThat(home.caisse("restart", Integer.toString(unfinished.id())).exit()).isZero();
    assertVerified();
  }

  @Test
  void aRunThatIsGivenUpCannotGoOnAndCannotBeGivenUpAgain() {
    Run run = broken("2026-02-20", registry("broken", AWA));
    assertThat(abandon(run).exit()).isZero();

    TestHome.Said restarted = home.caisse("restart", Integer.toString(run.id()));
    assertThat(restarted.exit()).isEqualTo(2);
    assertThat(restarted.err()).contains("was given up", "caisse run");
    TestHome.Said again = abandon(run);
    assertThat(again.exit()).isEqualTo(2);
    assertThat(again.err()).contains("has ended");
    assertThat(home.caisse("replay", run.key().label()).err()).contains("was given up", REASON);
    assertThat(home.caisse("recover").out()).isEqualTo("No run is unfinished.\n");
  }

  @Test
  void aRunWhoseDeclarationsAreFiledIsNotGivenUpAndGoesOn() {
    RunOutcome failed = fund.intake(atCommit(6), LoadedFund.FIRST_RECEIPT);
    assertThat(failed.result()).isEqualTo(RunOutcome.Result.FAILED);
    assertThat(count("SELECT count(*) FROM declaration")).isPositive();

    TestHome.Said said = abandon(failed.run());

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("others see", "declarations: ", "caisse restart 2");
    assertThat(status(failed.run())).isEqualTo(Run.Status.FAILED);
    assertThat(home.caisse("month", "2026-02").exit()).isEqualTo(1);
    assertThat(fund.books().differencesFrom(LoadedFund.undisturbedBooks())).isEmpty();
  }

  @Test
  void aRunThatMayHaveSentAFileIsNotGivenUp() {
    RunOutcome failed =
        load(
            place -> {
              if (place.startsWith("rename SHA256SUMS")) {
                throw new IllegalStateException("this never can be");
              }
            },
            "2026-02-20",
            registry("rejected", AWA, AWA));
    assertThat(failed.result()).isEqualTo(RunOutcome.Result.FAILED);

    TestHome.Said said = abandon(failed.run());

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("rejects.csv", "may have been sent");
    assertThat(status(failed.run())).isEqualTo(Run.Status.FAILED);
  }

  @Test
  void aCompletedRunIsNotGivenUpAndAReasonIsGiven() {
    assertThat(home.caisse("abandon", "1", "--reason", REASON).err()).contains("has ended");
    assertThat(home.caisse("abandon", "1").exit()).isEqualTo(2);
    Run run = broken("2026-02-20", registry("broken", AWA));
    assertThat(home.caisse("abandon", Integer.toString(run.id()), "--reason", " ").err())
        .contains("says in one line");
    assertThat(status(run)).isEqualTo(Run.Status.FAILED);
  }
}
