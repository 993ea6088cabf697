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
import org.caisse.domain.pack.FundSettings;
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
    description = "Check and show scheme packs.",
    subcommands = {PacksCommand.Check.class, PacksCommand.Show.class})
final class PacksCommand implements Runnable {

  @ParentCommand private Caisse caisse;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** The packs of the workspace, or those that come with the program when there is no workspace. */
  private Path folder() throws IOException {
    Workspace workspace = new Workspace(caisse.home());
    if (Files.isDirectory(workspace.packs())) {
      return workspace.packs();
    }
    Path folder = Files.createTempDirectory("caisse-packs");
    BundledPacks.copyTo(folder);
    return folder;
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
        defaultValue = "bf-amu",
        description = "default: ${DEFAULT-VALUE}")
    private String pack;

    @Option(names = "--on", paramLabel = "DATE", description = "the day (default: today)")
    private String on;

    @Override
    public Integer call() throws IOException {
      Path folder = packs.folder();
      Pack loaded = PackLoader.load(folder, pack);
      Workspace workspace = new Workspace(packs.caisse.home());
      FundSettings fund = SettingsLoader.NOTHING_SET;
      Language language = Language.FR;
      if (Files.exists(workspace.settings())
          && SettingsLoader.packId(workspace.settings()).equals(pack)) {
        Settings settings = SettingsLoader.load(workspace.settings(), loaded);
        fund = settings.fund();
        language = settings.language();
      }
      PackReport.show(new Law(loaded, fund), day(), packs.caisse.language(language))
          .forEach(spec.commandLine().getOut()::println);
      return Caisse.DONE;
    }

    private LocalDate day() {
      if (on == null) {
        return LocalDate.now(ZoneId.systemDefault());
      }
      try {
        return LocalDate.parse(on);
      } catch (DateTimeException e) {
        throw new UsageException("--on %s is no date; write it like 2026-02-01".formatted(on), e);
      }
    }
  }
}
