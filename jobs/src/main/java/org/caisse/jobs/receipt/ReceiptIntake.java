package org.caisse.jobs.receipt;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.caisse.jobs.control.ControlStep;
import org.caisse.jobs.document.NumberDocuments;
import org.caisse.jobs.ledger.MoneyPosting;
import org.caisse.jobs.received.ReceivedFiles;
import org.caisse.jobs.received.RecogniseFiles;
import org.caisse.jobs.run.CaisseJob;
import org.caisse.jobs.run.CompleteRun;
import org.caisse.jobs.run.InboxFiles;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.RunEnvironment;
import org.caisse.jobs.run.RunParameter;
import org.caisse.jobs.run.RunRequest;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.UsageException;
import org.caisse.jobs.run.Values;
import org.springframework.batch.core.job.Job;

/**
 * Takes in money received: the lines of bank statements, each statement with its control totals,
 * into the suspense account until it is settled to whom each line belongs.
 */
public final class ReceiptIntake implements CaisseJob {

  /** Name on the command line. */
  public static final String NAME = "receipt-intake";

  private static final String FOLDER = "receipts";

  @Override
  public Job build(RunContext run) {
    ReceivedFiles received = new ReceivedFiles(run);
    return run.pipeline()
        .start(run.steps().whole("recognise", new RecogniseFiles(run, received)))
        .next(run.steps().whole("receipts", new TakeReceipts(run, received)))
        .next(run.steps().whole("control", new ControlStep(run, "receipts")))
        .next(
            run.steps()
                .whole(
                    "numbers",
                    new NumberDocuments(run, Sql.of(getClass(), "number-documents"), Map.of())))
        .next(run.steps().whole("documents", new ReceiptDocuments(run)))
        .next(
            run.steps()
                .whole("complete", new CompleteRun(run, Sql.of(getClass(), "receipt-counts"))))
        .build();
  }

  @Override
  public RunRequest request(Map<String, List<String>> values, RunEnvironment environment) {
    Values given = new Values(this, values);
    LocalDate date = given.date("date");
    MoneyPosting.requireAccounts(environment);
    String sender = ReceivedFiles.sender(given.optional("sender"), environment);
    List<String> named = given.all("file");
    Path inbox = environment.workspace().inbox().resolve(FOLDER).resolve(date.toString());
    if (named.isEmpty() && !Files.isDirectory(inbox)) {
      throw new UsageException(
          "there is no folder %s: put the bank's files there, or say file=…".formatted(inbox));
    }
    List<String> places = named.isEmpty() ? List.of(inbox.toString()) : named;
    List<RunRequest.InputFile> files =
        InboxFiles.of(places).stream()
            .map(
                path ->
                    new RunRequest.InputFile(FOLDER, path, InboxFiles.isNamed(path, named), sender))
            .toList();
    return new RunRequest(date.toString(), date, true, files, List.of(NAME));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean appliesLaw() {
    return false;
  }

  @Override
  public String purpose() {
    return "takes in money received: lines of bank statements";
  }

  @Override
  public List<RunParameter> parameters() {
    return List.of(
        new RunParameter("date", true, "business date, like 2026-03-12"),
        new RunParameter(
            "file", false, "file or folder, may be repeated; by default inbox/receipts/DATE"),
        new RunParameter(
            "sender", false, "name of the bank's mapping; by default the file decides"));
  }
}
