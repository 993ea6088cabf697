package org.caisse.domain.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.caisse.domain.claim.Family.act;
import static org.caisse.domain.claim.Family.insured;
import static org.caisse.domain.claim.Family.line;
import static org.caisse.domain.claim.Family.on;

import java.time.LocalDate;
import java.util.List;
import org.caisse.domain.care.Bearer;
import org.caisse.domain.claim.LineDecision.Share;
import org.junit.jupiter.api.Test;

/** Who pays what of a line, and who bears the rest. */
class SplitLineTest {

  private static final PricedAct VISIT = act("VISIT", "consultation", 1000);
  private static final PricedAct SURGERY = act("SURGERY", "surgery", 1000);

  @Test
  void twoLinesOfOneHousehold() {
    Family family =
        insured("base")
            .member("P2", LocalDate.of(2022, 1, 1))
            .add(line(1, SURGERY, 1_000, 1_200), Family.of("P2", line(2, VISIT, 1_000, 1_000)));

    assertThat(family.judged(1).shares()).containsExactly(new Share("base", 700, "rate"));
    assertThat(family.judged(1).copayMinor()).isEqualTo(300);
    assertThat(family.judged(1).reductions())
        .extracting(Reduction::code, Reduction::amountMinor, Reduction::bearer)
        .containsExactly(tuple(ReductionCode.ABOVE_TARIFF, 200L, Bearer.PATIENT));
    assertThat(family.judged(2).shares()).containsExactly(new Share("kids", 1_000, "all"));
  }

  @Test
  void aProgrammeBeforeTheInsuranceLeavesNothingToIt() {
    Family family = new Family().member("P1", LocalDate.of(2022, 1, 1), "base", "mutual");
    family.add(line(1, VISIT, 1_000, 1_300));

    assertThat(family.judged(1).shares()).containsExactly(new Share("kids", 1_000, "all"));
    assertThat(family.judged(1).reductions())
        .extracting(Reduction::amountMinor, Reduction::bearer)
        .containsExactly(tuple(300L, Bearer.PROVIDER));
  }

  @Test
  void eachPayerPaysOnWhatTheLawSays() {
    Family family = insured("base", "mutual", "generous").add(line(1, SURGERY, 1_000, 1_250));

    assertThat(family.judged(1).shares())
        .containsExactly(
            new Share("base", 700, "rate"),
            new Share("mutual", 180, "mutual_rate"),
            new Share("generous", 370, "all"));
    assertThat(family.judged(1).copayMinor()).isZero();
    assertThat(family.judged(1).reductions()).isEmpty();
  }

  @Test
  void aboveTheTariffNobodyPaysWhatTheProviderBears() {
    Family family = insured("base", "generous").add(line(1, SURGERY, 1_000, 1_250));

    assertThat(family.judged(1, CareLaws.strict()).shares())
        .containsExactly(new Share("base", 700, "rate"), new Share("generous", 300, "all"));
    assertThat(family.judged(1, CareLaws.strict()).reductions())
        .extracting(Reduction::amountMinor, Reduction::bearer)
        .containsExactly(tuple(250L, Bearer.PROVIDER));
  }

  @Test
  void aRefusalPassesOnUnlessTheLawBlocksIt() {
    Family family =
        insured("base", "mutual")
            .add(line(1, VISIT, 1_000, 1_000))
            .add(on(Family.DAY.plusDays(6), line(2, VISIT, 1_000, 1_000)));

    assertThat(family.judged(2).shares()).containsExactly(new Share("mutual", 600, "mutual_rate"));
    assertThat(family.judged(2).reductions())
        .extracting(Reduction::code, Reduction::payer, Reduction::amountMinor)
        .containsExactly(tuple(ReductionCode.LIMIT_COUNT, "base", 400L));
    assertThat(family.judged(2, CareLaws.blocking()).status()).isEqualTo(LineStatus.REFUSED);
    assertThat(family.judged(2, CareLaws.blocking()).reductions())
        .extracting(Reduction::code, Reduction::amountMinor)
        .containsExactly(tuple(ReductionCode.LIMIT_COUNT, 1_000L));
  }

  @Test
  void sevenDaysAreTheDayAndTheSixAfterIt() {
    Family family =
        insured("base")
            .add(line(1, VISIT, 1_000, 1_000))
            .add(on(Family.DAY.plusDays(7), line(2, VISIT, 1_000, 1_000)));

    assertThat(family.judged(2).paidMinor()).isEqualTo(700);
  }

