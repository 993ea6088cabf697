package org.caisse.jobs.takeon;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caisse.domain.ledger.Accounts;
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
 * Takes on what a fund's old system has: what is open, and what happened before. Every total of the
 * control file must tie, else nothing is taken. A later load of the same section takes the place of
 * the earlier one.
 */
public final class TakeOn implements CaisseJob {

  /** Name on the command line. */
  public static final String NAME = "take-on";

  private static final String FOLDER = "take-on";
  private static final String CONTROL = "take_on_control";

  /** Kinds of files by the beginnings of their names. */
  private static final Map<String, String> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("opening-balances", "opening_balances");
    KINDS.put("earlier-contributions", "earlier_contributions");
    KINDS.put("earlier-rights", "earlier_rights");
    KINDS.put("control", CONTROL);
  }

  private final KeyedSizes sizes;

  public TakeOn() {
    this(KeyedSizes.STANDARD);
  }

  /** One that works in other portions; for tests. */
  public TakeOn(KeyedSizes sizes) {
    this.sizes = sizes;
  }

  /** How control files and people call the files of a kind. */
  static String fileName(String kind) {
    return KINDS.entrySet().stream()
        .filter(entry -> entry.getValue().equals(kind))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public Job build(RunContext run) {
    ReceivedFiles received = new ReceivedFiles(run);
    return run.pipeline()
        .start(run.steps().whole("recognise", new RecogniseFiles(run, received)))
        .next(run.steps().whole("take", new LoadTakeOn(run, received)))
        .next(ByKey.step(run, sizes, new ArchiveTotals(run)))
        .next(ByKey.step(run, sizes, new PostOpenings(run)))
        .next(run.steps().whole("control", new ControlStep(run, "take-on")))
        .next(
            run.steps()
                .whole(
                    "numbers",
                    new NumberDocuments(run, Sql.of(getClass(), "number-documents"), Map.of())))
        .next(run.steps().whole("documents", new TakeOnDocuments(run)))
        .next(
            run.steps()
                .whole("complete", new CompleteRun(run, Sql.of(getClass(), "take-on-counts"))))
        .build();
  }

  @Override
  public RunRequest request(Map<String, List<String>> values, RunEnvironment environment) {
    Values given = new Values(this, values);
    LocalDate date = given.date("date");
    try {
      new Accounts(environment.law().settings().accounts()).forOpening();
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
    String sender = ReceivedFiles.sender(given.optional("sender"), environment);
    List<String> named = given.all("file");
    Path inbox = environment.workspace().inbox().resolve(FOLDER).resolve(date.toString());
    if (named.isEmpty() && !Files.isDirectory(inbox)) {
      throw new UsageException(
          "there is no folder %s: put the files of the old system there, or say file=…"
              .formatted(inbox));
    }
    List<String> places = named.isEmpty() ? List.of(inbox.toString()) : named;
    List<RunRequest.InputFile> files = new ArrayList<>();
    for (Path path : InboxFiles.of(places)) {
      files.add(
          new RunRequest.InputFile(kind(path), path, InboxFiles.isNamed(path, named), sender));
    }
    if (files.stream().noneMatch(file -> file.kind().equals(CONTROL))) {
      throw new UsageException(
          "a take-on needs a file control… with what the old system counts: nothing is taken that"
              + " cannot be compared");
    }
    return new RunRequest(date.toString(), date, true, files, List.of(RegistryLoad.NAME, NAME));
  }

  private static String kind(Path path) {
    String name = path.getFileName().toString();
    Optional<String> kind =
        KINDS.entrySet().stream()
            .filter(entry -> name.startsWith(entry.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
    return kind.orElseThrow(
        () ->
            new UsageException(
                "files of a take-on are told by the beginning of their names: %s…; %s is none of these (ogds…, employers… and persons… come before, with registry-load)"
                    .formatted(String.join("…, ", KINDS.keySet()), name)));
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
    return "takes on a fund that changes over: open balances, earlier contributions and rights";
  }

  @Override
  public List<RunParameter> parameters() {
    return List.of(
        new RunParameter("date", true, "day of the change-over, like 2026-01-01"),
        new RunParameter(
            "file",
            false,
            "file or folder (opening-balances…, earlier-contributions…, earlier-rights…, control…),"
                + " may be repeated; by default inbox/take-on/DATE"),
        new RunParameter(
            "sender", false, "name of the sender's mapping; by default the file decides"));
  }
}
