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
   * The terms of a day of care.
   *
   * @throws org.caisse.domain.pack.UnsetParameterException when a needed value is missing
   */
  public CareTerms on(LocalDate day) {
    return terms.computeIfAbsent(day, d -> CareTerms.of(law, d));
  }
}
