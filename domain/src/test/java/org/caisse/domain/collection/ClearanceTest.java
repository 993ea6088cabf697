package org.caisse.domain.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClearanceTest {

  private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);
  private static final LocalDate DUE = LocalDate.of(2026, 3, 10);
  private static final OpenDebt DEBT = new OpenDebt(FEBRUARY, "CNSS", DUE, 5_000);
  private static final CollectionTerms TERMS =
      new CollectionTerms(15, 30, 20, 1_000, 10_000, 8, 5, 60, 90);

  @Test
  void whoOwesNothingThatIsDueGetsOneForTheDaysOfTheFund() {
    Clearance clear = judge(DUE, List.of(DEBT), List.of(), false);

    assertThat(clear.kind()).isEqualTo(Clearance.Kind.CLEAR);
    assertThat(clear.validUntil()).isEqualTo(DUE.plusDays(90));
  }

  @Test
  void whoOwesSomethingThatIsDueGetsNone() {
    Clearance refused = judge(DUE.plusDays(1), List.of(DEBT), List.of(), false);

    assertThat(refused.kind()).isEqualTo(Clearance.Kind.REFUSED);
    assertThat(refused.owed()).containsExactly(DEBT);
    assertThat(refused.validUntil()).isNull();
  }

  @Test
  void whoDidNotDeclareGetsNone() {
    assertThat(
            judge(DUE, List.of(), List.of(new Clearance.Undeclared(FEBRUARY, DUE)), false).kind())
        .isEqualTo(Clearance.Kind.REFUSED);
  }

  @Test
  void underAPlanThatIsKeptItIsValidUntilTheNextInstalmentAtMost() {
    Clearance planned = judge(LocalDate.of(2026, 4, 20), List.of(DEBT), List.of(), true);

    assertThat(planned.kind()).isEqualTo(Clearance.Kind.UNDER_PLAN);
    assertThat(planned.plan()).isEqualTo(7);
    assertThat(planned.validUntil()).isEqualTo(LocalDate.of(2026, 5, 10));
    // The instalment is late, but within the tolerance: for that day only.
    LocalDate late = LocalDate.of(2026, 5, 12);
    assertThat(judge(late, List.of(DEBT), List.of(), true).validUntil()).isEqualTo(late);
    assertThat(judge(LocalDate.of(2026, 5, 16), List.of(DEBT), List.of(), true).kind())
        .isEqualTo(Clearance.Kind.REFUSED);
  }

  private static Clearance judge(
      LocalDate day, List<OpenDebt> debts, List<Clearance.Undeclared> undeclared, boolean plan) {
    return Clearance.judge(
        new CollectionFacts(
            debts,
            List.of(),
            plan
                ? List.of(
                    new Instalment(7, LocalDate.of(2026, 4, 15), LocalDate.of(2026, 5, 10), 5_000))
                : List.of(),
            plan ? List.of(new CoveredDebt(7, FEBRUARY)) : List.of(),
            List.of(),
            day),
        undeclared,
        TERMS);
  }
}
