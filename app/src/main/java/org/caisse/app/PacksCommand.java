package org.caisse.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.caisse.config.cases.PackCases;
import org.caisse.config.pack.BundledPacks;
import org.caisse.config.pack.PackLoader;
import org.caisse.config.pack.PackReport;
import org.caisse.config.settings.Settings;
import org.caisse.config.settings.SettingsLoader;
import org.caisse.config.text.Language;
import org.caisse.config.text.yaml.Problem;
import org.caisse.config.workspace.Workspace;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.Pack;
import org.caisse.jobs.run.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The law as data. */
@Command(
    name = "packs",
    description = "Check, show and compare scheme packs.",
    subcommands = {PacksCommand.Check.class, PacksCommand.Show.class, PacksDiffCommand.class})
final class PacksCommand implements Runnable {

  private static final String DEFAULT = "bf-amu";

  @ParentCommand private Caisse caisse;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** The packs of the workspace, or those that come with the program when there is no workspace. */
  Path folder() throws IOException {
    Workspace workspace = new Workspace(caisse.home());
    if (Files.isDirectory(workspace.packs())) {
      return workspace.packs();
    }
    Path folder = Files.createTempDirectory("caisse-packs");
    BundledPacks.copyTo(folder);
    return folder;
  }

  /** The pack that is named, or that of the workspace, or the one that comes first. */
  String packId(String named) {
    Path settings = new Workspace(caisse.home()).settings();
    if (named != null) {
      return named;
    }
    return Files.exists(settings) ? SettingsLoader.packId(settings) : DEFAULT;
  }

  /** A pack, with what the workspace sets if it is the workspace's. */
  Law law(String packId) throws IOException {
    return with(PackLoader.load(folder(), packId));
  }

  /** A pack with what the workspace sets, if it is the workspace's or another version of it. */
  Law with(Pack pack) {
    return new Law(pack, settings(pack).map(Settings::fund).orElse(SettingsLoader.NOTHING_SET));
  }

  /** In which language the packs are spoken of. */
  Language language() {
    return caisse.language(Language.FR);
  }

  private Optional<Settings> settings(Pack pack) {
    Path settings = new Workspace(caisse.home()).settings();
    return Files.exists(settings) && SettingsLoader.packId(settings).equals(pack.id())
        ? Optional.of(SettingsLoader.load(settings, pack))
        : Optional.empty();
  }

  /** The day that an option gives. */
  static LocalDate date(String option, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new UsageException(
          "%s %s is no date; write it like 2026-02-01".formatted(option, text), e);
    }
  }

  /** Checks packs. */
  @Command(
      name = "check",
      description =
          "Check every pack, or one: form, dates, sources, references, coverage of all months,"
              + " and the cases beside it.")
  static final class Check implements Callable<Integer> {

    @ParentCommand private PacksCommand packs;
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "PACK", arity = "0..1", description = "such as bf-amu")
    private String pack;

    @Override
    public Integer call() throws IOException {
      PrintWriter out = spec.commandLine().getOut();
      Path folder = packs.folder();
      List<String> ids = pack == null ? PackLoader.ids(folder) : List.of(pack);
      boolean errors = false;
      for (String id : ids) {
        List<Problem> problems = new ArrayList<>(PackLoader.check(folder, id));
        int cases = 0;
        if (!wrong(problems)) {
          PackCases.Outcome outcome = PackCases.run(folder, id);
          problems.addAll(outcome.problems());
          cases = outcome.names().size();
        }
        errors |= wrong(problems);
        PackReport.check(id, problems, cases).forEach(out::println);
      }
      return errors ? Caisse.FAILED : Caisse.DONE;
    }

    private static boolean wrong(List<Problem> problems) {
      return problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
    }
  }

  /** Shows a pack. */
  @Command(name = "show", description = "Show what is in force on a day, with sources.")
  static final class Show implements Callable<Integer> {

    @ParentCommand private PacksCommand packs;
    @Spec private CommandSpec spec;

    @Parameters(
        paramLabel = "PACK",
        arity = "0..1",
        description = "such as bf-amu (default: the workspace's)")
    private String pack;

    @Option(names = "--on", paramLabel = "DATE", description = "the day (default: today)")
    private String on;

    @Override
    public Integer call() throws IOException {
      Law law = packs.law(packs.packId(pack));
      PackReport.show(law, day(), packs.language()).forEach(spec.commandLine().getOut()::println);
      return Caisse.DONE;
    }

    private LocalDate day() {
      return on == null ? LocalDate.now(ZoneId.systemDefault()) : date("--on", on);
    }
  }
}
