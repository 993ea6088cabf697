package org.caisse.domain.claim;

import java.time.LocalDate;
import java.util.List;

/**
 * A member of a household.
 *
 * @param personNo number of the person
 * @param born day of birth; null when it is not known
 * @param sex {@code M}, {@code F}, or null when it is not known
 * @param rights with payers, past ones too
 * @param statuses of the registry of care
 */
public record Beneficiary(
    String personNo,
    LocalDate born,
    String sex,
    List<PayerRight> rights,
    List<PersonStatus> statuses) {

  public Beneficiary {
    rights = List.copyOf(rights);
    statuses = List.copyOf(statuses);
  }

  /**
   * A right with a payer.
   *
   * @param payer id of the payer in the care law
   * @param from first day
   * @param to first day on which it is closed; null while it is open
   * @param population of the insured person from whom it comes; empty when it comes from none
   * @param why code of why it is open
   */
  public record PayerRight(
      String payer, LocalDate from, LocalDate to, String population, String why) {

    /** Whether it is open on a day. */
    public boolean on(LocalDate day) {
      return !from.isAfter(day) && (to == null || day.isBefore(to));
    }
  }

  /**
   * What is so of a person for a time.
   *
   * @param kind such as {@code pregnancy}
   * @param detail such as the code of a chronic disease, or empty
   * @param from first day
   * @param to first day on which it is no longer so, or null
   */
  public record PersonStatus(String kind, String detail, LocalDate from, LocalDate to) {

    /** Whether it is so on a day. */
    public boolean on(LocalDate day) {
      return !from.isAfter(day) && (to == null || day.isBefore(to));
    }

    /**
     * Whether it is what the law asks for.
     *
     * @param asked the kind, or the kind with {@code :} and the beginning of the detail
     */
    public boolean is(String asked) {
      int colon = asked.indexOf(':');
      return colon < 0
          ? kind.equals(asked)
          : kind.equals(asked.substring(0, colon)) && detail.startsWith(asked.substring(colon + 1));
    }
  }
}
