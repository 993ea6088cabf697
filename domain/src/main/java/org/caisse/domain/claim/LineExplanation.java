package org.caisse.domain.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.caisse.domain.care.PaysOn;
import org.caisse.domain.claim.Beneficiary.PayerRight;
import org.caisse.domain.claim.Beneficiary.PersonStatus;

/**
 * Why a line was decided as it was: what the rules saw and which rows of the law they applied.
 *
 * @param line the line
 * @param person who was cared for
 * @param decision what was decided
 * @param rights that were open on the day of care
 * @param statuses that were so on it
 * @param group of care that the law was asked for
 * @param status that coverage looked at
 * @param place of care
 * @param price where the price comes from
 * @param payers who was asked, in order
 * @param limits that count such care
 */
public record LineExplanation(
    CareLine line,
    Beneficiary person,
    LineDecision decision,
    List<PayerRight> rights,
    List<PersonStatus> statuses,
    String group,
    String status,
    String place,
    Price price,
    List<Asked> payers,
    List<Limit> limits) {

  public LineExplanation {
    rights = List.copyOf(rights);
    statuses = List.copyOf(statuses);
    payers = List.copyOf(payers);
    limits = List.copyOf(limits);
  }

  /** Where a price comes from. */
  public enum Price {
    /** The registry knows no such act. */
    UNKNOWN_ACT,
    /** A reviewer approved it with the prior agreement. */
    AGREED,
    /** Letter times coefficient times unit value. */
    LETTER,
    FLAT,
    /** Reference price of the medicine. */
    REFERENCE,
    /** Least reference price of the generic group. */
    GENERIC,
    /** There is none: as charged. */
    CHARGED,
    /** A part of what is charged. */
    RELATIVE,
    /** Tariff of the act. */
    ACT,
    /** The registry has none for that day and level. */
    MISSING
  }

  /**
   * A payer who was asked.
   *
   * @param payer id of payer or programme
   * @param percent what it pays, in percent; null where it does not cover the care
   * @param parameter that gives the percentage; null where it does not cover the care
   * @param paysOn of what
   * @param source where the coverage was read
   * @param amountMinor what it pays
   */
  public record Asked(
      String payer,
      BigDecimal percent,
      String parameter,
      PaysOn paysOn,
      String source,
      long amountMinor) {}

  /**
   * A limit that counts such care.
   *
   * @param limit id of the limit
   * @param most minor units, or thousandths of lines or units
   * @param ofAmount whether it counts money
   * @param source where it was read
   * @param taken what lines before took of it
   * @param own what this line takes, in its unit
   */
  public record Limit(
      String limit, long most, boolean ofAmount, String source, List<Taken> taken, long own) {

    public Limit {
      taken = List.copyOf(taken);
    }
  }

  /**
   * What a line before took.
   *
   * @param on its day of care
   * @param provider who gave the care
   * @param invoice of which invoice
   * @param firm whether it was told already
   * @param quantityMilli units or lines, thousandths
   * @param amountMinor money
   */
  public record Taken(
      LocalDate on,
      String provider,
      String invoice,
      boolean firm,
      long quantityMilli,
      long amountMinor) {}
}
