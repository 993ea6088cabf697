package org.caisse.config.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.caisse.config.settings.SettingsLoader;
import org.caisse.domain.contribution.AssessContribution;
import org.caisse.domain.pack.ContributionTerms;
import org.caisse.domain.pack.DueTerms;
import org.caisse.domain.pack.FundSettings;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.Mark;
import org.caisse.domain.pack.Pack;
import org.caisse.domain.pack.Parameter;
import org.caisse.domain.pack.Shares;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bundled pack of Burkina Faso against the vectors and figures of the published texts. */
class BurkinaTest {

  private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);

  @TempDir private Path packs;
  private Pack pack;

  @BeforeEach
  void load() throws IOException {
    BundledPacks.copyTo(packs);
    pack = PackLoader.load(packs, "bf-amu");
  }

  @ParameterizedTest
  @CsvSource({
    // population, pay, employer, insured, state
    "salaried_private,   333333, 8333, 8333,    0",
    "salaried_public,    333333, 8333, 8333,    0",
    "salaried_private,   150000, 3750, 3750,    0",
    "salaried_private,       20,    1,    1,    0",
    "salaried_private,       19,    0,    0,    0",
    "pensioner,          100000,    0, 2000,    0",
    "pensioner,              25,    0,    1,    0",
    "independent_formal,      0,    0, 15000,   0",
    "informal,                0,    0,  4000,   0",
    "indigent,                0,    0,     0, 4000",
  })
  void sharesWithoutFloorAndCeilingAreThoseOfTheDecree(
      String population, long pay, long employer, long insured, long state) {
    ContributionTerms terms = law().contribution(population, FEBRUARY).orElseThrow();

    assertThat(AssessContribution.assess(terms, pay))
        .isEqualTo(new Shares(employer, insured, state));
  }

  @Test
  void floorAndCeilingAreTheFundsForPayAndPension() {
    FundSettings set =
        new FundSettings(
            "Caisse",
            true,
            Map.of(
                "base_floor", Optional.of(BigDecimal.valueOf(45_000)),
                "base_ceiling", Optional.of(BigDecimal.valueOf(3_000_000))),
            Map.of(),
            "");
    ContributionTerms salaried =
        new Law(pack, set).contribution("salaried_public", FEBRUARY).orElseThrow();
    ContributionTerms pension =
        new Law(pack, set).contribution("pensioner", FEBRUARY).orElseThrow();

    assertThat(AssessContribution.assess(salaried, 30_000)).isEqualTo(new Shares(1125, 1125, 0));
    assertThat(AssessContribution.assess(salaried, 9_000_000))
        .isEqualTo(new Shares(75_000, 75_000, 0));
    assertThat(AssessContribution.assess(pension, 30_000)).isEqualTo(new Shares(0, 900, 0));
  }

  @Test
  void declarationsAreDueOnTheTenthOfTheNextMonthAndOnePercentIsAddedPerMonth() {
    assertThat(declarations(FEBRUARY).due(DueTerms.UNKNOWN)).isEqualTo("2026-03-10");
    assertThat(declarations(FEBRUARY).latePerMonth().toPercent()).isEqualByComparingTo("1");
    assertThat(declarations(pack.start()).due(DueTerms.UNKNOWN)).isEqualTo("2024-05-10");
  }

  @Test
  void whatWasCarriedBackIsMarkedDerivedAndWhatWasSeenConfirmed() {
    Parameter due = pack.parameters().get("declaration_due_day");

    assertThat(due.on(LocalDate.of(2025, 7, 31)).orElseThrow().mark()).isEqualTo(Mark.D);
    assertThat(due.on(LocalDate.of(2025, 8, 1)).orElseThrow().mark()).isEqualTo(Mark.C);
  }

  @Test
  void nothingIsOwedBeforeTheSchemeBegins() {
    assertThat(law().contribution("informal", LocalDate.of(2024, 3, 1))).isEmpty();
    assertThat(law().contribution("informal", LocalDate.of(2024, 4, 1))).isPresent();
  }

  @Test
  void whatNoSourceGivesIsUnsetUntilTheFundSaysANumberOrNone() {
    assertThat(new Law(pack, SettingsLoader.NOTHING_SET).unset(FEBRUARY))
        .containsExactly("base_floor", "base_ceiling", "late_payment_rate", "ogd_fee_rate");
    assertThat(law().unset(FEBRUARY)).isEmpty();
  }

  @Test
  void everyPopulationKeepsTheOrderOfTheFile() {
    assertThat(pack.populations().keySet())
        .containsExactly(
            "salaried_private",
            "salaried_public",
            "pensioner",
            "independent_formal",
            "informal",
            "indigent");
    assertThat(PackLoader.check(packs, "bf-amu")).isEmpty();
  }

  private DueTerms declarations(LocalDate period) {
    return law().declarations("salaried_private", period);
  }

  private Law law() {
    return new Law(
        pack,
        new FundSettings(
            "Caisse",
            true,
            Map.of(
                "base_floor",
                Optional.empty(),
                "base_ceiling",
                Optional.empty(),
                "late_payment_rate",
                Optional.empty(),
                "ogd_fee_rate",
                Optional.empty()),
            Map.of(),
            ""));
  }
}
