package org.caisse.jobs.expected;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.caisse.jobs.control.ControlStep;
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
 * Takes in lists of persons whom others expect to be declared: State payroll, pension bodies, tax
 * office, staff of an employer.
 */
public final class ExpectedIntake implements CaisseJob {

  /** Name on the command line. */
  public static final String NAME = "expected-intake";

  private static final String FOLDER = "expected";

  @Override
  public Job build(RunContext run) {
    ReceivedFiles received = new ReceivedFiles(run);
    return run.pipeline()
        .start(run.steps().whole("recognise", new RecogniseFiles(run, received)))
        .next(run.steps().whole("lists", new TakeLists(run, received)))
        .next(run.steps().whole("control", new ControlStep(run, "expected")))
        .next(run.steps().whole("documents", new ListsDocuments(run)))
        .next(
            run.steps()
                .whole("complete", new CompleteRun(run, Sql.of(getClass(), "expected-counts"))))
        .build();
  }

  @Override
  public RunRequest request(Map<String, List<String>> values, RunEnvironment environment) {
    Values given = new Values(this, values);
    LocalDate date = given.date("date");
    String sender = ReceivedFiles.sender(given.optional("sender"), environment);
    List<String> named = given.all("file");
    Path inbox = environment.workspace().inbox().resolve(FOLDER).resolve(date.toString());
    if (named.isEmpty() && !Files.isDirectory(inbox)) {
      throw new UsageException(
          "there is no folder %s: put the lists there, or say file=…".formatted(inbox));
    }
    List<String> places = named.isEmpty() ? List.of(inbox.toString()) : named;
    List<RunRequest.InputFile> files =
        InboxFiles.of(places).stream()
            .map(
                path ->
                    new RunRequest.InputFile(FOLDER, path, InboxFiles.isNamed(path, named), sender))
            .toList();
    return new RunRequest(date.toString(), date, true, files, List.of());
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
    return "takes in lists of persons whom others expect to be declared";
  }

  @Override
  public List<RunParameter> parameters() {
    return List.of(
        new RunParameter("date", true, "business date, like 2026-03-12"),
        new RunParameter(
            "file", false, "file or folder, may be repeated; by default inbox/expected/DATE"),
        new RunParameter(
            "sender", false, "name of the sender's mapping; by default the file decides"));
  }
}
