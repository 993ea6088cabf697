package org.caisse.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.caisse.app.generate.FundOptions;
import org.caisse.config.database.Database;
import org.caisse.config.workspace.Workspace;
import org.caisse.jobs.contribution.ContributionAssessment;
import org.caisse.jobs.declaration.DeclarationIntake;
import org.caisse.jobs.run.Sql;

/**
 * Measures the script and Caisse in turn, each in a database as it was before, and compares what
 * they compute to the franc.
 */
public final class Bench {

  /** Brings what both read into the server's memory, so that who comes second has no gain. */
  private static final String WARM =
      "SELECT (SELECT count(person_no) FROM person), (SELECT count(valid_from) FROM"
          + " person_version), (SELECT count(employer_no) FROM employer), (SELECT count(population)"
          + " FROM employer_version)";

  private static final String DATABASE_BYTES = "SELECT pg_database_size(current_database())";

  private final BenchOptions options;
  private final Consumer<String> news;
  private final CaisseProcess caisse;
  private final BenchWorkspace workspaces;

  /**
   * @param news gets what is going on, for people
   */
  public Bench(BenchOptions options, Consumer<String> news) throws IOException {
    this.options = options;
    this.news = news;
    Files.createDirectories(options.folder());
    Path log = options.folder().resolve("caisse.log");
    Files.deleteIfExists(log);
    this.caisse = new CaisseProcess(options.mainClass(), log);
    this.workspaces = new BenchWorkspace(options.folder(), options.lines(), caisse);
  }

  /**
   * Measures.
   *
   * @throws WrongSumsException when script and Caisse do not compute the same
   */
  public List<Measure> run() throws IOException, SQLException {
    news.accept("preparing a fund of %,d lines".formatted(options.lines()));
    workspaces.prepare(options.lines());
    List<Measure> measures = new ArrayList<>();
    for (int round = 1; round <= options.rounds(); round++) {
      Workspace workspace = workspaces.fresh();
      try (Database database = PreparedWorkspace.open(workspace)) {
        news.accept("round %d of %d: script".formatted(round, options.rounds()));
        PlainScript.Result script = measureScript(database, round, measures);
        news.accept("round %d of %d: two runs".formatted(round, options.rounds()));
        measures.add(
            measure(database, round, Measure.Kind.TWO_PROCESSES, twoRuns(workspace), script));
      }
      workspace = workspaces.fresh();
      try (Database database = PreparedWorkspace.open(workspace)) {
        news.accept("round %d of %d: caisse month".formatted(round, options.rounds()));
        measures.add(measure(database, round, Measure.Kind.MONTH, month(workspace), null));
      }
    }
    workspaces.remove();
    return measures;
  }

  private PlainScript.Result measureScript(Database database, int round, List<Measure> measures)
      throws SQLException, IOException {
    settle(database);
    long pid = serverPid(database);
    OptionalLong before = Proc.familyMillis(pid);
    OptionalLong own = Proc.ownMillis();
    PlainScript.Result script = PlainScript.run(database, workspaces.declarations());
    Took took =
        new Took(
            script.wallMillis(),
            difference(own, Proc.ownMillis()),
            difference(before, Proc.familyMillis(pid)),
            OptionalLong.empty());
    measures.add(
        new Measure(
            round,
            Measure.Kind.SCRIPT,
            took,
            Measure.Part.of(script.statements()),
            0,
            script.databaseBytes()));
    return script;
  }

  private Measure measure(
      Database database,
      int round,
      Measure.Kind kind,
      List<List<String>> commands,
      PlainScript.Result script)
      throws SQLException, IOException {
    settle(database);
    long pid = serverPid(database);
    long bytes = number(database, DATABASE_BYTES);
    Took took = new Took(0, OptionalLong.of(0), OptionalLong.of(0), OptionalLong.of(0));
    List<LocalDateTime> starts = new ArrayList<>();
    OptionalLong before = Proc.familyMillis(pid);
    for (List<String> command : commands) {
      starts.add(LocalDateTime.now(ZoneId.systemDefault()));
      took = took.plus(caisse.run(command));
    }
    took =
        took.plus(
            new Took(
                0,
                OptionalLong.of(0),
                difference(before, Proc.familyMillis(pid)),
                OptionalLong.of(0)));
    compare(database, script);
    return new Measure(
        round,
        kind,
        took,
        parts(database, starts, took.wallMillis()),
        number(database, Sql.of(Bench.class, "archive-bytes")),
        number(database, DATABASE_BYTES) - bytes);
  }

  private Totals expected;

  private void compare(Database database, PlainScript.Result script) throws SQLException {
    if (script != null) {
      expected = script.totals();
    }
    try (Connection connection = database.dedicated();
        Statement statement = connection.createStatement()) {
      Totals found = Totals.of(statement, "caisse-totals");
      if (!found.equals(expected)) {
        throw new WrongSumsException(expected, found);
      }
    }
  }

  private List<List<String>> twoRuns(Workspace workspace) {
    String home = workspace.home().toString();
    return List.of(
        List.of(
            "--home",
            home,
            "run",
            DeclarationIntake.NAME,
            "date=" + workspaces.receivedOn(),
            "file=" + workspaces.declarations()),
        List.of(
            "--home",
            home,
            "run",
            ContributionAssessment.NAME,
            "period=" + FundOptions.DEMO_PERIOD,
            "date=" + workspaces.receivedOn()));
  }

  private static List<List<String>> month(Workspace workspace) {
    return List.of(
        List.of(
            "--home", workspace.home().toString(), "month", FundOptions.DEMO_PERIOD.toString()));
  }

  /** Steps as Caisse recorded them, and what lies before, between and after them. */
  private static List<Measure.Part> parts(
      Database database, List<LocalDateTime> starts, long wallMillis) throws SQLException {
    List<Measure.Part> steps = new ArrayList<>();
    LocalDateTime first = null;
    long inSteps = 0;
    try (Connection connection = database.dedicated();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(Sql.of(Bench.class, "steps"))) {
      while (row.next()) {
        LocalDateTime start = row.getObject("start_time", LocalDateTime.class);
        first = first == null ? start : first;
        long millis = row.getLong("millis");
        inSteps += millis;
        steps.add(
            new Measure.Part(row.getString("job") + " " + row.getString("step_name"), millis));
      }
    }
    List<Measure.Part> parts = new ArrayList<>();
    long before = first == null ? 0 : ChronoUnit.MILLIS.between(starts.getFirst(), first);
    parts.add(new Measure.Part("until the first step", before));
    parts.addAll(steps);
    parts.add(new Measure.Part("between and after", wallMillis - before - inSteps));
    return parts;
  }

  private static void settle(Database database) throws SQLException {
    PreparedWorkspace.execute(database, WARM);
    PreparedWorkspace.execute(database, "CHECKPOINT");
  }

  static long serverPid(Database database) throws SQLException, IOException {
    try (Connection connection = database.dedicated();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW data_directory")) {
      row.next();
      Path file = Path.of(row.getString(1), "postmaster.pid");
      return Long.parseLong(Files.readAllLines(file).getFirst().trim());
    }
  }

  static long number(Database database, String sql) throws SQLException {
    try (Connection connection = database.dedicated();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  static OptionalLong difference(OptionalLong before, OptionalLong after) {
    return before.isPresent() && after.isPresent()
        ? OptionalLong.of(after.getAsLong() - before.getAsLong())
        : OptionalLong.empty();
  }
}
