package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.account.AccountSettlement;
import org.caisse.jobs.collection.CollectionFollowUp;
import org.caisse.jobs.decision.DecisionRun;
import org.caisse.jobs.receipt.ReceiptIntake;
import org.caisse.jobs.run.RunOutcome;

/**
 * A fund whose February was assessed, with what happens to its debts and what is known of them, by
 * queries apart from those of the program.
 */
final class DebtBook {

  private static final String HEADER =
      "record;account;booking_date;value_date;bank_ref;debit;credit;balance;payer_account;payer_name;text;takes_back;count;opening;closing";

  private final LoadedFund fund;

  /** An employer and what it owed for February. */
  record Owing(String no, long minor) {}

  private DebtBook(LoadedFund fund) {
    this.fund = fund;
  }

  /** Takes in what came in time for February, and assesses it. */
  static DebtBook ofFebruary(LoadedFund fund) {
    fund.intake(LoadedFund.FIRST_RECEIPT);
    assertThat(fund.assess(LoadedFund.FIRST_RECEIPT).exitCode()).isZero();
    return new DebtBook(fund);
  }

  LoadedFund fund() {
    return fund;
  }

  void settle(String date) {
    run(AccountSettlement.NAME, "date", date);
  }

  void follow(String date) {
    run(CollectionFollowUp.NAME, "date", date);
  }

  void run(String job, String... words) {
    assertThat(ask(job, words).exitCode()).as(job).isZero();
  }

  RunOutcome ask(String job, String... words) {
    return fund.run(FailPoint.NONE, job, given(words));
  }

  void decide(String date, String kind, String by, String... words) {
    Map<String, List<String>> given = given(words);
    given.put("kind", List.of(kind));
    given.put("by", List.of(by));
    given.put("date", List.of(date));
    assertThat(fund.run(FailPoint.NONE, DecisionRun.NAME, given).exitCode()).isZero();
  }

  static Map<String, List<String>> given(String... words) {
    Map<String, List<String>> given = new LinkedHashMap<>();
    for (int i = 0; i < words.length; i += 2) {
      given.computeIfAbsent(words[i], key -> new ArrayList<>()).add(words[i + 1]);
    }
    return given;
  }

  void pays(Path folder, String date, Owing employer, long minor) {
    Path file = folder.resolve("bank-" + date + ".csv");
    String line =
        "R;BK1;%s;%s;B%s;;%d;;ACC;;%s;;;;".formatted(date, date, date, minor, employer.no());
    try {
      Files.writeString(file, HEADER + "\n" + line + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    run(ReceiptIntake.NAME, "date", date, "file", file.toString());
  }

  String file(String name) {
    try {
      return Files.readString(fund.workspace().outbox().resolve(name)).replace('\u00A0', ' ');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The letters of a run by employer, as they are in its zip. */
  Map<String, String> letters(String date) {
    Path zip =
        fund.workspace()
            .outbox()
            .resolve(date + "/collection-follow-up-1/letters-" + date + ".zip");
    Map<String, String> letters = new LinkedHashMap<>();
    try (ZipFile file = new ZipFile(zip.toFile())) {
      for (ZipEntry entry : file.stream().toList()) {
        letters.put(
            entry.getName().substring(0, entry.getName().indexOf('/')),
            new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8)
                .replace('\u00A0', ' '));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return letters;
  }

  List<Owing> owing() {
    return fund.sql()
        .sql(
            """
            SELECT e.employer_no, sum(s.amount_minor) AS minor
            FROM standing_entry s JOIN employer e ON e.employer_id = s.debtor_id
            WHERE s.debtor = 'EMPLOYER'
            GROUP BY e.employer_id, e.employer_no
            HAVING count(*) FILTER (WHERE s.component = 'LATE_DECLARATION') = 0 AND sum(s.amount_minor) > 50000
            ORDER BY e.employer_no
            LIMIT 3
            """)
        .query((row, n) -> new Owing(row.getString("employer_no"), row.getLong("minor")))
        .list();
  }

  /** What the receivables of employers come to in the ledger. */
  long receivable() {
    return balance("411100");
  }

  long balance(String account) {
    return fund.sql()
        .sql("SELECT coalesce(sum(debit_minor - credit_minor), 0) FROM posting WHERE account = ?")
        .param(account)
        .query(Long.class)
        .single();
  }

  /** Debts of the ledger less what was paid and given up, of an employer. */
  long openOf(Owing employer) {
    return fund.sql()
        .sql(
            """
            SELECT coalesce(sum(CASE WHEN component IN ('CONTRIBUTION', 'LATE_DECLARATION', 'LATE_PAYMENT') THEN amount_minor
                                     WHEN component IN ('ADVANCE', 'REFUND') THEN 0 ELSE -amount_minor END), 0)
            FROM standing_entry JOIN employer ON employer_id = debtor_id
            WHERE debtor IN ('EMPLOYER', 'ACCOUNT') AND employer_no = ?
            """)
        .param(employer.no())
        .query(Long.class)
        .single();
  }

  /** Employers that owe so much at least, with a stage, as {@link #steps} words them. */
  List<String> open(long least, String stage) {
    return fund.sql()
        .sql(
            """
            SELECT employer_no || ' ' || ? || ' ' || sum(minor)
            FROM (SELECT employer_no, CASE WHEN component IN ('CONTRIBUTION', 'LATE_DECLARATION', 'LATE_PAYMENT') THEN amount_minor
                                           WHEN component IN ('ADVANCE', 'REFUND') THEN 0 ELSE -amount_minor END AS minor
                  FROM standing_entry JOIN employer ON employer_id = debtor_id WHERE debtor IN ('EMPLOYER', 'ACCOUNT')) e
            GROUP BY employer_no
            HAVING sum(minor) >= ?
            ORDER BY 1
            """)
        .params(stage, least)
        .query(String.class)
        .list();
  }

  /** Employer, stage and sum asked for of each letter of a day. */
  List<String> steps(String date) {
    return fund.sql()
        .sql(
            """
            SELECT employer_no || ' ' || stage || ' ' || sum(open_minor)
            FROM collection_step JOIN run USING (run_id) JOIN employer USING (employer_id)
            WHERE business_date = ?::date
            GROUP BY employer_no, stage
            ORDER BY 1
            """)
        .param(date)
        .query(String.class)
        .list();
  }

  String numberOf(Owing employer, String stage) {
    return fund.sql()
        .sql(
            "SELECT format('%s-%s-%s', series, year, lpad(number::text, 6, '0')) FROM document JOIN"
                + " employer USING (employer_id) WHERE employer_no = ? AND stage = ?")
        .params(employer.no(), stage)
        .query(String.class)
        .single();
  }

  /** Hashes of what was sent out, by name. */
  List<String> sums() {
    return Arrays.asList(
        fund.sql()
            .sql(
                """
                SELECT string_agg(o.name || ' ' || coalesce(o.content_sha256, o.sha256), E'\\n' ORDER BY o.name)
                FROM output o JOIN run r USING (run_id)
                WHERE r.job = 'collection-follow-up' AND o.name <> 'SHA256SUMS'
                """)
            .query(String.class)
            .single()
            .split("\n", -1));
  }
}
