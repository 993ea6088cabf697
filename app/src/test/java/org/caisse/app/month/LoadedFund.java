package org.caisse.app.month;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caisse.app.TestHome;
import org.caisse.config.database.Database;
import org.caisse.config.pack.BundledPacks;
import org.caisse.config.pack.PackLoader;
import org.caisse.config.settings.Settings;
import org.caisse.config.settings.SettingsLoader;
import org.caisse.config.text.Language;
import org.caisse.config.workspace.Workspace;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.Pack;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.account.AccountSettlement;
import org.caisse.jobs.balance.TrialBalance;
import org.caisse.jobs.claim.CareRemittance;
import org.caisse.jobs.claim.ClaimAdjudication;
import org.caisse.jobs.collection.AgedBalance;
import org.caisse.jobs.collection.ClearanceCertificate;
import org.caisse.jobs.collection.CollectionFollowUp;
import org.caisse.jobs.contribution.ContributionAssessment;
import org.caisse.jobs.decision.DecisionRun;
import org.caisse.jobs.declaration.DeclarationIntake;
import org.caisse.jobs.declaration.IntakeSizes;
import org.caisse.jobs.entitlement.Entitlement;
import org.caisse.jobs.expected.DeclarationControl;
import org.caisse.jobs.expected.ExpectedIntake;
import org.caisse.jobs.invoice.InvoiceIntake;
import org.caisse.jobs.keyed.KeyedSizes;
import org.caisse.jobs.person.PersonDecision;
import org.caisse.jobs.person.PersonMatch;
import org.caisse.jobs.receipt.ReceiptIntake;
import org.caisse.jobs.registry.RegistryLoad;
import org.caisse.jobs.regularisation.Regularisation;
import org.caisse.jobs.run.CaisseJob;
import org.caisse.jobs.run.FileStore;
import org.caisse.jobs.run.RunEnvironment;
import org.caisse.jobs.run.RunLauncher;
import org.caisse.jobs.run.RunOutcome;
import org.caisse.jobs.run.RunProgress;
import org.caisse.jobs.run.RunStore;
import org.caisse.jobs.takeon.TakeOn;
import org.caisse.jobs.verify.Finding;
import org.caisse.jobs.verify.Verify;
import org.caisse.jobs.withdrawal.FileWithdrawal;
import org.caisse.schedules.ContributionMonth;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A workspace of one test with the prepared registry, and a database of its own in a server that
 * all tests of this process share: quick to make, and nobody else sees it.
 */
final class LoadedFund implements AutoCloseable {

  static final YearMonth MONTH = YearMonth.of(2026, 2);
  static final LocalDate FIRST_RECEIPT = LocalDate.of(2026, 3, 9);

  private static final String DISTURBED = "the disk is full";

  private static final AtomicInteger NAMES = new AtomicInteger();
  private static LoadedFund undisturbed;
  private static Map<String, String> undisturbedCopy;
  private static Books undisturbedBooks;

  private final Workspace workspace;
  private final Map<String, String> variables;
  private final Database own;
  private final List<Database> others = new ArrayList<>();
  private IntakeSizes intakeSizes = IntakeSizes.STANDARD;
  private KeyedSizes keyedSizes = KeyedSizes.STANDARD;

  /**
   * @param variables names and secrets with which a process finds its database
   */
  private LoadedFund(Workspace workspace, Map<String, String> variables) {
    this.workspace = workspace;
    this.variables = variables;
    this.own = connect();
  }

  /** A new one. */
  static LoadedFund in(Path folder) {
    Path home = folder.resolve("fund-" + NAMES.incrementAndGet());
    PreparedHome.copyFiles(home);
    return new LoadedFund(new Workspace(home), SharedServer.copyOfPrepared(home));
  }

