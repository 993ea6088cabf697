package org.caisse.jobs.declaration;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.caisse.jobs.control.ControlStep;
import org.caisse.jobs.document.NumberDocuments;
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
import org.caisse.jobs.run.Values;
import org.caisse.jobs.takeon.TakeOn;
import org.springframework.batch.core.job.Job;

/**
 * Takes in salary declarations: every line is filed, with the contribution that it gives, or
 * refused with what to do.
 */
public final class DeclarationIntake implements CaisseJob {

  /** Name on the command line. */
  public static final String NAME = "declaration-intake";

  private final IntakeSizes sizes;

  public DeclarationIntake() {
    this(IntakeSizes.STANDARD);
  }

  /** One that works in other portions; for tests. */
  public DeclarationIntake(IntakeSizes sizes) {
    this.sizes = sizes;
  }

  @Override
  public Job build(RunContext run) {
    ReceivedFiles received = new ReceivedFiles(run);
    return run.pipeline()
        .start(run.steps().whole("recognise", new RecogniseFiles(run, received)))
        .next(
            run.steps()
                .chunked(
                    "read",
                    sizes.blocksPerChunk(),
                    new IntakeReader(run, received, sizes.linesPerBlock()),
                    new IntakeJudge(run, sizes.rowsPerPart()),
                    new IntakeWriter(run)))
        .next(run.steps().whole("control", new ControlStep(run, "intake")))
        .next(run.steps().whole("numbers", numberDocuments(run)))
        .next(run.steps().whole("documents", new IntakeDocuments(run)))
        .next(
            run.steps()
                .whole("complete", new CompleteRun(run, Sql.of(getClass(), "intake-counts"))))
        .build();
  }

  private static NumberDocuments numberDocuments(RunContext run) {
    return new NumberDocuments(run, Sql.of(DeclarationIntake.class, "number-documents"), Map.of());
  }

  @Override
  public RunRequest request(Map<String, List<String>> values, RunEnvironment environment) {
    Values given = new Values(this, values);
    LocalDate date = given.date("date");
    String sender = ReceivedFiles.sender(given.optional("sender"), environment);
    List<String> places =
        given.all("file").isEmpty()
            ? List.of(environment.workspace().inbox().resolve(date.toString()).toString())
            : given.all("file");
    List<RunRequest.InputFile> files =
        InboxFiles.of(places).stream()
            .map(
                (Path path) ->
                    new RunRequest.InputFile(
                        "declarations", path, InboxFiles.isNamed(path, places), sender))
            .toList();
    return new RunRequest(
        date.toString(),
        date,
        true,
        files,
        List.of("registry-load", TakeOn.NAME, "person-decision"));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String purpose() {
    return "takes in salary declarations: lines filed or refused, acknowledgements";
  }

  @Override
  public List<RunParameter> parameters() {
    return List.of(
        new RunParameter("date", true, "day of receipt, like 2026-03-09"),
        new RunParameter(
            "file",
            false,
            "file or folder, may be repeated; by default the inbox folder of the day"),
        new RunParameter(
            "sender", false, "name of the sender's mapping; by default the file decides"));
  }
}
