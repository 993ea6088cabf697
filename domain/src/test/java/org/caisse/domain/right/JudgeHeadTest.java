package org.caisse.domain.right;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When rights open, close and open again, day by day. */
class JudgeHeadTest {

  private static final RightTerms TERMS = RightsLaw.terms();

  private static void is(Known known, String day, String... rights) {
    assertThat(known.said(TERMS, day)).containsExactly(rights);
  }

  @Test
  void rightsOpenOnTheFirstOfTheMonthAfterTheWaitingTime() {
    is(new Known().paid("worker", "2026-01", 2), "2026-04-30");
    is(new Known().paid("worker", "2026-01", 3), "2026-04-09", "2026-04-01.. worker WAITED -");
    is(new Known().paid("worker", "2026-01", 1).paid("worker", "2026-03", 2), "2026-05-31");
    is(
        new Known().paid("worker", "2026-01", 1).paid("worker", "2026-03", 3),
        "2026-06-09",
        "2026-06-01.. worker WAITED -");
    is(
        new Known().month("clerk", "2026-01", null).month("clerk", "2026-02", null),
        "2026-03-02",
        "2026-03-01.. clerk WAITED -");
  }

  @Test
  void aMonthPaidOnItsDueDayCountsFromItsEndADayLaterFromItsPayment() {
    Known inTime =
        new Known().paid("worker", "2026-01", 2).month("worker", "2026-03", "2026-04-10");
    is(inTime, "2026-04-20", "2026-04-01.. worker WAITED -");
    Known late = new Known().paid("worker", "2026-01", 2).month("worker", "2026-03", "2026-04-11");
    is(late, "2026-04-20", "2026-04-11.. worker WAITED -");
    Known first = new Known().month("worker", "2026-01", "2026-08-01").paid("worker", "2026-02", 3);
    assertThat(first.said(TERMS, "2026-05-08"))
        .as("the months after the late one are enough")
        .containsExactly("2026-05-01.. worker WAITED -");
  }

  @Test
  void rightsAreSuspendedOnTheDayAfterTheToleratedDaysAndOpenAgainOnTheDayOfPayment() {
    Known owing = new Known().paid("worker", "2026-01", 3).month("worker", "2026-04", null);
    is(owing, "2026-08-08", "2026-04-01.. worker WAITED -");
    is(owing, "2026-08-09", "2026-04-01..2026-08-09 worker WAITED UNPAID");
    Known paid = new Known().paid("worker", "2026-01", 3).month("worker", "2026-04", "2026-08-20");
    is(
        paid,
        "2026-08-20",
        "2026-04-01..2026-08-09 worker WAITED UNPAID",
        "2026-08-20.. worker REOPENED -");
    Known inTime =
        new Known().paid("worker", "2026-01", 3).month("worker", "2026-04", "2026-08-09");
    is(inTime, "2026-08-20", "2026-04-01.. worker WAITED -");
    Known givenUp =
        new Known().paid("worker", "2026-01", 3).givenUp("worker", "2026-04", "2026-08-20");
    assertThat(givenUp.said(TERMS, "2026-08-20")).contains("2026-08-20.. worker REOPENED -");
  }

  @Test
  void whoIsNotDeclaredAnyMoreIsTreatedAsUnpaidFromTheFirstMissingMonth() {
    Known gone = new Known().paid("worker", "2026-01", 3);
    is(gone, "2026-07-29", "2026-04-01.. worker WAITED -");
    is(gone, "2026-07-30", "2026-04-01..2026-07-30 worker WAITED NOT_CONTRIBUTED");
    Known back = new Known().paid("worker", "2026-01", 3).paid("worker", "2026-07", 1);
    is(back, "2026-08-09", "2026-04-01.. worker WAITED -");
    Known waitsAgain = new Known().paid("worker", "2026-01", 3).paid("worker", "2026-08", 2);
    is(waitsAgain, "2026-10-09", "2026-04-01..2026-07-30 worker WAITED NOT_CONTRIBUTED");
    Known waited = new Known().paid("worker", "2026-01", 3).paid("worker", "2026-08", 3);
    is(
        waited,
        "2026-11-09",
        "2026-04-01..2026-07-30 worker WAITED NOT_CONTRIBUTED",
        "2026-11-01.. worker WAITED -");
  }

