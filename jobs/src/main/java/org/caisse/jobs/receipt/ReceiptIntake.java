package org.caisse.jobs.receipt;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
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
 * Takes in money received: the lines of bank statements, and of what delegated bodies say that they
 * have collected, each with its control totals, into the suspense account until it is settled to
 * whom each line belongs.
 */
public final class ReceiptIntake implements CaisseJob {

  /** Name on the command line. */
  public static final String NAME = "receipt-intake";

  /** The kind of files of bank statements, and the folder in the inbox. */
  public static final String RECEIPTS = "receipts";

  /** The kind of files of remittances, and the folder in the inbox. */
  static final String REMITTANCES = "remittances";

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
    List<RunRequest.InputFile> files = new ArrayList<>();
    List<String> banks = given.all("file");
    List<String> bodies = given.all("remittance");
    if (banks.isEmpty() && bodies.isEmpty()) {
      files.addAll(inbox(environment, date, sender));
    }
    files.addAll(files(RECEIPTS, banks, sender));
    files.addAll(files(REMITTANCES, bodies, sender));
    return new RunRequest(date.toString(), date, true, files, List.of(NAME));
  }

  /** What lies in the inbox of a day, from banks and from delegated bodies. */
  private static List<RunRequest.InputFile> inbox(
      RunEnvironment environment, LocalDate date, String sender) {
    List<RunRequest.InputFile> files = new ArrayList<>();
    boolean any = false;
    for (String kind : List.of(RECEIPTS, REMITTANCES)) {
      Path folder = environment.workspace().inbox().resolve(kind).resolve(date.toString());
      if (Files.isDirectory(folder)) {
        any = true;
        files.addAll(files(kind, List.of(folder.toString()), sender));
      }
    }
    if (!any) {
      throw new UsageException(
          "there is no folder %s, and none in %s: put the bank's files in the one, the delegated bodies' in the other, or say file=… or remittance=…"
              .formatted(
                  environment.workspace().inbox().resolve(RECEIPTS).resolve(date.toString()),
                  environment.workspace().inbox().resolve(REMITTANCES)));
    }
    return files;
  }

  private static List<RunRequest.InputFile> files(String kind, List<String> given, String sender) {
    return InboxFiles.of(given).stream()
        .map(path -> new RunRequest.InputFile(kind, path, InboxFiles.isNamed(path, given), sender))
        .toList();
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
    return "takes in money received: bank statements, remittances of delegated bodies";
  }

  @Override
  public List<RunParameter> parameters() {
    return List.of(
        new RunParameter("date", true, "business date, like 2026-03-12"),
        new RunParameter(
            "file",
            false,
            "file or folder of a bank, may be repeated; by default inbox/receipts/DATE"),
        new RunParameter(
            "remittance",
            false,
            "file or folder of a delegated body, may be repeated; by default"
                + " inbox/remittances/DATE"),
        new RunParameter(
            "sender", false, "name of the sender's mapping; by default the file decides"));
  }
}
