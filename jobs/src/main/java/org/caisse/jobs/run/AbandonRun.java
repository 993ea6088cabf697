package org.caisse.jobs.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives up a run that never can complete, so that its job and scope are free for another one. Only
 * while nothing of it is seen by others: it has filed, posted, numbered and published nothing.
 * Afterwards nothing of it counts: no run reads it, and its files can be taken in again. Its rows
 * stay where they are, as evidence, and a manifest says who gave it up, when and why, in the chain
 * of all manifests.
 */
public final class AbandonRun {

  private static final String GIVE_UP = Sql.of(AbandonRun.class, "abandon");
  private static final String SEEN = Sql.of(AbandonRun.class, "seen-by-others");
  private static final int MOST_REASON = 200;

  private final RunEnvironment environment;

  public AbandonRun(RunEnvironment environment) {
    this.environment = environment;
  }

  /**
   * Gives a run up.
   *
   * @param reason why, in one line, for whoever asks later
   * @throws UsageException when it completed, is under way, or others see something of it; then
   *     nothing was changed
   */
  public void abandon(Run run, String reason) {
    String why = reason.strip();
    if (why.isEmpty()
        || why.length() > MOST_REASON
        || why.chars().anyMatch(Character::isISOControl)) {
      throw new UsageException(
          "a reason says in one line, of at most %d characters, why the run is given up"
              .formatted(MOST_REASON));
    }
    try (WorkLock _ = WorkLock.shared(environment.database().dedicated());
        RunLock lock = RunLock.tryAcquire(environment.database().dedicated(), run.id())) {
      if (lock == null) {
        throw new UsageException(
            "run %d (%s) is under way: stop it first, with `caisse stop %d`"
                .formatted(run.id(), run.key().label(), run.id()));
      }
      RunSessions.end(lock.session(), run);
      DeadExecutions.end(BatchRepository.create(environment.dataSource(), run), run);
      new TransactionTemplate(new RunTransactions(environment.dataSource(), run))
          .executeWithoutResult(status -> giveUp(run, why));
      new ManifestFiles(environment).publish();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot take run " + run.key().label(), e);
    }
  }

  private void giveUp(Run run, String reason) {
    JdbcClient sql = JdbcClient.create(environment.dataSource());
    // The fence rises: a process that was taken for dead commits nothing more, before or after.
    if (sql.sql(GIVE_UP).param(run.id()).update() == 0) {
      throw new UsageException(
          "run %d (%s) has ended: there is nothing to give up"
              .formatted(run.id(), run.key().label()));
    }
    List<String> seen =
        sql.sql(SEEN).param("run", run.id()).query((row, n) -> row.getString(1)).list();
    if (!seen.isEmpty()) {
      throw new UsageException(
          "run %d (%s) cannot be given up, others see what it did: %s; `caisse restart %d` goes on with it"
              .formatted(run.id(), run.key().label(), String.join(", ", seen), run.id()));
    }
    requireNothingSent(run);
    RunManifest manifest = new RunManifest(sql, environment, run);
    Map<String, Object> body = manifest.body();
    body.put("abandoned", Map.of("reason", reason));
    body.put("outputs", List.of());
    manifest.add(body);
  }

  /** Files that a killed process wrote before it could record them may have been sent. */
  private void requireNothingSent(Run run) {
    Path outbox = environment.workspace().outbox().resolve(run.key().label());
    if (!Files.isDirectory(outbox)) {
      return;
    }
    try (Stream<Path> files = Files.walk(outbox)) {
      Optional<Path> sent =
          files
              .filter(Files::isRegularFile)
              .filter(file -> !file.getFileName().toString().startsWith("."))
              .sorted()
              .findFirst();
      if (sent.isPresent()) {
        throw new UsageException(
            "run %d (%s) cannot be given up: it wrote %s, which may have been sent; `caisse restart %d` goes on with it"
                .formatted(run.id(), run.key().label(), sent.get(), run.id()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("folder " + outbox + " cannot be read", e);
    }
  }
}
