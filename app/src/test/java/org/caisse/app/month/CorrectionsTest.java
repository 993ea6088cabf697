package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.caisse.app.month.Typed.Line;
import org.caisse.jobs.declaration.IntakeSizes;
import org.caisse.jobs.keyed.KeyedSizes;
import org.junit.jupiter.api.Test;

/** Complements, and refused lines that come back corrected. */
class CorrectionsTest extends CorrectedMonth {

  private List<String> plan() {
    return fund.sql()
        .sql(
            "SELECT standing FROM employer_standing JOIN employer USING (employer_id) WHERE"
                + " employer_no = ? ORDER BY employer_standing.run_id")
        .param(EMPLOYER)
        .query(String.class)
        .list();
  }

  private List<String> declarations() {
    return fund.sql()
        .sql(
            "SELECT concat_ws(' ', kind, sender_seq, nullif(correction, 0), status, accepted,"
                + " coalesce(code, 0)) FROM declaration d LEFT JOIN line_reject r ON"
                + " r.declaration_id = d.declaration_id AND whole WHERE employer_no = ? ORDER BY"
                + " d.declaration_id")
        .param(EMPLOYER)
        .query(String.class)
        .list();
  }

  @Test
  void aComplementAddsPersonsAndSpellsToWhatIsPosted() {
    intake(
        FIRST,
        sent("original", 1, Line.spell(person(0), 1, 10, 60_000), Line.of(person(1), 100_000)));
    assess(FIRST);
    intake(
        LATER,
        sent("complement", 2, Line.spell(person(0), 11, 28, 70_001), Line.of(person(2), 20_000)));
    assess(LATER);
    assertThat(posted())
        .containsExactly(
            person(0) + " 0 130001 3250",
            person(1) + " 0 100000 2500",
            person(2) + " 0 45000 1125");
    assertThat(plan()).containsExactly("AS_READ", "COMPLETED");
    assertThat(month()).isEqualTo("DECLARED 3 275001 6875 2026-03-09 0");
    assess(LATER.plusDays(1));
    everythingHolds();
  }

  @Test
  void refusedLinesThatComeBackCorrectedAreTakenOnce() throws IOException {
    intake(
        FIRST,
        sent(
            "original",
            1,
            Line.of(person(0), 100_000),
            new Line(person(1), "", "", "", "cent mille"),
            Line.of("P99999999", 50_000)));
    assess(FIRST);
    String corrected =
        sent("correction", 1, Line.of(person(1), 100_000), Line.of("P99999999", 50_000));
    assertThat(intake(LATER, corrected).exitCode()).isEqualTo(1);
    assess(LATER);
    // Once more with the second line right, too: the first is known already.
    String both = sent("correction", 1, Line.of(person(1), 100_000), Line.of(person(2), 50_000));
    assertThat(intake(LATER.plusDays(1), both).exitCode()).isEqualTo(1);
    // And the very same rows in another file: nothing is refused, nothing is taken.
    assertThat(intake(LATER.plusDays(2), both, "\n").exitCode()).isZero();
    assess(LATER.plusDays(2));
    assertThat(declarations())
        .containsExactly(
            "ORIGINAL 1 FILED 1 0",
            "CORRECTION 1 1 FILED 1 0",
            "CORRECTION 1 2 FILED 1 0",
            "CORRECTION 1 REPEATED 0 0");
    assertThat(posted())
        .containsExactly(
            person(0) + " 0 100000 2500",
            person(1) + " 0 100000 2500",
            person(2) + " 0 50000 1250");
    assertThat(plan()).containsExactly("AS_READ", "COMPLETED", "COMPLETED");
    everythingHolds();
  }

  @Test
  void whatCompletesFallsWithTheDeclarationThatIsReplaced() {
    intake(FIRST, sent("original", 1, Line.of(person(0), 100_000)));
    intake(FIRST.plusDays(1), sent("complement", 2, Line.of(person(1), 200_000)));
    assess(FIRST.plusDays(1));
    intake(LATER, sent("replacement", 3, Line.of(person(0), 100_000), Line.of(person(2), 300_000)));
    assess(LATER);
    assertThat(posted())
        .containsExactly(
            person(0) + " 0 100000 2500", person(1) + " 0/1 0 0", person(2) + " 1 300000 7500");
    // The replaced one's lines are no longer wanted; the new one can be completed, person by
    // person.
    intake(
        LATER.plusDays(1),
        sent("correction", 1, Line.of(person(3), 50_000)),
        sent("complement", 4, Line.of(person(1), 200_000)));
    assess(LATER.plusDays(1));
    assertThat(posted())
        .containsExactly(
            person(0) + " 0 100000 2500",
            person(1) + " 0/1/2 200000 5000",
            person(2) + " 1 300000 7500");
    assertThat(declarations())
        .containsExactly(
            "ORIGINAL 1 FILED 1 0",
            "COMPLEMENT 2 FILED 1 0",
            "REPLACEMENT 3 FILED 2 0",
            "CORRECTION 1 REFUSED 0 218",
            "COMPLEMENT 4 FILED 1 0");
    assertThat(plan()).containsExactly("AS_READ", "ANEW", "ANEW");
    everythingHolds();
  }

