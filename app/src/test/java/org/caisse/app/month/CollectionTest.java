package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.caisse.app.TestHome;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.account.AccountSettlement;
import org.caisse.jobs.collection.AgedBalance;
import org.caisse.jobs.collection.ClearanceCertificate;
import org.caisse.jobs.collection.CollectionFollowUp;
import org.caisse.jobs.control.Control;
import org.caisse.jobs.decision.DecisionRun;
import org.caisse.jobs.receipt.ReceiptIntake;
import org.caisse.jobs.replay.Replay;
import org.caisse.jobs.run.RunKey;
import org.caisse.jobs.run.RunOutcome;
import org.caisse.jobs.run.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The debts of February 2026, due on 10 March, followed through the months under the settings of
 * the demonstration: reminders after 15 and 30 days, formal notice after 30, 15 days to pay after
 * its service, 5 days of tolerance, 60 months to prescription.
 */
@ResourceLock(TestHome.LOCK)
class CollectionTest {

  private static final String HEADER =
      "record;account;booking_date;value_date;bank_ref;debit;credit;balance;payer_account;payer_name;text;takes_back;count;opening;closing";

  private static final String FIRST = "2026-03-25";
  private static final String SECOND = "2026-04-24";
  private static final String NOTICE = "2026-05-24";

  /** An employer and what it owed for February. */
  private record Owing(String no, long minor) {}

  @Test
  void debtsAreFollowedUpFromTheFirstReminderToPrescription(@TempDir Path folder) {
    try (LoadedFund fund = LoadedFund.in(folder)) {
      fund.intake(LoadedFund.FIRST_RECEIPT);
      assertThat(fund.assess(LoadedFund.FIRST_RECEIPT).exitCode()).isZero();
      List<Owing> owing = owing(fund);
      Owing silent = owing.get(0);
      Owing planned = owing.get(1);
      Owing inTime = owing.get(2);
      pays(fund, folder, "2026-03-10", inTime, inTime.minor());

      nothingFollowsBeforeItsDay(fund);
      firstReminders(fund, inTime);
      certificates(fund, inTime, silent);
      plan(fund, planned);
      pays(fund, folder, "2026-05-22", planned, planned.minor());
      notices(fund, silent, planned);
      breach(fund, silent, planned);
      givenUp(fund, silent, planned);

      assertThat(Control.ofEverything(fund.sql())).isEmpty();
      replayed(fund);
    }
  }

  @Test
  void runsThatDieAnywhereSendTheSameLetters(@TempDir Path folder) {
    try (LoadedFund calm = LoadedFund.in(folder);
        LoadedFund disturbed = LoadedFund.in(folder)) {
      for (LoadedFund fund : List.of(calm, disturbed)) {
        fund.intake(LoadedFund.FIRST_RECEIPT);
        fund.assess(LoadedFund.FIRST_RECEIPT);
        settle(fund, FIRST);
      }
      follow(calm, FIRST);
      List<String> places =
          LoadedFund.untilDone(
              new Random(20_261_127),
              4,
              failing ->
                  disturbed.run(failing, CollectionFollowUp.NAME, Map.of("date", List.of(FIRST))));

      assertThat(places).isNotEmpty();
      assertThat(steps(disturbed, FIRST)).isNotEmpty().isEqualTo(steps(calm, FIRST));
      assertThat(sums(disturbed)).isEqualTo(sums(calm));
      assertThat(Control.ofEverything(disturbed.sql())).isEmpty();
    }
  }

