package org.caisse.jobs.replay;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.caisse.config.workspace.Workspace;
import org.caisse.domain.pack.Law;
import org.caisse.jobs.account.AccountSettlement;
import org.caisse.jobs.claim.ClaimAdjudication;
import org.caisse.jobs.collection.ClearanceCertificate;
import org.caisse.jobs.collection.CollectionFollowUp;
import org.caisse.jobs.contribution.ContributionAssessment;
import org.caisse.jobs.declaration.DeclarationIntake;
import org.caisse.jobs.entitlement.Entitlement;
import org.caisse.jobs.expected.DeclarationControl;
import org.caisse.jobs.invoice.InvoiceIntake;
import org.caisse.jobs.person.PersonMatch;
import org.caisse.jobs.regularisation.Regularisation;
import org.caisse.jobs.run.RunKey;
import org.caisse.jobs.run.RunProgress;
import org.caisse.jobs.run.UsageException;
import org.caisse.jobs.takeon.TakeOn;
import org.caisse.jobs.verify.Manifest;
import org.caisse.jobs.withdrawal.FileWithdrawal;

/**
 * Feeds what a run archived to the rules, under the law of that time, and compares every verdict.
 * It needs no database: manifests and archive are enough, which is what it proves.
 */
public final class Replay {

  /** More readers than this would only share the heap. */
  private static final int MOST_THREADS = 4;

  private static final long TELL_EVERY_MS = 200;

  private final Workspace workspace;
  private final ArchivedRun run;
  private final RunProgress progress;
  private final Done done;
  private final Differences differences = new Differences();

  private Replay(Workspace workspace, RunKey key, RunProgress progress) {
    this.workspace = workspace;
    this.run = ArchivedRun.of(workspace, key);
    this.progress = progress;
    this.done = new Done(progress);
  }

  /**
   * Replays a completed run.
   *
   * @throws UsageException when there is no such run, or it decided nothing by rules
   * @throws ReplayException when its manifest or law is missing or was changed, or the rules have
   *     changed since
   */
  public static ReplayReport run(Workspace workspace, RunKey key) {
    return run(workspace, key, RunProgress.NONE);
  }

  /** The same, and tells how it advances, in rows of the archive. */
  public static ReplayReport run(Workspace workspace, RunKey key, RunProgress progress) {
    Replay replay = new Replay(workspace, key, progress);
    return switch (key.job()) {
      case ContributionAssessment.NAME -> replay.assessment();
      case DeclarationIntake.NAME -> replay.intake();
      case FileWithdrawal.NAME -> replay.withdrawal();
      case CollectionFollowUp.NAME ->
          replay.own((run, law, done) -> ReplayCollection.of(run, "follow-up", law, done));
      case ClearanceCertificate.NAME ->
          replay.own((run, law, done) -> ReplayCollection.of(run, "clearance", law, done));
      case AccountSettlement.NAME -> replay.own(ReplaySettlement::of);
      case ClaimAdjudication.NAME -> replay.own(ReplayClaims::of);
      case PersonMatch.NAME -> replay.own(ReplayComparison::of);
      case DeclarationControl.NAME -> replay.own(ReplayControl::of);
      case InvoiceIntake.NAME -> replay.own((run, law, done) -> ReplayInvoices.of(run, done));
      case TakeOn.NAME -> replay.own((run, law, done) -> ReplayTakeOn.of(run, done));
      case Entitlement.NAME -> replay.own(ReplayRights::of);
      case Regularisation.NAME ->
          replay.own((run, law, done) -> ReplayRegularisation.of(run, done));
      default ->
          throw new UsageException(
              "run %s decided nothing that its archive holds: there are no rules to replay; `caisse verify` checks its files"
                  .formatted(key.label()));
    };
  }

  private ReplayReport intake() {
    long start = System.nanoTime();
    progress.stepStarted("replay");
    progress.expect(ReplayIntake.rows(run), "rows");
    ReplayedPart all =
        allOf(new ReplayIntake(run, workspace, WithdrawnFiles.NONE, done).parts(null, differences));
    return report(all, start);
  }

  private ReplayReport withdrawal() {
    long start = System.nanoTime();
    run.requireRuleset();
    progress.stepStarted("replay");
    progress.expect(ReplayIntake.rows(run), "rows");
    return report(ReplayWithdrawal.of(run, done), start);
  }

  /** Judges a run by its own archive again. */
  @FunctionalInterface
  private interface ByItself {
    ReplayedPart of(ArchivedRun run, Law law, Done done);
  }

  private ReplayReport own(ByItself work) {
    long start = System.nanoTime();
    run.requireRuleset();
    progress.stepStarted("replay");
    progress.expect(ReplayIntake.rows(run), "rows");
    return report(work.of(run, run.law(workspace), done), start);
  }

