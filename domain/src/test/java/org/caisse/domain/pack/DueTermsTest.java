package org.caisse.domain.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.caisse.domain.money.Rate;
import org.junit.jupiter.api.Test;

class DueTermsTest {

  private static final LocalDate MONTHLY = LocalDate.of(2026, 3, 15);
  private static final LocalDate QUARTERLY = LocalDate.of(2026, 4, 15);

  /** More than 10 by the month, fewer by the quarter. */
  private static final DueTerms TERMS =
      new DueTerms(
          DeclarationRule.HeadcountDay.MONTH,
          new Lookup<>(
              "due",
              List.of(
                  new Lookup.Row<>(
                      null,
                      List.of(new Condition.Within(Fact.HEADCOUNT, 11, Long.MAX_VALUE)),
                      MONTHLY),
                  new Lookup.Row<>(
                      null,
                      List.of(new Condition.Within(Fact.HEADCOUNT, Long.MIN_VALUE, 11)),
                      QUARTERLY))),
          Rate.ZERO,
          null);

  @Test
  void theHeadcountSaysTheDay() {
    assertThat(TERMS.due(11)).isEqualTo(MONTHLY);
    assertThat(TERMS.due(10)).isEqualTo(QUARTERLY);
    assertThat(TERMS.due(0)).isEqualTo(QUARTERLY);
  }

  @Test
  void whoseHeadcountNobodyKnowsIsNotCalledLateBeforeItIsCertain() {
    assertThat(TERMS.due(DueTerms.UNKNOWN)).isEqualTo(QUARTERLY);
  }

  @Test
  void aQuarterEndsWithItsThirdMonth() {
    assertThat(Periodicity.QUARTER.after(LocalDate.of(2025, 10, 1))).isEqualTo("2026-01-01");
    assertThat(Periodicity.QUARTER.after(LocalDate.of(2025, 12, 1))).isEqualTo("2026-01-01");
    assertThat(Periodicity.QUARTER.after(LocalDate.of(2026, 1, 1))).isEqualTo("2026-04-01");
    assertThat(Periodicity.MONTH.after(LocalDate.of(2025, 12, 1))).isEqualTo("2026-01-01");
  }
}
