package org.caisse.jobs.ledger;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.caisse.domain.ledger.AccountingPeriods;
import org.caisse.domain.ledger.Accounts;
import org.caisse.domain.ledger.Debtor;
import org.caisse.domain.ledger.Entry;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.RunEnvironment;
import org.caisse.jobs.run.UsageException;

/**
 * Posts what a run does with money: to the month of its business date, or the first open one after
 * it.
 */
public final class MoneyPosting {

  private final int runId;
  private final Accounts accounts;
  private final AccountingPeriods periods;
  private final LocalDate month;
  private final List<LedgerRows.Dated> entries = new ArrayList<>();

  public MoneyPosting(RunContext run) {
    this(run, new Accounts(run.law().settings().accounts()).forMoney());
  }

  private MoneyPosting(RunContext run, Accounts accounts) {
    this.runId = run.run().id();
    this.accounts = accounts;
    this.month = run.run().businessDate().withDayOfMonth(1);
    this.periods =
        new AccountingPeriods(
            Set.copyOf(
                run.sql()
                    .sql("SELECT period FROM run_closed_period WHERE run_id = ?")
                    .param(runId)
                    .query(LocalDate.class)
                    .list()));
  }

  /** Posts what payers owe for care; a fund may do so that keeps its receipts elsewhere. */
  public static MoneyPosting ofCare(RunContext run) {
    return new MoneyPosting(run, new Accounts(run.law().settings().accounts()).forCare());
  }

  /**
   * Says before anything is frozen that the fund has to name its accounts.
   *
   * @throws UsageException when it has not
   */
  public static void requireAccounts(RunEnvironment environment) {
    require(environment, Accounts::forMoney);
  }

  /**
   * Says before anything is frozen that the fund has to name the account of what bodies may keep.
   *
   * @throws UsageException when it has not
   */
  public static void requireFeeAccount(RunEnvironment environment) {
    require(environment, Accounts::forFees);
  }

  /**
   * Says before anything is frozen that the fund has to name the accounts of care.
   *
   * @throws UsageException when it has not
   */
  public static void requireCareAccounts(RunEnvironment environment) {
    require(environment, Accounts::forCare);
  }

  private static void require(RunEnvironment environment, Consumer<Accounts> needed) {
    try {
      needed.accept(new Accounts(environment.law().settings().accounts()));
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
  }

  /**
   * Adds an entry to post.
   *
   * @param valuePeriod month that it is for; nothing is posted before it
   */
  public void add(LocalDate valuePeriod, Debtor debtor, long debtorId, Entry entry) {
    LocalDate first = valuePeriod.isAfter(month) ? valuePeriod : month;
    entries.add(
        new LedgerRows.Dated(
            valuePeriod, periods.posting(first), new LedgerRows.Of(debtor, debtorId, entry)));
  }

  /** Posts what was added. */
  public void flush(Connection connection) throws SQLException, IOException {
    LedgerRows.post(connection, runId, accounts, entries);
    entries.clear();
  }
}
