package org.caisse.config.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.caisse.config.pack.PackException;
import org.caisse.config.pack.PackLoader;
import org.caisse.domain.pack.DatedValue;
import org.caisse.domain.pack.Pack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The traps of effective dates and the shapes of rules that real schemes have, one test each, by
 * the cases beside the packs that prove them (the amounts, with articles, stand there).
 *
 * <p>Not for contributions, and so not here: shape 9 (coverage by care, status and place), 10
 * (limits that need claims of before), 13 (opening and suspension of rights), 14 (attachment of
 * children) and 15 (promises of payment to providers); of the traps, the second half of those of
 * Mali and Burkina Faso (from when benefits are owed), of which only that contributions begin apart
 * from them is shown, and the ceilings per prescription of Mauritania's care, of which the reading
 * of an amount in the old currency is shown by a ceiling of contributions.
 */
class TrapsAndShapesTest {

  private static final Path BUNDLED = Path.of("src/main/resources/packs");
  private static final Path PROOFS = Path.of("src/test/resources/packs");

  @TempDir private Path folder;

  /** Each case is there and holds. */
  private static void shows(Path packs, String pack, String... cases) throws IOException {
    PackCases.Outcome outcome = PackCases.run(packs, pack);
    assertThat(outcome.names()).as("cases of " + pack).contains(cases);
    for (String name : cases) {
      assertThat(outcome.of(name)).as(pack + ": " + name).isEmpty();
    }
  }

  private static void proof(String pack, String... cases) throws IOException {
    shows(PROOFS, pack, cases);
  }

  private static void bundled(String pack, String... cases) throws IOException {
    shows(BUNDLED, pack, cases);
  }

  // --- Traps -----------------------------------------------------------------------------------

  @Test
  void togoGoesFrom7To10PercentWithAnotherBaseAndDecember2023Keeps7() throws IOException {
    proof(
        "tg-amu",
        "December 2023 keeps 7 % of the base salary",
        "a declaration of December 2023 without base salary is not computed on the gross",
        "January 2024 is 10 % of the pay",
        "the base changes with the rate");
  }

  @Test
  void maliContributesFromNovember2010WhateverTheStartOfBenefits() throws IOException {
    bundled(
        "ml-amo",
        "nothing is owed for October 2010",
        "the first contributions are those of November 2010");
  }

  @Test
  void maliRamedSplitsBy65And35ThenBy85And15AndAnUnknownDateIsRefused() throws IOException {
    proof(
        "ml-ramed", "65 and 35 at first", "85 and 15 later", "local authorities bear the residue");
    refused("ml/ramed.yaml", "{from: 2016-01-01", "{from: unknown", "unknown");
  }

  @Test
  void gabonHasThreeDecreesIn22Months() throws IOException {
    proof(
        "ga-cnamgs",
        "the first decree",
        "the second decree",
        "public agents before it",
        "the third decree changes public agents",
        "retirees under the first decree",
        "retirees since the second");
  }

  @Test
  void beninChangesFromTheDecreeOf2023ToThatOfOctober2025() throws IOException {
    proof(
        "bj-amo",
        "before the decree of October 2025 the employer bore nothing",
        "the decree of October 2025");
  }

  @Test
  void mauritaniasCeilingGoesFrom7ThousandTo15To70() throws IOException {
    proof(
        "mr-cnss",
        "it holds on after the redenomination",
        "the ceiling of 2021",
        "the ceiling of 2025");
  }

  @Test
  void ivoryCoastsWindowsWithoutContributionOpenAndClose() throws IOException {
    proof(
        "ci-cmu",
        "the informal sector owes until April 2025",
        "the window without contribution opens",
        "the window is extended without a gap",
        "the last month of the window",
        "the window closes",
        "the State pays for indigents in the window too");
    refused("ci/cmu.yaml", "to: 2025-09-01,", "to: unknown,", "unknown");
  }

  @Test
  void anAmountInOuguiyaOfBefore2018IsNotReadAsOneOfToday() throws IOException {
    proof("mr-cnss", "a ceiling given in MRO is not read as MRU");
  }

  @Test
  void burkinaContributesFromApril2024ThoughBenefitsBeginIn2026ForSome() throws IOException {
    bundled(
        "bf-amu",
        "nothing is owed before the decree",
        "contributions begin in April 2024, though care begins in February 2026");
  }

  @Test
  void franceStepsIn2018And2019And2024And2025And2026() throws IOException {
    proof(
        "fr-maladie",
        "the employee pays nothing since 2018",
        "the reduced rate since 2019",
        "exactly at the threshold the rate is reduced",
        "a cent above it is not",
        "4200 euros are reduced in 2024",
        "4200 euros are not in 2025",
        "one rate for all since 2026");
  }

  @Test
  void frances2024ThresholdIsTheGreaterOfAFrozenAndALiveNumber() throws IOException {
    proof(
        "fr-maladie",
        "in 2024 the frozen threshold is the greater",
        "a rise of the SMIC within 2024 does not move it",
        "in 2025 it follows the SMIC again");
  }

  @Test
  void mauritaniaGoesFromMonthsToQuartersInTheMiddleOfItsHistory() throws IOException {
    proof(
        "mr-cnam",
        "monthly before the change of periodicity",
        "the last monthly declaration",
        "quarterly after it");
  }

