package org.caisse.domain.expected;

import java.util.List;
import org.caisse.domain.pack.ContributionTerms;
import org.caisse.domain.pack.FundChecks;

/**
 * One person's month with one employer in the archive of a control: what the rule saw, then what it
 * found.
 *
 * @param employerNo as the list has it where the registry knows none
 * @param employerKnown whether the registry knows it in the month
 * @param population of the employer, which gives the terms; empty when there is none
 * @param ogd code of the delegated body, or empty
 * @param personNo number in the registry, or what the list calls the person
 * @param personKnown whether the registry knows the person
 * @param personActive whether it does on some day of the month
 * @param filed whether the employer filed anything for the month, nothing paid included
 * @param overdue whether it was to have
 * @param listsOfEmployer how many lists name the employer for the month
 * @param lists that name the person
 * @param declared whether the employer declared the person
 * @param payMinor all pay of the month, minor units
 * @param days days of the month that its spells cover
 * @param monthDays days of the month
 * @param before whether the employer declared the person for the month before
 * @param stayed whether that was until its end
 * @param payBeforeMinor pay of that month, minor units
 * @param daysBefore days of that month that its spells covered
 * @param monthDaysBefore days of that month
 * @param found what is worth a look
 */
public record ControlRow(
    String employerNo,
    boolean employerKnown,
    String population,
    String ogd,
    String personNo,
    boolean personKnown,
    boolean personActive,
    boolean filed,
    boolean overdue,
    int listsOfEmployer,
    List<Listed> lists,
    boolean declared,
    long payMinor,
    int days,
    int monthDays,
    boolean before,
    boolean stayed,
    long payBeforeMinor,
    int daysBefore,
    int monthDaysBefore,
    List<Found> found) {

  public ControlRow {
    lists = List.copyOf(lists);
    found = List.copyOf(found);
  }

  /**
   * Something worth a look.
   *
   * @param againstMinor the pay with which it was compared or that is expected, minor units; -1 for
   *     none
   * @param missingMinor contributions of all payers that are missing, minor units, as far as can be
   *     estimated
   */
  public record Found(Finding finding, long againstMinor, long missingMinor) {}

  /** What the rules find in these facts. */
  public ControlRow judged(ContributionTerms terms, FundChecks.OfDeclarations checks) {
    return new ControlRow(
        employerNo,
        employerKnown,
        population,
        ogd,
        personNo,
        personKnown,
        personActive,
        filed,
        overdue,
        listsOfEmployer,
        lists,
        declared,
        payMinor,
        days,
        monthDays,
        before,
        stayed,
        payBeforeMinor,
        daysBefore,
        monthDaysBefore,
        JudgeExpected.judge(this, terms, checks));
  }

  /** The greatest pay that a list gives, or -1. */
  long listedPayMinor() {
    return lists.stream().mapToLong(Listed::payMinor).max().orElse(-1);
  }
}
