package org.caisse.domain.registry;

import java.math.BigDecimal;
import java.util.Set;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;

/**
 * Decides on a row of the registry of care by itself: whether its fields fit each other. Groups,
 * levels and letters are words of the care law, which is not asked here: a registry may be loaded
 * before the law that uses it.
 */
public final class JudgeCareRow {

  /** Statuses that say nothing without which one is meant. */
  private static final Set<String> WITH_DETAIL = Set.of("chronic", "programme", "mutual", "region");

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private JudgeCareRow() {}

  /** The reason to refuse a dependant, or null: nobody depends on oneself. */
  public static Reject dependant(int lineNo, String head, String dependant, Integer rank) {
    if (head.equals(dependant)) {
      return new Reject(lineNo, RejectCode.FIELD_INVALID, "dependant", dependant, "<> " + head);
    }
    return rank != null && (rank < 1 || rank > Short.MAX_VALUE)
        ? new Reject(lineNo, RejectCode.FIELD_INVALID, "rank", Integer.toString(rank), ">= 1")
        : null;
  }

  /** The reason to refuse a status, or null: some need to say which one. */
  public static Reject status(int lineNo, String kind, String detail) {
    return detail.isEmpty() && WITH_DETAIL.contains(kind)
        ? new Reject(lineNo, RejectCode.FIELD_MISSING, "detail", "")
        : null;
  }

  /**
   * The first reason to refuse an act, or null: it has a letter with its coefficient, or a flat
   * amount, or a part of what is charged, or none of them when a tariff of its own gives its price;
   * and its ages are in order.
   *
   * @param coefficient of the letter, or null
   * @param flat minor units, or null
   * @param partPercent per cent of what is charged that are its price, or null
   * @param minMonths age, or null
   * @param maxMonths age, inclusive, or null
   */
  public static Reject act(
      int lineNo,
      String letter,
      BigDecimal coefficient,
      Long flat,
      BigDecimal partPercent,
      Integer minMonths,
      Integer maxMonths) {
    if (letter.isEmpty() != (coefficient == null)) {
      return new Reject(
          lineNo, RejectCode.FIELD_MISSING, letter.isEmpty() ? "letter" : "coefficient", "");
    }
    if (coefficient != null && coefficient.signum() == 0) {
      return new Reject(lineNo, RejectCode.FIELD_INVALID, "coefficient", "0", "> 0");
    }
    if (coefficient != null && flat != null) {
      return new Reject(lineNo, RejectCode.FIELD_INVALID, "flat", Long.toString(flat), "");
    }
    boolean otherPrice = coefficient != null || flat != null;
    if (partPercent != null
        && (otherPrice || partPercent.signum() == 0 || partPercent.compareTo(HUNDRED) > 0)) {
      return new Reject(
          lineNo,
          RejectCode.FIELD_INVALID,
          "part_of_charge",
          partPercent.toPlainString(),
          otherPrice ? "" : "0.1 … 100");
    }
    return minMonths != null && maxMonths != null && maxMonths < minMonths
        ? new Reject(
            lineNo,
            RejectCode.FIELD_INVALID,
            "max_months",
            Integer.toString(maxMonths),
            ">= " + minMonths)
        : null;
  }

  /** The reason to refuse a crosswalk, or null: it leads elsewhere. */
  public static Reject crosswalk(int lineNo, String oldAct, String newAct) {
    return oldAct.equals(newAct)
        ? new Reject(lineNo, RejectCode.FIELD_INVALID, "new_act", newAct, "<> " + oldAct)
        : null;
  }

  /**
   * The first reason to refuse a prior agreement, or null: nobody asks for nothing; what is not
   * granted has nothing that is approved, and what is granted is for something.
   *
   * @param asked units, or null
   * @param approved units, or null
   * @param price approved, minor units, or null
   */
  public static Reject agreement(
      int lineNo, BigDecimal asked, BigDecimal approved, Long price, AgreementStatus status) {
    if (asked != null && asked.signum() == 0) {
      return new Reject(lineNo, RejectCode.FIELD_INVALID, "asked_quantity", "0", "> 0");
    }
    boolean nothing = approved != null && approved.signum() == 0;
    boolean something = price != null || (approved != null && !nothing);
    AgreementStatus meant =
        something ? AgreementStatus.GRANTED : nothing ? AgreementStatus.REFUSED : status;
    return status == meant
        ? null
        : new Reject(lineNo, RejectCode.FIELD_INVALID, "status", status.word(), meant.word());
  }
}
