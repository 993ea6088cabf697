package org.caisse.domain.claim;

import org.caisse.domain.care.Bearer;

/**
 * Why a payer does not pay an amount. Numbers are stored and archived: they never change and are
 * never used again. What happened and what to do is in the message files, under {@code
 * reduction.NAME} and {@code reduction.NAME.todo}.
 */
public enum ReductionCode {
  /** No right with any payer on the day of care. */
  RIGHT_NONE(501, Bearer.PATIENT),
  /** Benefits had not started. */
  BEFORE_START(502, Bearer.PATIENT),
  /** The right with the payer had closed. */
  RIGHT_CLOSED(503, Bearer.PATIENT),

  /** The registry knows no such act. */
  ACT_UNKNOWN(510, Bearer.PROVIDER),
  /** The act was retired, or not yet in force. */
  ACT_RETIRED(511, Bearer.PROVIDER),
  /** The provider had no convention. */
  NOT_CONTRACTED(512, Bearer.PROVIDER),
  /** Providers of this level may not give the act. */
  LEVEL_WRONG(513, Bearer.PROVIDER),
  /** The act is for another age. */
  AGE_WRONG(514, Bearer.PROVIDER),
  /** The act is for the other sex. */
  SEX_WRONG(515, Bearer.PROVIDER),
  /** The registry has no level of the provider on that day: it was closed. */
  PROVIDER_CLOSED(516, Bearer.PROVIDER),
  /** The care is after the day on which the invoice was received. */
  CARE_IN_FUTURE(517, Bearer.PROVIDER),
  /** It was received after the filing deadline. */
  LATE_FILING(518, Bearer.PROVIDER),
  /** A prescriber is missing. */
  PRESCRIBER_MISSING(519, Bearer.PROVIDER),
  /** A referring doctor is missing. */
  REFERRER_MISSING(520, Bearer.PATIENT),
  /** The law of care does not know the group of the act. */
  GROUP_UNKNOWN(521, Bearer.PROVIDER),
  /** The law of care does not know the level of the provider. */
  LEVEL_UNKNOWN(522, Bearer.PROVIDER),

  /** A programme supplied it beforehand, and it is invoiced again. */
  SUPPLIED_IN_KIND(530, Bearer.PROVIDER),
  /** The same care was invoiced before. */
  DUPLICATE(531, Bearer.PROVIDER),
  /** It belongs to an episode whose price holds it. */
  IN_EPISODE(532, Bearer.PROVIDER),

  /** The payer does not cover such care. */
  NOT_COVERED(540, Bearer.PATIENT),
  /** Prior agreement is missing. */
  AGREEMENT_MISSING(541, Bearer.PROVIDER),
  /** Prior agreement was refused. */
  AGREEMENT_REFUSED(542, Bearer.PATIENT),
  /** Less was agreed to than is invoiced. */
  AGREEMENT_QUANTITY(543, Bearer.PROVIDER),
  /** Prior agreement no longer held on the day of care. */
  AGREEMENT_EXPIRED(544, Bearer.PROVIDER),

  /** Charged above the tariff. */
  ABOVE_TARIFF(550, Bearer.PATIENT),
  /** Charged above the reference price of the medicine or of its generic group. */
  ABOVE_REFERENCE(551, Bearer.PATIENT),
  /** Charged above the price that was agreed to. */
  ABOVE_AGREED(552, Bearer.PROVIDER),

  /** As often as the limit allows. */
  LIMIT_COUNT(560, Bearer.PATIENT),
  /** As much as the limit allows. */
  LIMIT_QUANTITY(561, Bearer.PATIENT),
  /** As much money as the limit allows. */
  LIMIT_AMOUNT(562, Bearer.PATIENT);

  private final int number;
  private final Bearer usually;

  ReductionCode(int number, Bearer usually) {
    this.number = number;
    this.usually = usually;
  }

  /** The stable number under which it is stored. */
  public int number() {
    return number;
  }

  /** Who bears it where the care law does not say otherwise. */
  public Bearer usually() {
    return usually;
  }

  /**
   * The code of a stored number.
   *
   * @throws IllegalArgumentException when no code has this number
   */
  public static ReductionCode ofNumber(int number) {
    for (ReductionCode code : values()) {
      if (code.number == number) {
        return code;
      }
    }
    throw new IllegalArgumentException("no reduction code has number " + number);
  }
}
