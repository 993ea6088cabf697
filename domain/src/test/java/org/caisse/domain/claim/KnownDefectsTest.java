package org.caisse.domain.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.caisse.domain.claim.Family.act;
import static org.caisse.domain.claim.Family.by;
import static org.caisse.domain.claim.Family.insured;
import static org.caisse.domain.claim.Family.lettered;
import static org.caisse.domain.claim.Family.line;
import static org.caisse.domain.claim.Family.on;
import static org.caisse.domain.claim.Family.received;

import java.time.LocalDate;
import java.util.List;
import org.caisse.domain.claim.Beneficiary.PayerRight;
import org.caisse.domain.claim.LineDecision.Share;
import org.junit.jupiter.api.Test;

/**
 * The defects that the nearest peer is known for, each with the money it costs. Those of runs,
 * contributions and money (10, and 12 to 15) are in {@code KnownDefectsInRunsTest} of the app.
 */
class KnownDefectsTest {

  private static final PricedAct VISIT = act("VISIT", "consultation", 1000);
  private static final PricedAct TEST = act("TEST", "biology", 100);

  /** 1: quantity times price is not cut off; a fractional coefficient is rounded once, half up. */
  @Test
  void aFractionalCoefficientLosesNothing() {
    LineDecision decision =
        insured("base").add(line(1, lettered("K1.5", "K", 1_500, 333), 3_000, 1_499)).judged(1);

    assertThat(decision.tariffMinor()).isEqualTo(1_499);
    assertThat(decision.shares()).containsExactly(new Share("base", 1_049, "rate"));
    assertThat(decision.copayMinor()).isEqualTo(450);
    assertThat(decision.reductions()).isEmpty();
  }

  /** 2: what the patient bears first may take up a whole line; then nothing is paid. */
  @Test
  void aLineThatThePatientBearsIsNotPaid() {
    PricedAct small = act("SMALL", "bedside", 900);
    PricedAct large = act("LARGE", "bedside", 1_500);

    assertThat(insured("base").add(line(1, small, 1_000, 900)).judged(1).paidMinor()).isZero();
    assertThat(insured("base").add(line(1, large, 1_000, 1_500)).judged(1))
        .satisfies(
            decision -> {
              assertThat(decision.paidMinor()).isEqualTo(500);
              assertThat(decision.copayMinor()).isEqualTo(1_000);
            });
  }

  /** 3: an act for adults is refused of a child. */
  @Test
  void ageRulesHoldForChildrenToo() {
    PricedAct adults =
        new PricedAct(
            "ADULTS",
            "surgery",
            LocalDate.MIN,
            null,
            "",
            0,
            -1,
            500,
            false,
            -1,
            -1,
            0,
            "",
            "",
            216,
            PricedAct.ANY_AGE,
            "",
            false);
    Family family = insured("base").member("P2", LocalDate.of(2008, 2, 11), "base");
    family.member("P3", LocalDate.of(2008, 2, 10), "base");
    family.add(
        Family.of("P2", line(1, adults, 1_000, 500)), Family.of("P3", line(2, adults, 1_000, 500)));

    assertThat(codes(family.judged(1))).containsExactly(ReductionCode.AGE_WRONG);
    assertThat(family.judged(2).paidMinor()).isEqualTo(350);
  }

  /** 4: a history in which a line has several versions is not counted twice: it is refused. */
  @Test
  void aLineConsumesOnce() {
    CareLine before = line(1, TEST, 6_000, 600);
    FirmLine firm = Family.firm(before, insured("base").add(before).judged(1));

    assertThat(insured("base").firm(firm).add(line(2, TEST, 4_000, 400)).judged(2).paidMinor())
        .isEqualTo(280);
    assertThatThrownBy(() -> insured("base").firm(firm, firm).judged())
        .hasMessageContaining("line 1 stands twice");
  }

  /** 5: what a group of care has taken counts on every later invoice. */
  @Test
  void ceilingsAccumulateOverInvoices() {
    Family family =
        insured("base")
            .add(by("H1", "I1", "a", line(1, TEST, 6_000, 600)))
            .add(by("H2", "I2", "b", line(2, TEST, 6_000, 600)))
            .add(by("H3", "I3", "c", line(3, TEST, 6_000, 600)));

    assertThat(family.judged(1).paidMinor()).isEqualTo(420);
    assertThat(family.judged(2))
        .satisfies(
            decision -> {
              assertThat(decision.paidMinor()).isEqualTo(280);
              assertThat(decision.copayMinor()).isEqualTo(120);
              assertThat(reduced(decision, ReductionCode.LIMIT_QUANTITY)).isEqualTo(200);
            });
    assertThat(codes(family.judged(3))).containsExactly(ReductionCode.LIMIT_QUANTITY);
  }

  /** 6: asked 2 and 3, approved 1 and 1 at 53 and 37: 90 is paid, and it is remembered. */
  @Test
  void whatAReviewerApprovedHolds() {
    PricedAct one = asking(act("ONE", "bedside", 100));
    PricedAct two = asking(act("TWO", "bedside", 100));
    Family family =
        new Family()
            .member("P1", LocalDate.of(1980, 1, 1), "base", "generous")
            .agreed("A1", "ONE", 1, 1_053)
            .agreed("A2", "TWO", 1, 1_037)
            .add(line(1, one, 2_000, 2_106), line(2, two, 3_000, 3_111))
            .add(on(Family.DAY.plusDays(1), line(3, one, 1_000, 1_053)));

    assertThat(base(family.judged(1)) + base(family.judged(2))).isEqualTo(53 + 37);
    assertThat(base(family.judged(3))).isZero();
  }

