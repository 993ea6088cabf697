package org.caisse.domain.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.caisse.domain.pack.Shares;
import org.caisse.domain.reject.RejectCode;
import org.junit.jupiter.api.Test;

class DeclarationFoldTest {

  private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);
  private static final LocalDate RECEIVED = LocalDate.of(2026, 3, 9);
  private static final EmployerFacts EMPLOYER =
      new EmployerFacts(7, "E7", "salaried", "CNSS", LocalDate.of(2020, 1, 1), null);

  @Test
  void aDeclarationIsFiledWithTheSumsOfItsAcceptedLines() {
    DeclarationVerdict verdict =
        judge(header(3, 700_000), line(1, 100_000), line(2, 200_000), line(-1, 400_000));
    assertThat(verdict.status()).isEqualTo(DeclarationStatus.FILED);
    assertThat(verdict.accepted()).isEqualTo(2);
    assertThat(verdict.rejected()).isEqualTo(1);
    assertThat(verdict.acceptedGrossMinor()).isEqualTo(300_000);
    assertThat(verdict.shares()).isEqualTo(new Shares(7_500, 7_500, 0));
  }

  @Test
  void totalsThatDoNotTieRefuseTheWholeDeclaration() {
    assertThat(judge(header(3, 300_000), line(1, 100_000), line(2, 200_000)).reject().code())
        .isEqualTo(RejectCode.COUNT_MISMATCH);
    DeclarationVerdict gross = judge(header(2, 300_001), line(1, 100_000), line(2, 200_000));
    assertThat(gross.reject().code()).isEqualTo(RejectCode.GROSS_MISMATCH);
    assertThat(gross.accepted()).isZero();
    assertThat(gross.rejected()).isEqualTo(2);
    assertThat(gross.shares()).isEqualTo(Shares.NOTHING);
  }

  @Test
  void anUnreadablePayMayBeWhatIsMissingFromTheTotalButNotMore() {
    DeclarationFold fold = fold();
    fold.open(header(2, 300_000), EarlierFilings.NONE);
    fold.line(line(1, 100_000));
    fold.unreadable();
    assertThat(fold.close(null, "a").status()).isEqualTo(DeclarationStatus.FILED);
    fold.open(header(2, 99_999), EarlierFilings.NONE);
    fold.line(line(1, 100_000));
    fold.unreadable();
    assertThat(fold.close(null, "a").reject().code()).isEqualTo(RejectCode.GROSS_MISMATCH);
  }

  @Test
  void theSameNumberWithOtherBytesIsRefusedAndWithTheSameBytesDoesNothing() {
    DeclarationFold fold = fold();
    fold.open(header(1, 100), EarlierFilings.NONE);
    fold.line(line(1, 100));
    assertThat(fold.close("other", "mine").reject().code()).isEqualTo(RejectCode.SEQUENCE_REUSED);
    fold.open(header(1, 100), EarlierFilings.NONE);
    fold.line(line(1, 100));
    assertThat(fold.close("mine", "mine").status()).isEqualTo(DeclarationStatus.REPEATED);
  }

  @Test
  void linesOfARefusedHeaderAreNotJudgedOneByOne() {
    DeclarationFold fold = fold();
    fold.open(
        new DeclarationRecord.Header(
            2, "E8", null, FEBRUARY, DeclarationKind.ORIGINAL, 1, 1, 100, null),
        EarlierFilings.NONE);
    assertThat(fold.line(line(1, 100)).verdict()).isNull();
    DeclarationVerdict verdict = fold.close(null, "a");
    assertThat(verdict.reject().code()).isEqualTo(RejectCode.EMPLOYER_UNKNOWN);
    assertThat(verdict.rejected()).isEqualTo(1);
  }

  @Test
  void aLineOutsideAnyDeclarationIsAnOrphan() {
    assertThat(fold().line(line(1, 100)).verdict().code()).isEqualTo(RejectCode.LINE_ORPHAN);
  }

  @Test
  void absurdAmountsDoNotStopTheFile() {
    DeclarationFold fold = fold();
    fold.open(header(20, 100), EarlierFilings.NONE);
    for (int i = 0; i < 20; i++) {
      fold.line(line(i, 999_999_999_999_999_999L));
    }
    assertThat(fold.close(null, "a").reject().code()).isEqualTo(RejectCode.GROSS_MISMATCH);
  }

  @Test
  void theOrderOfThePersonsAndOfTheirSpellsDoesNotMatter() {
    List<DeclarationRecord.Line> lines = new ArrayList<>();
    long total = 0;
    Random random = new Random(11);
    for (int person = 0; person < 200; person++) {
      int cut = 1 + random.nextInt(27);
      long first = random.nextInt(2_000_000);
      long second = random.nextInt(2_000_000);
      lines.add(spell(person, 1, cut, first));
      lines.add(spell(person, cut + 1, 28, second));
      total += first + second;
    }
    Map<Integer, Shares> expected = perPerson(lines, total);
    for (int round = 0; round < 20; round++) {
      Collections.shuffle(lines, random);
      assertThat(perPerson(lines, total)).isEqualTo(expected);
    }
  }

  @Test
  void whatCompletesCountsOnTopOfWhatWasAcceptedBefore() {
    DeclarationFold fold = fold();
    fold.open(completing(3, 150_001), new EarlierFilings(1, 1, 1, false, 0));
    assertThat(fold.completes()).isTrue();
    fold.acceptedBefore(new AcceptedSpell(1, 1, 10, -1, 20_000));
    fold.acceptedBefore(new AcceptedSpell(2, 1, 28, -1, 100_000));
    DeclarationFold.JudgedLine more = fold.line(spell(1, 11, 28, 30_001));
    DeclarationFold.JudgedLine taken = fold.line(spell(2, 1, 28, 100_000));
    DeclarationFold.JudgedLine overlapping = fold.line(spell(2, 5, 28, 20_000));
    DeclarationVerdict verdict = fold.close(null, "a");

    assertThat(more.facts().earlierGrossMinor()).isEqualTo(20_000);
    // 2.5 % of 50,001 less 2.5 % of 20,000, each rounded.
    assertThat(more.verdict().baseMinor()).isEqualTo(30_001);
    assertThat(more.verdict().shares()).isEqualTo(new Shares(1_250 - 500, 1_250 - 500, 0));
    assertThat(taken.verdict().code()).isEqualTo(RejectCode.LINE_TAKEN_BEFORE);
    assertThat(overlapping.verdict().code()).isEqualTo(RejectCode.SPELL_OVERLAP);
    assertThat(verdict.status()).isEqualTo(DeclarationStatus.FILED);
    assertThat(verdict.persons()).as("persons who were not there before").isZero();
    assertThat(verdict.accepted()).isEqualTo(1);
  }

  @Test
  void whatWasAcceptedBeforeIsForgottenWithTheDeclarationThatItWasFor() {
    DeclarationFold fold = fold();
    fold.open(completing(0, 0), new EarlierFilings(1, 1, 1, false, 0));
    fold.acceptedBefore(new AcceptedSpell(1, 1, 28, -1, 20_000));
    fold.close(null, "a");
    fold.open(completing(1, 20_000), new EarlierFilings(2, 1, 2, false, 0));
    assertThat(fold.line(line(1, 20_000)).verdict().accepted()).isTrue();
  }

  @Test
  void aCorrectionIsTheNextOfItsDeclaration() {
    DeclarationFold fold = fold();
    fold.open(correction(), new EarlierFilings(3, 1, 1, true, 2));
    assertThat(fold.close(null, "a").correction()).isEqualTo(3);
    fold.open(correction(), new EarlierFilings(3, 1, 1, true, 2));
    assertThat(fold.close("a", "a").correction()).as("repeated").isZero();
  }

  @Test
  void differencesChangeDaysAndPayOfWhomTheDeclarationHas() {
    DeclarationFold fold = fold();
    fold.open(differential(3, -30_000), new EarlierFilings(1, 1, 1, false, 0));
    assertThat(fold.completes()).isTrue();
    fold.acceptedBefore(new AcceptedSpell(1, 1, 10, 8, 100_010));
    DeclarationFold.JudgedLine less = fold.line(difference(1, -2, -20_000));
    DeclarationFold.JudgedLine again = fold.line(difference(1, -2, -20_000));
    DeclarationFold.JudgedLine stranger = fold.line(difference(2, 0, 10_000));
    DeclarationVerdict verdict = fold.close(null, "a");

    // 2.5 % of 80,010 less 2.5 % of 100,010, each rounded.
    assertThat(less.verdict().shares()).isEqualTo(new Shares(2_000 - 2_500, 2_000 - 2_500, 0));
    assertThat(less.verdict().baseMinor()).isEqualTo(-20_000);
    assertThat(again.facts().earlierDays()).as("counted as well").isEqualTo(6);
    assertThat(again.verdict().accepted()).isTrue();
    assertThat(stranger.verdict().code()).isEqualTo(RejectCode.DIFFERENCE_BASELESS);
    assertThat(verdict.status()).isEqualTo(DeclarationStatus.FILED);
    assertThat(verdict.persons()).isZero();
    assertThat(verdict.acceptedGrossMinor()).isEqualTo(-40_000);
  }

  @Test
  void correctedDifferencesAreDifferencesAndCountOnce() {
    DeclarationFold fold = fold();
    fold.open(correction(2, -30_000), new EarlierFilings(2, 1, 2, true, 1, true));
    fold.acceptedBefore(new AcceptedSpell(1, 0, 0, -2, -20_000));
    fold.acceptedBefore(new AcceptedSpell(1, 1, 10, -1, 100_010));
    assertThat(fold.line(difference(1, -2, -20_000)).verdict().code())
        .isEqualTo(RejectCode.LINE_TAKEN_BEFORE);
    DeclarationFold.JudgedLine other = fold.line(difference(1, -2, -10_000));
    assertThat(other.verdict().accepted()).isTrue();
    assertThat(other.facts().earlierDays()).as("ten of the spell, less two").isEqualTo(8);
  }

  @Test
  void daysBelowZeroAreWrongAnywhereElse() {
    DeclarationFold fold = fold();
    fold.open(header(1, 100), EarlierFilings.NONE);
    assertThat(fold.line(difference(1, -1, 100)).verdict().code())
        .isEqualTo(RejectCode.DAYS_INVALID);
  }

  @Test
  void aDifferenceHasNoDates() {
    DeclarationFold fold = fold();
    fold.open(differential(1, 100), new EarlierFilings(1, 1, 1, false, 0));
    fold.acceptedBefore(new AcceptedSpell(1, 1, 28, -1, 100));
    assertThat(fold.line(line(1, 100)).verdict().code()).isEqualTo(RejectCode.DIFFERENCE_DATED);
  }

  private static DeclarationRecord.Header differential(int lines, long gross) {
    return new DeclarationRecord.Header(
        2, "E7", EMPLOYER, FEBRUARY, DeclarationKind.DIFFERENTIAL, 2, lines, gross, null);
  }

  private static DeclarationRecord.Line difference(int person, int days, long gross) {
    int open = DeclarationRecord.Line.OPEN;
    return new DeclarationRecord.Line(
        3, "E7", FEBRUARY, "P" + person, person, 0, 1_000_000, open, open, days, gross, true, null);
  }

  @Test
  void linesOfWhatHasNoPlaceAreNotJudged() {
    DeclarationFold fold = fold();
    fold.open(completing(1, 100), EarlierFilings.NONE);
    assertThat(fold.completes()).isFalse();
    assertThat(fold.line(line(1, 100)).verdict()).isNull();
    assertThat(fold.close(null, "a").reject().code()).isEqualTo(RejectCode.COMPLEMENT_BASELESS);
  }

  private static DeclarationRecord.Header completing(int lines, long gross) {
    return new DeclarationRecord.Header(
        2, "E7", EMPLOYER, FEBRUARY, DeclarationKind.COMPLEMENT, 2, lines, gross, null);
  }

  private static DeclarationRecord.Header correction() {
    return correction(0, 0);
  }

  private static DeclarationRecord.Header correction(int lines, long gross) {
    return new DeclarationRecord.Header(
        2, "E7", EMPLOYER, FEBRUARY, DeclarationKind.CORRECTION, 1, lines, gross, null);
  }

  private static Map<Integer, Shares> perPerson(List<DeclarationRecord.Line> lines, long total) {
    DeclarationFold fold = fold();
    fold.open(header(lines.size(), total), EarlierFilings.NONE);
    Map<Integer, Shares> shares = new HashMap<>();
    for (DeclarationRecord.Line line : lines) {
      LineVerdict verdict = fold.line(line).verdict();
      assertThat(verdict.accepted()).isTrue();
      shares.merge(line.person(), verdict.shares(), Shares::plus);
    }
    DeclarationVerdict verdict = fold.close(null, "a");
    assertThat(verdict.persons()).isEqualTo(shares.size());
    assertThat(verdict.shares())
        .isEqualTo(shares.values().stream().reduce(Shares.NOTHING, Shares::plus));
    return shares;
  }

  private static DeclarationVerdict judge(
      DeclarationRecord.Header header, DeclarationRecord.Line... lines) {
    DeclarationFold fold = fold();
    fold.open(header, EarlierFilings.NONE);
    for (DeclarationRecord.Line line : lines) {
      fold.line(line);
    }
    return fold.close(null, "content");
  }

  private static DeclarationFold fold() {
    return new DeclarationFold(Laws.salaried(), RECEIVED, 0);
  }

  private static DeclarationRecord.Header header(int lines, long gross) {
    return new DeclarationRecord.Header(
        2, "E7", EMPLOYER, FEBRUARY, DeclarationKind.ORIGINAL, 1, lines, gross, null);
  }

  private static DeclarationRecord.Line line(int person, long gross) {
    return spell(person, 1, 28, gross);
  }

  private static DeclarationRecord.Line spell(int person, int from, int to, long gross) {
    int first = (int) FEBRUARY.toEpochDay() - 1;
    return new DeclarationRecord.Line(
        3,
        "E7",
        FEBRUARY,
        "P" + person,
        person,
        0,
        1_000_000,
        first + from,
        first + to,
        DeclarationRecord.Line.BLANK,
        gross,
        true,
        null);
  }
}
