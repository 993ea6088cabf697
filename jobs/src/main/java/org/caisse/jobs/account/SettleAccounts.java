package org.caisse.jobs.account;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.caisse.domain.account.AccountFacts;
import org.caisse.domain.account.AccountRow;
import org.caisse.domain.account.Allocation;
import org.caisse.domain.account.Debt;
import org.caisse.domain.account.Receipt;
import org.caisse.domain.account.Refund;
import org.caisse.domain.account.Settlement;
import org.caisse.domain.account.Waiver;
import org.caisse.domain.account.WriteOff;
import org.caisse.domain.ledger.Debtor;
import org.caisse.domain.pack.Payer;
import org.caisse.jobs.keyed.Judged;
import org.caisse.jobs.keyed.Keyed;
import org.caisse.jobs.keyed.KeyedWork;
import org.caisse.jobs.ledger.MoneyPosting;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.writers.copy.BinaryCopy;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/**
 * Settles each employer's account ({@code accounts}), or that of each person who owes himself
 * ({@code person-accounts}), and posts what differs from what stands.
 */
final class SettleAccounts implements KeyedWork<AccountRow, AccountRow, AccountRow> {

  private static final String QUERY = Sql.of(SettleAccounts.class, "accounts");
  private static final TypeReference<List<Debt>> DEBTS = new TypeReference<>() {};
  private static final TypeReference<List<Receipt>> RECEIPTS = new TypeReference<>() {};
  private static final TypeReference<List<Waiver>> WAIVERS = new TypeReference<>() {};
  private static final TypeReference<List<WriteOff>> WRITE_OFFS = new TypeReference<>() {};
  private static final TypeReference<List<Refund>> REFUNDS = new TypeReference<>() {};
  private static final TypeReference<List<AccountRow.Posted>> POSTED = new TypeReference<>() {};
  private static final TypeReference<List<AccountRow.LastRev>> REVS = new TypeReference<>() {};
  private static final TypeReference<List<Settlement.Advance>> ADVANCED = new TypeReference<>() {};
  private static final TypeReference<List<Allocation>> ALLOCATED = new TypeReference<>() {};

  private final RunContext run;
  private final MoneyPosting posting;
  private final boolean persons;

  private SettleAccounts(RunContext run, boolean persons) {
    this.run = run;
    this.posting = new MoneyPosting(run);
    this.persons = persons;
  }

  static SettleAccounts ofEmployers(RunContext run) {
    return new SettleAccounts(run, false);
  }

  static SettleAccounts ofPersons(RunContext run) {
    return new SettleAccounts(run, true);
  }

  @Override
  public String name() {
    return persons ? "person-accounts" : "accounts";
  }

  @Override
  public String unit() {
    return "accounts";
  }

  @Override
  public List<String> tables() {
    return List.of("allocation", "receipt_advance", "ledger_entry", "posting");
  }

  @Override
  public long total(JdbcClient sql) {
    return -1;
  }

  @Override
  public JdbcClient.StatementSpec query(JdbcClient sql, long after1, long after2) {
    return OwnDues.of(run)
        .bind(sql.sql(QUERY))
        .param("run", run.run().id())
        .param("inputs", run.inputArray())
        .param("persons", persons)
        .param("after", after1);
  }

  @Override
  public Keyed<AccountRow> facts(ResultSet row) throws SQLException {
    AccountFacts facts =
        new AccountFacts(
            JoinedFacts.list(row.getString("debts"), DEBTS),
            JoinedFacts.list(row.getString("receipts"), RECEIPTS),
            JoinedFacts.list(row.getString("waivers"), WAIVERS),
            JoinedFacts.list(row.getString("write_offs"), WRITE_OFFS),
            JoinedFacts.list(row.getString("refunds"), REFUNDS),
            run.run().businessDate());
    return new Keyed<>(
        row.getLong("debtor_id"),
        0,
        AccountRow.facts(
            row.getString("debtor_no"),
            persons,
            facts,
            JoinedFacts.list(row.getString("posted"), POSTED),
            JoinedFacts.list(row.getString("revs"), REVS),
            JoinedFacts.list(row.getString("allocated"), ALLOCATED),
            JoinedFacts.list(row.getString("advanced"), ADVANCED)));
  }

  @Override
  public AccountRow judge(AccountRow facts) {
    return facts.judged(run.law());
  }

  @Override
  public Class<AccountRow> rowType() {
    return AccountRow.class;
  }

  @Override
  public AccountRow row(AccountRow facts, AccountRow verdict) {
    return verdict;
  }

  @Override
  public void post(Connection connection, List<Judged<AccountRow, AccountRow>> judged)
      throws SQLException, IOException {
    try (BinaryCopy copy = BinaryCopy.open(connection, allocations())) {
      for (Judged<AccountRow, AccountRow> one : judged) {
        for (Allocation change : one.verdict().changes()) {
          allocation(copy, one.keyed().key1(), change);
        }
      }
      copy.finish();
    }
    try (BinaryCopy copy = BinaryCopy.open(connection, advances())) {
      for (Judged<AccountRow, AccountRow> one : judged) {
        for (Settlement.Advance change : one.verdict().advances()) {
          copy.row(4);
          copy.int4(run.run().id());
          copy.int8(one.keyed().key1());
          copy.int8(change.receipt());
          copy.int8(change.amountMinor());
        }
      }
      copy.finish();
    }
    for (Judged<AccountRow, AccountRow> one : judged) {
      for (AccountRow.Dated entry : one.verdict().entries()) {
        posting.add(
            entry.valuePeriod(),
            persons ? Debtor.PERSON_ACCOUNT : Debtor.ACCOUNT,
            one.keyed().key1(),
            entry.entry(persons ? Payer.INSURED : Payer.EMPLOYER));
      }
    }
    posting.flush(connection);
  }

  private String allocations() {
    return "COPY allocation (run_id, %s, receipt_id, period, ogd_no, component, allocated_on, amount_minor) FROM STDIN (FORMAT BINARY)"
        .formatted(column());
  }

  private String advances() {
    return "COPY receipt_advance (run_id, %s, receipt_id, amount_minor) FROM STDIN (FORMAT BINARY)"
        .formatted(column());
  }

  private String column() {
    return persons ? "person_id" : "employer_id";
  }

  private void allocation(BinaryCopy copy, long debtorId, Allocation change) throws SQLException {
    copy.row(8);
    copy.int4(run.run().id());
    copy.int8(debtorId);
    copy.int8(change.receipt());
    copy.date(change.period());
    copy.text(change.ogd());
    copy.text(change.component().name());
    copy.date(change.on());
    copy.int8(change.amountMinor());
  }
}
