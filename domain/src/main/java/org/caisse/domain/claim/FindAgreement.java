package org.caisse.domain.claim;

import static org.caisse.domain.claim.Refusal.day;
import static org.caisse.domain.claim.Refusal.quantity;
import static org.caisse.domain.claim.Refusal.text;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the prior agreement of a line: the one it invokes, else one of the person for that care and
 * day. What a reviewer approved holds, less what was consumed of it before, and so does the price
 * that was approved.
 */
final class FindAgreement {

  private FindAgreement() {}

  /**
   * An agreement with what is left of it.
   *
   * @param agreement the agreement
   * @param leftMilli units left; {@link Long#MAX_VALUE} without limit
   */
  record Found(Agreement agreement, long leftMilli) {

    /** Whether it was decided, and not refused. */
    boolean granted() {
      return agreement.granted();
    }
  }

  /** Whether care needs one. */
  static boolean needed(LineCase line) {
    return line.line().act().agreement()
        || line.terms().law().claims().agreement().holds(line.group(), line.act());
  }

  /** The agreement of a line, if there is one. */
  static Optional<Found> of(LineCase line, List<Agreement> agreements) {
    String invoked = line.line().agreementNo();
    return agreements.stream()
        .filter(
            agreement ->
                agreement.covers(
                    line.line().personNo(), line.act(), line.group(), line.line().careOn()))
        .map(agreement -> new Found(agreement, left(line, agreement)))
        .min(
            Comparator.comparing((Found found) -> !found.agreement().agreementNo().equals(invoked))
                .thenComparing(found -> !found.granted())
                .thenComparing(found -> found.leftMilli() <= 0)
                .thenComparing(found -> found.agreement().decided())
                .thenComparing(found -> found.agreement().agreementNo())
                .thenComparing(found -> found.agreement().item()));
  }

  /**
   * What is agreed to for a payer.
   *
   * @param quantityMilli units; all of the line where no agreement is needed
   * @param why they are fewer; null when they are not
   * @param needed whether the payer needs an agreement
   * @param undecided whether nobody has decided yet
   */
  record Agreed(long quantityMilli, Refusal why, boolean needed, boolean undecided) {

    static Agreed less(long quantityMilli, Refusal why) {
      return new Agreed(quantityMilli, why, true, false);
    }
  }

  /** Why a line has no agreement: the one that it had no longer holds, or there is none. */
  static Refusal missing(LineCase line, List<Agreement> agreements) {
    String invoked = line.line().agreementNo();
    return agreements.stream()
        .filter(
            agreement ->
                agreement.expired(
                    line.line().personNo(), line.act(), line.group(), line.line().careOn()))
        .min(
            Comparator.comparing((Agreement agreement) -> !agreement.agreementNo().equals(invoked))
                .thenComparing(Agreement::to, Comparator.reverseOrder())
                .thenComparing(Agreement::agreementNo))
        .map(
            agreement ->
                Refusal.of(
                    ReductionCode.AGREEMENT_EXPIRED,
                    text(agreement.agreementNo()),
                    day(agreement.to())))
        .orElseGet(() -> Refusal.of(ReductionCode.AGREEMENT_MISSING, text(line.line().actCode())));
  }

  /**
   * What is agreed to of a line for a payer.
   *
   * @param missing why there is no agreement, where none was found
   */
  static Agreed agreed(LineCase line, Optional<Found> found, Refusal missing, String payer) {
    long asked = line.line().quantityMilli();
    if (!needed(line) || !line.terms().law().claims().agreementPayers().contains(payer)) {
      return new Agreed(asked, null, false, false);
    }
    if (found.isEmpty()) {
      return Agreed.less(0, missing);
    }
    Agreement agreement = found.get().agreement();
    if (!agreement.decided()) {
      return new Agreed(asked, null, true, true);
    }
    String no = agreement.agreementNo();
    if (agreement.quantityMilli() == 0) {
      return Agreed.less(0, Refusal.of(ReductionCode.AGREEMENT_REFUSED, text(no)));
    }
    return found.get().leftMilli() >= asked
        ? new Agreed(asked, null, true, false)
        : Agreed.less(
            found.get().leftMilli(),
            Refusal.of(
                ReductionCode.AGREEMENT_QUANTITY, text(no), quantity(agreement.quantityMilli())));
  }

  /** What counts together in an agreement. */
  static String key(Agreement agreement) {
    return agreement.personNo() + "|" + agreement.item();
  }

  private static long left(LineCase line, Agreement agreement) {
    if (agreement.quantityMilli() == CareLine.UNSAID) {
      return Long.MAX_VALUE;
    }
    long used =
        line.used().of(agreement.agreementNo(), key(agreement)).stream()
            .mapToLong(Consumption::quantityMilli)
            .sum();
    return Math.max(0, agreement.quantityMilli() - used);
  }
}