  /** A new one of another country: an empty registry, the settings of the demonstration. */
  static LoadedFund empty(Path folder, String pack) {
    Path home = folder.resolve("fund-" + NAMES.incrementAndGet());
    Workspace workspace = new Workspace(home).create();
    try {
      BundledPacks.copyTo(workspace.packs());
      SettingsLoader.copyDemoTo(workspace.settings(), pack);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new LoadedFund(workspace, SharedServer.empty(home));
  }

  /** A session of this process on a copy, beside the command line. */
  static LoadedFund beside(TestHome home) {
    return new LoadedFund(new Workspace(home.home()), home.variables());
  }

  /** One on which the whole month was run without any disturbance; to be looked at only. */
  static synchronized LoadedFund undisturbed() {
    if (undisturbed == null) {
      LoadedFund made = in(SharedServer.home());
      made.month();
      undisturbedBooks = made.books();
      made.close();
      Path home = made.workspace.home();
      undisturbedCopy = SharedServer.copy(home, made.variables, copyOf(home));
      undisturbed = new LoadedFund(made.workspace, made.variables);
    }
    return undisturbed;
  }

  /** A new one on which the whole month was run. */
  static LoadedFund afterMonth(Path folder) {
    Path from = undisturbed().workspace.home();
    return copied(folder, from, home -> SharedServer.copy(copyOf(from), undisturbedCopy, home));
  }

  /** A new one that is as this one was when it was closed. */
  LoadedFund copyTo(Path folder) {
    Path from = workspace.home();
    return copied(folder, from, home -> SharedServer.copy(from, variables, home));
  }

  private static LoadedFund copied(
      Path folder, Path from, Function<Path, Map<String, String>> database) {
    Path home = folder.resolve("fund-" + NAMES.incrementAndGet());
    PreparedHome.copy(from, home);
    return new LoadedFund(new Workspace(home), database.apply(home));
  }

  /** The name of a workspace that has no folder, but a database that nobody is connected to. */
  private static Path copyOf(Path home) {
    return home.resolveSibling(home.getFileName() + "-copy");
  }

  /** What the undisturbed month left. */
  static synchronized Books undisturbedBooks() {
    undisturbed();
    return undisturbedBooks;
  }

  Workspace workspace() {
    return workspace;
  }

  /** The command line on it. */
  TestHome home() {
    return new TestHome(workspace.home(), variables);
  }

  private Database connect() {
    return Database.open(workspace, variables);
  }

  JdbcClient sql() {
    return JdbcClient.create(own.dataSource());
  }

  Database database() {
    return own;
  }

  /**
   * The environment of a process that opens the workspace now, with connections of its own, which
   * end with the fund at the latest: the server that all share has few.
   */
  RunEnvironment environment(FailPoint failPoint) {
    Database connections = connect();
    others.add(connections);
    return environment(connections, failPoint);
  }

  /** What {@code caisse verify} finds. */
  List<Finding> findings() {
    return Verify.run(environment(own, FailPoint.NONE)).findings();
  }

  private RunEnvironment environment(Database connections, FailPoint failPoint) {
    try {
      String settingsText = Files.readString(workspace.settings());
      Pack pack = PackLoader.load(workspace.packs(), SettingsLoader.packId(workspace.settings()));
      Settings settings = SettingsLoader.load(workspace.settings(), pack);
      return new RunEnvironment(
          workspace,
          connections,
          new Law(pack, settings.fund()),
          settings,
          settingsText,
          PackLoader.files(workspace.packs(), pack.id()),
          "test",
          failPoint);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A launcher as a process that opens the workspace now has it. */
  RunLauncher launcher(FailPoint failPoint) {
    return launcher(environment(own, failPoint), intakeSizes, keyedSizes);
  }

  static RunLauncher launcher(RunEnvironment environment) {
    return launcher(environment, IntakeSizes.STANDARD, KeyedSizes.STANDARD);
  }

  private static RunLauncher launcher(
      RunEnvironment environment, IntakeSizes intake, KeyedSizes keyed) {
    return new RunLauncher(
        environment,
        Stream.of(
                new RegistryLoad(),
                new InvoiceIntake(keyed),
                new DeclarationIntake(intake),
                new FileWithdrawal(),
                new ContributionAssessment(keyed),
                new ReceiptIntake(),
                new AccountSettlement(keyed),
                new DecisionRun(),
                new TrialBalance(),
                new TakeOn(keyed),
                new AgedBalance(),
                new CollectionFollowUp(keyed),
                new ClearanceCertificate(),
                new Regularisation(keyed),
                new PersonMatch(keyed),
                new ExpectedIntake(),
                new DeclarationControl(keyed),
                new PersonDecision(),
                new ClaimAdjudication(keyed),
                new CareRemittance(),
                new Entitlement(keyed))
            .collect(Collectors.toMap(CaisseJob::name, job -> job)));
  }

  /** From now on it works in other portions. */
  LoadedFund inPortions(IntakeSizes intake, KeyedSizes keyed) {
    intakeSizes = intake;
    keyedSizes = keyed;
    return this;
  }

  RunStore runs() {
    return new RunStore(environment(own, FailPoint.NONE));
  }

  FileStore files() {
    return new FileStore(environment(own, FailPoint.NONE));
  }

  RunOutcome run(FailPoint failPoint, String job, Map<String, List<String>> parameters) {
    return launcher(failPoint).run(job, parameters, Language.FR, RunProgress.NONE);
  }

  /** Takes in the declarations of a day, from the inbox or from files, in another session. */
  RunOutcome intake(RunEnvironment session, LocalDate day, Path... files) {
    List<Path> given = files.length == 0 ? List.of(inbox(day)) : List.of(files);
    return launcher(session)
        .run(
            DeclarationIntake.NAME,
            Map.of(
                "date",
                List.of(day.toString()),
                "file",
                given.stream().map(Path::toString).toList()),
            Language.FR,
            RunProgress.NONE);
  }

  /** Takes in the declarations of a day, from the inbox or from files. */
  RunOutcome intake(FailPoint failPoint, LocalDate day, Path... files) {
    return intake(environment(own, failPoint), day, files);
  }

  RunOutcome intake(LocalDate day, Path... files) {
    return intake(FailPoint.NONE, day, files);
  }

  /** Assesses the month. */
  RunOutcome assess(FailPoint failPoint, LocalDate day) {
    return run(
        failPoint,
        ContributionAssessment.NAME,
        Map.of("period", List.of(MONTH.toString()), "date", List.of(day.toString())));
  }

  RunOutcome assess(LocalDate day) {
    return assess(FailPoint.NONE, day);
  }

  Path inbox(LocalDate day) {
    return workspace.inbox().resolve(day.toString());
  }

  /** The runs of the month, in order. */
  List<ContributionMonth.Planned> plan() {
    return ContributionMonth.plan(MONTH, workspace.inbox(), MONTH.atDay(1));
  }

  /** Runs everything of the month, as the command {@code month} does. */
  void month() {
    for (ContributionMonth.Planned planned : plan()) {
      RunOutcome outcome = run(FailPoint.NONE, planned.job(), planned.parameters());
      if (outcome.exitCode() > 1) {
        throw new IllegalStateException(outcome.toString());
      }
    }
  }

  /**
   * Runs everything of the month while commits, forces and renames drawn at random fail, and asks
   * again until it is done.
   *
   * @param reach the first attempt at a run fails at one of so many places; every further attempt
   *     may come as much further, so that it ends
   * @return the places where it failed
   */
  List<String> monthWithFailures(Random random, int reach) {
    List<String> places = new ArrayList<>();
    for (ContributionMonth.Planned planned : plan()) {
      places.addAll(
          untilDone(random, reach, failing -> run(failing, planned.job(), planned.parameters())));
    }
    return places;
  }

  /** Something that is asked for again until it is done. */
  @FunctionalInterface
  interface Asked {
    RunOutcome ask(FailPoint failing);
  }

  /**
   * Asks for a run while commits, forces and renames drawn at random fail, until it is done.
   *
   * @return the places where it failed
   */
  static List<String> untilDone(Random random, int reach, Asked asked) {
    List<String> places = new ArrayList<>();
    int most = 0;
    int exit = 3;
    while (exit == 3) {
      most += reach;
      AtomicInteger left = new AtomicInteger(1 + random.nextInt(most));
      exit = attempt(asked, failingAt(left, places));
    }
    return places;
  }

  private static FailPoint failingAt(AtomicInteger left, List<String> places) {
    return place -> {
      if (left.decrementAndGet() == 0) {
        places.add(place);
        throw new IllegalStateException(DISTURBED);
      }
    };
  }

  private static int attempt(Asked asked, FailPoint failing) {
    try {
      return asked.ask(failing).exitCode();
    } catch (IllegalStateException e) {
      if (DISTURBED.equals(e.getMessage())) {
        return 3;
      }
      throw e;
    }
  }

  Books books() {
    return Books.of(sql(), workspace);
  }

  @Override
  public void close() {
    others.forEach(Database::close);
    own.close();
  }
}
