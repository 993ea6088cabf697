package org.caisse.config.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.caisse.config.text.yaml.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Packs of real shapes, each made wrong in one place, are refused with what to do. */
class ShapesValidationTest {

  private static final List<Path> SOURCES =
      List.of(Path.of("src/test/resources/packs"), Path.of("src/main/resources/packs"));

  @TempDir private Path packs;

  static Stream<Arguments> wrong() {
    return Stream.of(
        // Dates and currencies.
        of("ml-ramed", "{from: 2016-01-01", "{from: unknown", "what has no date cannot be applied"),
        of("mr-cnss", "currency: MRO, ", "", "when the currency was the MRO, and does not say"),
        of(
            "mr-cnss",
            "value: 15000,",
            "value: 15000, currency: MRO,",
            "but the currency was the MRU"),
        of("mr-cnss", "value: 13,", "value: 13, currency: MRO,", "only an amount has a currency"),
        of("mr-cnss", "value: 70000, currency: MRO", "value: 7.77, currency: MRO", "at most 2 dec"),
        // Windows open and close.
        of("ci-cmu", "from: 2025-05-01, to: 2025-09-01,", "from: 2025-05-01,", "'to' is missing"),
        of("ci-cmu", "to: 2025-09-01,", "to: unknown,", "what has no date cannot be applied"),
        of("ci-cmu", "to: 2025-09-01,", "to: 2025-10-01,", "before the window before it closes"),
        of("ci-cmu", "to: 2025-09-01,", "to: 2025-05-01,", "not after 'from' 2025-05-01"),
        of(
            "ci-cmu",
            "from: 2025-05-01, to",
            "from: 2025-05-02, to",
            "not the first day of a month"),
        // Heads.
        of("ci-cmu", ", beyond: insured}", "}", "'shared' and 'beyond' belong together"),
        of("ci-cmu", "{children: $shared_children}", "{}", "on the children or on all heads"),
        of("ci-cmu", "child_below: $child_age,", "child_below: $half,", "here it must be years"),
        of(
            "ci-cmu",
            "count: [insured, spouse",
            "count: [insured, cousin",
            "insured, spouse, child"),
        of(
            "ci-cmu",
            "  source: \"CLEISS: 1,000 F a person\"",
            "  above_pay: dropped\n  source: x",
            "nobody declares a pay that an amount could exceed"),
        of(
            "ci-cmu",
            "above_pay: employer",
            "owed: each_month",
            "an amount for a month is owed in it"),
        of("ci-cmu", "above_pay: employer", "residue: insured", "does not have it"),
        // Tables: exactly one row for any case.
        of("ml-amo", "{at_least: 150000,", "{above: 150000,", "no row applies to income 150000"),
        of(
            "ml-amo",
            "below: 450000}, value: 400000",
            "at_most: 450000}, value: 400000",
            "rows [2, 3] apply to income 450000"),
        of("ml-amo", "{class: 2, income", "{class: 1, income", "share a class or have none"),
        of("ml-amo", "facts: {class: 5}", "facts: {class: 9}", "fixes class '9', which is no row"),
        of("ml-amo", "by: [income]", "by: [colour]", "no table can be looked up by 'colour'"),
        of("ml-amo", "floor: $smig", "floor: $voluntary_base", "a table, but a number"),
        of("ml-amo", "of: $voluntary_base", "of: $smig_2", "not under 'parameters' or 'tables'"),
        of(
            "ml-amo",
            "of: $voluntary_base",
            "of: $voluntary_rate",
            "here it must be XOF/month or XOF/quarter"),
        of("ml-amo", "  owed: each_month\n", "", "'owed' is missing"),
        of(
            "ml-amo",
            "  voluntary_base:\n    unit",
            "  smig:\n    unit",
            "the name of two parameters or tables"),
        of("tg-amu", "{term: 3, value", "{term: 1, value", "rows [1, 2] apply to term 1"),
        of("bj-amo", "{at_least: $adult_age}", "{above: $adult_age}", "no row applies to age 18"),
        of(
            "bj-amo",
            "{poverty: none, value: 0}",
            "{poverty: rich, value: 0}",
            "any, extreme, poor"),
        of("bj-amo", "- {poverty: none, value: 0}", "", "no row applies to poverty none"),
        of("bj-amo", "{poverty: none, value: 0}", "{poverty: any, value: 0}", "rows [1, 3] apply"),
        of("sn-csu", "poverty: [bsf, other]", "age: [bsf, other]", "cannot be the name of a fact"),
        of(
            "fr-maladie",
            "{pay: {above: $reduced_up_to}",
            "{pay: {at_least: $reduced_up_to}",
            "rows [1, 2] apply to pay 3803.05"),
        // Operators.
        of(
            "fr-maladie",
            "value: 1521.22,",
            "value: {times: 1, of: $reduced_up_to},",
            "said of itself"),
        of("fr-maladie", "times: 2.25", "times: 0", "write a number above 0"),
        of("fr-maladie", ", {times: 2, of: $smic}]", "]", "a choice is between 2 and 10"),
        of("fr-maladie", "{times: 2.25, of: $smic}", "{plus: 2.25, of: $smic}", "unknown key"),
        of("fr-maladie", "{times: 2.25, of: $smic}", "{times: 2.25, of: $large_day}", "EUR/month"),
        of("fr-maladie", "value: 0.75,", "value: {times: 2, of: $employee_rate},", "has multiples"),
        of(
            "fr-maladie",
            "on: 2023-12-31",
            "on: 2018-12-31",
            "its first value is in force from 2019"),
        // Premiums.
        of(
            "bj-amo",
            "- {payer: employer, least_part: $employer_least}\n  - {payer: insured, part: rest}",
            "- {payer: insured, part: rest}\n  - {payer: employer, least_part: $employer_least}",
            "the last payer must bear the rest"),
        of(
            "bj-amo",
            "least_part: $employer_least}",
            "least_part: $employer_least}\n  - {payer: state, part: $state_part}",
            "the parts of 'employee' are up to 180 % together"),
        of(
            "bj-amo",
            "{payer: state, part: $state_part}",
            "{payer: state, least_part: $state_part}",
            "only an employer can bear more"),
        of("bj-amo", "begins: calendar", "begins: summer", "write one of: calendar, person"),
        // Bounds of the contribution, residue.
        of("ma-amo", "value: 70,", "value: 700,", "cnops_least 700 is above cnops_greatest 400"),
        of("ma-amo", "residue: insured", "residue: state", "who has no share"),
        of(
            "ma-amo",
            "amount: percent",
            "residue: insured\n  amount: percent",
            "do not add up to a total"),
        // Due days.
        of(
            "ml-amo",
            "{headcount: {below: $monthly",
            "{headcount: {at_most: $monthly",
            "rows [1, 2] apply to headcount 10"),
        of("ml-amo", "  headcount_on: month\n", "", "on which day persons are counted"),
        of("ml-amo", "every: quarter", "every: year", "write one of: month, quarter"),
        of(
            "ml-amo",
            "  due_day: $due_day",
            "  headcount_on: month\n  due_day: $due_day",
            "no due day depends on the headcount"),
        of(
            "ml-amo",
            "for: [pensioner_inps, pensioner_cmss]\n  from: 2010-11-01\n  every",
            "for: [pensioner_inps]\n  from: 2010-11-01\n  every",
            "population 'pensioner_cmss' has no declaration rule"),
        of(
            "ml-amo",
            "for: [civil_servant, private_employee]",
            "for: [civil_servant, voluntary_1]",
            "nobody declares 'voluntary_1' (enrolled)"),
        of("mr-cnam", "to: 2013-01-01, every", "to: 2012-12-01, every", "from 2012-12 to 2012-12"),
        of(
            "bf-cnss",
            "  headcount_on",
            "  shift: next_working_day\n  headcount_on",
            "nothing says on which days people work"),
        // Funding keys.
        of("ml-ramed", "part: rest", "part: $state_part", "the last funder must bear the rest"),
        of(
            "ml-ramed",
            "funding:\n",
            "funding:\n- {id: x, for: [indigent], from: 2014-01-01, payer: state, source: s,"
                + " shares: [{funder: donor, part: rest}]}\n",
            "share the same payer, population and months"));
  }

