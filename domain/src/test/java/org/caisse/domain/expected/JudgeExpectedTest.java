package org.caisse.domain.expected;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.caisse.domain.money.Rate;
import org.caisse.domain.pack.ContributionTerms;
import org.caisse.domain.pack.FundChecks;
import org.caisse.domain.pack.Shares;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is worth a look in a person's month, and what is not. */
class JudgeExpectedTest {

  private static final ContributionTerms TERMS =
      new ContributionTerms(
          "salaried",
          45_000,
          ContributionTerms.NO_CEILING,
          Rate.percent(new BigDecimal("2.5")),
          Rate.percent(new BigDecimal("2.5")),
          Rate.ZERO,
          Shares.NOTHING);
  private static final FundChecks.OfDeclarations CHECKS = new FundChecks.OfDeclarations(20);

  /**
   * February after January. Columns: lists of the employer, pay on the list (- for not on it, ? for
   * on it without pay), filed, pay declared and its days (- for not declared), pay of January, its
   * days and whether it was to the end (- for none), whether the registry knows the person now.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          declared as before                  | 0 | -      | true  | 100000 28 | 100000 31 true  | true  |
          on the list and declared            | 1 | 100000 | true  | 100000 28 | 100000 31 true  | true  |
          on the list, not declared           | 1 | 120000 | true  | -         | 100000 31 true  | true  | UNDECLARED_LISTED 120000 6000
          on the list without pay             | 1 | ?      | true  | -         | 100000 31 true  | true  | UNDECLARED_LISTED 100000 5000
          declared the month before, not now  | 0 | -      | true  | -         | 100000 31 true  | true  | UNDECLARED_SINCE 100000 5000
          left in the month before            | 0 | -      | true  | -         | 60000 15 false  | true  |
          no longer in the registry           | 0 | -      | true  | -         | 100000 31 true  | false |
          on the list, no longer in registry  | 1 | ?      | true  | -         | 100000 31 true  | false | UNDECLARED_LISTED 100000 5000
          hired, and on no list               | 1 | -      | true  | 100000 28 | -               | true  | NOT_LISTED -1 0
          hired, the employer has no list     | 0 | -      | true  | 100000 28 | -               | true  |
          a fifth less is not more than that  | 0 | -      | true  | 80000 28  | 100000 31 true  | true  |
          more than a fifth less              | 0 | -      | true  | 79999 28  | 100000 31 true  | true  | PAY_DROPPED 100000 1000
          half a month, half the pay          | 0 | -      | true  | 50000 14  | 100000 31 true  | true  |
          half a month before, whole now      | 0 | -      | true  | 100000 28 | 50000 15 true   | true  |
          half a month, a third of the pay    | 0 | -      | true  | 33000 14  | 100000 31 true  | true  | PAY_DROPPED 100000 0
          less than the list                  | 1 | 200000 | true  | 100000 28 | 100000 31 true  | true  | PAY_BELOW_LIST 200000 5000
          below the floor                     | 0 | -      | true  | 44999 28  | 44999 31 true   | true  | PAY_BELOW_FLOOR 45000 0
          below the floor in half a month     | 0 | -      | true  | 22000 14  | 44999 31 true   | true  |
          nothing filed, expected             | 0 | -      | false | -         | 100000 31 true  | true  | EMPLOYER_SILENT 100000 5000
          nothing filed, left before          | 0 | -      | false | -         | 100000 15 false | true  |
          """)
  void aPersonIsShownForAReason(
      String what,
      int listsOfEmployer,
      String listed,
      boolean filed,
      String declared,
      String before,
      boolean active,
      String found) {
    List<Listed> lists =
        switch (listed) {
          case "-" -> List.of();
          case "?" -> List.of(new Listed("solde", -1));
          default -> List.of(new Listed("solde", Long.parseLong(listed)));
        };
    String[] now = declared.split(" ", -1);
    String[] then = before.split(" ", -1);

    assertThat(found(row(true, true, listsOfEmployer, lists, filed, true, now, then, active)))
        .isEqualTo(found == null ? "" : found);
  }

  @Test
  void nobodyIsSilentBeforeTheDayIsPastAndStrangersAreToldApart() {
    String[] none = {"-"};
    String[] january = {"100000", "31", "true"};
    List<Listed> listed = List.of(new Listed("solde", 100_000));

    assertThat(found(row(true, true, 1, listed, false, false, none, january, true))).isEmpty();
    assertThat(found(row(true, false, 1, listed, true, true, none, none, false)))
        .isEqualTo("PERSON_UNKNOWN 100000 5000");
    assertThat(found(row(false, false, 1, listed, false, false, none, none, false)))
        .isEqualTo("EMPLOYER_UNKNOWN 100000 0");
    LocalDate due = LocalDate.of(2026, 3, 10);
    assertThat(SilentRow.isOverdue(due, due)).isFalse();
    assertThat(SilentRow.isOverdue(due, due.plusDays(1))).isTrue();
    assertThat(SilentRow.isOverdue(null, due)).as("nothing is owed").isFalse();
  }

  private static ControlRow row(
      boolean employerKnown,
      boolean personKnown,
      int listsOfEmployer,
      List<Listed> lists,
      boolean filed,
      boolean overdue,
      String[] now,
      String[] then,
      boolean active) {
    boolean declared = now.length > 1;
    boolean before = then.length > 1;
    return new ControlRow(
        "E1",
        employerKnown,
        "salaried_private",
        "CNSS",
        "P1",
        personKnown,
        active,
        filed,
        overdue,
        listsOfEmployer,
        lists,
        declared,
        declared ? Long.parseLong(now[0]) : 0,
        declared ? Integer.parseInt(now[1]) : 0,
        28,
        before,
        before && Boolean.parseBoolean(then[2]),
        before ? Long.parseLong(then[0]) : 0,
        before ? Integer.parseInt(then[1]) : 0,
        31,
        List.of());
  }

  private static String found(ControlRow row) {
    return row.judged(TERMS, CHECKS).found().stream()
        .map(one -> one.finding() + " " + one.againstMinor() + " " + one.missingMinor())
        .collect(Collectors.joining(", "));
  }
}
