package org.caisse.jobs.run;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.caisse.config.format.Formats;
import org.caisse.config.pack.PackFiles;
import org.caisse.config.pack.PackLoader;
import org.caisse.config.settings.SettingsLoader;
import org.caisse.config.text.Language;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.Pack;
import org.caisse.domain.pack.UnsetParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Starts, continues and recovers runs. It is always safe to ask again: a run under way elsewhere is
 * left alone, an unfinished one is continued where it was, a finished one is done again only when
 * something new came in.
 */
public final class RunLauncher {

  private static final Logger LOG = LoggerFactory.getLogger(RunLauncher.class);

  private final RunEnvironment environment;
  private final Map<String, CaisseJob> jobs;
  private final RunStore store;

  /**
   * @param jobs by name
   */
  public RunLauncher(RunEnvironment environment, Map<String, CaisseJob> jobs) {
    this.environment = environment;
    this.jobs = Map.copyOf(jobs);
    this.store = new RunStore(environment);
  }

  /** The job of a name. */
  public CaisseJob job(String name) {
    CaisseJob job = jobs.get(name);
    if (job == null) {
      throw new UsageException(
          "there is no job '%s'; the jobs are: %s"
              .formatted(name, String.join(", ", jobs.keySet().stream().sorted().toList())));
    }
    return job;
  }

  /** Runs a job, or continues its unfinished run of the same scope. */
  public RunOutcome run(
      String jobName,
      Map<String, List<String>> parameters,
      Language language,
      RunProgress progress) {
    return atWork(() -> runAtWork(jobName, parameters, language, progress));
  }

  private RunOutcome runAtWork(
      String jobName,
      Map<String, List<String>> parameters,
      Language language,
      RunProgress progress) {
    CaisseJob job = job(jobName);
    String asked = new TreeMap<>(parameters).toString();
    Optional<Run> same = store.same(jobName, asked);
    if (same.isPresent()) {
      // Who asks again for a decision means that one. By now it would be refused as known.
      return same.get().status().isUnfinished()
          ? execute(same.get(), progress)
          : alreadyDone(same.get(), List.of());
    }
    RunRequest request = job.request(parameters, environment);
    List<String> unset = environment.law().unset(request.businessDate());
    if (!unset.isEmpty() && job.appliesLaw() && !request.reads().isEmpty()) {
      throw new UsageException(
          "job %s needs values that the law leaves to the fund and that nobody set: %s; add them under 'parameters' of %s"
              .formatted(jobName, String.join(", ", unset), environment.workspace().settings()));
    }
    FreezeRun freeze = new FreezeRun(environment, store);
    FreezeRun.Found found = freeze.find(job, request, language, asked);
    if (found.continued()) {
      RunOutcome continued = execute(found.run(), progress);
      if (continued.result() != RunOutcome.Result.COMPLETED || !request.takesFiles()) {
        return continued;
      }
      // Files that came after the unfinished run was frozen must not be left lying.
      found = freeze.find(job, request, language, asked);
      if (found.alreadyDone()) {
        return continued;
      }
    }
    if (found.alreadyDone()) {
      return alreadyDone(found.run(), found.leftOut());
    }
    return execute(found.run(), progress).leavingOut(found.leftOut());
  }

  private RunOutcome alreadyDone(Run run, List<LeftOut> leftOut) {
    afterwards();
    long rejects = run == null ? 0 : store.rejects(run.id());
    return new RunOutcome(run, RunOutcome.Result.ALREADY_DONE, rejects, "", leftOut);
  }

