package org.caisse.jobs.invoice;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.caisse.jobs.control.ControlStep;
import org.caisse.jobs.document.NumberDocuments;
import org.caisse.jobs.keyed.ByKey;
import org.caisse.jobs.keyed.KeyedSizes;
import org.caisse.jobs.received.ReceivedFiles;
import org.caisse.jobs.received.RecogniseFiles;
import org.caisse.jobs.registry.RegistryLoad;
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
 * Takes in invoices of providers and requests for reimbursement: form, identity and sums of lots,
 * invoices and lines. Which care is covered and who pays is decided by the adjudication of claims.
 */
public final class InvoiceIntake implements CaisseJob {

  /** Name on the command line. */
  public static final String NAME = "invoice-intake";

  /** The kind of files, and the folder in the inbox. */
  private static final String INVOICES = "invoices";

  private final KeyedSizes sizes;

  public InvoiceIntake() {
    this(KeyedSizes.STANDARD);
  }

  /** One that works in other portions; for tests. */
  public InvoiceIntake(KeyedSizes sizes) {
    this.sizes = sizes;
  }

  @Override
  public Job build(RunContext run) {
    ReceivedFiles received = new ReceivedFiles(run);
    return run.pipeline()
        .start(run.steps().whole("recognise", new RecogniseFiles(run, received)))
        .next(run.steps().whole("read", new ReadInvoices(run, received)))
        .next(ByKey.step(run, sizes, new JudgeLots(run)))
        .next(ByKey.step(run, sizes, new JudgeInvoices(run, false)))
        .next(ByKey.step(run, sizes, new JudgeLines(run, received, false, sizes.joined())))
        // Corrected lines may complete an invoice that came with them.
        .next(ByKey.step(run, sizes, new JudgeInvoices(run, true)))
        .next(ByKey.step(run, sizes, new JudgeLines(run, received, true, sizes.joined())))
        .next(run.steps().whole("results", step -> recordResults(run)))
        .next(run.steps().whole("control", ControlStep.ofLines(run, INVOICES)))
        .next(
            run.steps()
                .whole(
                    "numbers",
                    new NumberDocuments(run, Sql.of(getClass(), "number-documents"), Map.of())))
        .next(run.steps().whole("documents", new InvoiceDocuments(run)))
        .next(run.steps().whole("forget", step -> forget(run)))
        .next(
            run.steps()
                .whole("complete", new CompleteRun(run, Sql.of(getClass(), "invoice-counts"))))
        .build();
  }

  private static void recordResults(RunContext run) {
    run.sql()
        .sql(Sql.of(InvoiceIntake.class, "record-results"))
        .param("run", run.run().id())
        .update();
  }

  /** Takes away what the steps have left for each other. */
  static void forget(RunContext run) {
    run.sql().sql(Sql.of(InvoiceIntake.class, "forget")).param("run", run.run().id()).update();
  }

  @Override
  public RunRequest request(Map<String, List<String>> values, RunEnvironment environment) {
    Values given = new Values(this, values);
    LocalDate date = given.date("date");
    String sender = ReceivedFiles.sender(given.optional("sender"), environment);
    List<String> named = given.all("file");
    Path inbox = environment.workspace().inbox().resolve(INVOICES).resolve(date.toString());
    if (named.isEmpty() && !Files.isDirectory(inbox)) {
      throw new UsageException(
          "there is no folder %s: put the invoices there, or say file=…".formatted(inbox));
    }
    List<String> places = named.isEmpty() ? List.of(inbox.toString()) : named;
    List<RunRequest.InputFile> files =
        InboxFiles.of(places).stream()
            .map(
                path ->
                    new RunRequest.InputFile(
                        INVOICES, path, InboxFiles.isNamed(path, named), sender))
            .toList();
    return new RunRequest(date.toString(), date, true, files, List.of(RegistryLoad.NAME, NAME));
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
    return "takes in invoices of providers and requests for reimbursement";
  }

  @Override
  public List<RunParameter> parameters() {
    return List.of(
        new RunParameter("date", true, "business date, like 2026-03-12"),
        new RunParameter(
            "file", false, "file or folder, may be repeated; by default inbox/invoices/DATE"),
        new RunParameter(
            "sender", false, "name of the sender's mapping; by default the file decides"));
  }
}
