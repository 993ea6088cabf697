package org.caisse.domain.collection;

import java.time.LocalDate;
import java.util.List;

/**
 * All that is known of what an employer owes and of what was done about it.
 *
 * @param debts that are open, as the account was settled
 * @param letters issued by earlier runs
 * @param instalments of plans that count
 * @param covered months of these plans
 * @param payments on these months
 * @param businessDate the day
 */
public record CollectionFacts(
    List<OpenDebt> debts,
    List<Letter> letters,
    List<Instalment> instalments,
    List<CoveredDebt> covered,
    List<Payment> payments,
    LocalDate businessDate) {

  public CollectionFacts {
    debts = List.copyOf(debts);
    letters = List.copyOf(letters);
    instalments = List.copyOf(instalments);
    covered = List.copyOf(covered);
    payments = List.copyOf(payments);
  }

  Plans plans(CollectionTerms terms) {
    return new Plans(instalments, covered, payments, terms.planToleranceDays(), businessDate);
  }
}
