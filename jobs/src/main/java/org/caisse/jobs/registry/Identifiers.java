package org.caisse.jobs.registry;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.caisse.readers.registry.IdentifierRow;
import org.caisse.readers.registry.RegistryFile;
import org.caisse.readers.registry.RegistryLine;
import org.caisse.writers.copy.BinaryCopy;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Takes in the numbers by which others know insured persons, in one transaction: rows go to a
 * temporary table, SQL looks up the person and ranks rows that stand twice, the rule judges, and
 * what is new becomes versions.
 */
final class Identifiers implements Steps.Work {

  private static final String KIND = "identifiers";
  private static final String COPY =
      "COPY incoming_identifier (line_no, person_no, kind, value, valid_from, valid_to) FROM STDIN"
          + " (FORMAT BINARY)";

  private final RunContext run;
  private final ReceivedFiles received;

  Identifiers(RunContext run, ReceivedFiles received) {
    this.run = run;
    this.received = received;
  }

  @Override
  public void run(StepExecution step) throws Exception {
    List<FrozenFile> files = run.files().stream().filter(file -> file.kind().equals(KIND)).toList();
    if (files.isEmpty()) {
      return;
    }
    received.prepare(files, 1);
    run.progress().expect(files.stream().mapToLong(received::lines).sum(), "lines");
    Connection connection = DataSourceUtils.getConnection(run.dataSource());
    try {
      for (FrozenFile file : files) {
        take(connection, file, step);
      }
      Statistics.refresh(run, List.of("person_identifier"));
    } finally {
      DataSourceUtils.releaseConnection(connection, run.dataSource());
    }
  }

  private void take(Connection connection, FrozenFile file, StepExecution step)
      throws SQLException, IOException {
    RegistryRejects rejects = new RegistryRejects(run, file);
    Recognised recognised = received.of(file);
    if (recognised.refusal() != null) {
      rejects.refused(recognised.refusal());
      return;
    }
    run.sql().sql(Sql.of(Identifiers.class, "incoming-identifier")).update();
    long rows = 0;
    long lines;
    long blank;
    try (RegistryFile<IdentifierRow> source = RegistryFile.identifiers(received.readable(file));
        SentRows sent = new SentRows(received, file);
        BinaryCopy copy = BinaryCopy.open(connection, COPY)) {
      for (RegistryLine<IdentifierRow> line = source.read(); line != null; line = source.read()) {
        rows++;
        sent.go(line.lineNo(), line.raw());
        switch (line) {
          case RegistryLine.Refused<IdentifierRow> refused ->
              rejects.add(sent.refused(refused.reject()));
          case RegistryLine.Row<IdentifierRow> row -> copy(copy, sent.lineNo(), row.row());
        }
        step.setReadCount(rows);
      }
      copy.finish();
      Recognised.Canonical canonical = recognised.canonical();
      lines = canonical == null ? source.position().lineNo() - 1L : canonical.rows();
      blank = canonical == null ? source.blankLines() : canonical.blankRows();
    }
    judge(file, rejects);
    rejects.flush(connection);
    run.sql()
        .sql(Sql.of(Identifiers.class, "identifiers-versions"))
        .param("run", run.run().id())
        .param("file", file.id())
        .param("withdrawn", run.withdrawnArray())
        .param("inputs", run.inputArray())
        .update();
    run.sql().sql("DROP TABLE incoming_identifier").update();
    rejects.result(lines, blank, rows);
  }

  private static void copy(BinaryCopy copy, int lineNo, IdentifierRow row) throws SQLException {
    copy.row(6);
    copy.int4(lineNo);
    copy.text(row.person());
    copy.text(row.kind());
    copy.text(row.value());
    copy.date(row.validFrom());
    if (row.validTo() == null) {
      copy.nul();
    } else {
      copy.date(row.validTo());
    }
  }

  /** What SQL found about a row that is not taken as it is. */
  private record Doubtful(boolean known, int rank) {}

  private void judge(FrozenFile file, RegistryRejects rejects) throws IOException {
    Map<Integer, Doubtful> doubtful = new HashMap<>();
    run.sql()
        .sql(Sql.of(Identifiers.class, "identifiers-doubtful"))
        .param("run", run.run().id())
        .query(
            row -> {
              doubtful.put(
                  row.getInt("line_no"), new Doubtful(row.getBoolean("known"), row.getInt("rank")));
            });
    if (doubtful.isEmpty()) {
      return;
    }
    try (RegistryFile<IdentifierRow> source = RegistryFile.identifiers(received.readable(file));
        SentRows sent = new SentRows(received, file)) {
      for (RegistryLine<IdentifierRow> line = source.read(); line != null; line = source.read()) {
        sent.go(line.lineNo(), line.raw());
        Doubtful found = doubtful.get(sent.lineNo());
        if (found != null && line instanceof RegistryLine.Row<IdentifierRow> row) {
          Reject reject =
              JudgeRegistryRow.identifier(
                  row.lineNo(), row.row().person(), found.known(), found.rank());
          if (reject != null) {
            rejects.add(sent.refused(reject));
          }
        }
      }
    }
    run.sql()
        .sql("DELETE FROM incoming_identifier WHERE line_no IN (:lines)")
        .param("lines", List.copyOf(doubtful.keySet()))
        .update();
  }
}
