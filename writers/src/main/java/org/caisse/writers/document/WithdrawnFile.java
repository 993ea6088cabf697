package org.caisse.writers.document;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.caisse.domain.contribution.WithdrawalEffect;

/**
 * A file that counts no more, as the notice of its withdrawal tells it.
 *
 * @param reference under which the fund keeps the file
 * @param name as the sender gave it
 * @param bytes its size
 * @param sha256 of its content, in lower-case hexadecimal
 * @param receivedOn business date on which it came
 * @param withdrawnOn business date on which it is withdrawn
 * @param reason why
 * @param declarations what it declared; null for other files
 * @param registry what it said of the registry; null for other files
 * @param invoices that were in it; null for other files
 */
public record WithdrawnFile(
    String reference,
    String name,
    long bytes,
    String sha256,
    LocalDate receivedOn,
    LocalDate withdrawnOn,
    String reason,
    Declarations declarations,
    Registry registry,
    Invoices invoices) {

  /**
   * What the invoices were.
   *
   * @param filed how many counted
   * @param lines that were accepted in the file
   * @param chargedMinor what these charged, minor units
   */
  public record Invoices(long filed, long lines, long chargedMinor) {}

  /**
   * What the rows of the registry were.
   *
   * @param versions how many count no more
   * @param repeating later files of which some rows only repeated what was known
   */
  public record Registry(long versions, List<String> repeating) {

    public Registry {
      repeating = List.copyOf(repeating);
    }
  }

  /**
   * What the declarations were.
   *
   * @param filed how many counted
   * @param acceptedMinor sum of their accepted pay, minor units
   * @param contributionsMinor contributions on it, without surcharge, minor units
   * @param effects how many had which effect
   * @param refusedForThem how many in other files were refused because these had their numbers
   * @param months first days of the months that they are for, in order
   * @param listFile name of the file that lists them, or empty when none counted
   */
  public record Declarations(
      int filed,
      long acceptedMinor,
      long contributionsMinor,
      Map<WithdrawalEffect, Integer> effects,
      int refusedForThem,
      List<LocalDate> months,
      String listFile) {

    public Declarations {
      // In the order of the constants: Map.copyOf has none.
      effects = effects.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(effects));
      months = List.copyOf(months);
    }
  }
}
