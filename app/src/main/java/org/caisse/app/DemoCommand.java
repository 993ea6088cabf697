package org.caisse.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.caisse.app.generate.ClaimGenerator;
import org.caisse.app.generate.FundGenerator;
import org.caisse.app.generate.FundOptions;
import org.caisse.config.pack.BundledPacks;
import org.caisse.config.settings.SettingsLoader;
import org.caisse.config.text.Language;
import org.caisse.config.workspace.Workspace;
import org.caisse.jobs.registry.RegistryLoad;
import org.caisse.jobs.run.UsageException;
import org.caisse.jobs.takeon.TakeOn;
import org.caisse.schedules.CareMonth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows everything on a made-up fund. */
@Command(
    name = "demo",
    description = {
      "Make up a fund (3,000 employers, 60,000 persons) and run a contribution month of Burkina"
          + " Faso's AMU or Mali's AMO.",
      "Asking again continues or finds everything done."
    })
final class DemoCommand implements Callable<Integer> {

  @ParentCommand private Caisse caisse;
  @Spec private CommandSpec spec;

  @Option(
      names = "--seed",
      defaultValue = "42",
      description = "of the fund (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(names = "--employers", defaultValue = "3000", description = "default: ${DEFAULT-VALUE}")
  private int employers;

  @Option(names = "--persons", defaultValue = "60000", description = "default: ${DEFAULT-VALUE}")
  private int persons;

  @Option(
      names = "--mess",
      paramLabel = "PERCENT",
      defaultValue = "2",
      description =
          "employers whose files are in a form of their own, and corrections of rejects; 0 for"
              + " none (default: ${DEFAULT-VALUE})")
  private int mess;

  @Option(
      names = "--claims",
      paramLabel = "LINES",
      description = "lines of invoices of care; 0 for none (default: four for each three persons)")
  private Integer claims;

  @Option(
      names = "--pack",
      paramLabel = "PACK",
      defaultValue = "bf-amu",
      description = "the law: bf-amu or ml-amo (default: ${DEFAULT-VALUE})")
  private String pack;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    FundOptions options;
    try {
      options =
          FundOptions.sized(seed, employers, persons, FundOptions.DEMO_PERIOD)
              .withMess(mess)
              .under(DemoScheme.of(pack));
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage(), e);
    }
    Workspace workspace = new Workspace(caisse.home()).create();
    BundledPacks.copyTo(workspace.packs());
    SettingsLoader.copyDemoTo(workspace.settings(), pack);
    Path fund = workspace.home().resolve("demo-fund");
    prepare(workspace, fund, options, out);
    try (Session session = Session.open(caisse)) {
      return run(session, fund, out);
    }
  }

  private int run(Session session, Path fund, PrintWriter out) {
    YearMonth month = FundOptions.DEMO_PERIOD;
    Language language = caisse.language(session.environment().settings().language());
    Runner runner = new Runner(session, out, caisse.json());
    int exit =
        runner
            .run(
                RegistryLoad.NAME,
                Map.of(
                    "date",
                    List.of(month.atDay(1).toString()),
                    "file",
                    List.of(fund.resolve("registry").toString())),
                language)
            .exitCode();
    if (exit != Caisse.FAILED && Files.isDirectory(fund.resolve("take-on"))) {
      exit = Math.max(exit, takeOn(runner, fund, language));
    }
    if (exit != Caisse.FAILED) {
      exit = Math.max(exit, new MonthRuns(session, month).run(runner, language));
    }
    if (exit != Caisse.FAILED && !caisse.json()) {
      new MonthSummary(session, month).print(out);
    }
    return exit;
  }

  /** The rights that were open before the fund changed over. */
  private static int takeOn(Runner runner, Path fund, Language language) {
    return runner
        .run(
            TakeOn.NAME,
            Map.of(
                "date",
                List.of(FundOptions.DEMO_PERIOD.atDay(1).toString()),
                "file",
                List.of(fund.resolve("take-on").toString())),
            language)
        .exitCode();
  }

  /** The fund, its declarations and invoices in the inbox; what is there is kept. */
  private void prepare(Workspace workspace, Path fund, FundOptions options, PrintWriter out)
      throws IOException {
    if (!Files.isDirectory(fund)) {
      if (!caisse.json()) {
        out.printf(
            "Making up a fund of %,d employers and %,d persons (seed %d)…%n",
            employers, persons, seed);
        out.flush();
      }
      Path unfinished = workspace.home().resolve("demo-fund.part");
      Folders.delete(unfinished);
      Files.createDirectories(unfinished);
      FundGenerator.generate(options, unfinished);
      int lines = claims == null ? persons * 4 / 3 : claims;
      if (lines > 0) {
        ClaimGenerator.generate(options, lines, unfinished);
      }
      Files.move(unfinished, fund);
    }
    Folders.copy(fund.resolve("declarations"), workspace.inbox());
    if (Files.isDirectory(fund.resolve("invoices"))) {
      Folders.copy(fund.resolve("invoices"), workspace.inbox().resolve(CareMonth.FOLDER));
    }
    if (Files.isDirectory(fund.resolve("receipts"))) {
      Folders.copy(fund.resolve("receipts"), workspace.inbox().resolve("receipts"));
    }
    if (Files.isDirectory(fund.resolve("senders"))) {
      Folders.copy(fund.resolve("senders"), workspace.senders());
    }
  }
}
