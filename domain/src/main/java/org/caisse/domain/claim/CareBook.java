package org.caisse.domain.claim;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.caisse.domain.pack.Law;

/** The terms of care by day, each looked up once. Not for several threads at once. */
public final class CareBook {

  private final Law law;
  private final Map<LocalDate, CareTerms> terms = new HashMap<>();

  public CareBook(Law law) {
    this.law = law;
  }

  /**
   * The terms of a day of care; of days before the law begins those of its first day, since care of
   * before is refused.
   *
   * @throws org.caisse.domain.pack.UnsetParameterException when a needed value is missing
   */
  public CareTerms on(LocalDate day) {
    LocalDate start = law.pack().care() == null ? day : law.pack().care().start();
    return terms.computeIfAbsent(day.isBefore(start) ? start : day, d -> CareTerms.of(law, d));
  }
}
