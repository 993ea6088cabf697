package org.caisse.jobs.takeon;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.caisse.domain.ledger.Accounts;
import org.caisse.domain.ledger.Component;
import org.caisse.domain.ledger.Debtor;
import org.caisse.domain.ledger.Entry;
import org.caisse.domain.pack.Payer;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.caisse.domain.takeon.JudgeTakeOnLine;
import org.caisse.jobs.ledger.MoneyPosting;
import org.caisse.jobs.run.RejectRows;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.takeon.LoadTakeOn.FileTally;
import org.caisse.jobs.takeon.LoadTakeOn.SentTotal;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Judges the lines and totals that were read, and keeps all of them, or nothing. */
final class JudgeTakeOn {

  private static final String SECTION = "SECTION";

  private final RunContext run;
  private final Connection connection;
  private final Map<Integer, FileTally> tallies;
  private final List<SentTotal> totals;
  private final Accounts accounts;
  private String section = "";

  JudgeTakeOn(
      RunContext run,
      Connection connection,
      Map<Integer, FileTally> tallies,
      List<SentTotal> totals) {
    this.run = run;
    this.connection = connection;
    this.tallies = tallies;
    this.totals = totals;
    this.accounts = new Accounts(run.law().settings().accounts()).forOpening();
  }

  void judge() throws SQLException, IOException {
    section();
    with(run.sql().sql(Sql.of(getClass(), "judged"))).param("section", section).update();
    lines();
    int untied = new CompareTotals(run, connection, tallies, totals, section, accounts).compare();
    long refusals =
        tallies.values().stream()
            .mapToLong(tally -> tally.rejects.size() + (tally.refusal == null ? 0 : 1))
            .sum();
    boolean refused = untied > 0 || refusals > 0;
    run.sql()
        .sql("INSERT INTO take_on VALUES (?, ?, ?, ?)")
        .params(run.run().id(), section, refused, Math.max(untied, Math.toIntExact(refusals)))
        .update();
    for (FileTally tally : tallies.values()) {
      RejectRows.copy(connection, run.run().id(), tally.rejects);
      result(tally);
    }
    if (!refused) {
      run.sql().sql(Sql.of(getClass(), "keep")).param("run", run.run().id()).update();
      money();
    }
    run.sql().sql("DROP TABLE incoming_take_on, judged_take_on, refused_take_on").update();
  }

  /** The part of the fund that is taken on, as the control file names it. */
  private void section() {
    List<SentTotal> named =
        totals.stream().filter(sent -> sent.total().control().equals(SECTION)).toList();
    if (!named.isEmpty()) {
      section = named.getFirst().total().key();
    }
    for (SentTotal again : named.subList(Math.min(1, named.size()), named.size())) {
      reject(again, RejectCode.DUPLICATE, "key", again.total().key(), "");
    }
    totals.removeAll(named);
  }

  private void reject(
      SentTotal sent, RejectCode code, String field, String value, String expected) {
    RejectRows.Row place = sent.place();
    tallies
        .get(place.fileId())
        .rejects
        .add(
            new RejectRows.Row(
                place.fileId(),
                0,
                false,
                new Reject(place.reject().lineNo(), code, field, value, expected),
                place.raw(),
                place.canonicalNo(),
                place.canonical()));
  }

  /** Refuses single lines. */
  private void lines() {
    run.sql()
        .sql("CREATE TEMP TABLE refused_take_on (file_id integer, line_no integer) ON COMMIT DROP")
        .update();
    List<RejectRows.Row> refused = new ArrayList<>();
    run.sql()
        .sql(Sql.of(getClass(), "suspicious"))
        .param("date", run.run().businessDate())
        .param("detailed", detailed())
        .query(
            row -> {
              Reject reject = JudgeTakeOnLine.judge(facts(row));
              if (reject != null) {
                refused.add(
                    new RejectRows.Row(
                        row.getInt("file_id"),
                        0,
                        false,
                        reject,
                        row.getString("raw"),
                        row.getInt("canonical_no"),
                        row.getString("canonical")));
              }
            });
    for (RejectRows.Row one : refused) {
      tallies.get(one.fileId()).rejects.add(one);
      run.sql()
          .sql("INSERT INTO refused_take_on VALUES (?, ?)")
          .params(one.fileId(), one.reject().lineNo())
          .update();
    }
  }

  private String[] detailed() {
    return accounts.numbers().values().stream()
        .filter(accounts::isDetailed)
        .distinct()
        .toArray(String[]::new);
  }

  private JudgeTakeOnLine.Facts facts(ResultSet row) throws SQLException {
    LocalDate money = row.getObject("value_date", LocalDate.class);
    String account = row.getString("account");
    return new JudgeTakeOnLine.Facts(
        row.getInt("line_no"),
        row.getString("employer"),
        row.getObject("employer_id") != null,
        row.getString("person"),
        row.getObject("person_id") != null,
        row.getString("ogd"),
        row.getBoolean("ogd_known"),
        account,
        row.getString("reference"),
        money == null ? row.getObject("period", LocalDate.class) : money,
        run.run().businessDate(),
        row.getInt("rank"),
        row.getString("kind").equals("DEBT") && row.getBoolean("other_terms"),
        row.getString("elsewhere"),
        row.getString("kind").equals("ACCOUNT") && accounts.isDetailed(account),
        JudgeTakeOnLine.Known.valueOf(row.getString("known")));
  }

  private JdbcClient.StatementSpec with(JdbcClient.StatementSpec query) {
    return query.param("inputs", run.inputArray()).param("withdrawn", run.withdrawnArray());
  }

  private void result(FileTally tally) {
    run.sql()
        .sql(Sql.of(getClass(), "record-result"))
        .param("file", tally.file.id())
        .param("run", run.run().id())
        .param("refused", tally.refusal == null ? 0 : tally.refusal.code().number())
        .param("found", tally.refusal == null ? "" : RejectRows.shortened(tally.refusal.value()))
        .param("lines", Math.toIntExact(tally.lines))
        .param("blank", Math.toIntExact(tally.blank))
        .param("rows", tally.rows)
        .param("rejected", tally.rejects.size())
        .param("amount", tally.amountMinor)
        .update();
  }

  /** Posts the money that the old system had. */
  private void money() throws SQLException, IOException {
    MoneyPosting posting = new MoneyPosting(run);
    LocalDate month = run.run().businessDate().withDayOfMonth(1);
    run.sql()
        .sql("SELECT * FROM receipt WHERE run_id = ? ORDER BY receipt_id")
        .param(run.run().id())
        .query(
            row -> {
              LocalDate value = row.getObject("value_date", LocalDate.class).withDayOfMonth(1);
              posting.add(
                  value.isAfter(month) ? month : value,
                  Debtor.RECEIPT,
                  row.getLong("receipt_id"),
                  new Entry(
                      "", Component.TAKEN_ON, Payer.EMPLOYER, 1, 0, row.getLong("amount_minor")));
            });
    posting.flush(connection);
  }
}
