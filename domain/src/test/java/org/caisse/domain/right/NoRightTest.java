package org.caisse.domain.right;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is said to somebody who has no right. */
class NoRightTest {

  private static final RightTerms TERMS = RightsLaw.terms();

  private static String missing(Known known, String day) {
    return missing(known, day, TERMS);
  }

  private static String missing(Known known, String day, RightTerms terms) {
    return NoRight.on(Known.day(day), known.on(day), terms)
        .map(none -> none.why() + " " + String.join(" ", none.arguments()))
        .orElse("");
  }

  @Test
  void saysNothingWhereARightStandsOrStoodAndSaysItselfWhyItClosed() {
    Known insured = new Known().paid("worker", "2026-01", 3);
    assertThat(missing(insured, "2026-04-01")).isEmpty();
    assertThat(missing(insured, "2026-12-01")).isEmpty();
  }

  @Test
  void countsTheMonthsThatWereContributed() {
    assertThat(missing(new Known().paid("worker", "2026-01", 2), "2026-03-20"))
        .isEqualTo("WAITING 2 3 2026-02-01");
    Known broken = new Known().paid("worker", "2026-01", 1).paid("worker", "2026-03", 1);
    assertThat(missing(broken, "2026-04-20")).isEqualTo("WAITING 1 3 2026-03-01");
  }

  @Test
  void saysFromWhichDayARightIsThat() {
    assertThat(
            NoRight.on(
                    Known.day("2026-03-31"),
                    new Known().paid("worker", "2026-01", 3).on("2026-04-10"),
                    TERMS)
                .orElseThrow()
                .toString())
        .contains("OPENS", "2026-04-01");
  }

  @Test
  void namesTheMonthThatIsNotPaid() {
    Known owing = new Known().paid("worker", "2026-01", 2).month("worker", "2026-03", null);
    assertThat(missing(owing, "2026-04-20")).isEqualTo("UNPAID 2026-03-01 2026-04-10");
  }

  @Test
  void namesPopulationAndRegionWhereBenefitsHaveNotBegun() {
    RightTerms terms = RightsLaw.inTheCapital(Known.day("2026-09-01"));
    Known there =
        new Known().paid("worker", "2026-01", 3).status("region", "CAPITAL", "2025-01-01", null);
    assertThat(missing(there, "2026-05-01", terms))
        .isEqualTo("BENEFITS_LATER worker CAPITAL 2026-09-01");
    Known elsewhere =
        new Known().paid("worker", "2026-01", 3).status("region", "NORD", "2025-01-01", null);
    assertThat(missing(elsewhere, "2026-05-01", terms)).isEqualTo("BENEFITS_UNDATED worker NORD");
    Known nowhere = new Known().paid("worker", "2026-01", 3);
    assertThat(missing(nowhere, "2026-05-01", terms)).isEqualTo("BENEFITS_UNDATED worker ");
    Known listed = new Known().listed("poor", "2026-01-01", null);
    assertThat(missing(listed, "2026-05-01", terms)).isEqualTo("BENEFITS_UNDATED poor ");
  }

  @Test
  void tellsWhoIsUnknownFromWhoDiedLeftOrHasNoRule() {
    assertThat(missing(new Known(), "2026-05-01")).isEqualTo("NOTHING ");
    assertThat(missing(new Known().left("2026-03-01"), "2026-05-01")).isEqualTo("LEFT 2026-03-01");
    assertThat(missing(new Known().status("death", "", "2026-03-02", null), "2026-05-01"))
        .isEqualTo("DEATH 2026-03-02");
    assertThat(missing(new Known().paid("sailor", "2026-01", 3), "2026-05-01"))
        .isEqualTo("NO_RULE sailor");
  }
}
