package org.caisse.jobs.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.caisse.config.database.Database;
import org.caisse.config.pack.BundledPacks;
import org.caisse.config.pack.PackFiles;
import org.caisse.config.pack.PackLoader;
import org.caisse.config.settings.Settings;
import org.caisse.config.settings.SettingsLoader;
import org.caisse.config.text.Language;
import org.caisse.config.workspace.Workspace;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.Pack;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.contribution.ContributionAssessment;
import org.caisse.jobs.declaration.DeclarationIntake;
import org.caisse.jobs.registry.RegistryLoad;
import org.caisse.jobs.run.CaisseJob;
import org.caisse.jobs.run.RunEnvironment;
import org.caisse.jobs.run.RunKey;
import org.caisse.jobs.run.RunLauncher;
import org.caisse.jobs.run.RunOutcome;
import org.caisse.jobs.run.RunProgress;
import org.caisse.testing.TestFolders;
import org.caisse.testing.TestServer;

/**
 * Five employers and a month with everything in it: two spells, a line and two declarations
 * refused, a nil one, a replacement, a late and a repeated declaration, three people without
 * employer, and a change of law between the second and the third assessment.
 */
public final class SmallFund implements AutoCloseable {

  public static final RunKey REGISTRY = new RunKey("registry-load", "2026-02-28", 1);
  public static final RunKey FIRST_INTAKE = new RunKey("declaration-intake", "2026-03-05", 1);
  public static final RunKey SECOND_INTAKE = new RunKey("declaration-intake", "2026-04-12", 1);

  private static final String HEADER =
      "record;employer;period;kind;sequence;count;person;name;entry;exit;days;gross\n";

  private static final Map<String, String> FILES =
      Map.of(
          "ogds.csv",
          """
          ogd;name;valid_from;valid_to
          CNSS;Caisse nationale;2024-01-01;
          """,
          "employers.csv",
          """
          employer;name;population;ogd;valid_from;valid_to
          E000001;Faso Coton;salaried_private;CNSS;2024-01-01;
          E000002;Boulangerie du Centre;salaried_private;CNSS;2024-01-01;
          E000003;Atelier du Nord;salaried_private;CNSS;2024-01-01;
          E000004;Caisse de retraite;pensioner;CNSS;2024-01-01;
          E000005;Transport Sahel;salaried_private;CNSS;2024-01-01;
          """,
          "persons.csv",
          """
          person;last_name;first_name;birth_date;sex;population;ogd;valid_from;valid_to
          P00000001;OUEDRAOGO;Awa;1990-01-01;F;;;2024-01-01;
          P00000002;SAWADOGO;Ali;1985-05-05;M;;;2024-01-01;
          P00000003;KABORE;Issa;1970-03-01;M;;;2024-01-01;
          P00000004;ZONGO;Marie;1950-03-01;F;;;2024-01-01;
          P00000005;TRAORE;Salif;1980-03-01;M;informal;CNSS;2024-01-01;
          P00000006;DIALLO;Aminata;1981-03-01;F;independent_formal;CNSS;2024-01-01;
          P00000007;BARRY;Moussa;1982-03-01;M;indigent;CNSS;2024-01-01;
          """,
          "march.csv",
          HEADER
              + """
              D;E000001;2026-02;original;1;4;;;;;;1000000
              L;E000001;2026-02;;;;P00000001;OUEDRAOGO Awa;;;28;200000
              L;E000001;2026-02;;;;P00000002;SAWADOGO Ali;;2026-02-10;10;100000
              L;E000001;2026-02;;;;P00000002;SAWADOGO Ali;2026-02-11;;18;200000
              L;E000001;2026-02;;;;P00000009;INCONNU Jean;;;28;500000
              D;E000002;2026-02;original;1;1;;;;;;30000
              L;E000002;2026-02;;;;P00000003;KABORE Issa;;;28;30000
              D;E000003;2026-02;nil;1;0;;;;;;0
              D;E000004;2026-02;original;1;2;;;;;;80000
              L;E000004;2026-02;;;;P00000004;ZONGO Marie;;;;80000
              D;E000099;2026-02;original;1;1;;;;;;50000
              L;E000099;2026-02;;;;P00000003;KABORE Issa;;;28;50000
              """,
          "april.csv",
          HEADER
              + """
              D;E000001;2026-02;replacement;2;2;;;;;;550000
              L;E000001;2026-02;;;;P00000001;OUEDRAOGO Awa;;;28;250000
              L;E000001;2026-02;;;;P00000002;SAWADOGO Ali;;;28;300000
              D;E000002;2026-02;original;1;1;;;;;;30000
              L;E000002;2026-02;;;;P00000003;KABORE Issa;;;28;30000
              D;E000004;2026-02;original;2;1;;;;;;80000
              L;E000004;2026-02;;;;P00000004;ZONGO Marie;;;;80000
              """);