  @Test
  void aDeclarationAndWhatCompletesItMayComeInOneFileButNotTheOtherWayRound() {
    fund.inPortions(new IntakeSizes(2, 2, 3), KeyedSizes.STANDARD);
    intake(
        FIRST,
        sent("complement", 2, Line.of(person(2), 80_000)),
        sent("original", 1, Line.spell(person(0), 1, 14, 60_000), Line.of(person(1), 100_000)),
        sent("complement", 2, Line.spell(person(0), 15, 28, 30_000), Line.of(person(1), 100_000)),
        sent("complement", 3, Line.spell(person(0), 10, 20, 10_000), Line.of(person(2), 80_000)));
    assess(FIRST);
    assertThat(declarations())
        .containsExactly(
            "COMPLEMENT 2 REFUSED 0 214",
            "ORIGINAL 1 FILED 2 0",
            "COMPLEMENT 2 FILED 1 0",
            "COMPLEMENT 3 FILED 1 0");
    assertThat(posted())
        .containsExactly(
            person(0) + " 0 90000 2250", person(1) + " 0 100000 2500", person(2) + " 0 80000 2000");
    assertThat(codes()).containsExactly("214", "320", "310");
    assertThat(plan()).containsExactly("AS_READ");
    everythingHolds();
  }

  @Test
  void aNilDeclarationIsCompletedAndIsNoLongerNil() {
    intake(FIRST, sent("nil", 1));
    assess(FIRST);
    assertThat(month()).startsWith("NIL 0 0 0 ");
    intake(LATER, sent("complement", 2, Line.of("P99999999", 50_000)));
    assess(LATER);
    assertThat(month()).as("nobody was accepted").startsWith("NIL 0 0 0 ");
    intake(LATER.plusDays(1), sent("complement", 3, Line.of(person(0), 50_000)));
    assess(LATER.plusDays(1));
    assertThat(month()).isEqualTo("DECLARED 1 50000 1250 2026-03-09 0");
    everythingHolds();
  }

  @Test
  void theSurchargeIsThatOfTheDayOfTheDeclarationOnAllThatIsOwed() {
    intake(LATER, sent("original", 1, Line.of(person(0), 100_000)));
    assess(LATER);
    assertThat(month()).isEqualTo("DECLARED 1 100000 2500 2026-03-20 50");
    intake(LATER.plusMonths(2), sent("complement", 2, Line.of(person(1), 100_000)));
    assess(LATER.plusMonths(2));
    assertThat(month()).isEqualTo("DECLARED 2 200000 5000 2026-03-20 100");
    everythingHolds();
  }

  @Test
  void linesThatWereReadUnderOtherTermsAreAssessedTogetherAnew() throws IOException {
    intake(FIRST, sent("original", 1, Line.spell(person(0), 1, 14, 60_000)));
    assess(FIRST);
    Path settings = fund.workspace().settings();
    String before = Files.readString(settings);
    Files.writeString(
        settings, before.replaceAll("(?m)^  base_ceiling:.*$", "  base_ceiling: 70000"));
    intake(LATER, sent("complement", 2, Line.spell(person(0), 15, 28, 60_000)));
    Files.writeString(settings, before);
    assess(LATER);
    assertThat(posted()).containsExactly(person(0) + " 0/1/2 120000 3000");
    assertThat(plan()).containsExactly("AS_READ", "ANEW");
    everythingHolds();
  }

  @Test
  void aSequenceBetweenADeclarationAndItsComplementIsRefused() {
    intake(FIRST, sent("original", 1, Line.of(person(0), 100_000)));
    intake(FIRST, sent("complement", 5, Line.of(person(1), 100_000)));
    intake(LATER, sent("replacement", 3, Line.of(person(1), 200_000)));
    intake(LATER, sent("complement", 4, Line.of(person(2), 100_000)));
    intake(LATER, sent("correction", 5, Line.of(person(3), 100_000)));
    intake(LATER, sent("correction", 2, Line.of(person(4), 100_000)));
    assess(LATER);
    assertThat(declarations())
        .containsExactly(
            "ORIGINAL 1 FILED 1 0",
            "COMPLEMENT 5 FILED 1 0",
            "REPLACEMENT 3 REFUSED 0 216",
            "COMPLEMENT 4 FILED 1 0",
            "CORRECTION 5 1 FILED 1 0",
            "CORRECTION 2 REFUSED 0 217");
    assertThat(month()).startsWith("DECLARED 4 400000 10000 ");
    everythingHolds();
  }
}
