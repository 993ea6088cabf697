package org.caisse.jobs.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caisse.domain.pack.Population;
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
import org.caisse.readers.line.Position;
import org.caisse.readers.registry.EmployerRow;
import org.caisse.readers.registry.OgdRow;
import org.caisse.readers.registry.PersonRow;
import org.caisse.readers.registry.RegistryFile;
import org.caisse.readers.registry.RegistryLine;
import org.caisse.writers.copy.BinaryCopy;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Takes in the files of one kind, in one transaction: rows go to a temporary table by COPY, SQL
 * ranks those that stand twice, the rules judge, and what is new becomes versions.
 *
 * @param <T> row of the file
 */
final class RegistryKind<T> implements Steps.Work {

  private final RunContext run;
  private final ReceivedFiles received;
  private final String kind;
  private final Opener<T> opener;
  private final Judge<T> judge;
  private final RowCopy<T> copyRow;
  private final Map<String, Population> populations;
  private final Set<String> ogds = new HashSet<>();

  @FunctionalInterface
  private interface Opener<T> {
    RegistryFile<T> open(Path file, Position start) throws IOException;
  }

  @FunctionalInterface
  private interface Judge<T> {
    Reject judge(RegistryKind<T> kind, int lineNo, T row, int rank);
  }

  @FunctionalInterface
  private interface RowCopy<T> {
    void copy(BinaryCopy copy, T row) throws SQLException;
  }

  private RegistryKind(
      RunContext run,
      ReceivedFiles received,
      String kind,
      Opener<T> opener,
      Judge<T> judge,
      RowCopy<T> copyRow) {
    this.run = run;
    this.received = received;
    this.kind = kind;
    this.opener = opener;
    this.judge = judge;
    this.copyRow = copyRow;
    this.populations = run.law().pack().populations();
  }

  static RegistryKind<OgdRow> ogds(RunContext run, ReceivedFiles received) {
    return new RegistryKind<>(
        run,
        received,
        "ogds",
        RegistryFile::ogds,
        (kind, lineNo, row, rank) -> JudgeRegistryRow.ogd(lineNo, row.ogd(), rank),
        (copy, row) ->
            row(copy, row.ogd(), row.validFrom(), row.validTo(), row.name(), "", null, "", "", ""));
  }

  static RegistryKind<EmployerRow> employers(RunContext run, ReceivedFiles received) {
    return new RegistryKind<>(
        run,
        received,
        "employers",
        RegistryFile::employers,
        (kind, lineNo, row, rank) ->
            JudgeRegistryRow.employer(
                lineNo,
                row.employer(),
                row.population(),
                row.ogd(),
                kind.ogds.contains(row.ogd()),
                rank,
                kind.populations),
        (copy, row) ->
            row(
                copy,
                row.employer(),
                row.validFrom(),
                row.validTo(),
                row.name(),
                "",
                null,
                "",
                row.population(),
                row.ogd()));
  }

  static RegistryKind<PersonRow> persons(RunContext run, ReceivedFiles received) {
    return new RegistryKind<>(
        run,
        received,
        "persons",
        RegistryFile::persons,
        (kind, lineNo, row, rank) ->
            JudgeRegistryRow.person(
                lineNo,
                row.person(),
                row.population(),
                row.ogd(),
                kind.ogds.contains(row.ogd()),
                rank,
                kind.populations),
        (copy, row) ->
            row(
                copy,
                row.person(),
                row.validFrom(),
                row.validTo(),
                row.lastName(),
                row.firstName(),
                row.birthDate(),
                row.sex(),
                row.population(),
                row.ogd()));
  }

