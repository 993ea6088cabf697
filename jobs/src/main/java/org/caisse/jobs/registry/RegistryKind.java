package org.caisse.jobs.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.caisse.domain.registry.JudgeRegistryRow;
import org.caisse.domain.reject.Reject;
import org.caisse.jobs.received.ReceivedFiles;
import org.caisse.jobs.received.Recognised;
import org.caisse.jobs.received.SentRows;
import org.caisse.jobs.run.FrozenFile;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.Statistics;
import org.caisse.jobs.run.Steps;
import org.caisse.readers.registry.RegistryFile;
import org.caisse.readers.registry.RegistryLine;
import org.caisse.writers.copy.BinaryCopy;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Takes in the files of one kind, in one transaction: rows go to a temporary table by COPY, SQL
 * ranks those that stand twice and finds those that name what nobody knows, the rules judge, and
 * what is new becomes versions.
 *
 * @param <T> row of the file
 */
final class RegistryKind<T> implements Steps.Work {

  private static final String INCOMING = Sql.of(RegistryKind.class, "incoming");
  private static final String DOUBTFUL = Sql.of(RegistryKind.class, "doubtful");
  private static final String NUMBERS = Sql.of(RegistryKind.class, "numbers");
  private static final String VERSIONS = Sql.of(RegistryKind.class, "versions");

  private final RunContext run;
  private final ReceivedFiles received;
  private final RegistryTable<T> table;
  private final Opener<T> opener;
  private final RowJudge<T> judge;

  /** Opens a file to be read from its beginning. */
  @FunctionalInterface
  interface Opener<T> {
    RegistryFile<T> open(Path file) throws IOException;
  }

  /** Judges a row by itself; null for nothing wrong. */
  @FunctionalInterface
  interface RowJudge<T> {
    Reject judge(int lineNo, T row);
  }

  /** What SQL found about a row that is not taken as it is; {@code missing} is -1 for none. */
  private record Doubtful(int rank, int missing) {}

  RegistryKind(
      RunContext run,
      ReceivedFiles received,
      RegistryTable<T> table,
      Opener<T> opener,
      RowJudge<T> judge) {
    this.run = run;
    this.received = received;
    this.table = table;
    this.opener = opener;
    this.judge = judge;
  }

  /** The kind of its files; the step is called so. */
  String kind() {
    return table.kind();
  }

  @Override
  public void run(StepExecution step) throws Exception {
    // Two loads come one after the other: each gives numbers to whom it does not know.
    run.sql().sql("SELECT pg_advisory_xact_lock(hashtext('registry'))").query((r, n) -> n).list();
    run.sql().sql("SET LOCAL work_mem = '128MB'").update();
    List<FrozenFile> files =
        run.files().stream().filter(file -> file.kind().equals(kind())).toList();
    received.prepare(files, 1);
    run.progress().expect(files.stream().mapToLong(received::lines).sum(), "lines");
    Connection connection = DataSourceUtils.getConnection(run.dataSource());
    try {
      for (FrozenFile file : files) {
        take(connection, file, step);
      }
      Statistics.refresh(run, tables());
    } finally {
      DataSourceUtils.releaseConnection(connection, run.dataSource());
    }
  }

  private List<String> tables() {
    return Stream.of(table.own() == null ? "" : table.own().table(), table.versions())
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private void take(Connection connection, FrozenFile file, StepExecution step)
      throws SQLException, IOException {
    RegistryRejects rejects = new RegistryRejects(run, file);
    Recognised recognised = received.of(file);
    if (recognised.refusal() != null) {
      rejects.refused(recognised.refusal());
      return;
    }
    run.sql().sql(table.create(INCOMING)).update();
    long rows = 0;
    long lines;
    long blank;
    try (RegistryFile<T> source = opener.open(received.readable(file));
        SentRows sent = new SentRows(received, file);
        BinaryCopy copy = BinaryCopy.open(connection, table.copyStatement())) {
      for (RegistryLine<T> line = source.read(); line != null; line = source.read()) {
        rows++;
        sent.go(line.lineNo(), line.raw());
        stage(copy, line, sent, rejects);
        step.setReadCount(rows);
        if (rows % 10_000 == 0) {
          run.progress().advancedTo(rows);
        }
      }
      copy.finish();
      Recognised.Canonical canonical = recognised.canonical();
      lines = canonical == null ? source.position().lineNo() - 1L : canonical.rows();
      blank = canonical == null ? source.blankLines() : canonical.blankRows();
    }
    // Without it the server takes a million rows for two hundred.
    Statistics.refresh(run, List.of("incoming"));
    refuseDoubtful(file, rejects);
    rejects.flush(connection);
    if (table.own() != null) {
      run.sql().sql(table.sql(NUMBERS)).param("run", run.run().id()).update();
    }
    known(VERSIONS).param("file", file.id()).update();
    run.sql().sql("DROP TABLE incoming").update();
    rejects.result(lines, blank, rows);
  }

  /** A query of what the run knows. */
  private JdbcClient.StatementSpec known(String template) {
    return run.sql()
        .sql(table.sql(template))
        .param("run", run.run().id())
        .param("withdrawn", run.withdrawnArray())
        .param("inputs", run.inputArray());
  }

  private void stage(BinaryCopy copy, RegistryLine<T> line, SentRows sent, RegistryRejects rejects)
      throws SQLException {
    switch (line) {
      case RegistryLine.Refused<T> refused -> rejects.add(sent.refused(refused.reject()));
      case RegistryLine.Row<T> row -> {
        Reject reject = judge.judge(row.lineNo(), row.row());
        if (reject == null) {
          table.copy(copy, sent.lineNo(), row.row());
        } else {
          rejects.add(sent.refused(reject));
        }
      }
    }
  }

  /**
   * Rows that stand twice, or name what nobody knows, are found by SQL, under the lines of the
   * sender, and judged here; their lines are read once more, for the reject file.
   */
  private void refuseDoubtful(FrozenFile file, RegistryRejects rejects) throws IOException {
    Map<Integer, Doubtful> doubtful = new HashMap<>();
    known(DOUBTFUL)
        .query(
            row -> {
              doubtful.put(
                  row.getInt("line_no"), new Doubtful(row.getInt("rank"), row.getInt("missing")));
            });
    if (doubtful.isEmpty()) {
      return;
    }
    try (RegistryFile<T> source = opener.open(received.readable(file));
        SentRows sent = new SentRows(received, file)) {
      for (RegistryLine<T> line = source.read(); line != null; line = source.read()) {
        sent.go(line.lineNo(), line.raw());
        Doubtful found = doubtful.get(sent.lineNo());
        if (found != null && line instanceof RegistryLine.Row<T> row) {
          rejects.add(sent.refused(judge(row.lineNo(), row.row(), found)));
        }
      }
    }
    run.sql()
        .sql("DELETE FROM incoming WHERE line_no IN (:lines)")
        .param("lines", List.copyOf(doubtful.keySet()))
        .update();
  }

  private Reject judge(int lineNo, T row, Doubtful found) {
    JudgeRegistryRow.Unknown unknown = null;
    if (found.missing() >= 0) {
      RegistryTable.Reference<T> reference = table.references().get(found.missing());
      unknown =
          new JudgeRegistryRow.Unknown(
              reference.of().unknown(), reference.field(), reference.number().apply(row));
    }
    return JudgeRegistryRow.among(
        lineNo, table.shown(), table.number().apply(row), unknown, found.rank());
  }
}
