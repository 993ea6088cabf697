package org.caisse.domain.receipt;

import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;

/**
 * Decides whether a bank statement ties: number of lines, opening balance + lines = closing
 * balance, and balances that run on from line to line, each where the bank gives it. One that does
 * not is refused whole, since nobody can say which line is wrong.
 */
public final class JudgeStatement {

  private JudgeStatement() {}

  /**
   * What a statement says, and what was read of it.
   *
   * @param lineNo where it begins
   * @param lines read, whether they can be taken or not
   * @param totalMinor sum of the amounts that could be read, minor units
   * @param count lines that it says, or null
   * @param opening balance before it, minor units, or null
   * @param closing balance after it, minor units, or null
   * @param brokenLine first line whose balance does not follow, or 0
   * @param brokenSays the balance of that line
   * @param brokenShould what balance before and amount give
   */
  public record Facts(
      int lineNo,
      int lines,
      long totalMinor,
      Integer count,
      Long opening,
      Long closing,
      int brokenLine,
      long brokenSays,
      long brokenShould) {}

  /** Why the statement is refused; null when it ties. */
  public static Reject judge(Facts facts) {
    if (facts.count() != null && facts.count() != facts.lines()) {
      return reject(
          facts.lineNo(), RejectCode.STATEMENT_COUNT, "count", facts.lines(), facts.count());
    }
    if (facts.brokenLine() != 0) {
      return reject(
          facts.brokenLine(),
          RejectCode.STATEMENT_CHAIN,
          "balance",
          facts.brokenSays(),
          facts.brokenShould());
    }
    if (facts.opening() != null && facts.closing() != null) {
      long found = Math.addExact(facts.opening(), facts.totalMinor());
      if (found != facts.closing()) {
        return reject(
            facts.lineNo(), RejectCode.STATEMENT_BALANCE, "closing", found, facts.closing());
      }
    }
    return null;
  }

  private static Reject reject(int line, RejectCode code, String field, long found, long said) {
    return new Reject(line, code, field, Long.toString(found), Long.toString(said));
  }
}
