package org.caisse.jobs.balance;

import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.caisse.config.text.Messages;
import org.caisse.jobs.document.ListDocument;
import org.caisse.jobs.run.Outputs;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.Steps;
import org.caisse.writers.document.PeopleList.Column;
import org.caisse.writers.file.Sha256Sums;
import org.caisse.writers.file.WrittenFile;
import org.caisse.writers.workbook.CellKind;
import org.springframework.batch.core.step.StepExecution;

/** Writes the trial balance: a row an account, and the sum. */
final class BalanceDocuments implements Steps.Work {

  private static final List<Column> COLUMNS =
      List.of(
          new Column("balance.account", CellKind.TEXT, 14),
          new Column("balance.role", CellKind.TEXT, 40),
          new Column("balance.opening", CellKind.AMOUNT, 20),
          new Column("statement.debit", CellKind.AMOUNT, 20),
          new Column("statement.credit", CellKind.AMOUNT, 20),
          new Column("balance.closing", CellKind.AMOUNT, 20));

  private final RunContext run;

  BalanceDocuments(RunContext run) {
    this.run = run;
  }

  @Override
  public void run(StepExecution step) throws Exception {
    Files.createDirectories(run.outbox());
    String period = run.run().key().scope();
    Messages messages = Messages.of("documents", run.run().language());
    List<WrittenFile> files = new ArrayList<>();
    files.addAll(
        ListDocument.write(
            run,
            "trial-balance-" + period,
            "balance",
            period,
            COLUMNS,
            run.sql()
                .sql(Sql.of(getClass(), "trial-balance"))
                .param("inputs", run.inputArray())
                .param("period", LocalDate.parse(period + "-01")),
            (list, row) -> {
              boolean total = row.getBoolean("total");
              String account = row.getString("account");
              list.text(total ? messages.get("balance.total") : account)
                  .text(total ? "" : roles(account))
                  .amount(row.getLong("opening"))
                  .amount(row.getLong("debit"))
                  .amount(row.getLong("credit"))
                  .amount(row.getLong("closing"));
            }));
    files.add(Sha256Sums.write(run.outbox(), List.copyOf(files), run.failPoint()));
    new Outputs(run).outbox(files);
  }

  /** What the fund's settings use an account for; one account may have several roles. */
  private String roles(String account) {
    return String.join(
        ", ",
        run.law().settings().accounts().entrySet().stream()
            .filter(role -> role.getValue().equals(account))
            .map(role -> role.getKey())
            .sorted()
            .toList());
  }
}
