package org.caisse.domain.contribution;

import java.time.LocalDate;
import java.util.List;
import org.caisse.domain.ledger.PostedEntry;
import org.caisse.domain.pack.DueTerms;
import org.caisse.domain.pack.Shares;

/**
 * All that the rule on an employer's month needs.
 *
 * @param employer from the registry, as frozen for the run
 * @param periodStart first day of the month
 * @param firstFiled day on which the first declaration that was filed came in, or null when there
 *     is none
 * @param nil whether the declaration that counts says that nobody was paid
 * @param persons persons with a contribution
 * @param baseMinor sum of their bases, minor units
 * @param contributions sum of their rounded shares
 * @param posted ledger entries that stand for this employer and period
 * @param lastRev highest revision of the employer's ledger document of the period, or 0
 * @param headcount persons employed on the day on which the law counts them, or {@link
 *     DueTerms#UNKNOWN}; those declared for the month are {@code persons}
 * @param date business date of the run
 * @param last the last month before that was declared and not nil, or null; asked for only where
 *     nothing is declared
 * @param defaulted whether a run before this one assessed the month by default
 */
public record EmployerMonthFacts(
    EmployerFacts employer,
    LocalDate periodStart,
    LocalDate firstFiled,
    boolean nil,
    int persons,
    long baseMinor,
    Shares contributions,
    List<PostedEntry> posted,
    int lastRev,
    int headcount,
    LocalDate date,
    LastDeclared last,
    boolean defaulted) {

  public EmployerMonthFacts {
    posted = List.copyOf(posted);
  }

  /** An employer of whom nothing is known but its month, on a day on which nothing is overdue. */
  public EmployerMonthFacts(
      EmployerFacts employer,
      LocalDate periodStart,
      LocalDate firstFiled,
      boolean nil,
      int persons,
      long baseMinor,
      Shares contributions,
      List<PostedEntry> posted,
      int lastRev) {
    this(
        employer,
        periodStart,
        firstFiled,
        nil,
        persons,
        baseMinor,
        contributions,
        posted,
        lastRev,
        DueTerms.UNKNOWN,
        LocalDate.EPOCH,
        null,
        false);
  }
}
