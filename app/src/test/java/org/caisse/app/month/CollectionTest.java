package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.caisse.jobs.collection.AgedBalance;
import org.caisse.jobs.collection.ClearanceCertificate;
import org.caisse.jobs.collection.CollectionFollowUp;
import org.caisse.jobs.control.Control;
import org.caisse.jobs.replay.Replay;
import org.caisse.jobs.run.RunKey;
import org.caisse.jobs.run.RunOutcome;
import org.caisse.jobs.run.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The debts of February 2026, due on 10 March, followed through the months under the settings of
 * the demonstration: reminders after 15 and 30 days, formal notice after 30, 15 days to pay after
 * its service, 5 days of tolerance, 60 months to prescription.
 */
class CollectionTest {

  private static final String FIRST = "2026-03-25";
  private static final String SECOND = "2026-04-24";
  private static final String NOTICE = "2026-05-24";

  @Test
  void debtsAreFollowedUpFromTheFirstReminderToPrescription(@TempDir Path folder) {
    try (LoadedFund fund = LoadedFund.in(folder)) {
      DebtBook book = DebtBook.ofFebruary(fund);
      List<DebtBook.Owing> owing = book.owing();
      DebtBook.Owing silent = owing.get(0);
      DebtBook.Owing planned = owing.get(1);
      DebtBook.Owing inTime = owing.get(2);
      book.pays(folder, "2026-03-10", inTime, inTime.minor());

      nothingFollowsBeforeItsDay(book);
      firstReminders(book, inTime);
      certificates(book, inTime, silent);
      plan(book, planned);
      book.pays(folder, "2026-05-22", planned, planned.minor());
      notices(book, silent, planned);
      breach(book, silent, planned);
      givenUp(book, silent, planned);

      assertThat(Control.ofEverything(fund.sql())).isEmpty();
      replayed(book);
    }
  }

  @Test
  void runsThatDieAnywhereSendTheSameLetters(@TempDir Path folder) {
    try (LoadedFund calmly = LoadedFund.in(folder);
        LoadedFund often = LoadedFund.in(folder)) {
      DebtBook calm = DebtBook.ofFebruary(calmly);
      DebtBook disturbed = DebtBook.ofFebruary(often);
      calm.settle(FIRST);
      disturbed.settle(FIRST);
      calm.follow(FIRST);
      List<String> places =
          LoadedFund.untilDone(
              new Random(20_261_127),
              4,
              failing ->
                  often.run(failing, CollectionFollowUp.NAME, DebtBook.given("date", FIRST)));

      assertThat(places).isNotEmpty();
      assertThat(disturbed.steps(FIRST)).isNotEmpty().isEqualTo(calm.steps(FIRST));
      assertThat(disturbed.sums()).isEqualTo(calm.sums());
      assertThat(Control.ofEverything(often.sql())).isEmpty();
    }
  }

