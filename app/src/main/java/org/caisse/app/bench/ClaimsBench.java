package org.caisse.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.caisse.app.generate.FundOptions;
import org.caisse.config.database.Database;
import org.caisse.config.workspace.Workspace;
import org.caisse.jobs.run.Sql;

/**
 * Measures a month of care, from invoices to remittances, beside a contribution month of as many
 * lines: each by {@code caisse month} in one process.
 */
public final class ClaimsBench {

  private static final int DONE_WITH_REJECTS = 1;

  private final ClaimsOptions options;
  private final Consumer<String> news;
  private final BenchWorkspace contributions;
  private final ClaimsWorkspace claims;
  private final CaisseProcess caisse;

  /**
   * What was measured in a round.
   *
   * @param contribution the contribution month
   * @param contributionLines in its file
   * @param care the month of care, rights included
   * @param runs milliseconds of each of its runs, by job
   * @param parts milliseconds of each step
   * @param sums what it came to
   */
  public record Round(
      Took contribution,
      int contributionLines,
      Took care,
      Map<String, Long> runs,
      List<Measure.Part> parts,
      ClaimsSums sums) {}

  /**
   * @param news gets what is going on, for people
   */
  public ClaimsBench(ClaimsOptions options, Consumer<String> news) throws IOException {
    this.options = options;
    this.news = news;
    Files.createDirectories(options.folder());
    Path log = options.folder().resolve("caisse.log");
    Files.deleteIfExists(log);
    this.caisse = new CaisseProcess(options.mainClass(), log);
    this.contributions = new BenchWorkspace(options.folder(), options.lines(), caisse);
    this.claims = new ClaimsWorkspace(options, caisse);
  }

  /**
   * Measures.
   *
   * @throws WrongSumsException when care does not add up
   */
  public List<Round> run() throws IOException, SQLException {
    news.accept("preparing a fund of %,d lines of declarations".formatted(options.lines()));
    contributions.prepare(options.lines());
    news.accept(
        "preparing a fund with %,d lines of invoices and %,d of history"
            .formatted(options.lines(), options.history()));
    claims.prepare();
    List<Round> rounds = new ArrayList<>();
    for (int round = 1; round <= options.rounds(); round++) {
      news.accept("round %d of %d: contribution month".formatted(round, options.rounds()));
      Took month = month(contributions.fresh(), FundOptions.DEMO_PERIOD.toString());
      news.accept("round %d of %d: month of care".formatted(round, options.rounds()));
      rounds.add(care(month));
    }
    claims.remove();
    return rounds;
  }

  private Took month(Workspace workspace, String period) throws IOException, SQLException {
    try (Database database = PreparedWorkspace.open(workspace)) {
      return month(database, workspace, period);
    }
  }

  private Took month(Database database, Workspace workspace, String period)
      throws IOException, SQLException {
    PreparedWorkspace.execute(database, "CHECKPOINT");
    long pid = Bench.serverPid(database);
    OptionalLong before = Proc.familyMillis(pid);
    Took took =
        caisse.run(
            List.of("--home", workspace.home().toString(), "month", period), DONE_WITH_REJECTS);
    OptionalLong server = Bench.difference(before, Proc.familyMillis(pid));
    return took.plus(new Took(0, OptionalLong.of(0), server, OptionalLong.of(0)));
  }

  private Round care(Took contribution) throws IOException, SQLException {
    Workspace workspace = claims.fresh();
    try (Database database = PreparedWorkspace.open(workspace)) {
      int last = Math.toIntExact(Bench.number(database, "SELECT max(run_id) FROM run"));
      Took took = month(database, workspace, ClaimsWorkspace.MONTH.toString());
      try (Connection connection = database.dedicated()) {
        Map<String, Long> runs = new LinkedHashMap<>();
        each(connection, "claims-runs", last, row -> runs.put(row.getString(1), row.getLong(2)));
        List<Measure.Part> parts = new ArrayList<>();
        each(
            connection,
            "claims-steps",
            last,
            row ->
                parts.add(
                    new Measure.Part(row.getString(1) + " " + row.getString(2), row.getLong(4))));
        LocalDate day =
            LocalDate.parse(
                text(
                    connection, "SELECT max(business_date)::text FROM run WHERE run_id > ?", last));
        ClaimsSums sums = ClaimsSums.of(connection, last, claims.truth(), day);
        return new Round(contribution, options.lines(), took, runs, parts, sums);
      }
    }
  }

  /** Does something with a row. */
  @FunctionalInterface
  private interface Row {
    void with(ResultSet row) throws SQLException;
  }

  private static void each(Connection connection, String query, int after, Row row)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(Sql.of(ClaimsBench.class, query))) {
      statement.setInt(1, after);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          row.with(rows);
        }
      }
    }
  }

  private static String text(Connection connection, String sql, int after) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, after);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
