package org.caisse.domain.receipt;

import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;

/**
 * Decides whether a line of a bank statement is taken: one whose reference stands already is
 * repeated when it says the same, and refused when it says something else.
 */
public final class JudgeReceipt {

  private JudgeReceipt() {}

  /** What a standing receipt with the same account and reference says. */
  public enum Known {
    NOTHING,
    SAME,
    OTHER
  }

  /**
   * What is known of a line.
   *
   * @param lineNo in the file
   * @param bankRef the bank's reference
   * @param rank how many lines of the file have its account and reference, up to this one
   * @param sameAsFirst whether it says what the first of them says
   * @param known what came before
   */
  public record Facts(int lineNo, String bankRef, int rank, boolean sameAsFirst, Known known) {}

  /** Whether it is taken, repeated or refused. */
  public record Verdict(boolean repeated, Reject reject) {}

  /** The verdict on a line. */
  public static Verdict judge(Facts facts) {
    boolean again = facts.rank() > 1;
    boolean other = facts.known() == Known.OTHER || (again && !facts.sameAsFirst());
    if (other) {
      return new Verdict(
          false,
          new Reject(facts.lineNo(), RejectCode.RECEIPT_REUSED, "bank_ref", facts.bankRef()));
    }
    return new Verdict(again || facts.known() == Known.SAME, null);
  }
}
