package org.caisse.domain.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollectionRulesTest {

  private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);
  private static final LocalDate DUE = LocalDate.of(2026, 3, 10);
  private static final CollectionTerms TERMS =
      new CollectionTerms(15, 30, 20, 1_000, 10_000, 8, 5, 60, 90);

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "2026-03-24, 5000, -",
        "2026-03-25, 5000, FIRST_REMINDER",
        "2026-03-25, 999, -",
        "2026-12-31, 1000, FIRST_REMINDER",
      })
  void theFirstReminderComesAfterItsDelayWhenEnoughIsOpen(
      LocalDate day, long open, Stage expected) {
    assertThat(stage(day, open, List.of())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "FIRST_REMINDER, 2026-05-29, 10000, -",
        "FIRST_REMINDER, 2026-05-30, 10000, SECOND_REMINDER",
        "SECOND_REMINDER, 2026-05-19, 10000, -",
        "SECOND_REMINDER, 2026-05-20, 10000, FORMAL_NOTICE",
        "SECOND_REMINDER, 2026-05-20, 9999, -",
        "FORMAL_NOTICE, 2030-01-01, 10000, -",
      })
  void eachStageFollowsTheLetterBeforeAndComesOnce(
      Stage before, LocalDate day, long open, Stage expected) {
    Letter letter = letter(before, LocalDate.of(2026, 4, 30), null, 0);

    assertThat(stage(day, open, List.of(letter))).isEqualTo(expected);
  }

  @Test
  void aStageWithoutDelayIsLeftOut() {
    CollectionTerms terms = new CollectionTerms(15, null, 20, 0, 0, null, 0, null, null);
    Letter first = letter(Stage.FIRST_REMINDER, LocalDate.of(2026, 3, 25), null, 0);

    assertThat(judge(LocalDate.of(2026, 4, 14), 1, List.of(first), terms).steps())
        .extracting(FollowUp.Step::stage)
        .containsExactly(Stage.FORMAL_NOTICE);
  }

  @Test
  void smallDebtsAreAskedForTogether() {
    OpenDebt one = new OpenDebt(FEBRUARY, "CNSS", DUE, 600);
    OpenDebt other = new OpenDebt(FEBRUARY.minusMonths(1), "CNSS", DUE.minusMonths(1), 600);
    CollectionFacts facts =
        new CollectionFacts(
            List.of(one, other),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            LocalDate.of(2026, 4, 1));

    assertThat(CollectionRules.judge(facts, TERMS).steps()).hasSize(2);
  }

  @Test
  void aFormalNoticeIsToBeServedAndTheDelayRunsFromItsService() {
    Letter notice = letter(Stage.FORMAL_NOTICE, LocalDate.of(2026, 5, 20), null, 0);
    Letter served =
        letter(Stage.FORMAL_NOTICE, LocalDate.of(2026, 5, 20), LocalDate.of(2026, 6, 1), 0);

    assertThat(judge(LocalDate.of(2026, 6, 30), 10_000, List.of(notice), TERMS).todo())
        .extracting(FollowUp.Todo::kind, FollowUp.Todo::since)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                FollowUp.Todo.Kind.TO_SERVE, LocalDate.of(2026, 5, 20)));
    assertThat(judge(LocalDate.of(2026, 6, 9), 10_000, List.of(served), TERMS).todo()).isEmpty();
    assertThat(judge(LocalDate.of(2026, 6, 10), 10_000, List.of(served), TERMS).todo())
        .extracting(FollowUp.Todo::kind, FollowUp.Todo::since)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                FollowUp.Todo.Kind.EXPIRED, LocalDate.of(2026, 6, 10)));
  }

  @ParameterizedTest
  @CsvSource({
    // Nothing paid: kept until the tolerance of the first instalment has passed.
    "0, 2026-05-01, 2026-05-15, RESPECTED, 2026-05-10, -",
    "0, 2026-05-01, 2026-05-16, BROKEN, 2026-05-16, PLAN_BREACH",
    // Paid within the tolerance, and too late.
    "400, 2026-05-15, 2026-06-01, RESPECTED, 2026-06-10, -",
    "400, 2026-05-16, 2026-06-01, BROKEN, 2026-05-16, PLAN_BREACH",
    // Paid before it was acknowledged: it does not count.
    "400, 2026-04-14, 2026-06-01, BROKEN, 2026-05-16, PLAN_BREACH",
    // The second instalment is missing.
    "999, 2026-05-10, 2026-06-16, BROKEN, 2026-06-16, PLAN_BREACH",
    // Everything was paid: what is still open goes the ordinary way.
    "1000, 2026-05-10, 2026-06-16, ENDED, 2026-06-10, FIRST_REMINDER",
  })
  void aPlanIsKeptAsLongAsItsInstalmentsComeInTime(
      long paid,
      LocalDate on,
      LocalDate day,
      PlanStanding.State state,
      LocalDate when,
      String step) {
    List<Instalment> instalments =
        List.of(
            new Instalment(7, LocalDate.of(2026, 4, 15), LocalDate.of(2026, 6, 10), 600),
            new Instalment(7, LocalDate.of(2026, 4, 15), LocalDate.of(2026, 5, 10), 400));
    List<CoveredDebt> covered = List.of(new CoveredDebt(7, FEBRUARY));
    List<Payment> payments = paid == 0 ? List.of() : List.of(new Payment(FEBRUARY, on, paid));

    PlanStanding standing = new Plans(instalments, covered, payments, 5, day).standing(7);

    assertThat(standing.state()).isEqualTo(state);
    assertThat(standing.day()).isEqualTo(when);
    CollectionFacts facts =
        new CollectionFacts(
            List.of(new OpenDebt(FEBRUARY, "CNSS", DUE, 5_000)),
            List.of(),
            instalments,
            covered,
            payments,
            day);
    assertThat(CollectionRules.judge(facts, TERMS).steps())
        .extracting(one -> one.stage().name())
        .isEqualTo(step.equals("-") ? List.of() : List.of(step));
  }

  @Test
  void aBrokenPlanIsToldOnceAndTheStagesGoOn() {
    LocalDate day = LocalDate.of(2026, 6, 20);
    List<Letter> letters = new ArrayList<>();
    letters.add(letter(Stage.FIRST_REMINDER, LocalDate.of(2026, 3, 25), null, 0));
    letters.add(letter(Stage.PLAN_BREACH, LocalDate.of(2026, 5, 21), null, 7));
    CollectionFacts facts =
        new CollectionFacts(
            List.of(new OpenDebt(FEBRUARY, "CNSS", DUE, 5_000)),
            letters,
            List.of(new Instalment(7, LocalDate.of(2026, 4, 15), LocalDate.of(2026, 5, 10), 400)),
            List.of(new CoveredDebt(7, FEBRUARY)),
            List.of(),
            day);

    assertThat(CollectionRules.judge(facts, TERMS).steps())
        .extracting(FollowUp.Step::stage)
        .containsExactly(Stage.SECOND_REMINDER);
  }

  private static Stage stage(LocalDate day, long open, List<Letter> letters) {
    List<FollowUp.Step> steps = judge(day, open, letters, TERMS).steps();
    return steps.isEmpty() ? null : steps.getFirst().stage();
  }

  private static FollowUp judge(
      LocalDate day, long open, List<Letter> letters, CollectionTerms terms) {
    return CollectionRules.judge(
        new CollectionFacts(
            List.of(new OpenDebt(FEBRUARY, "CNSS", DUE, open)),
            letters,
            List.of(),
            List.of(),
            List.of(),
            day),
        terms);
  }

  private static Letter letter(Stage stage, LocalDate on, LocalDate served, int plan) {
    return new Letter(FEBRUARY, "CNSS", stage, on, "X-2026-000001", served, plan);
  }
}
