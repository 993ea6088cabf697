package org.caisse.domain.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.caisse.domain.care.CareLimit;

/**
 * How far back what was decided before may count: what is older, or of other prescriptions, is not
 * asked for.
 *
 * @param days before a day of care, for limits and episodes whose window is counted in days
 * @param years whether there are limits of a calendar year: then its first day, where that is
 *     earlier
 * @param bounded ids of both; of all others everything counts, however old
 * @param ofPrescription ids of those others that count within a prescription only
 */
public record History(int days, boolean years, List<String> bounded, List<String> ofPrescription) {

  public History {
    bounded = List.copyOf(bounded);
    ofPrescription = List.copyOf(ofPrescription);
  }

  /**
   * The history that care given between two days needs.
   *
   * @throws org.caisse.domain.pack.UnsetParameterException when a needed value is missing
   */
  public static History of(CareBook book, LocalDate first, LocalDate last) {
    int days = 0;
    boolean years = false;
    Set<String> bounded = new TreeSet<>();
    Set<String> ofPrescription = new TreeSet<>();
    Set<String> ofMore = new TreeSet<>();
    for (CareTerms terms : Stream.of(first, last).map(book::on).toList()) {
      for (CareTerms.Limited limited : terms.limits()) {
        CareLimit limit = limited.limit();
        switch (limit.window().kind()) {
          case DAYS -> {
            days = Math.max(days, limited.days());
            bounded.add(limit.id());
          }
          case YEAR -> {
            years = true;
            bounded.add(limit.id());
          }
          case EVER, STATUS ->
              (limit.same().contains(CareLimit.Same.PRESCRIPTION) ? ofPrescription : ofMore)
                  .add(limit.id());
        }
      }
      for (CareTerms.Held held : terms.episodes()) {
        days = Math.max(days, held.days());
        bounded.add(held.episode().id());
      }
    }
    // What is bounded under one of two laws only is not bounded.
    bounded.removeAll(ofPrescription);
    bounded.removeAll(ofMore);
    ofPrescription.removeAll(ofMore);
    return new History(days, years, List.copyOf(bounded), List.copyOf(ofPrescription));
  }
}
