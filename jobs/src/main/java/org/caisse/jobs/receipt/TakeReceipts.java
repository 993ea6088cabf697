package org.caisse.jobs.receipt;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caisse.domain.receipt.JudgeReceipt;
import org.caisse.domain.reject.Reject;
import org.caisse.jobs.received.ReceivedFiles;
import org.caisse.jobs.received.Recognised;
import org.caisse.jobs.received.SentRows;
import org.caisse.jobs.run.FrozenFile;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.Statistics;
import org.caisse.jobs.run.Steps;
import org.caisse.readers.receipt.ReceiptFile;
import org.caisse.readers.receipt.ReceiptLine;
import org.caisse.readers.receipt.RemittanceFile;
import org.caisse.readers.registry.RegistryFile;
import org.caisse.readers.registry.RegistryLine;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Takes in the statements and remittances of all files, in one transaction: lines go to a temporary
 * table by COPY while control totals are added up, SQL finds what came before, the rules judge, and
 * what is taken becomes receipts and their ledger entries.
 */
final class TakeReceipts implements Steps.Work {

  /** Lines judged together. */
  private static final int BLOCK = 2_000;

  private final RunContext run;
  private final ReceivedFiles received;

  TakeReceipts(RunContext run, ReceivedFiles received) {
    this.run = run;
    this.received = received;
  }

  @Override
  public void run(StepExecution step) throws Exception {
    // Two intakes come one after the other: each sees the references that the other took.
    run.sql().sql("SELECT pg_advisory_xact_lock(hashtext('receipts'))").query((r, n) -> n).list();
    received.prepare(run.files(), 1);
    run.progress().expect(run.files().stream().mapToLong(received::lines).sum(), "lines");
    Connection connection = DataSourceUtils.getConnection(run.dataSource());
    try {
      for (FrozenFile file : run.files()) {
        new OneFile(connection, file, step).take();
      }
      Statistics.refresh(run, List.of("receipt", "ledger_entry", "posting"));
    } finally {
      DataSourceUtils.releaseConnection(connection, run.dataSource());
    }
  }

  /** One file on its way. */
  private final class OneFile implements Statement.Standing {

    private final Connection connection;
    private final FrozenFile file;
    private final StepExecution step;
    private final ReceiptRows rows;
    private final boolean remittances;

    /** What remittances of this file say, by body and number. */
    private final Map<String, String> digests = new HashMap<>();

    OneFile(Connection connection, FrozenFile file, StepExecution step) {
      this.connection = connection;
      this.file = file;
      this.step = step;
      this.remittances = file.kind().equals(ReceiptIntake.REMITTANCES);
      this.rows = new ReceiptRows(run, file);
    }

    void take() throws SQLException, IOException {
      Recognised recognised = received.of(file);
      if (recognised.refusal() != null) {
        rows.refused(recognised.refusal());
        return;
      }
      run.sql().sql(Sql.of(TakeReceipts.class, "incoming")).update();
      long lines;
      long blank;
      List<Statement> statements;
      int seq;
      try (RegistryFile<ReceiptLine> source = open();
          SentRows sent = new SentRows(received, file);
          ReadReceipts read = new ReadReceipts(connection, sent, rows)) {
        for (RegistryLine<ReceiptLine> line = source.read(); line != null; line = source.read()) {
          read.read(line);
          step.setReadCount(step.getReadCount() + 1);
          run.progress().advancedTo(step.getReadCount());
        }
        read.finish();
        statements = read.statements();
        seq = read.lines();
        Recognised.Canonical canonical = recognised.canonical();
        lines = canonical == null ? source.position().lineNo() - 1L : canonical.rows();
        blank = canonical == null ? source.blankLines() : canonical.blankRows();
      }
      statements.forEach(statement -> statement.judge(this));
      judge(statements, seq);
      rows.flush(connection);
      statements.forEach(statement -> statement.record(run, file));
      run.sql().sql("DROP TABLE incoming_receipt, judged_receipt").update();
      rows.result(lines, blank);
    }

    private RegistryFile<ReceiptLine> open() throws IOException {
      int decimals = run.law().pack().currency().decimals();
      return remittances
          ? RemittanceFile.open(received.readable(file), decimals)
          : ReceiptFile.open(received.readable(file), decimals);
    }

    @Override
    public boolean hasOgd(String ogd) {
      return run.sql()
          .sql("SELECT EXISTS (SELECT FROM ogd WHERE ogd_no = ?)")
          .param(ogd)
          .query(Boolean.class)
          .single();
    }

    @Override
    public JudgeReceipt.Known remittance(String ogd, String number, String sha256) {
      String earlier = digests.putIfAbsent(ogd + ";" + number, sha256);
      String standing =
          earlier != null
              ? earlier
              : run.sql()
                  .sql(Sql.of(TakeReceipts.class, "standing-remittance"))
                  .param("ogd", ogd)
                  .param("number", number)
                  .query(String.class)
                  .optional()
                  .orElse(null);
      if (standing == null) {
        return JudgeReceipt.Known.NOTHING;
      }
      return standing.equals(sha256) ? JudgeReceipt.Known.SAME : JudgeReceipt.Known.OTHER;
    }

    private void judge(List<Statement> statements, int seq) throws SQLException, IOException {
      run.sql()
          .sql(Sql.of(TakeReceipts.class, "judged"))
          .param("file", file.id())
          .param("remittances", remittances)
          .update();
      for (int from = 0; from < seq; from += BLOCK) {
        List<IncomingReceipt> block =
            run.sql()
                .sql("SELECT * FROM judged_receipt WHERE seq > :from AND seq <= :to ORDER BY seq")
                .param("from", from)
                .param("to", from + BLOCK)
                .query((row, n) -> IncomingReceipt.of(row))
                .list();
        for (IncomingReceipt line : block) {
          judge(statements.get(line.statement() - 1), line);
        }
        rows.flush(connection);
      }
    }

    private void judge(Statement statement, IncomingReceipt line) {
      if (statement.refusal() != null) {
        Reject whole = statement.refusal();
        rows.add(line.refused(file.id(), whole.at(line.lineNo())));
        return;
      }
      if (statement.repeated()) {
        rows.repeated();
        return;
      }
      JudgeReceipt.Verdict verdict = JudgeReceipt.judge(line.facts());
      if (verdict.reject() != null) {
        rows.add(line.refused(file.id(), verdict.reject()));
      } else if (verdict.repeated()) {
        rows.repeated();
      } else {
        rows.take(line);
      }
    }
  }
}