  @Test
  void aChangeBetweenInsuredAndIndigentLeavesNoGap() {
    Known becomesWorker =
        new Known().listed("poor", "2025-01-01", "2026-01-16").paid("worker", "2026-02", 1);
    is(
        becomesWorker,
        "2026-03-09",
        "2025-01-01..2026-01-16 poor MEMBER LEFT",
        "2026-01-16.. worker STATUS_CHANGE -");
    Known becomesPoor = new Known().paid("worker", "2026-01", 4).listed("poor", "2026-05-20", null);
    is(
        becomesPoor,
        "2026-06-01",
        "2026-04-01..2026-05-20 worker WAITED POPULATION",
        "2026-05-20.. poor MEMBER -");
    Known changesEmployer = new Known().paid("worker", "2026-01", 4).paid("clerk", "2026-05", 1);
    is(
        changesEmployer,
        "2026-06-09",
        "2026-04-01..2026-05-01 worker WAITED POPULATION",
        "2026-05-01.. clerk POPULATION -");
  }

  @Test
  void benefitsBeginWhereAndWhenTheLawSays() {
    Known known =
        new Known().paid("worker", "2025-01", 16).status("region", "CAPITAL", "2026-03-10", null);
    assertThat(known.said(RightsLaw.inTheCapital(Known.day("2026-02-01")), "2026-05-01"))
        .containsExactly("2026-03-10.. worker BENEFITS_BEGIN -");
    assertThat(known.said(RightsLaw.inTheCapital(Known.day("2026-04-01")), "2026-05-01"))
        .containsExactly("2026-04-01.. worker BENEFITS_BEGIN -");
    assertThat(
            new Known()
                .paid("worker", "2025-01", 16)
                .said(RightsLaw.inTheCapital(Known.day("2026-02-01")), "2026-05-01"))
        .isEmpty();
  }

  @Test
  void assistanceLastsAsLongAsTheLawAllowsAndNoLongerThanItsAdmission() {
    is(
        new Known().status("assistance", "", "2024-05-15", null),
        "2026-01-01",
        "2024-05-15..2027-05-15  STATUS EXPIRED");
    is(
        new Known().status("assistance", "", "2024-05-15", "2026-05-15"),
        "2026-01-01",
        "2024-05-15..2026-05-15  STATUS STATUS_ENDED");
  }

  @Test
  void deathAndTheEndOfTheRegistryCloseAndWhatAnOldSystemHadGoesOn() {
    Known known = new Known().paid("worker", "2026-01", 4).status("death", "", "2026-05-05", null);
    is(known, "2026-05-31", "2026-04-01..2026-05-05 worker WAITED DEATH");
    is(
        new Known().paid("worker", "2026-01", 4).left("2026-04-15"),
        "2026-05-31",
        "2026-04-01..2026-04-15 worker WAITED LEFT");
    is(
        new Known().earlier("2023-04-01", null, "2026-01-01").paid("worker", "2026-01", 1),
        "2026-02-09",
        "2023-04-01.. worker TAKEN_ON -");
  }

  @Test
  void whatStandsIsReversedOnlyWhereItDiffers() {
    Known before = new Known().paid("worker", "2026-01", 3).month("worker", "2026-04", null);
    List<RightPeriod> stood = before.rights(TERMS, "2026-08-08");
    HeadRow row =
        HeadRow.facts(
            "P1",
            before.on("2026-08-09"),
            List.of(new PostedRight(4, 0, stood.getFirst())),
            List.of(new PostedRight.LastRev("base", 5)));

    assertThat(row.judged(TERMS).changes())
        .extracting(PostedRight::rev, PostedRight::reverses, change -> Known.said(change.period()))
        .containsExactly(
            tuple(6, 4, "2026-04-01.. worker WAITED -"),
            tuple(7, 0, "2026-04-01..2026-08-09 worker WAITED UNPAID"));
    HeadRow same =
        HeadRow.facts(
            "P1",
            before.on("2026-08-08"),
            List.of(new PostedRight(4, 0, stood.getFirst())),
            List.of(new PostedRight.LastRev("base", 5)));
    assertThat(same.judged(TERMS).changes()).isEmpty();
  }

  @Test
  void ofTwoEmployersTheOneCountsByWhichThePersonIsBetterOffWhicheverComesFirst() {
    RightTerms terms = RightsLaw.inTheCapital(LocalDate.of(2026, 2, 1));
    for (List<String> order : List.of(List.of("clerk", "worker"), List.of("worker", "clerk"))) {
      Known both =
          new Known()
              .status("region", "CAPITAL", "2020-01-01", null)
              .earlier("2025-11-01", null, "2026-02-01")
              .month(order.get(0), "2026-02", order.get(0).equals("clerk") ? "2026-03-09" : null)
              .month(order.get(1), "2026-02", order.get(1).equals("clerk") ? "2026-03-09" : null);
      assertThat(both.said(terms, "2026-03-12"))
          .as("to clerks nothing is given: " + order)
          .containsExactly("2026-02-01.. worker BENEFITS_BEGIN -");
    }
  }
}
