package org.caisse.config.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.caisse.config.cases.PackCases;
import org.caisse.config.settings.SettingsLoader;
import org.caisse.config.text.Language;
import org.caisse.config.text.yaml.Problem;
import org.caisse.domain.pack.Law;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A law of care that is wrong in one place is refused, at its line, with what to do. */
class CareValidationTest {

  @TempDir private Path packs;
  private Path care;

  @BeforeEach
  void bundled() throws IOException {
    BundledPacks.copyTo(packs);
    care = packs.resolve("ml/care.yaml");
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        of("start: 2011-05-01", "start: unknown", "what has no date cannot be applied"),
        of("{months: $waiting_months}", "{months: $no_such}", "refers to $no_such"),
        of("{months: $waiting_months}", "{weeks: $waiting_months}", "in days or in months"),
        of("{months: $waiting_months}", "{days: $waiting_months}", "here it must be days"),
        of("  waiting_months:", "  smig:", "the name of two parameters or tables"),
        of("- for: [civil_servant, ", "- for: [", "no row of 'benefits' says from when"),
        of("  for: [civil_servant, private_employee,", "  for: [civil_servants,", "is not known"),
        of("  basis: paid", "  basis: earned", "write one of: declared, assessed, paid"),
        of("basis: status, status: assistance", "basis: status", "'status' is missing"),
        of("payer: ramed, basis", "payer: nobody, basis", "payer 'nobody' is not known"),
        of("pays_on: tariff, refusal: next", "refusal: next", "'pays_on' is missing"),
        of(
            "{payer: amo, care: [medicine], rate",
            "{payer: amo, care: [medicine], level: [chu], rate",
            "no row of 'coverage'"),
        of(
            "{payer: amo, care: [medicine], rate",
            "{payer: amo, care: [medicine, stay], rate",
            "an earlier row says what amo pays of: other, stay"),
        of("place: [ambulatory], rate", "place: [home], rate", "place 'home' is not known"),
        of("rate: $ramed_rate", "rate: 100", "not a parameter"),
        of("count: $once, lifted", "lifted", "a limit counts one thing"),
        of("count: $once, lifted", "amount: $once, lifted", "here it must be XOF"),
        of("same: [person, affection]", "same: [affection]", "nobody’s care counts together"),
        of("window: {days: $same_condition_days}", "window: month", "write one of"),
        of("id: same_specialty", "id: same_condition", "is the name of two payers, programmes"),
        of("letters: [C, V]", "letters: [C, CS]", "letter 'CS' is of two groups"),
        of(
            "age_below: $free_care_age",
            "age_below: $free_care_age, age_at_most: $child_age",
            "two ends"),
        of(
            "covers: {groups: [dialysis]}",
            "covers: {groups: [dialyses]}",
            "group 'dialyses' is not known"),
        of(
            "agreement_payers: [amo, ramed]",
            "agreement_payers: [inps]",
            "payer 'inps' is not known"),
        of(
            "  not_contracted: refused",
            "  bearers: {no_reason: patient}\n  not_contracted: refused",
            "is no reason for a reduction"),
        of("opens: {acts: [CESAR]}", "opens: {}", "no care is named"),
        of("limits:\n", "franchise: 5\nlimits:\n", "unknown key 'franchise'"));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @MethodSource("wrong")
  void whatIsWrongIsRefused(String old, String changed, String words) throws IOException {
    change(old, changed);

    assertThat(PackLoader.check(packs, "ml-amo"))
        .anySatisfy(
            problem -> {
              assertThat(problem.severity()).isEqualTo(Problem.Severity.ERROR);
              assertThat(problem.file()).isEqualTo("ml/care.yaml");
              assertThat(problem.toString()).contains(words);
              assertThat(problem.line()).isPositive();
            });
  }

  @Test
  void aParameterThatNothingUsesIsAWarning() throws IOException {
    change("  once:\n", "  spare: {unit: times, set_by: fund, note: unused}\n  once:\n");

    assertThat(PackLoader.check(packs, "ml-amo"))
        .extracting(Problem::what)
        .containsExactly("no rule uses parameter 'spare'");
  }

  @Test
  void careIsPartOfTheHashAndItsSettingsAreAskedOnlyOfThoseWhoJudgeCare() throws IOException {
    Law with = law();
    change("value: 80,", "value: 85,");
    Law changed = law();
    Files.delete(care);
    Law without = law();

    assertThat(List.of(with.pack().sha256(), changed.pack().sha256(), without.pack().sha256()))
        .doesNotHaveDuplicates();
    LocalDate day = LocalDate.of(2026, 2, 1);
    assertThat(without.pack().care()).isNull();
    assertThat(with.unset(day)).isEqualTo(without.unset(day));
    assertThat(with.unsetOfCare(day))
        .containsExactly("caesarean_days", "provider_payment_days", "claim_filing_days");
    assertThat(without.unsetOfCare(day)).isEmpty();
    assertThat(PackDiff.versions(with, changed, Language.EN))
        .anyMatch(line -> line.contains("parameter hospital_rate 2011-05-01: 80 percent → 85"));
    assertThat(PackDiff.versions(with, without, Language.EN))
        .anyMatch(line -> line.startsWith("  - limit same_condition: "));
  }

  @Test
  void aFailingCaseOfCareSaysWhatItGives() throws IOException {
    Path cases = packs.resolve("ml/care.cases.yaml");
    Files.writeString(
        cases, Files.readString(cases).replace("{amo: 12000, patient: 3000}", "{amo: 15000}"));

    assertThat(PackCases.run(packs, "ml-amo").problems())
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.what())
                    .isEqualTo(
                        "case 'a day of stay': it gives {amo: 12000, patient: 3000}, and should"
                            + " give {amo: 15000}"));
  }

  private Law law() {
    return new Law(PackLoader.load(packs, "ml-amo"), SettingsLoader.NOTHING_SET);
  }

  private void change(String old, String changed) throws IOException {
    String text = Files.readString(care);
    assertThat(text).contains(old);
    int at = text.indexOf(old);
    Files.writeString(care, text.substring(0, at) + changed + text.substring(at + old.length()));
  }

  private static Arguments of(String old, String changed, String words) {
    return Arguments.of(old, changed, words);
  }
}
