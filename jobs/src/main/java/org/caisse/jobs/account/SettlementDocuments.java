package org.caisse.jobs.account;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.caisse.config.text.Messages;
import org.caisse.jobs.document.ListDocument;
import org.caisse.jobs.ledger.RunJournal;
import org.caisse.jobs.run.Outputs;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.Steps;
import org.caisse.writers.document.PeopleList;
import org.caisse.writers.document.PeopleList.Column;
import org.caisse.writers.file.Sha256Sums;
import org.caisse.writers.file.WrittenFile;
import org.caisse.writers.workbook.CellKind;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what a settlement did: what money paid, money of nobody, accounts, journal. */
final class SettlementDocuments implements Steps.Work {

  private static final List<Column> SETTLED =
      List.of(
          new Column("receipt.no", CellKind.TEXT, 12),
          new Column("receipt.account", CellKind.TEXT, 24),
          new Column("receipt.bank_ref", CellKind.TEXT, 20),
          new Column("receipt.value_date", CellKind.DAY, 12),
          new Column("receipt.payer", CellKind.TEXT, 30),
          new Column("label.debtor.no", CellKind.TEXT, 16),
          new Column("receipt.rule", CellKind.TEXT, 20),
          new Column("label.period", CellKind.TEXT, 12),
          new Column("label.ogd", CellKind.TEXT, 12),
          new Column("receipt.pays", CellKind.TEXT, 34),
          new Column("receipt.allocated_on", CellKind.DAY, 12),
          new Column("receipt.amount", CellKind.AMOUNT, 16));

  private static final List<Column> UNMATCHED =
      List.of(
          new Column("receipt.no", CellKind.TEXT, 12),
          new Column("receipt.account", CellKind.TEXT, 24),
          new Column("receipt.bank_ref", CellKind.TEXT, 20),
          new Column("receipt.value_date", CellKind.DAY, 12),
          new Column("receipt.amount", CellKind.AMOUNT, 16),
          new Column("receipt.payer_account", CellKind.TEXT, 24),
          new Column("receipt.payer", CellKind.TEXT, 30),
          new Column("receipt.text", CellKind.LONG_TEXT, 50),
          new Column("receipt.candidates", CellKind.LONG_TEXT, 40),
          new Column("receipt.todo", CellKind.LONG_TEXT, 60));

  private static final List<Column> ACCOUNTS =
      List.of(
          new Column("label.employer.no", CellKind.TEXT, 16),
          new Column("label.name", CellKind.TEXT, 40),
          new Column("account.contributions", CellKind.AMOUNT, 18),
          new Column("component.LATE_DECLARATION", CellKind.AMOUNT, 18),
          new Column("component.LATE_PAYMENT", CellKind.AMOUNT, 18),
          new Column("component.CLOSED_LATE", CellKind.AMOUNT, 18),
          new Column("account.paid", CellKind.AMOUNT, 18),
          new Column("account.waived", CellKind.AMOUNT, 18),
          new Column("account.written_off", CellKind.AMOUNT, 18),
          new Column("account.open", CellKind.AMOUNT, 18),
          new Column("account.advance", CellKind.AMOUNT, 18));

  private static final List<Column> PERSON_ACCOUNTS =
      Stream.concat(
              Stream.of(
                  new Column("label.person.no", CellKind.TEXT, 16),
                  new Column("label.person.name", CellKind.TEXT, 40)),
              ACCOUNTS.stream().skip(2))
          .toList();

  private final RunContext run;
  private final Messages messages;
  private final LocalDate day;

  SettlementDocuments(RunContext run) {
    this.run = run;
    this.messages = Messages.of("documents", run.run().language());
    this.day = run.run().businessDate();
  }

  @Override
  public void run(StepExecution step) throws Exception {
    Files.createDirectories(run.outbox());
    List<WrittenFile> files = new ArrayList<>();
    files.addAll(settled());
    files.addAll(unmatched());
    files.addAll(accounts("accounts", ACCOUNTS, false));
    files.addAll(accounts("person-accounts", PERSON_ACCOUNTS, true));
    files.addAll(new BodiesList(run).write());
    files.addAll(StatementDocuments.ofEmployers(run).write());
    if (run.law().settings().personStatements()) {
      files.addAll(StatementDocuments.ofPersons(run).write());
    }
    files.add(RunJournal.write(run, Sql.of(getClass(), "journal")));
    files.add(Sha256Sums.write(run.outbox(), List.copyOf(files), run.failPoint()));
    new Outputs(run).outbox(files);
  }

  private List<WrittenFile> settled() throws IOException {
    return ListDocument.write(
        run,
        "settlement-" + day,
        "settlement",
        run.run().key().label(),
        SETTLED,
        query("settled"),
        (list, row) ->
            list.text(row.getString("receipt_no"))
                .text(row.getString("account"))
                .text(row.getString("bank_ref"))
                .day(row.getObject("value_date", LocalDate.class))
                .text(row.getString("payer_name"))
                .text(row.getString("debtor_no"))
                .text(rule(row.getString("rule")))
                .text(row.getString("period").substring(0, 7))
                .text(row.getString("ogd_no"))
                .text(messages.get("component." + row.getString("component")))
                .day(row.getObject("allocated_on", LocalDate.class))
                .amount(row.getLong("amount_minor")));
  }

  private String rule(String rule) {
    return rule.isEmpty() ? "" : messages.get("receipt.rule." + rule);
  }

  private List<WrittenFile> unmatched() throws IOException {
    return ListDocument.write(
        run,
        "unmatched-" + day,
        "unmatched",
        run.run().key().label(),
        UNMATCHED,
        query("unmatched"),
        (list, row) -> {
          boolean out = row.getLong("amount_minor") < 0;
          boolean several = !row.getString("candidates").isEmpty();
          list.text(row.getString("receipt_no"))
              .text(row.getString("account"))
              .text(row.getString("bank_ref"))
              .day(row.getObject("value_date", LocalDate.class))
              .amount(row.getLong("amount_minor"))
              .text(row.getString("payer_account"))
              .text(row.getString("payer_name"))
              .text(row.getString("description"))
              .text(row.getString("candidates"))
              .text(
                  messages.get(
                      out
                          ? "unmatched.out"
                          : row.getBoolean("owes_nothing")
                              ? "unmatched.owes_nothing"
                              : several ? "unmatched.several" : "unmatched.nobody"));
        });
  }

  private List<WrittenFile> accounts(String name, List<Column> columns, boolean persons)
      throws IOException {
    return ListDocument.write(
        run,
        name + "-" + day,
        name,
        run.run().key().label(),
        columns,
        query("moved").param("inputs", run.inputArray()).param("persons", persons),
        SettlementDocuments::account);
  }

  private static void account(PeopleList list, ResultSet row) throws SQLException, IOException {
    list.text(row.getString("debtor_no")).text(row.getString("name"));
    for (String column :
        List.of(
            "contributions",
            "late_declaration",
            "late_payment",
            "closed_late",
            "paid",
            "waived",
            "written_off",
            "open",
            "advance")) {
      list.amount(row.getLong(column));
    }
  }

  private JdbcClient.StatementSpec query(String name) {
    return run.sql().sql(Sql.of(getClass(), name)).param("run", run.run().id());
  }
}
