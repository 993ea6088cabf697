package org.caisse.domain.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.caisse.domain.money.Rate;
import org.caisse.domain.pack.AbovePay;
import org.caisse.domain.pack.Circumstances;
import org.caisse.domain.pack.Circumstances.Heads;
import org.caisse.domain.pack.ContributionTerms;
import org.caisse.domain.pack.FundingTerms;
import org.caisse.domain.pack.HeadKind;
import org.caisse.domain.pack.HeadTerms;
import org.caisse.domain.pack.Lookup;
import org.caisse.domain.pack.MissingFactException;
import org.caisse.domain.pack.Owing;
import org.caisse.domain.pack.PayElement;
import org.caisse.domain.pack.Payer;
import org.caisse.domain.pack.Shape;
import org.caisse.domain.pack.Shares;
import org.caisse.domain.pack.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Shapes in numbers; the tables of cases beside the packs have the laws that they come from. */
class AssessShapeTest {

  private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
  private static final long NO_MAX = ContributionTerms.NO_CEILING;

  @ParameterizedTest(name = "{0} spouses, {1} children: employer {2}, insured {3}")
  @CsvSource({"0, 0, 500, 500", "1, 6, 4000, 4000", "1, 7, 4000, 5000", "0, 9, 3500, 6500"})
  void headsAreSharedUpToTheLimitAndThenOnOnePayer(
      int spouses, int children, long employer, long insured) {
    Circumstances family = heads(new Heads(spouses, children, 2));

    assertThat(AssessShape.assess(perHead(AbovePay.OWED), 100_000, family).shares())
        .isEqualTo(new Shares(employer, insured, 0));
  }

  @ParameterizedTest(name = "{0}: employer {1}, insured {2}")
  @CsvSource({"OWED, 500, 500", "DROPPED, 500, 497", "EMPLOYER, 503, 497"})
  void thePackSaysWhatBecomesOfAFlatAmountAboveThePay(
      AbovePay abovePay, long employer, long insured) {
    assertThat(AssessShape.assess(perHead(abovePay), 497, heads(new Heads(0, 0, 0))).shares())
        .isEqualTo(new Shares(employer, insured, 0));
  }

  @Test
  void whatIsNotKnownIsNeverGuessed() {
    assertThatThrownBy(
            () -> AssessShape.assess(perHead(AbovePay.OWED), 100_000, Circumstances.NONE))
        .isInstanceOf(MissingFactException.class)
        .hasMessageContaining("rule 'cmu' needs to know 'heads'");
    assertThatThrownBy(() -> AssessShape.assess(ofBaseSalary(), 100_000, Circumstances.NONE))
        .isInstanceOf(MissingFactException.class)
        .hasMessageContaining("'base_salary'");
    assertThatThrownBy(
            () ->
                AssessShape.assess(
                    price(JANUARY, Span.TERM, Owing.Month.EACH, 28_500), 0, Circumstances.NONE))
        .isInstanceOf(MissingFactException.class)
        .hasMessageContaining("'term'");
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Owing.Month.class)
  void theMonthsOfASpanOweWhatTheSpanOwes(Owing.Month owed) {
    Random random = new Random(4);
    for (int round = 0; round < 2_000; round++) {
      long amount = random.nextInt(1_000_000);
      int months = 1 + random.nextInt(12);
      LocalDate start = JANUARY.plusMonths(random.nextInt(12));
      Circumstances paid = ahead(months, start);
      long total = 0;
      for (int month = -2; month < months + 2; month++) {
        Shape shape = price(start.plusMonths(month), Span.TERM, owed, amount);
        total += AssessShape.assess(shape, 0, paid).shares().insuredMinor();
      }
      assertThat(total).isEqualTo(amount);
    }
  }

  @Test
  void aYearOfItsOwnIsFollowedByTheNext() {
    LocalDate enrolled = LocalDate.of(2024, 11, 1);
    Circumstances person = ahead(0, enrolled);

    assertThat(yearly(LocalDate.of(2024, 10, 1), person)).isZero();
    assertThat(yearly(enrolled, person)).isEqualTo(9_000);
    assertThat(yearly(LocalDate.of(2025, 10, 1), person)).isZero();
    assertThat(yearly(LocalDate.of(2025, 11, 1), person)).isEqualTo(9_000);
  }

