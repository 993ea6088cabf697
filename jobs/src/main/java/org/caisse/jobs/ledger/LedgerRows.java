package org.caisse.jobs.ledger;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.caisse.domain.ledger.AccountingPeriods;
import org.caisse.domain.ledger.Accounts;
import org.caisse.domain.ledger.Debtor;
import org.caisse.domain.ledger.Entry;
import org.caisse.domain.ledger.Posting;
import org.caisse.jobs.run.RunContext;
import org.caisse.writers.copy.BinaryCopy;

/** Posts ledger entries with their two sides, by COPY. */
public final class LedgerRows {

  private static final String ENTRIES =
      "COPY ledger_entry (value_period, debtor, debtor_id, rev, run_id, posting_period, ogd_no,"
          + " component, payer, reverses, amount_minor) FROM STDIN (FORMAT BINARY)";
  private static final String POSTINGS =
      "COPY posting (value_period, debtor, debtor_id, rev, line, run_id, posting_period, account,"
          + " debit_minor, credit_minor) FROM STDIN (FORMAT BINARY)";

  private final int runId;
  private final Accounts accounts;
  private final LocalDate valuePeriod;
  private final LocalDate postingPeriod;

  /** An entry and whose it is. */
  public record Of(Debtor debtor, long debtorId, Entry entry) {}

  /** An entry with the month that it is for and the accounting period that takes it. */
  public record Dated(LocalDate valuePeriod, LocalDate postingPeriod, Of of) {}

  /**
   * @param valuePeriod month that the entries are for
   */
  public LedgerRows(RunContext run, LocalDate valuePeriod) {
    this.runId = run.run().id();
    this.accounts = new Accounts(run.law().settings().accounts());
    this.valuePeriod = valuePeriod;
    List<LocalDate> closed =
        run.sql()
            .sql("SELECT period FROM run_closed_period WHERE run_id = ?")
            .param(runId)
            .query(LocalDate.class)
            .list();
    this.postingPeriod = new AccountingPeriods(java.util.Set.copyOf(closed)).posting(valuePeriod);
  }

  /**
   * Posts entries of several months; the database refuses them all when one does not balance.
   *
   * @param accounts of the fund
   */
  public static void post(Connection connection, int runId, Accounts accounts, List<Dated> entries)
      throws SQLException, IOException {
    if (entries.isEmpty()) {
      return;
    }
    try (BinaryCopy copy = BinaryCopy.open(connection, ENTRIES)) {
      for (Dated dated : entries) {
        entry(copy, runId, dated.valuePeriod(), dated.postingPeriod(), dated.of());
      }
      copy.finish();
    }
    try (BinaryCopy copy = BinaryCopy.open(connection, POSTINGS)) {
      for (Dated dated : entries) {
        postings(copy, runId, accounts, dated.valuePeriod(), dated.postingPeriod(), dated.of());
      }
      copy.finish();
    }
  }

  /** Posts entries; the database refuses them all when one does not balance. */
  public void post(Connection connection, List<Of> entries) throws SQLException, IOException {
    if (entries.isEmpty()) {
      return;
    }
    try (BinaryCopy copy = BinaryCopy.open(connection, ENTRIES)) {
      for (Of of : entries) {
        entry(copy, runId, valuePeriod, postingPeriod, of);
      }
      copy.finish();
    }
    try (BinaryCopy copy = BinaryCopy.open(connection, POSTINGS)) {
      for (Of of : entries) {
        postings(copy, runId, accounts, valuePeriod, postingPeriod, of);
      }
      copy.finish();
    }
  }

  private static void entry(
      BinaryCopy copy, int runId, LocalDate valuePeriod, LocalDate postingPeriod, Of of)
      throws SQLException {
    Entry entry = of.entry();
    copy.row(11);
    key(copy, valuePeriod, of);
    copy.int4(runId);
    copy.date(postingPeriod);
    copy.text(entry.ogd());
    copy.text(entry.component().name());
    copy.text(entry.payer().name());
    if (entry.reverses() == 0) {
      copy.nul();
    } else {
      copy.int4(entry.reverses());
    }
    copy.int8(entry.amountMinor());
  }

  private static void postings(
      BinaryCopy copy,
      int runId,
      Accounts accounts,
      LocalDate valuePeriod,
      LocalDate postingPeriod,
      Of of)
      throws SQLException {
    short line = 0;
    for (Posting posting : accounts.postings(of.debtor(), of.entry())) {
      copy.row(10);
      key(copy, valuePeriod, of);
      copy.int2(++line);
      copy.int4(runId);
      copy.date(postingPeriod);
      copy.text(posting.account());
      copy.int8(posting.debitMinor());
      copy.int8(posting.creditMinor());
    }
  }

  private static void key(BinaryCopy copy, LocalDate valuePeriod, Of of) throws SQLException {
    copy.date(valuePeriod);
    copy.text(of.debtor().name());
    copy.int8(of.debtorId());
    copy.int4(of.entry().rev());
  }
}
