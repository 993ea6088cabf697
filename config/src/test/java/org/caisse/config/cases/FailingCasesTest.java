package org.caisse.config.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.caisse.config.pack.BundledPacks;
import org.caisse.config.text.yaml.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A case that the law does not come to is named, with what it gives and where it stands. */
class FailingCasesTest {

  @TempDir private Path packs;

  @BeforeEach
  void bundled() throws IOException {
    BundledPacks.copyTo(packs);
    Files.delete(packs.resolve("ml/care.cases.yaml"));
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        of(
            "population: private_employee, pay: 150000, gives: {employer: 5251, insured: 4590}",
            "employer is 5250, and should be 5251"),
        of(
            "population: private_employee, pay: 150000, gives: {insured: 4590}",
            "employer is 5250, and should be 0"),
        of(
            "population: private_employee, pay: 150000, gives: nothing",
            "gives is something, and should be nothing"),
        of(
            "population: private_employee, pay: 150000, gives: {total: 9841, employer: 5250,"
                + " insured: 4590}",
            "total is 9840, and should be 9841"),
        of(
            "population: private_employee, pay: 150000, stops: smig",
            "must stop for want of 'smig'"),
        of(
            "population: pensioner_inps, pay: 150000, gives: {insured: 1125}",
            "it stops for want of 'pension_base_floor'"),
        of("population: pensioner_inps, due: 2023-02-16", "it stops for want of 'late"),
        of(
            "population: pensioner_inps, settings: {late_declaration_rate: none}, due: 2023-02-16",
            "due is 2023-02-15, and should be 2023-02-16"),
        of(
            "population: pensioner_inps, settings: {late_declaration_rate: 1}, received:"
                + " 2023-02-16, contributions: 100, surcharge: 2",
            "surcharge is 1, and should be 2"),
        of(
            "table: voluntary_base, income: 1, gives: {value: 125001}",
            "value is 125000, and should be 125001"),
        of(
            "table: voluntary_base, income: 1, gives: {value: 125000, class: 2}",
            "class is 1, and should be 2"),
        of("table: voluntary_base, class: 7, gives: {value: 125000}", "has no row '7'"),
        of("parameter: smig, gives: {value: 28460}", "value is 40000, and should be 28460"),
        of("parameter: smig, gives: nothing", "value is 40000, and should be nothing"),
        of(
            "population: voluntary_1, funding: state, amount: 5, gives: {state: 5}",
            "gives is nothing, and should be parts"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("wrong")
  void aFailingCaseSaysWhatIsGivenAndWhatShouldBe(String question, String words)
      throws IOException {
    write("cases:\n- {case: this one, month: 2023-01, source: law, " + question + "}\n");

    PackCases.Outcome outcome = PackCases.run(packs, "ml-amo");

    assertThat(outcome.names()).containsExactly("this one");
    assertThat(outcome.of("this one"))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.severity()).isEqualTo(Problem.Severity.ERROR);
              assertThat(problem.where()).isEqualTo("ml/amo.cases.yaml:2");
              assertThat(problem.what()).contains(words);
              assertThat(problem.todo()).contains("after law");
            });
  }

  static Stream<Arguments> unreadable() {
    return Stream.of(
        of("case: a, month: 2023-13, source: s, population: voluntary_1, gives: {}", "not a month"),
        of("case: a, month: 2023-01, population: voluntary_1, gives: {}", "'source' is missing"),
        of(
            "case: a, month: 2023-01, source: s, population: nobody, gives: {}",
            "write one of: civ"),
        of("case: a, month: 2023-01, source: s, population: voluntary_1", "'gives' is missing"),
        of(
            "case: a, month: 2023-01, source: s, population: voluntary_1, gives: {donor: 1}",
            "unknown key"),
        of(
            "case: a, month: 2023-01, source: s, population: voluntary_1, pay: 1.5, gives: {}",
            "XOF has 0 decimals"),
        of(
            "case: a, month: 2023-01, source: s, population: voluntary_1, salary: 1, gives: {}",
            "unknown key 'cases[1].salary'"),
        of(
            "case: a, month: 2023-01, source: s, population: voluntary_1, settings: {smig: 1},"
                + " gives: {}",
            "set by the law"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("unreadable")
  void whatCannotBeReadIsNoCase(String question, String words) throws IOException {
    write("cases:\n- {" + question + "}\n");

    assertThat(PackCases.run(packs, "ml-amo").problems())
        .anySatisfy(problem -> assertThat(problem.toString()).contains(words));
  }

  @Test
  void aPackWithoutCasesHasNoneThatFail() throws IOException {
    Files.delete(packs.resolve("ml/amo.cases.yaml"));

    assertThat(PackCases.run(packs, "ml-amo"))
        .isEqualTo(new PackCases.Outcome(List.of(), List.of()));
  }

  @Test
  void twoCasesHaveTwoNames() throws IOException {
    String one = "- {case: a, month: 2023-01, source: s, parameter: smig, gives: {value: 40000}}\n";
    write("cases:\n" + one + one);

    assertThat(PackCases.run(packs, "ml-amo").problems())
        .singleElement()
        .asString()
        .contains("amo.cases.yaml:3: there is an earlier case 'a'");
  }

  private void write(String cases) throws IOException {
    Files.writeString(packs.resolve("ml/amo.cases.yaml"), cases);
  }

  private static Arguments of(String question, String words) {
    return Arguments.of(question, words);
  }
}