  private static void nothingFollowsBeforeItsDay(DebtBook book) {
    assertThatThrownBy(() -> book.follow("2026-03-24"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("run account-settlement date=2026-03-24");
    book.settle("2026-03-24");
    book.follow("2026-03-24");
    assertThat(book.steps("2026-03-24")).isEmpty();
    long open = book.receivable();

    book.run(AgedBalance.NAME, "date", "2026-03-24");

    assertThat(book.file("2026-03-24/aged-balance-1/aged-balance-2026-03-24.csv"))
        .containsPattern("Total;;;2026-03-10;0;" + open + ";0;0;0;0;0;" + open + ";");
    assertThat(book.file("2026-03-24/aged-balance-1/aged-balance-ogd-2026-03-24.csv"))
        .containsPattern("Total;2026-03-10;0;" + open + ";0;0;0;0;0;" + open + ";");
  }

  private static void firstReminders(DebtBook book, DebtBook.Owing inTime) {
    book.settle(FIRST);
    book.follow(FIRST);

    assertThat(book.steps(FIRST))
        .as("whoever owes 1,000 F gets one, who paid in time does not")
        .isEqualTo(book.open(1_000, "FIRST_REMINDER"))
        .noneMatch(step -> step.startsWith(inTime.no()));
    assertThat(book.ask(CollectionFollowUp.NAME, "date", FIRST).result())
        .isEqualTo(RunOutcome.Result.ALREADY_DONE);
    Map<String, String> letters = book.letters(FIRST);
    assertThat(letters).hasSameSizeAs(book.steps(FIRST));
    assertThat(letters.values())
        .allSatisfy(letter -> assertThat(letter).contains("Rappel de paiement", "EXEMPLE"));
    assertThatThrownBy(() -> book.follow("2026-03-24")).hasMessageContaining("day after day");
  }

  private static void certificates(DebtBook book, DebtBook.Owing inTime, DebtBook.Owing silent) {
    book.run(ClearanceCertificate.NAME, "date", FIRST, "employer", inTime.no(), "by", "Awa");
    assertThat(
            book.file(
                FIRST + "/clearance-certificate-1/ATTEST-2026-000001-" + inTime.no() + ".html"))
        .contains("Attestation de régularité", "23/06/2026", "ne doit aucune somme échue");
    assertThatThrownBy(
            () ->
                book.run(
                    ClearanceCertificate.NAME, "date", FIRST, "employer", silent.no(), "by", "Awa"))
        .hasMessageContaining("due and open: 1, declarations that are missing: 0");
  }

  /** Half in May, the rest in June; the second reminder does not come while it is kept. */
  private static void plan(DebtBook book, DebtBook.Owing planned) {
    long open = book.openOf(planned);
    String[] proposal = {
      "employer", planned.no(), "instalment", "2026-05-20:" + planned.minor(), "reason", "letter"
    };
    assertThatThrownBy(() -> book.decide(FIRST, "plan", "Awa", proposal))
        .hasMessageContaining(open + " are open");
    book.decide(
        FIRST,
        "plan",
        "Awa",
        "employer",
        planned.no(),
        "instalment",
        "2026-05-20:" + planned.minor(),
        "instalment",
        "2026-06-20:" + (open - planned.minor()),
        "reason",
        "letter of 20 March");
    assertThatThrownBy(() -> book.decide(FIRST, "approve", "Awa", "decision", "2"))
        .hasMessageContaining("another person");
    book.decide(FIRST, "approve", "Ali", "decision", "2");
    book.run(ClearanceCertificate.NAME, "date", FIRST, "employer", planned.no(), "by", "Awa");
    assertThat(
            book.file(
                FIRST + "/clearance-certificate-2/ATTEST-2026-000002-" + planned.no() + ".html"))
        .contains("plan d’échelonnement", "20/05/2026");
    book.settle(SECOND);
    book.follow(SECOND);
    assertThat(book.steps(SECOND))
        .isNotEmpty()
        .allMatch(step -> step.contains("SECOND_REMINDER"))
        .noneMatch(step -> step.startsWith(planned.no()));
  }

  private static void notices(DebtBook book, DebtBook.Owing silent, DebtBook.Owing planned) {
    book.settle(NOTICE);
    book.follow(NOTICE);
    String notice = book.numberOf(silent, "FORMAL_NOTICE");
    assertThat(book.steps(NOTICE))
        .contains(silent.no() + " FORMAL_NOTICE " + book.openOf(silent))
        .noneMatch(step -> step.startsWith(planned.no()));
    assertThat(book.file(NOTICE + "/collection-follow-up-1/formal-notices-" + NOTICE + ".csv"))
        .contains(notice + ";" + silent.no(), "caisse serve " + notice);
    assertThat(book.letters(NOTICE).get(silent.no()))
        .contains("dans un délai de 15 jours", "RAPPEL-2026-", "Signifié le");

    assertThatThrownBy(
            () -> book.decide(NOTICE, "service", "Awa", "notice", notice, "on", "2026-05-23"))
        .hasMessageContaining("was issued on 2026-05-24");
    book.decide("2026-05-30", "service", "Awa", "notice", notice, "on", "2026-05-28");
    assertThatThrownBy(
            () -> book.decide("2026-05-30", "service", "Ali", "notice", notice, "on", "2026-05-29"))
        .hasMessageContaining("was served on 2026-05-28");
  }

  /** The second instalment does not come: from the day after its tolerance all is due again. */
  private static void breach(DebtBook book, DebtBook.Owing silent, DebtBook.Owing planned) {
    String day = "2026-06-26";
    book.settle(day);
    book.follow(day);
    assertThat(book.steps(day))
        .filteredOn(step -> step.startsWith(planned.no()))
        .containsExactly(planned.no() + " PLAN_BREACH " + book.openOf(planned));
    assertThat(book.letters(day).get(planned.no())).contains("Le plan est rompu", "au 26/06/2026");
    String notice = book.numberOf(silent, "FORMAL_NOTICE");
    assertThat(book.file(day + "/collection-follow-up-1/formal-notices-" + day + ".csv"))
        .containsPattern(notice + ";" + silent.no() + ".*2026-06-13;Le délai de " + notice);
    assertThatThrownBy(
            () ->
                book.run(
                    ClearanceCertificate.NAME, "date", day, "employer", planned.no(), "by", "Awa"))
        .as("nothing is known of what was due since")
        .hasMessageContaining("due and not assessed: 2026-03, 2026-04, 2026-05");
  }

  /**
   * What cannot be collected is written off and the decision taken back; what is old prescribed.
   */
  private static void givenUp(DebtBook book, DebtBook.Owing silent, DebtBook.Owing planned) {
    String day = "2026-06-27";
    book.settle(day);
    String[] debt = {"employer", silent.no(), "period", "2026-02", "reason", "old"};
    assertThatThrownBy(() -> book.decide(day, "prescription", "Awa", debt))
        .hasMessageContaining(
            "60 months run from 2026-05-28 (a formal notice was served) to 2031-05-28");
    long before = book.openOf(planned);
    book.decide(
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
    book.decide(day, "approve", "Ali", "decision", "5");
    book.settle(day);
    assertThat(book.openOf(planned)).isEqualTo(before - 100);
    assertThat(book.balance("651100")).isEqualTo(100);
    book.decide(day, "revoke", "Awa", "decision", "5", "reason", "it went on");
    book.decide(day, "approve", "Ali", "decision", "6");
    book.settle(day);
    assertThat(book.openOf(planned)).isEqualTo(before);
    assertThat(book.balance("651100")).isZero();

    String later = "2031-05-29";
    book.settle(later);
    long open = book.openOf(silent);
    book.decide(later, "prescription", "Awa", debt);
    book.decide(later, "approve", "Ali", "decision", "7");
    book.settle(later);
    assertThat(book.openOf(silent)).isZero();
    assertThat(book.balance("651200")).isEqualTo(open);
    book.run(AgedBalance.NAME, "date", later);
  }

  private static void replayed(DebtBook book) {
    for (String run :
        List.of(
            FIRST + "/collection-follow-up-1",
            NOTICE + "/collection-follow-up-1",
            "2026-06-26/collection-follow-up-1",
            FIRST + "/clearance-certificate-2",
            "2031-05-29/account-settlement-2")) {
      assertThat(Replay.run(book.fund().workspace(), RunKey.parse(run)).differences())
          .as(run)
          .isEmpty();
    }
  }
}
