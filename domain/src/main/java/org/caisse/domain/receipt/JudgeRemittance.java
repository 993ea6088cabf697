package org.caisse.domain.receipt;

import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;

/**
 * Decides whether a remittance of a delegated body is taken: whole or not at all, because its
 * number is given once. Its body must be known, all its lines readable, and their number and sum
 * those that it says; one that says what an earlier one of its number says is repeated.
 */
public final class JudgeRemittance {

  private JudgeRemittance() {}

  /**
   * What a remittance says, and what was read of it.
   *
   * @param lineNo where it begins
   * @param ogd code of the body
   * @param number given once by the body
   * @param lines read
   * @param unreadable lines that could not be
   * @param totalMinor sum of the lines read, minor units
   * @param count lines that it says, or null
   * @param total that it says, minor units, or null
   * @param ogdKnown whether the registry has the body
   * @param known what an earlier remittance of the same body and number says
   */
  public record Facts(
      int lineNo,
      String ogd,
      String number,
      int lines,
      int unreadable,
      long totalMinor,
      Integer count,
      Long total,
      boolean ogdKnown,
      JudgeReceipt.Known known) {}

  /** Whether it is repeated, refused, or, when neither, taken. */
  public record Verdict(boolean repeated, Reject reject) {}

  /** The verdict on a remittance. */
  public static Verdict judge(Facts facts) {
    if (!facts.ogdKnown()) {
      return refused(facts, RejectCode.OGD_UNKNOWN, "ogd", facts.ogd(), "");
    }
    if (facts.unreadable() > 0) {
      return refused(
          facts,
          RejectCode.REMITTANCE_INCOMPLETE,
          "remittance",
          Integer.toString(facts.unreadable()),
          "");
    }
    if (facts.count() != null && facts.count() != facts.lines()) {
      return refused(
          facts,
          RejectCode.REMITTANCE_COUNT,
          "count",
          Integer.toString(facts.lines()),
          Integer.toString(facts.count()));
    }
    if (facts.total() != null && facts.total() != facts.totalMinor()) {
      return refused(
          facts,
          RejectCode.REMITTANCE_TOTAL,
          "total",
          Long.toString(facts.totalMinor()),
          Long.toString(facts.total()));
    }
    return switch (facts.known()) {
      case NOTHING -> new Verdict(false, null);
      case SAME -> new Verdict(true, null);
      case OTHER -> refused(facts, RejectCode.REMITTANCE_REUSED, "remittance", facts.number(), "");
    };
  }

  private static Verdict refused(
      Facts facts, RejectCode code, String field, String value, String expected) {
    return new Verdict(false, new Reject(facts.lineNo(), code, field, value, expected));
  }
}