  @ParameterizedTest(name = "base {0}: {1}")
  @CsvSource({
    "1000, 70",
    "2800, 70",
    "2801, 70",
    "2819, 70",
    "2820, 71",
    "16000, 400",
    "16020, 400"
  })
  void aContributionHasALeastAndAGreatestAmountAfterRounding(long base, long owed) {
    Shape.PayerRate rate =
        new Shape.PayerRate(Payer.INSURED, Lookup.always(percent("2.5")), 70, 400);

    assertThat(AssessShape.assess(percentages(null, rate), base, Circumstances.NONE).shares())
        .isEqualTo(new Shares(0, owed, 0));
  }

  @Test
  void whoBearsTheResidueMakesTheSharesAddUpToTheRoundedTotal() {
    Shape.PayerRate insured =
        new Shape.PayerRate(Payer.INSURED, Lookup.always(percent("3.06")), 0, NO_MAX);
    Shape.PayerRate employer =
        new Shape.PayerRate(Payer.EMPLOYER, Lookup.always(percent("3.5")), 0, NO_MAX);

    assertThat(shares(percentages(null, employer, insured), 100_010))
        .isEqualTo(new Shares(3_500, 3_060, 0));
    assertThat(shares(percentages(Payer.INSURED, employer, insured), 100_010))
        .isEqualTo(new Shares(3_500, 3_061, 0));
    assertThat(shares(percentages(Payer.EMPLOYER, employer, insured), 100_010))
        .isEqualTo(new Shares(3_501, 3_060, 0));
  }

  @ParameterizedTest(name = "agreed {0}: employer {1}, insured {2}")
  @CsvSource({", 12801, 3200", "75, 12801, 3200", "90, 14401, 1600", "100, 16001, 0"})
  void anEmployerMayBearMoreThanItsLeastPartButNotLess(
      BigDecimal agreed, long employer, long insured) {
    Rate part = agreed == null ? null : Rate.percent(agreed);
    Circumstances person =
        new Circumstances(null, null, null, -1, -1, 0, null, part, new TreeMap<>());
    Shape shape =
        shape(
            JANUARY,
            new Shape.Whole.Parted(
                Lookup.always(16_001L),
                List.of(
                    new Shape.PayerPart(Payer.EMPLOYER, Lookup.always(percent("80")), true),
                    new Shape.PayerPart(Payer.INSURED, null, false))),
            Span.MONTH,
            Owing.BY_MONTH,
            AbovePay.OWED);

    assertThat(AssessShape.assess(shape, 0, person).shares())
        .isEqualTo(new Shares(employer, insured, 0));
  }

  @Test
  void whatAPopulationFixesNoSenderChanges() {
    Circumstances fixed = ahead(3, JANUARY);
    Circumstances said = ahead(12, JANUARY.minusMonths(6));

    assertThat(fixed.completedBy(said)).isEqualTo(fixed);
    assertThat(Circumstances.NONE.completedBy(said)).isEqualTo(said);
  }

  @Test
  void childrenAreCountedOnTheFirstDayOfTheMonth() {
    HeadTerms terms =
        new HeadTerms(List.of(HeadKind.CHILD), 5, 21, HeadTerms.NO_LIMIT, false, null);
    List<Dependant> family =
        List.of(
            new Dependant(HeadKind.SPOUSE, null, false),
            child("2021-01-01", false),
            child("2021-01-02", false),
            child("2005-01-02", false),
            child("2005-01-01", false),
            child("1980-01-01", true),
            new Dependant(HeadKind.PARENT, null, false));

    assertThat(CountHeads.of("cmu", terms, family, JANUARY)).isEqualTo(new Heads(1, 3, 1));
    assertThatThrownBy(
            () ->
                CountHeads.of(
                    "cmu", terms, List.of(new Dependant(HeadKind.CHILD, null, true)), JANUARY))
        .isInstanceOf(MissingFactException.class);
    HeadTerms anyChild =
        new HeadTerms(
            List.of(HeadKind.CHILD), 0, HeadTerms.NO_LIMIT, HeadTerms.NO_LIMIT, false, null);
    assertThat(
            CountHeads.of(
                "cmu",
                anyChild,
                List.of(new Dependant(HeadKind.CHILD, null, false), child("2026-01-02", false)),
                JANUARY))
        .isEqualTo(new Heads(0, 1, 0));
  }