  private static void nothingFollowsBeforeItsDay(LoadedFund fund) {
    assertThatThrownBy(() -> follow(fund, "2026-03-24"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("run account-settlement date=2026-03-24");
    settle(fund, "2026-03-24");
    follow(fund, "2026-03-24");
    assertThat(steps(fund, "2026-03-24")).isEmpty();
    long open = receivable(fund);

    run(fund, AgedBalance.NAME, "date", "2026-03-24");

    assertThat(file(fund, "2026-03-24/aged-balance-1/aged-balance-2026-03-24.csv"))
        .containsPattern("Total;;;2026-03-10;0;" + open + ";0;0;0;0;0;" + open + ";");
    assertThat(file(fund, "2026-03-24/aged-balance-1/aged-balance-ogd-2026-03-24.csv"))
        .containsPattern("Total;2026-03-10;0;" + open + ";0;0;0;0;0;" + open + ";");
  }

  private static void firstReminders(LoadedFund fund, Owing inTime) {
    settle(fund, FIRST);
    follow(fund, FIRST);

    assertThat(steps(fund, FIRST))
        .as("whoever owes 1,000 F gets one, who paid in time does not")
        .isEqualTo(open(fund, 1_000, "FIRST_REMINDER"))
        .noneMatch(step -> step.startsWith(inTime.no()));
    assertThat(fund.run(FailPoint.NONE, CollectionFollowUp.NAME, day(FIRST)).result())
        .isEqualTo(RunOutcome.Result.ALREADY_DONE);
    Map<String, String> letters = letters(fund, FIRST);
    assertThat(letters).hasSameSizeAs(steps(fund, FIRST));
    assertThat(letters.values())
        .allSatisfy(letter -> assertThat(letter).contains("Rappel de paiement", "EXEMPLE"));
    settle(fund, SECOND);
    assertThatThrownBy(() -> follow(fund, "2026-03-24")).hasMessageContaining("day after day");
  }

  private static void certificates(LoadedFund fund, Owing inTime, Owing silent) {
    run(fund, ClearanceCertificate.NAME, "date", SECOND, "employer", inTime.no(), "by", "Awa");
    assertThat(
            file(
                fund,
                SECOND + "/clearance-certificate-1/ATTEST-2026-000001-" + inTime.no() + ".html"))
        .contains("Attestation de régularité", "23/07/2026", "ne doit aucune somme échue");
    assertThatThrownBy(
            () ->
                run(
                    fund,
                    ClearanceCertificate.NAME,
                    "date",
                    SECOND,
                    "employer",
                    silent.no(),
                    "by",
                    "Awa"))
        .hasMessageContaining("1 debts are due and open");
  }

  /** Half in May, the rest in June; the second reminder does not come while it is kept. */
  private static void plan(LoadedFund fund, Owing planned) {
    long open = openOf(fund, planned);
    String[] proposal = {
      "employer", planned.no(), "instalment", "2026-05-20:" + planned.minor(), "reason", "letter"
    };
    assertThatThrownBy(() -> decide(fund, SECOND, "plan", "Awa", proposal))
        .hasMessageContaining(open + " are open");
    decide(
        fund,
        SECOND,
        "plan",
        "Awa",
        "employer",
        planned.no(),
        "instalment",
        "2026-05-20:" + planned.minor(),
        "instalment",
        "2026-06-20:" + (open - planned.minor()),
        "reason",
        "letter of 20 April");
    assertThatThrownBy(() -> decide(fund, SECOND, "approve", "Awa", "decision", "2"))
        .hasMessageContaining("another person");
    decide(fund, SECOND, "approve", "Ali", "decision", "2");
    follow(fund, SECOND);
    assertThat(steps(fund, SECOND))
        .isNotEmpty()
        .allMatch(step -> step.contains("SECOND_REMINDER"))
        .noneMatch(step -> step.startsWith(planned.no()));
  }

  private static void notices(LoadedFund fund, Owing silent, Owing planned) {
    settle(fund, NOTICE);
    follow(fund, NOTICE);
    String notice = numberOf(fund, silent, "FORMAL_NOTICE");
    assertThat(steps(fund, NOTICE))
        .contains(silent.no() + " FORMAL_NOTICE " + openOf(fund, silent))
        .noneMatch(step -> step.startsWith(planned.no()));
    assertThat(file(fund, NOTICE + "/collection-follow-up-1/formal-notices-" + NOTICE + ".csv"))
        .contains(notice + ";" + silent.no(), "caisse serve " + notice);
    assertThat(letters(fund, NOTICE).get(silent.no()))
        .contains("dans un délai de 15 jours", "RAPPEL-2026-", "Signifié le");

    // The first instalment came within the tolerance: the plan is kept, and the certificate says
    // so.
    run(fund, ClearanceCertificate.NAME, "date", NOTICE, "employer", planned.no(), "by", "Awa");
    assertThat(
            file(
                fund,
                NOTICE + "/clearance-certificate-1/ATTEST-2026-000002-" + planned.no() + ".html"))
        .contains("plan d’échelonnement", "20/06/2026");

    assertThatThrownBy(
            () -> decide(fund, NOTICE, "service", "Awa", "notice", notice, "on", "2026-05-23"))
        .hasMessageContaining("was issued on 2026-05-24");
    decide(fund, "2026-05-30", "service", "Awa", "notice", notice, "on", "2026-05-28");
    assertThatThrownBy(
            () ->
                decide(fund, "2026-05-30", "service", "Ali", "notice", notice, "on", "2026-05-29"))
        .hasMessageContaining("was served on 2026-05-28");
  }

  /** The second instalment does not come: from the day after its tolerance all is due again. */
  private static void breach(LoadedFund fund, Owing silent, Owing planned) {
    String day = "2026-06-26";
    settle(fund, day);
    follow(fund, day);
    assertThat(steps(fund, day))
        .filteredOn(step -> step.startsWith(planned.no()))
        .containsExactly(planned.no() + " PLAN_BREACH " + openOf(fund, planned));
    assertThat(letters(fund, day).get(planned.no())).contains("Le plan est rompu", "au 26/06/2026");
    String notice = numberOf(fund, silent, "FORMAL_NOTICE");
    assertThat(file(fund, day + "/collection-follow-up-1/formal-notices-" + day + ".csv"))
        .containsPattern(notice + ";" + silent.no() + ".*2026-06-13;Le délai de " + notice);
    assertThatThrownBy(
            () ->
                run(
                    fund,
                    ClearanceCertificate.NAME,
                    "date",
                    day,
                    "employer",
                    planned.no(),
                    "by",
                    "Awa"))
        .hasMessageContaining("1 debts");
  }

  /**
   * What cannot be collected is written off and the decision taken back; what is old prescribed.
   */
  private static void givenUp(LoadedFund fund, Owing silent, Owing planned) {
    String day = "2026-06-27";
    settle(fund, day);
    String[] debt = {"employer", silent.no(), "period", "2026-02", "reason", "old"};
    assertThatThrownBy(() -> decide(fund, day, "prescription", "Awa", debt))
        .hasMessageContaining(
            "60 months run from 2026-05-28 (a formal notice was served) to 2031-05-28");
    long before = openOf(fund, planned);
    decide(
        fund,
        day,
        "write-off",
        "Awa",
        "employer",
        planned.no(),
        "period",
        "2026-02",
        "component",
        "late_payment",
        "amount",
        "100",
        "reason",
        "ceased");
    decide(fund, day, "approve", "Ali", "decision", "5");
    settle(fund, day);
    assertThat(openOf(fund, planned)).isEqualTo(before - 100);
    assertThat(balance(fund, "651100")).isEqualTo(100);
    decide(fund, day, "revoke", "Awa", "decision", "5", "reason", "it went on");
    decide(fund, day, "approve", "Ali", "decision", "6");
    settle(fund, day);
    assertThat(openOf(fund, planned)).isEqualTo(before);
    assertThat(balance(fund, "651100")).isZero();

    String later = "2031-05-29";
    settle(fund, later);
    long open = openOf(fund, silent);
    decide(fund, later, "prescription", "Awa", debt);
    decide(fund, later, "approve", "Ali", "decision", "7");
    settle(fund, later);
    assertThat(openOf(fund, silent)).isZero();
    assertThat(balance(fund, "651200")).isEqualTo(open);
    run(fund, AgedBalance.NAME, "date", later);
  }

  private static void replayed(LoadedFund fund) {
    for (String run :
        List.of(
            FIRST + "/collection-follow-up-1",
            NOTICE + "/collection-follow-up-1",
            "2026-06-26/collection-follow-up-1",
            NOTICE + "/clearance-certificate-1",
            "2031-05-29/account-settlement-2")) {
      assertThat(Replay.run(fund.workspace(), RunKey.parse(run)).differences()).as(run).isEmpty();
    }
  }

  private static Map<String, List<String>> day(String date) {
    return Map.of("date", List.of(date));
  }

  private static void settle(LoadedFund fund, String date) {
    run(fund, AccountSettlement.NAME, "date", date);
  }

  private static void follow(LoadedFund fund, String date) {
    run(fund, CollectionFollowUp.NAME, "date", date);
  }

  private static void run(LoadedFund fund, String job, String... words) {
    assertThat(fund.run(FailPoint.NONE, job, given(words)).exitCode()).as(job).isZero();
  }

  private static void decide(
      LoadedFund fund, String date, String kind, String by, String... words) {
    Map<String, List<String>> given = given(words);
    given.put("kind", List.of(kind));
    given.put("by", List.of(by));
    given.put("date", List.of(date));
    assertThat(fund.run(FailPoint.NONE, DecisionRun.NAME, given).exitCode()).isZero();
  }

  private static Map<String, List<String>> given(String... words) {
    Map<String, List<String>> given = new LinkedHashMap<>();
    for (int i = 0; i < words.length; i += 2) {
      given.computeIfAbsent(words[i], key -> new ArrayList<>()).add(words[i + 1]);
    }
    return given;
  }

  private static void pays(LoadedFund fund, Path folder, String date, Owing employer, long minor) {
    Path file = folder.resolve("bank-" + date + ".csv");
    String line =
        "R;BK1;%s;%s;B%s;;%d;;ACC;;%s;;;;".formatted(date, date, date, minor, employer.no());
    try {
      Files.writeString(file, HEADER + "\n" + line + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    run(fund, ReceiptIntake.NAME, "date", date, "file", file.toString());
  }

  private static String file(LoadedFund fund, String name) {
    try {
      return Files.readString(fund.workspace().outbox().resolve(name)).replace('\u00A0', ' ');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The letters of a run by employer, as they are in its zip. */
  private static Map<String, String> letters(LoadedFund fund, String date) {
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

  private static List<Owing> owing(LoadedFund fund) {
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
  private static long receivable(LoadedFund fund) {
    return balance(fund, "411100");
  }

  private static long balance(LoadedFund fund, String account) {
    return fund.sql()
        .sql("SELECT coalesce(sum(debit_minor - credit_minor), 0) FROM posting WHERE account = ?")
        .param(account)
        .query(Long.class)
        .single();
  }

  /** Debts of the ledger less what was paid and given up, of an employer. */
  private static long openOf(LoadedFund fund, Owing employer) {
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
  private static List<String> open(LoadedFund fund, long least, String stage) {
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
  private static List<String> steps(LoadedFund fund, String date) {
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

  private static String numberOf(LoadedFund fund, Owing employer, String stage) {
    return fund.sql()
        .sql(
            "SELECT format('%s-%s-%s', series, year, lpad(number::text, 6, '0')) FROM document JOIN"
                + " employer USING (employer_id) WHERE employer_no = ? AND stage = ?")
        .params(employer.no(), stage)
        .query(String.class)
        .single();
  }

  /** Hashes of what was sent out, by name. */
  private static List<String> sums(LoadedFund fund) {
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
