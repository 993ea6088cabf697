package org.caisse.readers.registry;

import java.time.LocalDate;
import java.util.List;

/**
 * A number by which others know a person.
 *
 * @param person number in the registry
 * @param kind one of {@link #KINDS}
 * @param value the number, as it is written
 * @param validFrom first day of this version
 * @param validTo day from which it no longer holds, or null
 */
public record IdentifierRow(
    String person, String kind, String value, LocalDate validFrom, LocalDate validTo) {

  /** What there is. */
  public static final List<String> KINDS = List.of("national_id", "phone");
}