  @Test
  void aCeilingIsSharedByTheFamilyToTheFranc() {
    PricedAct costly = act("COSTLY", "surgery", 6_000);
    Family family =
        insured("base")
            .member("P2", LocalDate.of(1982, 1, 1), "base")
            .add(line(1, costly, 1_000, 6_000))
            .add(Family.of("P2", on(Family.DAY.plusDays(1), line(2, costly, 1_000, 6_000))))
            .add(Family.of("P2", on(Family.DAY.plusDays(2), line(3, costly, 1_000, 6_000))));

    assertThat(family.judged(1).paidMinor()).isEqualTo(4_200);
    assertThat(family.judged(2).paidMinor()).isEqualTo(3_800);
    assertThat(family.judged(2).copayMinor()).isEqualTo(1_800);
    assertThat(family.judged(2).reductions())
        .extracting(Reduction::code, Reduction::amountMinor)
        .containsExactly(tuple(ReductionCode.LIMIT_AMOUNT, 400L));
    assertThat(family.judged(3).status()).isEqualTo(LineStatus.REFUSED);
  }

  @Test
  void aPriceHoldsWhatComesAfterItWhateverStandsFirst() {
    PricedAct operation = act("OPERATION", "surgery", 1_000);
    Family family =
        insured("base")
            .add(line(1, VISIT, 1_000, 1_000), line(2, operation, 1_000, 1_000))
            .add(on(Family.DAY.minusDays(1), line(3, VISIT, 1_000, 1_000)));

    assertThat(family.judged(1).reductions().getFirst().code()).isEqualTo(ReductionCode.IN_EPISODE);
    assertThat(family.judged(2).paidMinor()).isEqualTo(700);
    assertThat(family.judged(3).paidMinor()).isEqualTo(700);
  }

  @Test
  void whatWaitsReservesWhatItWouldTake() {
    PricedAct unpriced = Family.lettered("B5", "B", 5_000, CareLine.UNSAID);
    PricedAct test = act("TEST", "biology", 100);
    Family family =
        insured("base")
            .add(line(1, unpriced, 8_000, 800))
            .add(on(Family.DAY.plusDays(1), line(2, test, 5_000, 500)));

    assertThat(family.judged(1).status()).isEqualTo(LineStatus.PENDED);
    assertThat(family.judged(1).pend()).isEqualTo(PendReason.TARIFF_MISSING);
    assertThat(family.judged(2).paidMinor()).isEqualTo(140);
  }

  @Test
  void whatIsReleasedConsumesFirstAndGetsMoreOnlyWhenALimitIsFree() {
    CareLine late = on(Family.DAY.plusDays(3), line(1, VISIT, 1_000, 1_000));
    CareLine early = line(2, VISIT, 1_000, 1_000);
    LineDecision paid = insured("base").add(late).judged(1);
    FirmLine firm = Family.firm(late, paid);
    LineDecision refused = insured("base").firm(firm).add(early).judged(2);

    assertThat(refused.status()).isEqualTo(LineStatus.REFUSED);
    ReducedLine again = new ReducedLine(early, refused);
    assertThat(insured("base").firm(firm).reduced(again).judged(2)).isEqualTo(refused);
    assertThat(insured("base").reduced(again).judged(2).paidMinor()).isEqualTo(700);
    assertThat(insured().reduced(new ReducedLine(early, paidAs(2, paid))).judged(2).paidMinor())
        .isEqualTo(700);
  }

  private static LineDecision paidAs(long lineId, LineDecision paid) {
    return new LineDecision(
        lineId,
        paid.status(),
        paid.pend(),
        paid.chargedMinor(),
        paid.tariffMinor(),
        paid.copayMinor(),
        paid.shares(),
        paid.reductions(),
        paid.consumed());
  }

  @Test
  void aLineThatChargesNothingIsNothing() {
    LineDecision decision = insured().add(line(1, VISIT, 1_000, 0)).judged(1);

    assertThat(decision.shares()).isEmpty();
    assertThat(decision.reductions()).isEqualTo(List.of());
  }

  @Test
  void aPayerToWhomNothingIsLeftUsesUpNoAgreementAndWaitsForNone() {
    PricedAct asked = Family.needsAgreement("ASKED", "consultation", 1000);
    Family family =
        new Family()
            .member("P1", LocalDate.of(2022, 1, 1), "base")
            .agreed("A1", "ASKED", 1, CareLine.UNSAID)
            .add(line(1, asked, 1_000, 1_000));
    assertThat(family.judged(1).shares()).containsExactly(new Share("kids", 1_000, "all"));
    assertThat(family.judged(1).consumed()).extracting(Consumption::limit).doesNotContain("A1");

    Family undecided =
        new Family()
            .member("P1", LocalDate.of(2022, 1, 1), "base")
            .undecided("A2", "ASKED")
            .add(line(1, asked, 1_000, 1_000));
    assertThat(undecided.judged(1).status()).isEqualTo(LineStatus.PAID);
    Family adult = insured("base").undecided("A2", "ASKED").add(line(1, asked, 1_000, 1_000));
    assertThat(adult.judged(1).status()).isEqualTo(LineStatus.PENDED);
  }
}
