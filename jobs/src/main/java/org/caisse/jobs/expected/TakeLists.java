package org.caisse.jobs.expected;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.caisse.domain.reject.Reject;
import org.caisse.jobs.received.ReceivedFiles;
import org.caisse.jobs.received.Recognised;
import org.caisse.jobs.received.SentRows;
import org.caisse.jobs.run.FrozenFile;
import org.caisse.jobs.run.RejectRows;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.Statistics;
import org.caisse.jobs.run.Steps;
import org.caisse.readers.expected.ExpectedFile;
import org.caisse.readers.expected.ExpectedRow;
import org.caisse.readers.registry.RegistryFile;
import org.caisse.readers.registry.RegistryLine;
import org.caisse.writers.copy.BinaryCopy;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** Takes the rows of the run's lists, file by file, in one transaction. */
final class TakeLists implements Steps.Work {

  /** A file has fewer lines than this: the id of a row is that of its file, and its line. */
  private static final int LINES_OF_A_FILE = 1 << 24;

  private static final int TELL_EVERY = 10_000;

  private static final String COPY =
      "COPY expected_person (expected_id, run_id, file_id, line_no, list, period, employer_no,"
          + " person_no, national_id, last_name, first_name, birth_date, sex, pay_minor) FROM STDIN"
          + " (FORMAT BINARY)";

  private final RunContext run;
  private final ReceivedFiles received;
  private long read;

  TakeLists(RunContext run, ReceivedFiles received) {
    this.run = run;
    this.received = received;
  }

  @Override
  public void run(StepExecution step) throws Exception {
    received.prepare(run.files(), 1);
    run.progress().expect(run.files().stream().mapToLong(received::lines).sum(), "lines");
    Connection connection = DataSourceUtils.getConnection(run.dataSource());
    try {
      for (FrozenFile file : run.files()) {
        take(connection, file, step);
      }
      Statistics.refresh(run, List.of("expected_person"));
    } finally {
      DataSourceUtils.releaseConnection(connection, run.dataSource());
    }
  }

  private void take(Connection connection, FrozenFile file, StepExecution step)
      throws SQLException, IOException {
    Recognised recognised = received.of(file);
    if (recognised.refusal() != null) {
      result(file, 0, 0, 0, 0, recognised.refusal());
      return;
    }
    List<RejectRows.Row> rejects = new ArrayList<>();
    int rows = 0;
    long lines;
    long blank;
    int decimals = run.law().pack().currency().decimals();
    try (RegistryFile<ExpectedRow> source = ExpectedFile.open(received.readable(file), decimals);
        SentRows sent = new SentRows(received, file);
        BinaryCopy copy = BinaryCopy.open(connection, COPY)) {
      for (RegistryLine<ExpectedRow> line = source.read(); line != null; line = source.read()) {
        rows++;
        sent.go(line.lineNo(), line.raw());
        switch (line) {
          case RegistryLine.Refused<ExpectedRow> refused ->
              rejects.add(sent.refused(refused.reject()));
          case RegistryLine.Row<ExpectedRow> row -> copy(copy, file, sent.lineNo(), row.row());
        }
        step.setReadCount(++read);
        if (read % TELL_EVERY == 0) {
          run.progress().advancedTo(read);
        }
      }
      copy.finish();
      Recognised.Canonical canonical = recognised.canonical();
      lines = canonical == null ? source.position().lineNo() - 1L : canonical.rows();
      blank = canonical == null ? source.blankLines() : canonical.blankRows();
    }
    RejectRows.copy(connection, run.run().id(), rejects);
    result(file, lines, blank, rows, rejects.size(), null);
  }

  private void copy(BinaryCopy copy, FrozenFile file, int lineNo, ExpectedRow row)
      throws SQLException {
    if (lineNo >= LINES_OF_A_FILE) {
      throw new IllegalArgumentException("a list has too many lines: " + lineNo);
    }
    copy.row(14);
    copy.int8((long) file.id() * LINES_OF_A_FILE + lineNo);
    copy.int4(run.run().id());
    copy.int4(file.id());
    copy.int4(lineNo);
    copy.text(row.list());
    copy.date(row.period());
    copy.text(row.employer());
    copy.text(row.person());
    copy.text(row.nationalId());
    copy.text(row.lastName());
    copy.text(row.firstName());
    date(copy, row.birthDate());
    copy.text(row.sex());
    if (row.pay() == null) {
      copy.nul();
    } else {
      copy.int8(row.pay());
    }
  }

  private static void date(BinaryCopy copy, LocalDate date) throws SQLException {
    if (date == null) {
      copy.nul();
    } else {
      copy.date(date);
    }
  }

  private void result(
      FrozenFile file, long lines, long blank, int rows, int rejected, Reject refusal) {
    run.sql()
        .sql(Sql.of(getClass(), "record-result"))
        .param("file", file.id())
        .param("run", run.run().id())
        .param("refused", refusal == null ? 0 : refusal.code().number())
        .param("found", refusal == null ? "" : RejectRows.shortened(refusal.value()))
        .param("lines", Math.toIntExact(lines))
        .param("blank", Math.toIntExact(blank))
        .param("rows", rows)
        .param("rejected", rejected)
        .update();
  }
}
