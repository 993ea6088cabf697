package org.caisse.domain.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.caisse.domain.contribution.EmployerMonthVerdict.State;
import org.caisse.domain.ledger.Component;
import org.caisse.domain.ledger.Entry;
import org.caisse.domain.money.Rate;
import org.caisse.domain.pack.Shares;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeEmployerMonthTest {

  @ParameterizedTest(name = "filed {0}: {1} months late, surcharge {2}")
  @CsvSource({"2026-03-09, 0, 0", "2026-03-10, 0, 0", "2026-03-25, 1, 152", "2026-04-13, 2, 305"})
  void latenessCostsAPercentagePerMonthOrFractionOfAllContributions(
      LocalDate filed, int months, long surcharge) {
    EmployerMonthVerdict verdict = judge(filed, false, new Shares(7_623, 7_623, 0));
    assertThat(verdict.state()).isEqualTo(State.DECLARED);
    assertThat(verdict.due()).isEqualTo(LocalDate.of(2026, 3, 10));
    assertThat(verdict.monthsLate()).isEqualTo(months);
    assertThat(verdict.surchargeMinor()).isEqualTo(surcharge);
    assertThat(
            verdict.entries().stream()
                .filter(e -> e.component() == Component.LATE_DECLARATION)
                .mapToLong(Entry::signedMinor)
                .sum())
        .isEqualTo(surcharge);
  }

  @Test
  void anEmployerThatDidNotDeclareIsMissingAndOwesNothingYet() {
    EmployerMonthVerdict verdict = judge(null, false, Shares.NOTHING);
    assertThat(verdict.state()).isEqualTo(State.MISSING);
    assertThat(verdict.entries()).isEmpty();
  }

  @ParameterizedTest(name = "{0}, increased by {1} % on {2}: {3}")
  @CsvSource({
    "1005, 10, 2026-03-11, 1106",
    "1004, 10, 2026-03-11, 1104",
    "1005, 0, 2026-03-11, 1005",
    "1005, 10, 2026-03-10, 0",
    "1005, , 2026-03-11, 0"
  })
  void whoDidNotDeclareIsAssessedByDefaultOnceItIsOverdueAndARateIsSet(
      long last, BigDecimal percent, LocalDate date, long assessed) {
    LastDeclared declared =
        new LastDeclared(LocalDate.of(2026, 1, 1), new Shares(last, last, 4_000));
    Rate increase = percent == null ? null : Rate.percent(percent);
    LocalDate due = LocalDate.of(2026, 3, 10);
    assertThat(AssessByDefault.of(declared, increase, due, date))
        .isEqualTo(new Shares(assessed, assessed, 0));
    assertThat(AssessByDefault.of(null, increase, due, date)).isEqualTo(Shares.NOTHING);
  }

  @Test
  void aLateNilDeclarationCostsNothing() {
    EmployerMonthVerdict verdict = judge(LocalDate.of(2026, 5, 1), true, Shares.NOTHING);
    assertThat(verdict.state()).isEqualTo(State.NIL);
    assertThat(verdict.monthsLate()).isEqualTo(2);
    assertThat(verdict.entries()).isEmpty();
  }

  private static EmployerMonthVerdict judge(LocalDate filed, boolean nil, Shares contributions) {
    EmployerFacts employer =
        new EmployerFacts(7, "E7", "salaried", "CNSS", LocalDate.of(2020, 1, 1), null);
    return JudgeEmployerMonth.judge(
        new EmployerMonthFacts(
            employer,
            LocalDate.of(2026, 2, 1),
            filed,
            nil,
            1,
            304_900,
            contributions,
            List.of(),
            0),
        Laws.salaried());
  }
}