  /** 7: each line has one day of care, for rights and for prices. */
  @Test
  void eachLineIsJudgedOnItsOwnDay() {
    Beneficiary closing =
        new Beneficiary(
            "P1",
            LocalDate.of(1980, 1, 1),
            "F",
            List.of(new PayerRight("base", CareLaws.START, Family.DAY, "", "")),
            List.of());
    HouseholdFacts facts =
        new HouseholdFacts(
            "P1",
            List.of(closing),
            List.of(
                on(Family.DAY.minusDays(1), line(1, TEST, 1_000, 100)), line(2, TEST, 1_000, 100)),
            List.of(),
            List.of(),
            List.of());

    List<LineDecision> decisions = JudgeHousehold.judge(facts, CareLaws.book());

    assertThat(decisions.getFirst().paidMinor()).isEqualTo(70);
    assertThat(codes(decisions.getLast())).containsExactly(ReductionCode.RIGHT_CLOSED);
  }

  /** 8: the same care under another invoice number, or of another provider, is paid once. */
  @Test
  void theSameCareIsPaidOnce() {
    CareLine first = by("H1", "I1", "same", line(1, TEST, 1_000, 100));
    Family family =
        insured("base")
            .add(first, by("H1", "I2", "same", line(2, TEST, 1_000, 100)))
            .add(by("H2", "I1", "same", line(3, TEST, 1_000, 100)));

    assertThat(family.judged().stream().mapToLong(LineDecision::paidMinor).sum()).isEqualTo(70);
    assertThat(codes(family.judged(2))).containsExactly(ReductionCode.DUPLICATE);
    FirmLine firm = Family.firm(first, family.judged(1));
    assertThat(
            codes(
                insured("base")
                    .firm(firm)
                    .add(by("H2", "I9", "same", line(4, TEST, 1_000, 100)))
                    .judged(4)))
        .containsExactly(ReductionCode.DUPLICATE);
  }

  /** 9: the last day of a year belongs to it, also when the invoice comes in the next. */
  @Test
  void theLastDayBelongsToItsPeriod() {
    LocalDate last = LocalDate.of(2026, 12, 31);
    Family family =
        insured("base")
            .add(on(last.minusDays(40), line(1, TEST, 10_000, 1_000)))
            .add(received(last.plusDays(30), on(last, line(2, TEST, 1_000, 100))))
            .add(on(last.plusDays(1), line(3, TEST, 1_000, 100)));

    assertThat(codes(family.judged(2))).containsExactly(ReductionCode.LIMIT_QUANTITY);
    assertThat(family.judged(3).paidMinor()).isEqualTo(70);
  }

  /** 11: a price that is a part of what is charged is one for all units. */
  @Test
  void relativePricesCountEveryUnit() {
    PricedAct half =
        new PricedAct(
            "HALF",
            "surgery",
            LocalDate.MIN,
            null,
            "",
            0,
            -1,
            -1,
            false,
            -1,
            -1,
            500,
            "",
            "",
            0,
            PricedAct.ANY_AGE,
            "",
            false);

    assertThat(insured("base").add(line(1, half, 3_000, 3_000)).judged(1))
        .satisfies(
            decision -> {
              assertThat(decision.tariffMinor()).isEqualTo(1_500);
              assertThat(decision.paidMinor()).isEqualTo(1_050);
            });
  }

  /** 12: a percentage keeps its decimals. */
  @Test
  void percentagesKeepTheirDecimals() {
    PricedAct medicine = act("M", "medicine", 1_000);

    assertThat(insured("base").add(line(1, medicine, 1_000, 1_000)).judged(1).shares())
        .containsExactly(new Share("base", 667, "medicine_rate"));
  }

  /** 13: two jobs give one right with a payer, whichever comes first. */
  @Test
  void twoRightsWithAPayerPayOnce() {
    Family family =
        new Family()
            .member("P1", LocalDate.of(1980, 1, 1), "base", "base")
            .add(line(1, VISIT, 1_000, 1_000));

    assertThat(family.judged(1).shares()).containsExactly(new Share("base", 700, "rate"));
  }

  private static PricedAct asking(PricedAct act) {
    return new PricedAct(
        act.code(),
        act.group(),
        act.from(),
        act.to(),
        act.letter(),
        act.coefficientMilli(),
        act.unitMinor(),
        act.flatMinor(),
        act.medicine(),
        act.referenceMinor(),
        act.genericMinor(),
        act.relativeMilli(),
        act.suppliedBy(),
        act.sex(),
        act.minMonths(),
        act.maxMonths(),
        act.levels(),
        true);
  }

  private static List<ReductionCode> codes(LineDecision decision) {
    return decision.reductions().stream().map(Reduction::code).toList();
  }

  private static long reduced(LineDecision decision, ReductionCode code) {
    return decision.reductions().stream()
        .filter(reduction -> reduction.code() == code)
        .mapToLong(Reduction::amountMinor)
        .sum();
  }

  private static long base(LineDecision decision) {
    return decision.shares().stream()
        .filter(share -> share.payer().equals("base"))
        .mapToLong(Share::amountMinor)
        .sum();
  }
}
