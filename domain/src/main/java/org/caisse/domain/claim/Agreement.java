package org.caisse.domain.claim;

import java.time.LocalDate;

/**
 * A prior agreement for an act, medicine or group of care.
 *
 * @param agreementNo its number
 * @param personNo for whom
 * @param item code of the act or medicine, or id of the group
 * @param from first day of care
 * @param to first day on which it no longer holds, or null
 * @param decided whether the reviewer has decided; what is undecided keeps lines pending
 * @param quantityMilli units that are agreed to, over all lines together, thousandths; 0 when it is
 *     refused; {@link CareLine#UNSAID} without limit
 * @param unitMinor price of one that is agreed to; {@link CareLine#UNSAID} for the tariff
 */
public record Agreement(
    String agreementNo,
    String personNo,
    String item,
    LocalDate from,
    LocalDate to,
    boolean decided,
    long quantityMilli,
    long unitMinor) {

  /** Whether it is for this care. */
  public boolean covers(String person, String act, String group, LocalDate day) {
    return isFor(person, act, group) && !from.isAfter(day) && (to == null || day.isBefore(to));
  }

  /** Whether it was granted for this care, and no longer holds on a day. */
  boolean expired(String person, String act, String group, LocalDate day) {
    return isFor(person, act, group) && granted() && to != null && !day.isBefore(to);
  }

  /** Whether it was decided, and not refused. */
  public boolean granted() {
    return decided && quantityMilli != 0;
  }

  private boolean isFor(String person, String act, String group) {
    return personNo.equals(person) && (item.equals(act) || item.equals(group));
  }
}