  @Test
  void typingErrorsOfThePressAreNotInThePacksAndEachValueNamesItsSource() throws IOException {
    bundled("bf-amu", "the 40,000 F of the press are a typing error");
    bundled("ml-amo", "the 3.6 % of the press is a typing error");
    proof("mr-cnam", "the 2 % and 1 % in circulation are not used");
    for (String id : PackLoader.ids(BUNDLED)) {
      Pack pack = PackLoader.load(BUNDLED, id);
      assertThat(pack.parameters().values())
          .flatExtracting(parameter -> parameter.values())
          .extracting(DatedValue::source)
          .allMatch(source -> source.length() > 8);
    }
    refused("ml/ramed.yaml", ", source: ", ", from_where: ", "source");
  }

  // --- Shapes ----------------------------------------------------------------------------------

  @Test
  void shape1PercentagesByPayerWithCeilingAndWithAFloorThatIsAnotherParameter() throws IOException {
    proof(
        "ga-cnamgs",
        "a private employee below the ceiling",
        "a private employee above the ceiling");
    bundled(
        "ml-amo",
        "a pay below the SMIG is taken for the SMIG",
        "the floor follows the SMIG of 2016",
        "December 2015 keeps the SMIG of before",
        "there is no ceiling");
  }

  @Test
  void shape2FlatPerHeadSharedUpToAChildThenOnOnePayer() throws IOException {
    proof(
        "ci-cmu",
        "an employee with a spouse and 6 children",
        "the seventh child is wholly on the employee",
        "a civil servant's ninth person is wholly on the civil servant",
        "a pay that is less than the employee's part");
  }

  @Test
  void shape3YearlyPremiumByAgeWithTheEmployersLeastPartAndTheStatesSubsidy() throws IOException {
    proof(
        "bj-amo",
        "the employer bears 80 % of an adult's premium",
        "an employer who agreed on 90 % bears them",
        "an employer cannot agree on less than 80 %",
        "a child of the extreme poor is on the State",
        "an adult who is poor bears half");
    proof("sn-csu", "a member bears half of the premium", "the poorest bear nothing");
  }

  @Test
  void shape4ClassesOfIncomeGiveTheBase() throws IOException {
    bundled(
        "ml-amo",
        "class 1 by quarter",
        "class 2 by quarter",
        "class 3 by quarter",
        "class 4 by quarter",
        "class 5 by quarter",
        "an income just below 150,000 F is of class 1",
        "an income of 150,000 F is of class 2",
        "an income of 1,500,000 F is of class 4",
        "an income above 1,500,000 F is of class 5");
  }

  @Test
  void shape5APriceListForMonthsPaidAhead() throws IOException {
    proof(
        "tg-amu",
        "a month paid ahead",
        "a quarter paid ahead costs less than three months",
        "a half-year paid ahead",
        "a year paid ahead",
        "after the quarter nothing is owed until the next is paid");
  }

  @Test
  void shape6ARateThatTheFundChoosesWithinBounds() throws IOException {
    proof(
        "sn-ipm",
        "80000 at the least rate",
        "80000 at the greatest rate",
        "the ceiling at the greatest rate",
        "a rate that the institute changed holds from its day",
        "nothing is computed before the institute has set a rate");
  }

  @Test
  void shape7LeastAndGreatestContributionInsteadOfBase() throws IOException {
    proof(
        "ma-amo",
        "a small pay owes the least contribution",
        "between the bounds",
        "a great pay owes the greatest contribution",
        "the bounds are on the contribution and not on the base");
  }

  @Test
  void shape8QuotasOfThoseBehindAPayer() throws IOException {
    proof("ml-ramed", "local authorities bear the residue", "the insured sees no split");
  }

  @Test
  void shape11ThresholdsOfHeadcountInclusiveOrStrict() throws IOException {
    proof("sn-css", "exactly 10 employees declare each month", "9 employees declare each quarter");
    proof("bf-cnss", "20 workers declare within 15 days of the month");
    proof("fr-maladie", "50 employees by the 5th");
    bundled(
        "ml-amo",
        "exactly 10 employees, where the fund says each quarter",
        "exactly 10 employees, where the fund says each month",
        "exactly 10 employees, where the fund has not said");
  }

  @Test
  void shape12DueDaysAfterMonthOrQuarterAndTheNextWorkingDay() throws IOException {
    bundled("bf-amu", "declarations are due on the 10th of the following month");
    proof("bf-cnss", "19 workers declare within 30 days of the quarter");
    bundled("ml-amo", "the last month of a year belongs to its last quarter");
    proof(
        "fr-maladie",
        "49 employees by the 15th, moved from a Sunday to Monday",
        "moved past a Saturday and a Sunday",
        "moved past Easter Monday");
  }

  /** A pack that is changed so does not load, and the message says about what. */
  private void refused(String file, String from, String to, String about) throws IOException {
    Path packs = folder.resolve("packs");
    String country = file.substring(0, file.indexOf('/'));
    Files.createDirectories(packs.resolve(country));
    try (Stream<Path> files = Files.list(PROOFS.resolve(country))) {
      for (Path source : files.toList()) {
        Files.copy(
            source,
            packs.resolve(country).resolve(source.getFileName()),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
    String text = Files.readString(PROOFS.resolve(file));
    assertThat(text).contains(from);
    Files.writeString(packs.resolve(file), text.replace(from, to));
    String id = country + "-" + file.substring(file.indexOf('/') + 1, file.indexOf('.'));
    assertThatThrownBy(() -> PackLoader.load(packs, id))
        .isInstanceOf(PackException.class)
        .hasMessageContaining(about);
  }
}
