package org.caisse.domain.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How far back what was decided before may count: what is older is not asked for.
 *
 * @param days before a day of care, for limits and episodes whose window has an end
 * @param bounded ids of those; of all others everything counts, however old
 */
public record History(int days, List<String> bounded) {

  private static final int YEAR = 366;

  public History {
    bounded = List.copyOf(bounded);
  }

  /**
   * The history that care given between two days needs.
   *
   * @throws org.caisse.domain.pack.UnsetParameterException when a needed value is missing
   */
  public static History of(CareBook book, LocalDate first, LocalDate last) {
    int days = 0;
    List<String> bounded = new ArrayList<>();
    for (CareTerms terms : Stream.of(first, last).map(book::on).toList()) {
      for (CareTerms.Limited limited : terms.limits()) {
        int window =
            switch (limited.limit().window().kind()) {
              case DAYS -> limited.days();
              case YEAR -> YEAR;
              case EVER, STATUS -> 0;
            };
        days = Math.max(days, window);
        if (window > 0) {
          bounded.add(limited.limit().id());
        }
      }
      for (CareTerms.Held held : terms.episodes()) {
        days = Math.max(days, held.days());
        bounded.add(held.episode().id());
      }
    }
    return new History(days, bounded.stream().distinct().sorted().toList());
  }
}
