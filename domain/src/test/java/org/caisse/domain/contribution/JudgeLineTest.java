package org.caisse.domain.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.caisse.domain.money.Rate;
import org.caisse.domain.pack.Circumstances;
import org.caisse.domain.pack.ContributionTerms;
import org.caisse.domain.pack.Shares;
import org.caisse.domain.reject.RejectCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeLineTest {

  private static final Rate HALF = Rate.percent(new BigDecimal("2.5"));
  private static final ContributionTerms SALARIED =
      new ContributionTerms("salaried", 45_000, 3_000_000, HALF, HALF, Rate.ZERO, Shares.NOTHING);

  @ParameterizedTest(name = "pay {0}: base {1}, employer {2}, insured {3}")
  @CsvSource({
    "0, 45000, 1125, 1125",
    "44999, 45000, 1125, 1125",
    "45000, 45000, 1125, 1125",
    "333333, 333333, 8333, 8333",
    "3000000, 3000000, 75000, 75000",
    "3000001, 3000000, 75000, 75000"
  })
  void payIsTakenBetweenFloorAndCeiling(long pay, long base, long employer, long insured) {
    LineVerdict verdict = JudgeLine.judge(line(1, 28, pay, 0, 0, false), SALARIED);
    assertThat(verdict).isEqualTo(new LineVerdict(null, base, new Shares(employer, insured, 0)));
  }

  @Test
  void disjointSpellsAreSummedBeforeFloorAndCeiling() {
    LineVerdict first = JudgeLine.judge(line(1, 10, 30_000, 0, 0, false), SALARIED);
    LineVerdict second = JudgeLine.judge(line(15, 28, 30_020, 1, 30_000, false), SALARIED);
    assertThat(first.baseMinor() + second.baseMinor()).isEqualTo(60_020);
    assertThat(first.shares().plus(second.shares())).isEqualTo(new Shares(1_501, 1_501, 0));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "GROSS_UNREADABLE, 304, true, true, true, 1, 28, -1, 100, false",
    "LINE_ORPHAN, 0, false, true, true, 1, 28, -1, 100, false",
    "PERSON_UNKNOWN, 0, true, false, false, 1, 28, -1, 100, false",
    "PERSON_INACTIVE, 0, true, true, false, 1, 28, -1, 100, false",
    "GROSS_NEGATIVE, 0, true, true, true, 1, 28, -1, -1, false",
    "GROSS_TOO_LARGE, 0, true, true, true, 1, 28, -1, 1000000000001, false",
    "SPELL_INVALID, 0, true, true, true, 0, 28, -1, 100, false",
    "SPELL_INVALID, 0, true, true, true, 12, 11, -1, 100, false",
    "DAYS_INVALID, 0, true, true, true, 10, 19, 11, 100, false",
    "SPELL_OVERLAP, 0, true, true, true, 1, 28, -1, 100, true"
  })
  void theFirstFaultInAFixedOrderRefusesTheLine(
      RejectCode code,
      int problem,
      boolean own,
      boolean known,
      boolean active,
      int from,
      int to,
      int days,
      long gross,
      boolean overlaps) {
    LineFacts facts =
        new LineFacts(
            problem, own, known, active, 28, from, to, days, gross, overlaps, 0, 0, false);
    assertThat(JudgeLine.judge(facts, SALARIED)).isEqualTo(LineVerdict.refused(code));
  }

  @Test
  void daysMayBeFewerThanTheSpellAndMayBeLeftBlank() {
    assertThat(
            JudgeLine.judge(
                    new LineFacts(0, true, true, true, 28, 10, 19, 10, 5, false, 0, 0, false),
                    SALARIED)
                .accepted())
        .isTrue();
    assertThat(JudgeLine.judge(line(10, 19, 5, 0, 0, false), SALARIED).accepted()).isTrue();
  }

  @Test
  void aLineThatWasAcceptedBeforeIsToldApartFromOneThatOverlaps() {
    LineFacts taken = new LineFacts(0, true, true, true, 28, 1, 28, 28, 100, true, 1, 100, true);
    assertThat(JudgeLine.judge(taken, SALARIED))
        .isEqualTo(LineVerdict.refused(RejectCode.LINE_TAKEN_BEFORE));
  }

  @ParameterizedTest(name = "{0} days and {1} to {2} of {3} days and {4}: {5}")
  @CsvSource({
    "0, 5000, 20, 28, 100000, ",
    "-20, -100000, 20, 28, 100000, ",
    "8, 0, 20, 28, 100000, ",
    "0, -100001, 20, 28, 100000, DIFFERENCE_BELOW_ZERO",
    "-21, 0, 20, 28, 100000, DIFFERENCE_DAYS",
    "9, 0, 20, 28, 100000, DIFFERENCE_DAYS",
    "0, 1000000000001, 20, 28, 100000, GROSS_TOO_LARGE",
    "0, -999999999999999999, 20, 28, 100000, DIFFERENCE_BELOW_ZERO",
    "0, 5000, 0, 0, 0, DIFFERENCE_BASELESS"
  })
  void aDifferenceLeavesNeitherLessThanNothingNorMoreDaysThanTheSpellsHave(
      int days, long gross, int earlierDays, int covered, long earlierGross, RejectCode code) {
    LineFacts facts =
        new LineFacts(
            0,
            true,
            true,
            true,
            28,
            0,
            0,
            days,
            gross,
            false,
            1,
            earlierGross,
            false,
            true,
            earlierDays,
            covered,
            Circumstances.NONE);
    assertThat(JudgeLine.judge(facts, SALARIED).code()).isEqualTo(code);
  }

  @Test
  void whoIsLeftWithNoPayOwesOnTheFloorAsOneWhoseLineSaysNothing() {
    LineFacts facts =
        new LineFacts(
            0,
            true,
            true,
            true,
            28,
            0,
            0,
            -28,
            -100_000,
            false,
            1,
            100_000,
            false,
            true,
            28,
            28,
            Circumstances.NONE);
    LineVerdict verdict = JudgeLine.judge(facts, SALARIED);
    assertThat(verdict.baseMinor()).isEqualTo(45_000 - 100_000);
    assertThat(verdict.shares()).isEqualTo(new Shares(1_125 - 2_500, 1_125 - 2_500, 0));
  }

  private static LineFacts line(
      int from, int to, long gross, int earlierSpells, long earlierGross, boolean overlaps) {
    return new LineFacts(
        0, true, true, true, 28, from, to, -1, gross, overlaps, earlierSpells, earlierGross, false);
  }
}