  @Test
  void fundersBearAnAmountToTheLastFranc() {
    FundingTerms ramed =
        new FundingTerms(
            "ramed",
            List.of(
                new FundingTerms.Part("state", percent("85")),
                new FundingTerms.Part("local_authority", null)));

    assertThat(SplitByFunders.split(ramed, 100_010))
        .containsExactly(
            new SplitByFunders.Borne("state", 85_009),
            new SplitByFunders.Borne("local_authority", 15_001));
    assertThat(SplitByFunders.split(ramed, -100_010))
        .extracting(SplitByFunders.Borne::amountMinor)
        .containsExactly(-85_009L, -15_001L);
  }

  private static Dependant child(String born, boolean disabled) {
    return new Dependant(HeadKind.CHILD, LocalDate.parse(born), disabled);
  }

  private static long yearly(LocalDate month, Circumstances person) {
    return AssessShape.assess(price(month, Span.YEAR, Owing.Month.FIRST, 9_000), 0, person)
        .shares()
        .insuredMinor();
  }

  private static Shares shares(Shape shape, long payMinor) {
    return AssessShape.assess(shape, payMinor, Circumstances.NONE).shares();
  }

  private static Shape perHead(AbovePay abovePay) {
    HeadTerms heads =
        new HeadTerms(
            List.of(HeadKind.INSURED, HeadKind.SPOUSE, HeadKind.CHILD),
            0,
            21,
            6,
            true,
            Payer.INSURED);
    Shape.Whole whole =
        new Shape.Whole.Flat(
            List.of(
                new Shape.PayerAmount(Payer.EMPLOYER, Lookup.always(500L)),
                new Shape.PayerAmount(Payer.INSURED, Lookup.always(500L))),
            heads);
    return shape(JANUARY, whole, Span.MONTH, Owing.BY_MONTH, abovePay);
  }

  private static Shape price(LocalDate month, Span span, Owing.Month owed, long amount) {
    Shape.Whole whole =
        new Shape.Whole.Parted(
            Lookup.always(amount), List.of(new Shape.PayerPart(Payer.INSURED, null, false)));
    return shape(month, whole, span, new Owing(owed, true), AbovePay.OWED);
  }

  private static Shape percentages(Payer residue, Shape.PayerRate... rates) {
    Shape.Whole whole =
        new Shape.Whole.Percentages(PayElement.GROSS, null, 0, NO_MAX, List.of(rates), residue);
    return shape(JANUARY, whole, Span.MONTH, Owing.BY_MONTH, AbovePay.OWED);
  }

  private static Shape ofBaseSalary() {
    Shape.PayerRate rate =
        new Shape.PayerRate(Payer.INSURED, Lookup.always(percent("3.5")), 0, NO_MAX);
    Shape.Whole whole =
        new Shape.Whole.Percentages(PayElement.BASE_SALARY, null, 0, NO_MAX, List.of(rate), null);
    return shape(JANUARY, whole, Span.MONTH, Owing.BY_MONTH, AbovePay.OWED);
  }

  private static Shape shape(
      LocalDate month, Shape.Whole whole, Span span, Owing owing, AbovePay abovePay) {
    return new Shape("cmu", month, whole, span, owing, abovePay, Circumstances.NONE);
  }

  private static Circumstances heads(Heads heads) {
    return new Circumstances(null, heads, null, -1, -1, 0, null, null, new TreeMap<>());
  }

  private static Circumstances ahead(int months, LocalDate start) {
    return new Circumstances(null, null, null, -1, -1, months, start, null, new TreeMap<>());
  }

  private static Rate percent(String percent) {
    return Rate.percent(new BigDecimal(percent));
  }
}