  @ParameterizedTest(name = "{0}: {2} -> {3}")
  @MethodSource("wrong")
  void whatIsWrongIsRefused(String pack, String old, String changed, String words)
      throws IOException {
    change(pack, old, changed);

    assertThat(PackLoader.check(packs, pack))
        .anySatisfy(
            problem -> {
              assertThat(problem.severity()).isEqualTo(Problem.Severity.ERROR);
              assertThat(problem.toString()).contains(words);
              assertThat(problem.line()).isPositive();
            });
  }

  @Test
  void aRuleThatAsksForWhatNoFileSaysIsAWarning() throws IOException {
    change("tg-amu", "scheme: amu", "scheme: amu");

    assertThat(PackLoader.check(packs, "tg-amu"))
        .extracting(Problem::what)
        .containsExactly(
            "rule 'inam' asks for base_salary of each person, which no file of this version says",
            "rule 'self_employed' asks for term, term_start of each person, which no file of this"
                + " version says");
  }

  /** A country's files with a scheme changed in one place. */
  private void change(String pack, String old, String changed) throws IOException {
    String[] id = pack.split("-", 2);
    Path source =
        SOURCES.stream()
            .map(folder -> folder.resolve(id[0]))
            .filter(folder -> Files.exists(folder.resolve(id[1] + ".yaml")))
            .findFirst()
            .orElseThrow();
    Path target = Files.createDirectories(packs.resolve(id[0]));
    Files.copy(source.resolve("country.yaml"), target.resolve("country.yaml"));
    String scheme = Files.readString(source.resolve(id[1] + ".yaml"));
    assertThat(scheme).contains(old);
    int at = scheme.indexOf(old);
    Files.writeString(
        target.resolve(id[1] + ".yaml"),
        scheme.substring(0, at) + changed + scheme.substring(at + old.length()));
  }

  private static Arguments of(String pack, String old, String changed, String words) {
    return Arguments.of(pack, old, changed, words);
  }
}
