package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.account.AccountSettlement;
import org.caisse.jobs.decision.DecisionRun;
import org.caisse.jobs.receipt.ReceiptIntake;
import org.caisse.jobs.run.RunOutcome;

/** Money received in a fund under test: files of banks, settlements, decisions, what stands. */
final class Money {

  static final String HEADER =
      "record;account;booking_date;value_date;bank_ref;debit;credit;balance;payer_account;payer_name;text;takes_back;count;opening;closing";

  private final LoadedFund fund;
  private final Path folder;
  private int files;

  Money(LoadedFund fund, Path folder) {
    this.fund = fund;
    this.folder = folder;
  }

  /** A line of a bank statement that came. */
  static String line(String ref, LocalDate valueDate, long minor, String payer, String text) {
    return "R;BK1;;%s;%s;;%d;;%s;;%s;;;;".formatted(valueDate, ref, minor, payer, text);
  }

  /** A line that takes another back. */
  static String back(String ref, LocalDate valueDate, long minor, String of) {
    return "R;BK1;;%s;%s;%d;;;;;impaye;%s;;;".formatted(valueDate, ref, minor, of);
  }

  /** Writes a file of a bank. */
  Path file(String... lines) {
    try {
      List<String> all = new ArrayList<>(List.of(HEADER));
      all.addAll(List.of(lines));
      files++;
      return Files.writeString(
          folder.resolve("bank-%03d.csv".formatted(files)),
          String.join("\n", all) + "\n".repeat(files));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes in lines of a bank. */
  RunOutcome take(LocalDate day, String... lines) {
    return take(FailPoint.NONE, day, file(lines));
  }

  RunOutcome take(FailPoint failing, LocalDate day, Path file) {
    return fund.run(
        failing,
        ReceiptIntake.NAME,
        Map.of("date", List.of(day.toString()), "file", List.of(file.toString())));
  }

  RunOutcome settle(FailPoint failing, LocalDate day) {
    return fund.run(failing, AccountSettlement.NAME, Map.of("date", List.of(day.toString())));
  }

  /** Settles accounts, which never fails. */
  void settle(LocalDate day) {
    RunOutcome outcome = settle(FailPoint.NONE, day);
    assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
  }

  /** Keeps a decision, which may be refused by a usage error. */
  void decide(LocalDate day, String kind, String by, String... more) {
    Map<String, List<String>> given = new HashMap<>();
    given.put("kind", List.of(kind));
    given.put("by", List.of(by));
    given.put("date", List.of(day.toString()));
    if (!kind.equals("approve")) {
      given.put("reason", List.of("lettre"));
    }
    for (int i = 0; i < more.length; i += 2) {
      given.put(more[i], List.of(more[i + 1]));
    }
    assertThat(fund.run(FailPoint.NONE, DecisionRun.NAME, given).exitCode()).isZero();
  }

  /** Proposes, and another person approves. */
  void decideByTwo(LocalDate day, String kind, String... more) {
    decide(day, kind, "Awa", more);
    int number =
        fund.sql().sql("SELECT max(decision_no) FROM decision").query(Integer.class).single();
    decide(day, "approve", "Ali", "decision", Integer.toString(number));
  }

  String receiptNo(String ref) {
    return fund.sql()
        .sql("SELECT receipt_no FROM receipt WHERE bank_ref = ?")
        .param(ref)
        .query(String.class)
        .single();
  }

  /** What stands in an employer's account under components like a pattern. */
  long sum(String employer, String component) {
    return fund.sql()
        .sql(
            """
            SELECT coalesce(sum(amount_minor), 0) FROM standing_entry JOIN employer ON employer_id = debtor_id
            WHERE debtor = 'ACCOUNT' AND employer_no = ? AND component LIKE ?
            """)
        .params(employer, component)
        .query(Long.class)
        .single();
  }

  /** Debits less credits of an account of the ledger. */
  long balance(String account) {
    return fund.sql()
        .sql("SELECT coalesce(sum(debit_minor - credit_minor), 0) FROM posting WHERE account = ?")
        .param(account)
        .query(Long.class)
        .single();
  }

  /** An employer that owes contributions and nothing else, with the number of its call notice. */
  record Owing(String no, String ogd, long minor, String notice) {}

  /** Employers that declared in time and owe more than 10,000 F, in the order of their numbers. */
  List<Owing> owing(int most) {
    return fund.sql()
        .sql(
            """
            SELECT e.employer_no, min(s.ogd_no) AS ogd, sum(s.amount_minor) AS minor,
                   (SELECT format('AVIS-%s-%s', d.year, lpad(d.number::text, 6, '0')) FROM document d
                    WHERE d.series = 'AVIS' AND d.employer_id = e.employer_id ORDER BY d.number DESC LIMIT 1) AS notice
            FROM standing_entry s JOIN employer e ON e.employer_id = s.debtor_id
            WHERE s.debtor = 'EMPLOYER'
            GROUP BY e.employer_id, e.employer_no
            HAVING count(*) FILTER (WHERE s.component = 'LATE_DECLARATION') = 0 AND sum(s.amount_minor) > 10000
            ORDER BY e.employer_no
            LIMIT :most
            """)
        .param("most", most)
        .query(
            (row, n) ->
                new Owing(
                    row.getString("employer_no"),
                    row.getString("ogd"),
                    row.getLong("minor"),
                    row.getString("notice")))
        .list();
  }

  /** A document that a settlement sent out. */
  String sent(LocalDate day, String name) {
    try {
      return Files.readString(
          fund.workspace().outbox().resolve(day + "/account-settlement-1").resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the last word says of each receipt: its reference, and the rule or nothing. */
  List<String> matches() {
    return fund.sql()
        .sql(
            """
            SELECT DISTINCT ON (bank_ref) bank_ref || ' ' || rule FROM receipt_match JOIN receipt USING (receipt_id)
            ORDER BY bank_ref, receipt_match.run_id DESC
            """)
        .query(String.class)
        .list();
  }

  /** Contributions and surcharge for late declaration that an employer owes, by month. */
  Map<LocalDate, Map<String, Long>> owed(String employer) {
    Map<LocalDate, Map<String, Long>> owed = new TreeMap<>();
    fund.sql()
        .sql(
            """
            SELECT value_period, component, sum(amount_minor) AS minor
            FROM standing_entry JOIN employer ON employer_id = debtor_id
            WHERE debtor = 'EMPLOYER' AND employer_no = ?
            GROUP BY value_period, component
            """)
        .param(employer)
        .query(
            row -> {
              owed.computeIfAbsent(
                      row.getObject("value_period", LocalDate.class), month -> new HashMap<>())
                  .put(row.getString("component"), row.getLong("minor"));
            });
    return owed;
  }

  /** What stands in the account of each employer: {@code 2026-02 PAID_CONTRIBUTION}, 500. */
  Map<String, Map<String, Long>> accounts(List<String> employers) {
    Map<String, Map<String, Long>> accounts = new TreeMap<>();
    employers.forEach(employer -> accounts.put(employer, new TreeMap<>()));
    fund.sql()
        .sql(
            """
            SELECT employer_no, CASE WHEN component IN ('ADVANCE', 'REFUND') THEN '' ELSE to_char(value_period, 'YYYY-MM ') END || component AS key,
                   sum(amount_minor) AS minor
            FROM standing_entry JOIN employer ON employer_id = debtor_id
            WHERE debtor = 'ACCOUNT'
            GROUP BY 1, 2
            """)
        .query(
            row -> {
              accounts
                  .get(row.getString("employer_no"))
                  .put(row.getString("key"), row.getLong("minor"));
            });
    return accounts;
  }
}