  private <T> T tryOut(Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      if (!environment.dryRun().isEnded() || !databaseAnswers()) {
        throw e;
      }
      LOG.info("a dry run was ended", e);
      throw new BusyException(
          "the dry run was ended, because a run began that changes the books: ask again when that"
              + " has ended");
    }
  }

  private boolean databaseAnswers() {
    try {
      environment.database().dedicated().close();
      return true;
    } catch (SQLException e) {
      LOG.debug("the database does not answer", e);
      return false;
    }
  }

  /** Continues an unfinished run. */
  public RunOutcome restart(Run run, RunProgress progress) {
    if (run.status() == Run.Status.COMPLETED) {
      return new RunOutcome(run, RunOutcome.Result.ALREADY_DONE, store.rejects(run.id()), "");
    }
    requireNotAbandoned(run);
    return atWork(() -> execute(run, progress));
  }

  /** Does what changes the books: no dry run is under way meanwhile, unless this is one. */
  private <T> T atWork(Supplier<T> work) {
    if (environment.isDryRun()) {
      return tryOut(work);
    }
    try (WorkLock _ = WorkLock.shared(environment.database().dedicated())) {
      return work.get();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot begin to work", e);
    }
  }

  private static void requireNotAbandoned(Run run) {
    if (run.status() == Run.Status.ABANDONED) {
      throw new UsageException(
          "run %d (%s) was given up and cannot go on: ask for a new one, with `caisse run`"
              .formatted(run.id(), run.key().label()));
    }
  }

  /**
   * Marks a run whose process died as failed, so that lists show the truth; it can be restarted as
   * it could before.
   *
   * @return whether there was anything to mark: false when it completed, or a living process
   *     executes it
   */
  public boolean recover(Run run) {
    return atWork(() -> recoverAtWork(run));
  }

  private boolean recoverAtWork(Run run) {
    try (RunLock lock = RunLock.tryAcquire(environment.database().dedicated(), run.id())) {
      if (lock == null) {
        return false;
      }
      RunSessions.end(lock.session(), run);
      DeadExecutions.end(BatchRepository.create(environment.dataSource(), run), run);
      Run now = store.find(run.id()).orElseThrow();
      boolean dead = now.status() == Run.Status.RUNNING;
      if (dead) {
        store.ended(store.take(now), Run.Status.FAILED, "its process died");
      }
      return dead;
    } catch (SQLException e) {
      throw new IllegalStateException("cannot recover run " + run.key().label(), e);
    }
  }

  /** Whether a living process executes a run. */
  public boolean isExecuting(Run run) {
    try (RunLock lock = RunLock.tryAcquire(environment.database().dedicated(), run.id())) {
      return lock == null;
    } catch (SQLException e) {
      throw new IllegalStateException("cannot look at run " + run.key().label(), e);
    }
  }

  private RunOutcome execute(Run frozen, RunProgress progress) {
    try {
      return environment.isDryRun() ? tryOut(frozen, progress) : executeAlone(frozen, progress);
    } catch (RuntimeException e) {
      if (environment.isDryRun()) {
        throw e;
      }
      String lost = environment.database().explainLoss(e).orElseThrow(() -> e);
      LOG.error("run {} lost its database", frozen.key().label(), e);
      return new RunOutcome(frozen, RunOutcome.Result.FAILED, 0, lost);
    }
  }

  /** Nobody else sees the run, or executes it if it had begun: there is nothing to take over. */
  private RunOutcome tryOut(Run frozen, RunProgress progress) {
    requireNotAbandoned(frozen);
    Run run = store.take(frozen);
    JobRepository repository = BatchRepository.create(environment.dataSource(), run);
    DeadExecutions.end(repository, run);
    WorkFolders.delete(environment.workspace().outbox().resolve(run.key().label()));
    return launch(run, repository, progress);
  }

  private RunOutcome executeAlone(Run frozen, RunProgress progress) {
    try (RunLock lock = RunLock.tryAcquire(environment.database().dedicated(), frozen.id())) {
      if (lock == null) {
        return new RunOutcome(
            frozen,
            RunOutcome.Result.BUSY,
            0,
            "another process is executing run " + frozen.key().label());
      }
      Run now = store.find(frozen.id()).orElseThrow();
      requireNotAbandoned(now);
      if (now.status() == Run.Status.COMPLETED) {
        afterwards();
        return new RunOutcome(
            frozen, RunOutcome.Result.ALREADY_DONE, store.rejects(frozen.id()), "");
      }
      RunSessions.end(lock.session(), frozen);
      Run run = store.take(frozen);
      JobRepository repository = BatchRepository.create(environment.dataSource(), run);
      DeadExecutions.end(repository, run);
      return launch(run, repository, progress);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot take run " + frozen.key().label(), e);
    }
  }

  private RunOutcome launch(Run run, JobRepository repository, RunProgress progress) {
    progress.runStarted(run);
    FencedTransactions transactions =
        new FencedTransactions(environment.dataSource(), run, environment.failPoint());
    RunContext context =
        new RunContext(
            run,
            environment,
            frozenLaw(run),
            frozenFormats(run),
            store.files(run.id()),
            store.inputs(run.id()),
            new FileStore(environment).withdrawnFor(run.id()),
            new Steps(
                repository,
                transactions,
                new DoneSteps(JdbcClient.create(environment.dataSource()), run.id()),
                progress),
            repository,
            progress);
    int ruleset = store.ruleset(run.id());
    if (ruleset != RunEnvironment.RULESET) {
      return failed(
          run,
          "it began under ruleset %d and this program has %d: finish it with the program that began it"
              .formatted(ruleset, RunEnvironment.RULESET));
    }
    Job job = job(run.key().job()).build(context);
    JobExecution execution;
    try {
      execution = BatchRepository.operator(repository, job).start(job, identity(run));
    } catch (Exception e) {
      LOG.error("run {} could not be started", run.key().label(), e);
      return failed(run, message(e));
    }
    return conclude(run, execution);
  }

  private RunOutcome conclude(Run run, JobExecution execution) {
    Optional<Run> now = store.find(run.id());
    if (now.isPresent() && now.get().status() == Run.Status.COMPLETED) {
      afterwards();
      return new RunOutcome(now.get(), RunOutcome.Result.COMPLETED, store.rejects(run.id()), "");
    }
    if (execution.getStatus() == BatchStatus.STOPPED) {
      store.ended(run, Run.Status.STOPPED, null);
      return new RunOutcome(run, RunOutcome.Result.STOPPED, 0, "stopped at an operator's request");
    }
    List<Throwable> failures = execution.getAllFailureExceptions();
    return failed(
        run,
        failures.isEmpty()
            ? execution.getExitStatus().getExitDescription()
            : message(cause(failures)));
  }

  /**
   * What went wrong. When a commit fails, Spring Batch cannot write down how the step stands
   * either, and says so; that is no cause.
   */
  private static Throwable cause(List<Throwable> failures) {
    return failures.stream()
        .filter(failure -> !(failure instanceof OptimisticLockingFailureException))
        .findFirst()
        .orElse(failures.getFirst());
  }

  private RunOutcome failed(Run run, String why) {
    boolean ours = store.find(run.id()).filter(now -> now.fence() == run.fence()).isPresent();
    // Of all that goes wrong for a ghost, that it is one says the most.
    String said = ours ? why : new FencedOutException(run.key().label(), run.fence()).getMessage();
    store.ended(run, Run.Status.FAILED, said);
    return new RunOutcome(run, RunOutcome.Result.FAILED, 0, said);
  }

  /**
   * What a completed run leaves to be done, by whoever comes next when its process dies before it.
   */
  private void afterwards() {
    if (environment.isDryRun()) {
      return;
    }
    new ManifestFiles(environment).publish();
    try {
      new WorkFolders(environment).clear();
    } catch (UncheckedIOException e) {
      LOG.warn("work folders are left for the next occasion", e);
    }
  }

  /**
   * Formats as they were when the run began; a run from before there were any has the bundled ones.
   */
  private Formats frozenFormats(Run run) {
    return run.formatsSha256().isEmpty()
        ? Formats.bundled()
        : Formats.fromText(store.law(run.formatsSha256()));
  }

  /** Pack and settings as they were when the run began, whatever the files say now. */
  private Law frozenLaw(Run run) {
    Pack pack =
        PackLoader.load(
            PackFiles.fromBytes(store.law(run.packSha256()).getBytes(StandardCharsets.UTF_8)),
            run.packId());
    return new Law(
        pack,
        SettingsLoader.load(
                store.law(run.settingsSha256()).getBytes(StandardCharsets.UTF_8),
                "settings.yaml",
                pack)
            .fund());
  }

  static JobParameters identity(Run run) {
    return new JobParametersBuilder().addString("run", run.key().label(), true).toJobParameters();
  }

  private String message(Throwable failure) {
    Optional<String> lost = environment.database().explainLoss(failure);
    if (lost.isPresent()) {
      return lost.get();
    }
    Throwable cause = failure;
    while (cause.getCause() != null && !(cause instanceof UnsetParameterException)) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
