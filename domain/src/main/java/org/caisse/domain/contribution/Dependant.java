package org.caisse.domain.contribution;

import java.time.LocalDate;
import org.caisse.domain.pack.HeadKind;

/**
 * A member of an insured person's family.
 *
 * @param kind spouse, child or parent
 * @param born day of birth, or null when unknown
 * @param disabled counts as a child whatever the age
 */
public record Dependant(HeadKind kind, LocalDate born, boolean disabled) {

  public Dependant {
    if (kind == HeadKind.INSURED) {
      throw new IllegalArgumentException("the insured person is no dependant");
    }
  }
}
