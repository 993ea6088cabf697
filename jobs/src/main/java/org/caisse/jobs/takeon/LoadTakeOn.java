package org.caisse.jobs.takeon;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.caisse.jobs.received.ReceivedFiles;
import org.caisse.jobs.received.Recognised;
import org.caisse.jobs.received.SentRows;
import org.caisse.jobs.run.FileKinds;
import org.caisse.jobs.run.FrozenFile;
import org.caisse.jobs.run.RejectRows;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.Statistics;
import org.caisse.jobs.run.Steps;
import org.caisse.readers.registry.RegistryFile;
import org.caisse.readers.registry.RegistryLine;
import org.caisse.readers.takeon.TakeOnFile;
import org.caisse.readers.takeon.TakeOnLine;
import org.caisse.writers.copy.BinaryCopy;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Reads all files of a take-on, in one transaction: lines go to a temporary table by COPY, SQL
 * finds what is known of them, the rules judge lines and totals, and only when every total ties is
 * anything kept.
 */
final class LoadTakeOn implements Steps.Work {

  /** One take-on comes after the other: each sees what the other brought. */
  private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('take-on'))";

  private final RunContext run;
  private final ReceivedFiles received;
  private final Map<Integer, FileTally> tallies = new HashMap<>();
  private final List<SentTotal> totals = new ArrayList<>();

  /** A total as the control file says it, and where. */
  record SentTotal(TakeOnLine.Total total, RejectRows.Row place) {}

  /** What came of a file. */
  static final class FileTally {
    final FrozenFile file;
    long lines;
    long blank;
    int rows;
    long amountMinor;
    Reject refusal;
    final List<RejectRows.Row> rejects = new ArrayList<>();

    FileTally(FrozenFile file) {
      this.file = file;
    }
  }

  LoadTakeOn(RunContext run, ReceivedFiles received) {
    this.run = run;
    this.received = received;
  }

  @Override
  public void run(StepExecution step) throws Exception {
    run.sql().sql(LOCK).query((row, n) -> n).list();
    run.sql().sql("SET LOCAL work_mem = '128MB'").update();
    tallies.clear();
    totals.clear();
    received.prepare(run.files(), 1);
    run.progress().expect(run.files().stream().mapToLong(received::lines).sum(), "lines");
    run.sql().sql(Sql.of(LoadTakeOn.class, "incoming")).update();
    Connection connection = DataSourceUtils.getConnection(run.dataSource());
    try {
      for (FrozenFile file : run.files()) {
        read(connection, file, step);
      }
      Statistics.refresh(run, List.of("incoming_take_on"));
      new JudgeTakeOn(run, connection, tallies, totals).judge();
      Statistics.refresh(
          run, List.of("opening_debt", "earlier_contribution", "earlier_right", "take_on_check"));
    } finally {
      DataSourceUtils.releaseConnection(connection, run.dataSource());
    }
  }

  private void read(Connection connection, FrozenFile file, StepExecution step)
      throws SQLException, IOException {
    FileTally tally = new FileTally(file);
    tallies.put(file.id(), tally);
    Recognised recognised = received.of(file);
    if (recognised.refusal() != null) {
      tally.refusal = recognised.refusal();
      return;
    }
    int decimals = run.law().pack().currency().decimals();
    try (RegistryFile<TakeOnLine> source =
            TakeOnFile.open(FileKinds.of(file.kind()), received.readable(file), decimals);
        SentRows sent = new SentRows(received, file);
        BinaryCopy copy = BinaryCopy.open(connection, IncomingTakeOn.COPY)) {
      IncomingTakeOn incoming = new IncomingTakeOn(copy, file.id());
      for (RegistryLine<TakeOnLine> line = source.read(); line != null; line = source.read()) {
        tally.rows++;
        sent.go(line.lineNo(), line.raw());
        switch (line) {
          case RegistryLine.Refused<TakeOnLine> refused ->
              tally.rejects.add(sent.refused(refused.reject()));
          case RegistryLine.Row<TakeOnLine> row -> row(tally, incoming, row, sent);
        }
        step.setReadCount(step.getReadCount() + 1);
        run.progress().advancedTo(step.getReadCount());
      }
      copy.finish();
      Recognised.Canonical canonical = recognised.canonical();
      tally.lines = canonical == null ? source.position().lineNo() - 1L : canonical.rows();
      tally.blank = canonical == null ? source.blankLines() : canonical.blankRows();
    }
  }

  private void row(
      FileTally tally, IncomingTakeOn incoming, RegistryLine.Row<TakeOnLine> row, SentRows sent)
      throws SQLException {
    RejectRows.Row place =
        sent.refused(new Reject(row.lineNo(), RejectCode.TAKE_ON_TOTAL, "total", ""));
    if (row.row() instanceof TakeOnLine.Total total) {
      totals.add(new SentTotal(total, place));
      return;
    }
    tally.amountMinor =
        Math.addExact(tally.amountMinor, incoming.add(row.row(), sent.lineNo(), place));
  }
}
