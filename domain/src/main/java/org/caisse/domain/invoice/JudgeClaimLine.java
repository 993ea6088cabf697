package org.caisse.domain.invoice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;

/**
 * Decides whether a line is taken: it can be read, its person is in the registry, it says in one
 * way what was done and not in the future, and its amounts fit each other. Whether the person has
 * rights, the act exists and the price is right is not asked here.
 */
public final class JudgeClaimLine {

  private JudgeClaimLine() {}

  /** The first reason to refuse it, or null. */
  public static Reject judge(ClaimLineRow line) {
    if (line.status() == InvoiceRow.Status.REPEATED) {
      return null;
    }
    if (line.wholeReject() != null) {
      return line.wholeReject().at(line.lineNo());
    }
    if (line.problem() != null) {
      return line.problem();
    }
    if (line.head()) {
      return null;
    }
    if (!line.personKnown()) {
      return new Reject(line.lineNo(), RejectCode.PERSON_UNKNOWN, "person", line.personNo());
    }
    if (line.careOn().isAfter(line.receivedOn())) {
      return new Reject(
          line.lineNo(),
          RejectCode.CARE_IN_FUTURE,
          "care_on",
          line.careOn().toString(),
          line.receivedOn().toString());
    }
    if (line.rank() > 0 && !line.rankKnown()) {
      return new Reject(
          line.lineNo(), RejectCode.RANK_UNKNOWN, "rank", Integer.toString(line.rank()));
    }
    Reject care = care(line);
    if (care != null) {
      return care;
    }
    Reject sums = sums(line);
    if (sums != null) {
      return sums;
    }
    return line.takenBefore()
        ? new Reject(line.lineNo(), RejectCode.LINE_TAKEN_BEFORE, "person", line.personNo())
        : null;
  }

  /** Exactly one of act, letter with coefficient, and medicine. */
  private static Reject care(ClaimLineRow line) {
    int ways = 0;
    ways += line.act().isEmpty() ? 0 : 1;
    ways += line.letter().isEmpty() ? 0 : 1;
    ways += line.medicine().isEmpty() ? 0 : 1;
    boolean coefficient = !line.coefficient().isEmpty();
    boolean fits =
        ways == 1
            && coefficient != line.letter().isEmpty()
            && !(coefficient && new BigDecimal(line.coefficient()).signum() == 0);
    return fits ? null : new Reject(line.lineNo(), RejectCode.CARE_UNCLEAR, "act", line.care());
  }

  /**
   * Quantity times price, rounded half up once, is the amount charged; both shares add up to it,
   * and one alone does not exceed it.
   */
  private static Reject sums(ClaimLineRow line) {
    if (line.unit() != null) {
      BigDecimal product =
          new BigDecimal(line.quantity())
              .multiply(BigDecimal.valueOf(line.unit()))
              .setScale(0, RoundingMode.HALF_UP);
      if (product.compareTo(BigDecimal.valueOf(line.charged())) != 0) {
        return new Reject(
            line.lineNo(),
            RejectCode.CHARGED_MISMATCH,
            "charged",
            Long.toString(line.charged()),
            product.toPlainString());
      }
    }
    boolean both = line.fundShare() != null && line.patientShare() != null;
    long shares = either(line.fundShare()) + either(line.patientShare());
    if (both ? shares != line.charged() : shares > line.charged()) {
      return new Reject(
          line.lineNo(),
          RejectCode.SHARES_MISMATCH,
          line.fundShare() == null ? "patient_share" : "fund_share",
          Long.toString(shares),
          Long.toString(line.charged()));
    }
    return null;
  }

  private static long either(Long minor) {
    return minor == null ? 0 : minor;
  }
}
