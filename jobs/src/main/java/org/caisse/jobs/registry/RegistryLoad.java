package org.caisse.jobs.registry;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.springframework.batch.core.job.builder.SimpleJobBuilder;

/**
 * Takes in the registry, as dated versions that are never overwritten: delegated bodies, employers
 * and persons; providers of care, dependants, acts and tariffs.
 */
public final class RegistryLoad implements CaisseJob {

  /** Name on the command line. */
  public static final String NAME = "registry-load";

  /** Kinds of files, each told by the beginning of its name. */
  private static final List<String> KINDS =
      List.of(
          "ogds",
          "employers",
          "persons",
          "identifiers",
          "providers",
          "conventions",
          "dependants",
          "statuses",
          "acts",
          "crosswalks",
          "tariffs",
          "medicines",
          "agreements");

  @Override
  public Job build(RunContext run) {
    ReceivedFiles received = new ReceivedFiles(run);
    List<RegistryKind<?>> kinds = new ArrayList<>(new PeopleKinds(run, received).all());
    // Of care only what came: most loads are of people alone, and a restart has the same files.
    new CareKinds(run, received)
        .all().stream()
            .filter(kind -> run.files().stream().anyMatch(f -> f.kind().equals(kind.kind())))
            .forEach(kinds::add);
    SimpleJobBuilder pipeline =
        run.pipeline().start(run.steps().whole("recognise", new RecogniseFiles(run, received)));
    for (RegistryKind<?> kind : kinds) {
      pipeline = pipeline.next(run.steps().whole(kind.kind(), kind));
    }
    return pipeline
        .next(run.steps().whole("control", new ControlStep(run, "registry")))
        .next(run.steps().whole("documents", new RegistryDocuments(run)))
        .next(
            run.steps()
                .whole("complete", new CompleteRun(run, Sql.of(getClass(), "registry-counts"))))
        .build();
  }

  @Override
  public RunRequest request(Map<String, List<String>> values, RunEnvironment environment) {
    Values given = new Values(this, values);
    LocalDate date = given.date("date");
    String sender = ReceivedFiles.sender(given.optional("sender"), environment);
    List<RunRequest.InputFile> files = new ArrayList<>();
    List<Path> paths = InboxFiles.of(given.all("file"));
    for (String kind : KINDS) {
      for (Path path : paths) {
        if (path.getFileName().toString().startsWith(kind)) {
          files.add(
              new RunRequest.InputFile(
                  kind, path, InboxFiles.isNamed(path, given.all("file")), sender));
        }
      }
    }
    if (files.size() != paths.size()) {
      throw new UsageException(
          "registry files are told by the beginning of their names: %s…; %d of %d files are none of these"
              .formatted(String.join("…, ", KINDS), paths.size() - files.size(), paths.size()));
    }
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
    return "takes in the registry: bodies, employers, persons, providers, acts and tariffs";
  }

  @Override
  public List<RunParameter> parameters() {
    return List.of(
        new RunParameter("date", true, "business date, like 2026-02-28"),
        new RunParameter(
            "file",
            true,
            "file or folder (%s…), may be repeated".formatted(String.join("…, ", KINDS))),
        new RunParameter(
            "sender", false, "name of the sender's mapping; by default the file decides"));
  }
}