  private static Workspace original;

  private final Path sources;
  private final Workspace workspace;
  private final Database database;

  private SmallFund(Path folder) throws IOException {
    sources = Files.createDirectories(folder.resolve("sources"));
    workspace = new Workspace(folder.resolve("home")).create();
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      Files.writeString(sources.resolve(file.getKey()), file.getValue());
    }
    BundledPacks.copyTo(workspace.packs());
    SettingsLoader.copyDemoTo(workspace.settings());
    database = Database.open(workspace, TestServer.environment(workspace.home()));
    database.migrate();
  }

  /** The fund with all its runs done. */
  public static SmallFund afterItsMonth(Path folder) throws IOException {
    SmallFund fund = new SmallFund(folder);
    fund.run("registry-load", "2026-02-28", "ogds.csv", "employers.csv", "persons.csv");
    fund.run("declaration-intake", "2026-03-05", "march.csv");
    fund.assess("2026-03-11");
    fund.run("declaration-intake", "2026-04-12", "april.csv");
    fund.assess("2026-04-15");
    String settings = Files.readString(fund.workspace.settings());
    Files.writeString(
        fund.workspace.settings(), settings.replace("base_floor: 45000", "base_floor: 60000"));
    fund.assess("2026-04-20");
    return fund;
  }

  /** The workspace of such a fund, made once for all tests of this process; only to be copied. */
  public static synchronized Workspace original() throws IOException {
    if (original == null) {
      Path folder = TestFolders.create("small-");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> TestFolders.delete(folder)));
      try (SmallFund fund = afterItsMonth(folder)) {
        original = fund.workspace();
      }
    }
    return original;
  }

  /** An assessment of the month. */
  public static RunKey assessment(int seq) {
    return new RunKey("contribution-assessment", "2026-02", seq);
  }

  /** Copies everything but the database, to be spoilt. */
  public static Workspace copy(Workspace from, Path to) throws IOException {
    Workspace copy = new Workspace(to);
    for (Path folder : List.of(from.outbox(), from.archive(), from.manifests(), from.keys())) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.toList()) {
          Path target = copy.home().resolve(from.home().relativize(file));
          if (Files.isDirectory(file)) {
            Files.createDirectories(target);
          } else {
            Files.copy(file, target);
          }
        }
      }
    }
    return copy;
  }

  public Workspace workspace() {
    return workspace;
  }

  /** The process around a run, with pack and settings as they are now. */
  public RunEnvironment environment() {
    try {
      String packId = SettingsLoader.packId(workspace.settings());
      PackFiles files = PackLoader.files(workspace.packs(), packId);
      Pack pack = PackLoader.load(files, packId);
      Settings settings = SettingsLoader.load(workspace.settings(), pack);
      return new RunEnvironment(
          workspace,
          database,
          new Law(pack, settings.fund()),
          settings,
          Files.readString(workspace.settings()),
          files,
          "tester",
          FailPoint.NONE);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    database.close();
  }

  private void assess(String date) {
    run("contribution-assessment", Map.of("period", List.of("2026-02"), "date", List.of(date)));
  }

  private void run(String job, String date, String... files) {
    run(
        job,
        Map.of(
            "date",
            List.of(date),
            "file",
            Stream.of(files).map(file -> sources.resolve(file).toString()).toList()));
  }

  private void run(String job, Map<String, List<String>> parameters) {
    Map<String, CaisseJob> jobs =
        Map.of(
            RegistryLoad.NAME, new RegistryLoad(),
            DeclarationIntake.NAME, new DeclarationIntake(),
            ContributionAssessment.NAME, new ContributionAssessment());
    RunOutcome outcome =
        new RunLauncher(environment(), jobs).run(job, parameters, Language.EN, RunProgress.NONE);
    if (outcome.result() != RunOutcome.Result.COMPLETED) {
      throw new IllegalStateException(job + ": " + outcome.message());
    }
  }
}