  @Override
  public void run(StepExecution step) throws Exception {
    // Two loads come one after the other: each gives numbers to whom it does not know.
    run.sql().sql("SELECT pg_advisory_xact_lock(hashtext('registry'))").query((r, n) -> n).list();
    run.sql().sql("SET LOCAL work_mem = '128MB'").update();
    ogds.addAll(
        run.sql()
            .sql(Sql.of(RegistryKind.class, "known-ogds"))
            .param("withdrawn", run.withdrawnArray())
            .param("run", run.run().id())
            .param("inputs", run.inputArray())
            .query(String.class)
            .list());
    List<FrozenFile> files = run.files().stream().filter(file -> file.kind().equals(kind)).toList();
    received.prepare(files, 1);
    run.progress().expect(files.stream().mapToLong(received::lines).sum(), "lines");
    Connection connection = DataSourceUtils.getConnection(run.dataSource());
    try {
      for (FrozenFile file : files) {
        take(connection, file, step);
      }
      Statistics.refresh(run, List.of(table(), table() + "_version"));
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
    run.sql().sql(Sql.of(RegistryKind.class, "incoming")).update();
    long rows = 0;
    long lines;
    long blank;
    try (RegistryFile<T> source = opener.open(received.readable(file), Position.START);
        SentRows sent = new SentRows(received, file);
        BinaryCopy copy = BinaryCopy.open(connection, RegistryRejects.INCOMING)) {
      for (RegistryLine<T> line = source.read(); line != null; line = source.read()) {
        rows++;
        sent.go(line.lineNo(), line.raw());
        stage(copy, file, line, sent, rejects);
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
    refuseDuplicates(file, rejects);
    rejects.flush(connection);
    run.sql().sql(Sql.of(RegistryKind.class, kind + "-new")).param("run", run.run().id()).update();
    run.sql()
        .sql(Sql.of(RegistryKind.class, kind + "-versions"))
        .param("run", run.run().id())
        .param("withdrawn", run.withdrawnArray())
        .param("inputs", run.inputArray())
        .update();
    run.sql().sql("DROP TABLE incoming").update();
    rejects.result(lines, blank, rows);
  }

  /** The table of the numbers; its versions are in the one with the suffix. */
  private String table() {
    return kind.substring(0, kind.length() - 1);
  }

  private void stage(
      BinaryCopy copy,
      FrozenFile file,
      RegistryLine<T> line,
      SentRows sent,
      RegistryRejects rejects)
      throws SQLException {
    switch (line) {
      case RegistryLine.Refused<T> refused -> rejects.add(sent.refused(refused.reject()));
      case RegistryLine.Row<T> row -> {
        Reject reject = judge.judge(this, row.lineNo(), row.row(), 1);
        if (reject == null) {
          copy.row(12);
          copy.int4(file.id());
          copy.int4(sent.lineNo());
          copyRow.copy(copy, row.row());
          copy.bool(false);
        } else {
          rejects.add(sent.refused(reject));
        }
      }
    }
  }

  /**
   * Rows that stand twice are found by SQL, under the lines of the sender, and judged here; their
   * lines are read once more, for the reject file.
   */
  private void refuseDuplicates(FrozenFile file, RegistryRejects rejects) throws IOException {
    Map<Integer, Integer> ranks = rejects.duplicates(table());
    if (ranks.isEmpty()) {
      return;
    }
    try (RegistryFile<T> source = opener.open(received.readable(file), Position.START);
        SentRows sent = new SentRows(received, file)) {
      for (RegistryLine<T> line = source.read(); line != null; line = source.read()) {
        sent.go(line.lineNo(), line.raw());
        Integer rank = ranks.get(sent.lineNo());
        if (rank != null && line instanceof RegistryLine.Row<T> row) {
          rejects.add(sent.refused(judge.judge(this, row.lineNo(), row.row(), rank)));
        }
      }
    }
    run.sql()
        .sql("DELETE FROM incoming WHERE line_no IN (:lines)")
        .param("lines", List.copyOf(ranks.keySet()))
        .update();
  }

  private static void row(
      BinaryCopy copy,
      String number,
      LocalDate from,
      LocalDate to,
      String name,
      String firstName,
      LocalDate birth,
      String sex,
      String population,
      String ogd)
      throws SQLException {
    copy.text(number);
    copy.date(from);
    date(copy, to);
    copy.text(name);
    copy.text(firstName);
    date(copy, birth);
    copy.text(sex);
    copy.text(population);
    copy.text(ogd);
  }

  private static void date(BinaryCopy copy, LocalDate date) throws SQLException {
    if (date == null) {
      copy.nul();
    } else {
      copy.date(date);
    }
  }
}
