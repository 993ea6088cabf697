package org.caisse.jobs.withdrawal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.caisse.jobs.control.ControlStep;
import org.caisse.jobs.declaration.DeclarationIntake;
import org.caisse.jobs.document.NumberDocuments;
import org.caisse.jobs.invoice.InvoiceIntake;
import org.caisse.jobs.keyed.ByKey;
import org.caisse.jobs.keyed.KeyedSizes;
import org.caisse.jobs.registry.RegistryLoad;
import org.caisse.jobs.run.CaisseJob;
import org.caisse.jobs.run.CompleteRun;
import org.caisse.jobs.run.FileKinds;
import org.caisse.jobs.run.FileStore;
import org.caisse.jobs.run.Run;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.RunEnvironment;
import org.caisse.jobs.run.RunParameter;
import org.caisse.jobs.run.RunRequest;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.TakenFile;
import org.caisse.jobs.run.UsageException;
import org.caisse.jobs.run.Values;
import org.springframework.batch.core.job.Job;

/**
 * Withdraws a file that was taken in: from this run on its declarations, invoices, or versions of
 * the registry, do not count. Nothing is deleted; the next assessment of each month reverses what
 * came from it (SEMANTICS 2).
 */
public final class FileWithdrawal implements CaisseJob {

  /** Name on the command line. */
  public static final String NAME = "file-withdrawal";

  private static final int MOST_REASON = 500;

  @Override
  public Job build(RunContext run) {
    return run.pipeline()
        .start(ByKey.step(run, KeyedSizes.STANDARD, new WithdrawnDeclarations(run)))
        .next(run.steps().whole("control", new ControlStep(run, "withdrawal")))
        .next(run.steps().whole("numbers", numberDocuments(run)))
        .next(run.steps().whole("documents", new WithdrawalDocuments(run)))
        .next(
            run.steps()
                .whole("complete", new CompleteRun(run, Sql.of(getClass(), "withdrawal-counts"))))
        .build();
  }

  private static NumberDocuments numberDocuments(RunContext run) {
    return new NumberDocuments(run, Sql.of(FileWithdrawal.class, "number-documents"), Map.of());
  }

  @Override
  public RunRequest request(Map<String, List<String>> values, RunEnvironment environment) {
    Values given = new Values(this, values);
    LocalDate date = given.date("date");
    TakenFile file = new FileStore(environment).one(given.text("file"));
    String reason = reason(given.text("reason"));
    if (file.kind().equals("receipts") || file.kind().equals("remittances")) {
      throw new UsageException(
          "file %d (%s) holds money received: a bank or a delegated body takes a line back with a line of its own"
              .formatted(file.id(), file.label()));
    }
    if (FileKinds.comeTogether(file.kind())) {
      throw new UsageException(
          "file %d (%s) is of a take-on: load all files of the section again, corrected, and what differs is posted"
              .formatted(file.id(), file.label()));
    }
    if (file.isAbandoned()) {
      throw new UsageException(
          "file %d (%s) came in with a run that was given up: it never counted, there is nothing to withdraw"
              .formatted(file.id(), file.label()));
    }
    if (file.runStatus() != Run.Status.COMPLETED) {
      throw new UsageException(
          "file %d (%s) is being taken in: complete that first, with `caisse restart %d`"
              .formatted(file.id(), file.label(), file.runId()));
    }
    if (date.isBefore(file.receivedOn())) {
      throw new UsageException(
          "file %d (%s) came in on %s: it cannot be withdrawn on %s, before that"
              .formatted(file.id(), file.label(), file.receivedOn(), date));
    }
    return new RunRequest(
        date.toString(),
        date,
        true,
        List.of(),
        List.of(new RunRequest.WithdrawnFile(file.id(), reason)),
        List.of(RegistryLoad.NAME, DeclarationIntake.NAME, InvoiceIntake.NAME));
  }

  private static String reason(String text) {
    String reason = text.strip();
    if (reason.isEmpty()
        || reason.length() > MOST_REASON
        || reason.chars().anyMatch(Character::isISOControl)) {
      throw new UsageException(
          "job %s: reason=… says in one line, of at most %d characters, why the file is withdrawn"
              .formatted(NAME, MOST_REASON));
    }
    return reason;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String purpose() {
    return "withdraws a file that was taken in: what came in it counts no more";
  }

  @Override
  public List<RunParameter> parameters() {
    return List.of(
        new RunParameter("date", true, "business date, like 2026-03-12"),
        new RunParameter(
            "file", true, "its number, label (2026-03-09/declaration-intake-1/3), name or sha256"),
        new RunParameter("reason", true, "why, in one line"));
  }
}
