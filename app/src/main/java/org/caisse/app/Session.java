package org.caisse.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.caisse.config.database.Database;
import org.caisse.config.pack.PackFiles;
import org.caisse.config.pack.PackLoader;
import org.caisse.config.settings.Settings;
import org.caisse.config.settings.SettingsLoader;
import org.caisse.config.workspace.Workspace;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.Pack;
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
import org.caisse.jobs.entitlement.Entitlement;
import org.caisse.jobs.expected.DeclarationControl;
import org.caisse.jobs.expected.ExpectedIntake;
import org.caisse.jobs.invoice.InvoiceIntake;
import org.caisse.jobs.person.PersonDecision;
import org.caisse.jobs.person.PersonMatch;
import org.caisse.jobs.receipt.ReceiptIntake;
import org.caisse.jobs.registry.RegistryLoad;
import org.caisse.jobs.regularisation.Regularisation;
import org.caisse.jobs.run.CaisseJob;
import org.caisse.jobs.run.DryRun;
import org.caisse.jobs.run.RunEnvironment;
import org.caisse.jobs.run.RunLauncher;
import org.caisse.jobs.run.RunStore;
import org.caisse.jobs.run.UsageException;
import org.caisse.jobs.takeon.TakeOn;
import org.caisse.jobs.withdrawal.FileWithdrawal;

/** An open workspace: its settings and pack, its database, its jobs. */
final class Session implements AutoCloseable {

  private final RunEnvironment environment;
  private final RunLauncher launcher;

  private Session(RunEnvironment environment) {
    this.environment = environment;
    this.launcher = new RunLauncher(environment, jobs());
  }

  /**
   * Opens the workspace that a command line names.
   *
   * @throws UsageException when the folder is none
   */
  static Session open(Caisse caisse) {
    Workspace workspace = workspace(caisse.home());
    ProgramLog.in(workspace, caisse.environment());
    try {
      String settingsText = Files.readString(workspace.settings());
      String packId = SettingsLoader.packId(workspace.settings());
      PackFiles files = PackLoader.files(workspace.packs(), packId);
      Pack pack = PackLoader.load(workspace.packs(), packId);
      Settings settings = SettingsLoader.load(workspace.settings(), pack);
      Database database = Database.open(workspace, caisse.environment());
      try {
        database.migrate();
        return new Session(
            new RunEnvironment(
                workspace,
                database,
                new Law(pack, settings.fund()),
                settings,
                settingsText,
                files,
                user(),
                FailPoints.of(caisse.environment())));
      } catch (RuntimeException e) {
        database.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the settings of workspace " + caisse.home() + " cannot be read", e);
    }
  }

  /**
   * Opens the workspace that a command line names, to try out what runs would do: nothing stays but
   * their documents, in a folder of their own.
   *
   * @throws UsageException when the folder is none
   * @throws org.caisse.jobs.run.BusyException when somebody is at work
   */
  private static Session openForDryRun(Caisse caisse) {
    Session session = open(caisse);
    try {
      RunEnvironment real = session.environment;
      DryRun dryRun = DryRun.begin(real.workspace().forDryRun(), real.database());
      return new Session(real.tryingOut(dryRun));
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  /** The folders of a workspace that exists. */
  static Workspace workspace(Path home) {
    Workspace workspace = new Workspace(home);
    if (!Files.exists(workspace.settings())) {
      throw new UsageException(
          "%s is no workspace: it has no %s; make one with `caisse init --home %s`, or look at one with `caisse demo`"
              .formatted(home, workspace.settings().getFileName(), home));
    }
    return workspace;
  }

  /** Every job, by name. */
  static Map<String, CaisseJob> jobs() {
    Map<String, CaisseJob> jobs = new LinkedHashMap<>();
    for (CaisseJob job :
        new CaisseJob[] {
          new RegistryLoad(),
          new InvoiceIntake(),
          new DeclarationIntake(),
          new FileWithdrawal(),
          new ContributionAssessment(),
          new ReceiptIntake(),
          new AccountSettlement(),
          new DecisionRun(),
          new TrialBalance(),
          new TakeOn(),
          new AgedBalance(),
          new CollectionFollowUp(),
          new ClearanceCertificate(),
          new Regularisation(),
          new PersonMatch(),
          new ExpectedIntake(),
          new DeclarationControl(),
          new PersonDecision(),
          new ClaimAdjudication(),
          new CareRemittance(),
          new Entitlement()
        }) {
      jobs.put(job.name(), job);
    }
    return jobs;
  }

  /** A session that keeps what runs do, or one that only tries it out. */
  static Session open(Caisse caisse, boolean dryRun) {
    return dryRun ? openForDryRun(caisse) : open(caisse);
  }

  RunEnvironment environment() {
    return environment;
  }

  RunLauncher launcher() {
    return launcher;
  }

  RunStore runs() {
    return new RunStore(environment);
  }

  private static String user() {
    return System.getProperty("user.name", "unknown");
  }

  @Override
  public void close() {
    try {
      if (environment.isDryRun()) {
        environment.dryRun().close();
      }
    } finally {
      environment.database().close();
    }
  }
}
