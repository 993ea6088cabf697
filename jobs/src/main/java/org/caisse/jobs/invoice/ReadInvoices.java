package org.caisse.jobs.invoice;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
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
import org.caisse.readers.invoice.InvoiceFile;
import org.caisse.readers.invoice.InvoiceRecord;
import org.caisse.readers.registry.RegistryFile;
import org.caisse.readers.registry.RegistryLine;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Reads all files of an intake into the table of incoming lines, and groups them to invoices and
 * lots, in one transaction: judging begins when all of them are known.
 */
final class ReadInvoices implements Steps.Work {

  private static final int TELL_EVERY = 10_000;

  private final RunContext run;
  private final ReceivedFiles received;
  private long read;

  ReadInvoices(RunContext run, ReceivedFiles received) {
    this.run = run;
    this.received = received;
  }

  @Override
  public void run(StepExecution step) throws Exception {
    InvoiceIntake.forget(run);
    received.prepare(run.files(), 1);
    run.progress().expect(run.files().stream().mapToLong(received::lines).sum(), "lines");
    Connection connection = DataSourceUtils.getConnection(run.dataSource());
    try {
      for (FrozenFile file : run.files()) {
        take(connection, file, step);
      }
    } finally {
      DataSourceUtils.releaseConnection(connection, run.dataSource());
    }
    Statistics.refresh(run, List.of("incoming_claim"));
    run.sql().sql("SET LOCAL work_mem = '128MB'").update();
    run.sql()
        .sql(Sql.of(ReadInvoices.class, "group-invoices"))
        .param("run", run.run().id())
        .update();
    Statistics.refresh(run, List.of("incoming_invoice"));
  }

  private void take(Connection connection, FrozenFile file, StepExecution step)
      throws SQLException, IOException {
    Recognised recognised = received.of(file);
    if (recognised.refusal() != null) {
      refused(file, recognised.refusal());
      return;
    }
    long lines;
    long blank;
    int decimals = run.law().pack().currency().decimals();
    try (RegistryFile<InvoiceRecord> source = InvoiceFile.open(received.readable(file), decimals);
        SentRows sent = new SentRows(received, file);
        IncomingClaims incoming =
            new IncomingClaims(connection, run.run().id(), file, firstId(file), sent)) {
      Heads heads = new Heads();
      for (RegistryLine<InvoiceRecord> line = source.read(); line != null; line = source.read()) {
        sent.go(line.lineNo(), line.raw());
        incoming.add(heads.next(sent.lineNo(), line));
        step.setReadCount(++read);
        if (read % TELL_EVERY == 0) {
          run.progress().advancedTo(read);
        }
      }
      incoming.finish();
      Recognised.Canonical canonical = recognised.canonical();
      lines = canonical == null ? source.position().lineNo() - 1L : canonical.rows();
      blank = canonical == null ? source.blankLines() : canonical.blankRows();
    }
    run.sql()
        .sql("INSERT INTO incoming_file (run_id, file_id, lines, blank) VALUES (?, ?, ?, ?)")
        .params(run.run().id(), file.id(), Math.toIntExact(lines), Math.toIntExact(blank))
        .update();
  }

  private long firstId(FrozenFile file) {
    return run.sql()
        .sql("SELECT first_claim_line_id(?)")
        .param(file.id())
        .query(Long.class)
        .single();
  }

  private void refused(FrozenFile file, Reject refusal) {
    run.sql()
        .sql(Sql.of(ReadInvoices.class, "refused-file"))
        .param("file", file.id())
        .param("run", run.run().id())
        .param("refused", refusal.code().number())
        .param("found", RejectRows.shortened(refusal.value()))
        .update();
  }
}
