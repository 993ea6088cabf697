package org.caisse.jobs.run;

import javax.sql.DataSource;
import org.caisse.config.database.Database;
import org.caisse.config.format.Formats;
import org.caisse.config.pack.PackFiles;
import org.caisse.config.settings.Settings;
import org.caisse.config.workspace.Workspace;
import org.caisse.domain.pack.Law;
import org.caisse.domain.run.FailPoint;

/**
 * What every run of a process has around it.
 *
 * @param workspace folders
 * @param database open and migrated
 * @param law pack and fund settings as they are now; a run that began under others keeps those
 * @param settings of the workspace
 * @param settingsText the settings file as it is now
 * @param packFiles the pack's files as they are now
 * @param user who asks
 * @param failPoint does nothing in production
 * @param dryRun in which everything is only tried out; null for runs that leave something
 */
public record RunEnvironment(
    Workspace workspace,
    Database database,
    Law law,
    Settings settings,
    String settingsText,
    PackFiles packFiles,
    String user,
    FailPoint failPoint,
    DryRun dryRun) {

  public RunEnvironment(
      Workspace workspace,
      Database database,
      Law law,
      Settings settings,
      String settingsText,
      PackFiles packFiles,
      String user,
      FailPoint failPoint) {
    this(workspace, database, law, settings, settingsText, packFiles, user, failPoint, null);
  }

  /** The same, for runs that are only tried out. */
  public RunEnvironment tryingOut(DryRun run) {
    return new RunEnvironment(
        workspace.forDryRun(),
        database,
        law,
        settings,
        settingsText,
        packFiles,
        user,
        failPoint,
        run);
  }

  /**
   * Behaviour of the rules; a change of behaviour is a new number, and the old one stays
   * replayable.
   */
  public static final int RULESET = 1;

  /** Version of the program, for manifests. */
  public static final String PROGRAM = "caisse 0.1";

  public DataSource dataSource() {
    return dryRun == null ? database.dataSource() : dryRun.dataSource();
  }

  /** Whether everything is only tried out. */
  public boolean isDryRun() {
    return dryRun != null;
  }

  /**
   * Formats of files and mappings of senders as they are now. Read when they are asked for: a
   * mistake in a mapping stops what takes files in, and nothing else.
   *
   * @throws org.caisse.config.format.FormatException when they cannot be used
   */
  public Formats formats() {
    return Formats.load(workspace);
  }
}