  private ReplayReport assessment() {
    long start = System.nanoTime();
    run.requireRuleset();
    LocalDate period = ReplayAssessment.period(run);
    List<ArchivedRun> intakes = inputs(DeclarationIntake.NAME);
    Map<String, Set<Integer>> withdrawn = withdrawn();
    Map<String, List<Manifest.WithdrawnFile>> byWithdrawal = new HashMap<>();
    inputs(FileWithdrawal.NAME)
        .forEach(one -> byWithdrawal.put(one.key().label(), one.body().withdrawnFiles()));
    progress.stepStarted("replay");
    progress.expect(
        ReplayIntake.rows(run) + intakes.stream().mapToLong(ReplayIntake::rows).sum(), "rows");
    List<Callable<ReplayedPart>> parts = new ArrayList<>();
    for (ArchivedRun intake : intakes) {
      WithdrawnFiles files =
          new WithdrawnFiles(
              !withdrawn.isEmpty(),
              intake.key().label(),
              withdrawn.getOrDefault(intake.key().label(), Set.of()),
              known(intake, byWithdrawal));
      parts.addAll(new ReplayIntake(intake, workspace, files, done).parts(period, differences));
    }
    Law law = run.law(workspace);
    for (Manifest.OutputFile file : run.files("enrolled")) {
      parts.add(ReplayPersons.enrolled(run, law, period, file, done));
    }
    ReplayedPart all = allOf(parts);
    all.standIn();
    all.add(new ReplayAssessment(run, law, all.counted, all.whole, done).replay());
    return report(all, start);
  }

  /** The files that an intake knew to be withdrawn, by the withdrawals that it read. */
  private static Set<WithdrawnFiles.TakenFile> known(
      ArchivedRun intake, Map<String, List<Manifest.WithdrawnFile>> byWithdrawal) {
    Set<WithdrawnFiles.TakenFile> known = new HashSet<>();
    for (Manifest.InputRun input : intake.body().inputRuns()) {
      byWithdrawal
          .getOrDefault(input.run(), List.of())
          .forEach(file -> known.add(new WithdrawnFiles.TakenFile(file.run(), file.ordinal())));
    }
    return known;
  }

  /** The files that did not count for the run: by label of the run that took them, their places. */
  private Map<String, Set<Integer>> withdrawn() {
    Map<String, Set<Integer>> withdrawn = new HashMap<>();
    for (ArchivedRun withdrawal : inputs(FileWithdrawal.NAME)) {
      for (Manifest.WithdrawnFile file : withdrawal.body().withdrawnFiles()) {
        withdrawn.computeIfAbsent(file.run(), label -> new HashSet<>()).add(file.ordinal());
      }
    }
    return withdrawn;
  }

  /** The runs of a job that the run read, each as the run's manifest knew it. */
  private List<ArchivedRun> inputs(String job) {
    List<ArchivedRun> inputs = new ArrayList<>();
    for (Manifest.InputRun input : run.body().inputRuns()) {
      RunKey key = RunKey.parse(input.run());
      if (key == null || !key.job().equals(job)) {
        continue;
      }
      ArchivedRun read = ArchivedRun.of(workspace, key);
      if (!read.manifest().bodySha256().equals(input.bodySha256())) {
        throw new ReplayException(
            "run %s read run %s with manifest %s, which now is %s: `caisse verify` says more"
                .formatted(
                    run.key().label(),
                    key.label(),
                    input.bodySha256(),
                    read.manifest().bodySha256()));
      }
      inputs.add(read);
    }
    return inputs;
  }

  /** Does the work on as many threads as there are processors; the result is in its order. */
  private ReplayedPart allOf(List<Callable<ReplayedPart>> parts) {
    ReplayedPart all = new ReplayedPart();
    int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      List<Future<ReplayedPart>> results = parts.stream().map(executor::submit).toList();
      for (Future<ReplayedPart> result : results) {
        all.add(await(result));
      }
      return all;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ReplayException("the replay was interrupted", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    }
  }

  private ReplayedPart await(Future<ReplayedPart> result)
      throws InterruptedException, ExecutionException {
    while (true) {
      try {
        return result.get(TELL_EVERY_MS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        done.tell();
      }
    }
  }

  private ReplayReport report(ReplayedPart all, long start) {
    all.differences.addAll(differences);
    progress.stepEnded("replay", true);
    return new ReplayReport(
        run.key(),
        all.lines,
        all.declarations,
        all.persons,
        all.employers,
        all.differences.first(),
        all.differences.count(),
        Duration.ofNanos(System.nanoTime() - start));
  }
}
