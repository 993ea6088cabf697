package org.caisse.config.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.caisse.config.text.yaml.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way in which a pack can be wrong is refused at its line, with what to do. */
class PackValidationTest {

  @TempDir private Path packs;

  @Test
  void aPackInOrderHasNoProblems() throws IOException {
    SmallPack.write(packs, "scheme: one", "scheme: one");

    assertThat(SmallPack.check(packs)).isEmpty();
  }

  private static String collection(String firstReminder, String certificate) {
    return "start: 2020-01-01\ncollection: {first_reminder: "
        + firstReminder
        + ", second_reminder: none, formal_notice: none, reminder_from: none, notice_from: none, "
        + "notice_delay: none, plan_tolerance: none, prescription: none, "
        + certificate
        + " source: none}";
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        // what stands there, what is written instead, line, words of the problem
        of("scheme: one", "scheme: two", 1, "'scheme' is 'two' in the file one.yaml"),
        of("scheme: one", "scheme: one\ncolour: red", 2, "unknown key 'colour'"),
        of("fr: Un, ", "", 2, "'fr' is missing in 'name'"),
        of("start: 2020-01-01", "start: 2020-01-15", 3, "not the first day of a month"),
        of("start: 2020-01-01", collection("$rate", "certificate: none,"), 4, "must be days"),
        of("start: 2020-01-01", collection("5", "certificate: none,"), 4, "not a parameter"),
        of("start: 2020-01-01", collection("none", ""), 4, "'certificate' is missing"),
        of("start: 2020-01-01", "start: unknown", 3, "'unknown'"),
        of("start: 2020-01-01", "", 1, "'start' is missing"),
        of("basis: declared", "basis: sworn", 5, "write one of: declared, enrolled, state_funded"),
        of("  worker:", "  Worker:", 5, "cannot be the code of a population"),
        of("  rate:", "  Rate:", 9, "cannot be the name of a parameter"),
        of("unit: percent\n", "unit: per cent\n", 10, "write one of: percent, percent/month"),
        of("note: of the pay", "note: ", 11, "'parameters.rate.note' is empty"),
        of("{from: 2020-01-01, value: 2.5", "{from: unknown, value: 2.5", 13, "'unknown'"),
        of("{from: 2020-01-01, value: 2.5", "{from: 2020-02-30, value: 2.5", 13, "not a date"),
        of("value: 2.5", "value: 2,5", 13, "unknown key 'parameters.rate.values[1].5'"),
        of("value: 2.5", "value: 025", 13, "'025', which is not a number"),
        of("value: 2.5", "value: 101", 13, "a percentage is 0 to 100"),
        of("value: 2.5", "value: -1", 13, "a percentage is 0 to 100"),
        of("value: 4000", "value: 4000.5", 19, "has at most 0 decimals"),
        of("value: 10,", "value: 32,", 25, "a day of the month is 1 to 31"),
        of("mark: C,", "mark: B,", 13, "write one of: C, C2, R, D"),
        of("mark: C, ", "", 13, "'mark' is missing"),
        of("source: decree 1}", "source: ''}", 13, "source' is empty"),
        of(", source: decree 1}", "}", 13, "'source' is missing"),
        of("from: 2024-01-01", "from: 2020-01-01", 14, "not after the value before it"),
        of("from: 2024-01-01", "from: 2019-01-01", 14, "not after the value before it"),
        of("  flat:", "  rate:", 15, "stands twice, first on line 9"),
        of("note: a month", "note: a month\n    min: 3", 18, "only a parameter that the fund sets"),
        of("set_by: fund", "set_by: minister", 20, "write one of: fund"),
        of("min: 1000", "values: [], min: 1000", 20, "so the pack gives no values"),
        of("min: 1000", "min: 60000", 20, "min 60000 is above max 50000"),
        of("max: 50000", "max: 50000.5", 20, "has at most 0 decimals"),
        of(
            "note: least pay",
            "note: least pay, step: 5",
            20,
            "unknown key 'parameters.floor.step'"),
        of("for: [worker]", "for: [wörker]", 32, "'wörker', which is not under 'populations'"),
        of("for: [worker]", "for: [worker, worker]", 33, "stands twice"),
        of("for: [worker]", "for: worker", 33, "is not a list"),
        of("amount: percent", "amount: premium_by_age", 35, "percent, per_head, premium"),
        of("amount: percent", "amount: price_list", 35, "percent, per_head, premium"),
        of("amount: percent", "amount: lottery", 35, "write one of: percent, per_head"),
        of("ceiling: none}", "ceiling: none, classes: $x}", 36, "income classes are a table"),
        of(
            "ceiling: none}",
            "ceiling: none, aggregate: person}",
            36,
            "aggregate' is 'person'; write one of: employer"),
        of("of: gross", "of: net", 36, "write one of: gross"),
        of(", ceiling: none}", "}", 36, "'ceiling' is missing"),
        of("floor: $floor", "floor: 45000", 36, "'45000', not a parameter"),
        of("floor: $floor", "floor: $flour", 36, "refers to $flour, which is not under"),
        of("floor: $floor", "floor: $rate", 36, "whose unit is percent; here it must be XOF/month"),
        of("employer, rate: $rate}", "employer, rate: $flat}", 38, "must be percent"),
        of("employer, rate: $rate}", "employer, rate: $rate, min: 70}", 38, "'70', not a param"),
        of(
            "employer, rate: $rate}",
            "employer, rate: $rate, max: $late}",
            38,
            "here it must be XOF/month"),
        of("employer, rate: $rate}", "insured, rate: $rate}", 39, "names the payer insured again"),
        of("employer, rate: $rate}", "donor, rate: $rate}", 38, "write one of: employer, insured"),
        of("  source: decree 1\n- id: traders", "- id: traders", 32, "'source' is missing"),
        of("- id: traders", "- id: workers", 41, "an earlier rule with the id 'workers'"),
        of("insured, amount: $flat", "insured, amount: $floor", 45, "may set to none"),
        of("insured, amount: $flat", "employer, amount: $flat", 41, "for whom no employer pays"),
        of("payer: state", "payer: insured", 47, "for whom no insured pays"),
        of("for: [trader]", "for: [trader]\n  heads: {limit: 6}", 43, "'count' is missing"),
        of("for: [trader]", "for: [trader]\n  except: $w", 43, "except' is not a list"),
        of("for: [worker]", "for: [worker, trader]", 32, "nobody declares a pay"),
        of("due_day: $day", "shift: next, due_day: $day", 53, "none, next_working_day"),
        of("due_day: $day", "due_day: $late", 53, "must be day_of_month"),
        of("scheme: one", "coverage: []\nscheme: one", 1, "has a file of its own"),
        of("scheme: one", "scheme: [one", 2, "this is not YAML"));
  }

  @ParameterizedTest(name = "{1} -> {3}")
  @MethodSource("wrong")
  void whatIsWrongIsRefusedAtItsLine(String old, String changed, int line, String words)
      throws IOException {
    SmallPack.write(packs, old, changed);

    assertThat(SmallPack.check(packs))
        .anySatisfy(
            problem -> {
              assertThat(problem.severity()).isEqualTo(Problem.Severity.ERROR);
              assertThat(problem.toString()).startsWith("zz/one.yaml:").contains(words);
              assertThat(problem.line()).isEqualTo(line);
              assertThat(problem.todo()).isNotBlank();
            });
    assertThatThrownBy(() -> PackLoader.load(packs, "zz-one", SmallPack.TODAY))
        .isInstanceOf(PackException.class)
        .hasMessageContaining(words);
  }

  static Stream<Arguments> uncovered() {
    String workers = "for: [worker]\n  from: 2020-01-01";
    return Stream.of(
        of(workers, "for: [worker]\n  from: 2020-03-01", 32, "from 2020-01 to 2020-02"),
        of(workers, workers + "\n  to: 2026-06-01", 32, "from 2026-06 on"),
        of(workers, "for: [worker]\n  from: 2019-12-01", 32, "before the scheme's start"),
        of("for: [worker]", "for: [worker, poor]", 47, "two contribution rules for 2020-01"),
        of("for: [trader]", "for: [poor]", 4, "'trader' has no contribution rule"),
        of(workers, workers + "\n  to: 2019-01-01", 35, "not after 'from' 2020-01-01"));
  }

  @ParameterizedTest(name = "{1} -> {3}")
  @MethodSource("uncovered")
  void everyPopulationNeedsExactlyOneRuleForEveryMonth(
      String old, String changed, int line, String words) throws IOException {
    SmallPack.write(
        packs,
        SmallPack.COUNTRY,
        SmallPack.SCHEME.replace(old, changed).replace("2020-01-01, value", "2019-01-01, value"),
        "one.yaml");

    assertThat(SmallPack.check(packs))
        .anySatisfy(
            problem -> {
              assertThat(problem.what()).contains(words);
              assertThat(problem.line()).isEqualTo(line);
            });
  }

  @Test
  void aRuleMayEndWhereTheNextBegins() throws IOException {
    String second =
        """
        - id: workers_2
          for: [worker]
          from: 2025-01-01
          amount: percent
          base: {of: gross, floor: none, ceiling: none}
          shares: [{payer: employer, rate: $rate}]
          source: decree 3
        - id: traders
        """;
    String scheme =
        SmallPack.SCHEME
            .replace("for: [worker]\n", "for: [worker]\n  to: 2025-01-01\n")
            .replace("- id: traders\n", second);
    SmallPack.write(packs, SmallPack.COUNTRY, scheme, "one.yaml");

    assertThat(SmallPack.check(packs)).isEmpty();
  }

  @Test
  void aLawThatEndsIsRefusedForAWorkspaceAndLoadedForAReplay() throws IOException {
    SmallPack.write(packs, "for: [worker]", "for: [worker]\n  to: 2026-06-01");
    PackFiles archived = PackLoader.files(packs, "zz-one");

    assertThat(SmallPack.check(packs)).hasSize(1);
    assertThat(PackLoader.load(archived, "zz-one").id()).isEqualTo("zz-one");
  }

  @Test
  void aParameterNeedsAValueFromTheStartOfTheRulesThatUseIt() throws IOException {
    SmallPack.write(packs, "2020-01-01, value: 2.5", "2020-02-01, value: 2.5");

    assertThat(SmallPack.check(packs))
        .extracting(Problem::what)
        .contains(
            "'contributions[1].shares[1].rate' uses $rate from 2020-01-01 on, but its first value"
                + " is in force from 2020-02-01");
  }

  @Test
  void aFloorAboveItsCeilingIsRefusedOnTheDayItHappens() throws IOException {
    String law =
        """
          low: {unit: XOF/month, note: x, values: [{from: 2020-01-01, value: 100, mark: C, source: s}]}
          high:
            unit: XOF/month
            note: x
            values:
            - {from: 2020-01-01, value: 200, mark: C, source: s}
            - {from: 2023-05-01, value: 50, mark: C, source: s}
          day:
        """;
    String scheme =
        SmallPack.SCHEME
            .replace("  day:\n", law)
            .replace("floor: $floor, ceiling: none", "floor: $low, ceiling: $high");
    SmallPack.write(packs, SmallPack.COUNTRY, scheme, "one.yaml");

    assertThat(SmallPack.check(packs))
        .extracting(Problem::what)
        .contains("low 100 is above high 50 (rule 'workers', 2023-05-01)");
  }

  @Test
  void anUnusedParameterIsAWarningAndThePackStillLoads() throws IOException {
    SmallPack.write(packs, "floor: $floor", "floor: none");

    assertThat(SmallPack.check(packs))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.severity()).isEqualTo(Problem.Severity.WARNING);
              assertThat(problem.what()).isEqualTo("no rule uses parameter 'floor'");
              assertThat(problem.line()).isEqualTo(20);
            });
    assertThat(PackLoader.load(packs, "zz-one", SmallPack.TODAY).parameters()).containsKey("floor");
  }

  @Test
  void allProblemsAreListedAtOnce() throws IOException {
    String scheme =
        SmallPack.SCHEME
            .replace("mark: C2", "mark: X")
            .replace("value: 4000", "value: abc")
            .replace("of: gross", "of: net");
    SmallPack.write(
        packs, SmallPack.COUNTRY.replace("decimals: 0", "decimals: 9"), scheme, "one.yaml");

    assertThat(SmallPack.check(packs)).extracting(Problem::where).contains("zz/country.yaml:3");
    SmallPack.write(packs, SmallPack.COUNTRY, scheme, "one.yaml");
    assertThatThrownBy(() -> PackLoader.load(packs, "zz-one", SmallPack.TODAY))
        .hasMessageContaining("zz/one.yaml:14:")
        .hasMessageContaining("zz/one.yaml:19:")
        .hasMessageContaining("zz/one.yaml:36:");
  }

  @Test
  void filesThatAreMissingOrNoTextAreNamed() throws IOException {
    assertThat(SmallPack.check(packs)).singleElement().asString().contains("cannot be read");
    SmallPack.write(packs, SmallPack.COUNTRY, SmallPack.SCHEME, "other.yaml");
    assertThat(SmallPack.check(packs))
        .singleElement()
        .hasToString(
            "zz/one.yaml: the file is missing; add it: pack zz-one is made of zz/country.yaml and"
                + " zz/one.yaml");
    Files.write(packs.resolve("zz/one.yaml"), new byte[] {'a', ':', (byte) 0xE9});
    assertThat(SmallPack.check(packs))
        .singleElement()
        .asString()
        .contains("one.yaml: the file is not UTF-8");
    Files.write(packs.resolve("zz/one.yaml"), new byte[] {'a', ':', 0});
    assertThat(SmallPack.check(packs)).singleElement().asString().contains("not UTF-8");
    Files.write(packs.resolve("zz/one.yaml"), new byte[0]);
    assertThat(SmallPack.check(packs)).singleElement().asString().contains("holds no keys");
    Files.writeString(packs.resolve("zz/one.yaml"), "a: &x [1]\nb: [*x, *x]\n");
    assertThat(SmallPack.check(packs)).singleElement().asString().contains("aliases");
    Files.write(packs.resolve("zz/one.yaml"), new byte[] {'a', ':', 7});
    assertThat(SmallPack.check(packs)).singleElement().asString().contains("this is not YAML");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "bf", "bf-", "BF-amu", "../x-amu", "bf-../amu", "bf-country", "bf-amu "})
  void whatIsNoPackIdNeverBecomesAPath(String id) {
    assertThatThrownBy(() -> PackLoader.load(packs, id))
        .isInstanceOf(PackException.class)
        .hasMessageContaining("is not the id of a pack");
  }

  private static Arguments of(String old, String changed, int line, String words) {
    return Arguments.of(old, changed, line, words);
  }
}
