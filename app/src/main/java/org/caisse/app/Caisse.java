package org.caisse.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.caisse.config.database.DatabaseException;
import org.caisse.config.database.LostServer;
import org.caisse.config.format.FormatException;
import org.caisse.config.pack.PackException;
import org.caisse.config.settings.SettingsException;
import org.caisse.config.text.Language;
import org.caisse.config.workspace.Workspace;
import org.caisse.domain.pack.UnsetParameterException;
import org.caisse.jobs.run.BusyException;
import org.caisse.jobs.run.UsageException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line. Exit codes: 0 done, 1 done with rejects, 2 bad usage, 3 failed. */
@Command(
    name = "caisse",
    description = "The books of a national health-insurance fund, in batches.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    version = "caisse 0.1")
public final class Caisse implements Runnable {

  private static final List<Class<?>> COMMANDS =
      List.of(
          DemoCommand.class,
          InitCommand.class,
          RunCommand.class,
          MonthCommand.class,
          WithdrawCommand.class,
          RegulariseCommand.class,
          SettleCommand.class,
          WaiveCommand.class,
          RefundCommand.class,
          ServeCommand.class,
          PlanCommand.class,
          WriteOffCommand.class,
          PrescribeCommand.class,
          RevokeCommand.class,
          CertificateCommand.class,
          ClosePeriodCommand.class,
          ApproveCommand.class,
          DecisionsCommand.class,
          MergeCommand.class,
          UnmergeCommand.class,
          DistinctCommand.class,
          JobsCommand.class,
          RunsCommand.class,
          ShowCommand.class,
          ExplainCommand.class,
          FilesCommand.class,
          RestartCommand.class,
          StopCommand.class,
          RecoverCommand.class,
          ValidateCommand.class,
          AbandonCommand.class,
          PacksCommand.class,
          FormatsCommand.class,
          VerifyCommand.class,
          ReplayCommand.class,
          GenerateCommand.class,
          BenchCommand.class);

  /** Done. */
  static final int DONE = 0;

  /** Done, and something was refused or found. */
  static final int DONE_WITH_REJECTS = 1;

  /** Not started: asked wrongly. */
  static final int USAGE = 2;

  /** Failed, stopped, or busy elsewhere. */
  static final int FAILED = 3;

  @Option(
      names = "--home",
      paramLabel = "DIR",
      defaultValue = "home",
      scope = ScopeType.INHERIT,
      description = "the workspace (default: ${DEFAULT-VALUE})")
  private Path home;

  @Option(names = "--json", scope = ScopeType.INHERIT, description = "print JSON, for machines")
  private boolean json;

  @Option(
      names = "--lang",
      paramLabel = "fr|en",
      scope = ScopeType.INHERIT,
      description = "language of documents for people (default: the workspace's)")
  private String lang;

  @Spec private CommandSpec spec;

  private final Map<String, String> environment;

  private Caisse(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  Path home() {
    return home.toAbsolutePath().normalize();
  }

  private Workspace workspace() {
    return new Workspace(home);
  }

  /** The variables that this process was started with. */
  Map<String, String> environment() {
    return environment;
  }

  boolean json() {
    return json;
  }

  /** The language asked for, or that of the workspace. */
  Language language(Language ofWorkspace) {
    if (lang == null) {
      return ofWorkspace;
    }
    return Language.ofCode(lang.toLowerCase(Locale.ROOT))
        .orElseThrow(
            () -> new UsageException("--lang %s: documents are in fr or en".formatted(lang)));
  }

  public static void main(String[] arguments) {
    System.exit(
        execute(
            arguments,
            System.getenv(),
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8)));
  }

  /** Executes a command line; what {@link #main} does, without ending the process. */
  static int execute(
      String[] arguments, Map<String, String> environment, PrintWriter out, PrintWriter err) {
    Caisse caisse = new Caisse(environment);
    CommandLine line = new CommandLine(caisse);
    asked(arguments).forEach(line::addSubcommand);
    line.setOut(out);
    line.setErr(err);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionStrategy(
        parsed -> {
          ProgramLog.in(caisse.workspace(), environment);
          return new CommandLine.RunLast().execute(parsed);
        });
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> caisse.explain(failure, command.getErr()));
    try {
      return line.execute(arguments);
    } finally {
      out.flush();
      err.flush();
    }
  }

  /**
   * The command that comes first, or all where none does: to learn what nearly forty others take
   * costs as much as a small command's own work.
   */
  private static List<Class<?>> asked(String[] arguments) {
    return arguments.length == 0
        ? COMMANDS
        : COMMANDS.stream()
            .filter(command -> name(command).equals(arguments[0]))
            .findFirst()
            .<List<Class<?>>>map(List::of)
            .orElse(COMMANDS);
  }

  private static String name(Class<?> command) {
    return command.getAnnotation(Command.class).name();
  }

  private int explain(Exception failure, PrintWriter err) {
    switch (failure) {
      case UsageException usage -> {
        err.println(usage.getMessage());
        return USAGE;
      }
      case PackException pack -> {
        err.println(pack.getMessage());
        return USAGE;
      }
      case FormatException formats -> {
        err.println(formats.getMessage());
        return USAGE;
      }
      case SettingsException settings -> {
        err.println(settings.getMessage());
        return USAGE;
      }
      case UnsetParameterException unset -> {
        err.println(unset.getMessage());
        return USAGE;
      }
      case BusyException busy -> {
        err.println(busy.getMessage());
        return FAILED;
      }
      case DatabaseException database -> {
        err.println(database.getMessage());
        return FAILED;
      }
      default -> {
        LoggerFactory.getLogger(Caisse.class).error("unexpected", failure);
        err.println(
            LostServer.explain(failure, workspace(), environment)
                .map(lost -> lost + "; `caisse runs --open` lists what to restart")
                .orElse("caisse failed: " + failure + "; details are in " + ProgramLog.file()));
        return FAILED;
      }
    }
  }
}
