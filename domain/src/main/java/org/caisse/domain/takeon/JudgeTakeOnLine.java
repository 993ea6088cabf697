package org.caisse.domain.takeon;

import java.time.LocalDate;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;

/**
 * Decides on a line of a take-on what the line alone cannot tell: numbers that the registry must
 * know, lines that stand twice, days that have not come, money that is here already.
 */
public final class JudgeTakeOnLine {

  private JudgeTakeOnLine() {}

  /** Whether a receipt with the account and reference of a line is in the books. */
  public enum Known {
    NOTHING,
    /** The section brought it before, the same. */
    SAME,
    OTHER
  }

  /**
   * What is known of a line.
   *
   * @param employer its number, or empty
   * @param person its number, or empty
   * @param ogd its code, or empty
   * @param account of the bank or chart, or empty
   * @param reference of the bank, or empty
   * @param day of the money or first of the month, or null
   * @param businessDate of the take-on
   * @param rank of the line among those that say the same, from 1
   * @param otherTerms whether another line of the month gives other days for it
   * @param elsewhere another section that brought debts of the employer, or empty
   * @param detailed whether the account of a balance is told one by one
   * @param known whether the money is here already
   */
  public record Facts(
      int lineNo,
      String employer,
      boolean employerKnown,
      String person,
      boolean personKnown,
      String ogd,
      boolean ogdKnown,
      String account,
      String reference,
      LocalDate day,
      LocalDate businessDate,
      int rank,
      boolean otherTerms,
      String elsewhere,
      boolean detailed,
      Known known) {}

  /**
   * The first reason to refuse a line.
   *
   * @return null when there is none
   */
  public static Reject judge(Facts facts) {
    int line = facts.lineNo();
    if (!facts.employer().isEmpty() && !facts.employerKnown()) {
      return new Reject(line, RejectCode.EMPLOYER_UNKNOWN, "employer", facts.employer());
    }
    if (!facts.person().isEmpty() && !facts.personKnown()) {
      return new Reject(line, RejectCode.PERSON_UNKNOWN, "person", facts.person());
    }
    if (!facts.ogd().isEmpty() && !facts.ogdKnown()) {
      return new Reject(line, RejectCode.OGD_UNKNOWN, "ogd", facts.ogd());
    }
    if (facts.day() != null && facts.day().isAfter(facts.businessDate())) {
      return new Reject(
          line,
          RejectCode.FIELD_INVALID,
          facts.reference().isEmpty() ? "period" : "value_date",
          facts.day().toString(),
          "<= " + facts.businessDate());
    }
    if (facts.detailed()) {
      return new Reject(line, RejectCode.ACCOUNT_DETAILED, "account", facts.account());
    }
    return again(facts);
  }

  private static Reject again(Facts facts) {
    int line = facts.lineNo();
    if (facts.rank() > 1) {
      return new Reject(line, RejectCode.DUPLICATE, "", what(facts));
    }
    if (facts.otherTerms()) {
      return new Reject(line, RejectCode.TERMS_DIFFER, "due", what(facts));
    }
    if (!facts.elsewhere().isEmpty()) {
      return new Reject(
          line, RejectCode.TAKEN_ON_ELSEWHERE, "employer", facts.employer(), facts.elsewhere());
    }
    if (facts.known() == Known.OTHER) {
      return new Reject(line, RejectCode.RECEIPT_REUSED, "reference", facts.reference());
    }
    return null;
  }

  private static String what(Facts facts) {
    String number = facts.person().isEmpty() ? facts.employer() : facts.person();
    String whose = facts.reference().isEmpty() ? number : facts.reference();
    return whose.isEmpty() ? facts.account() : whose;
  }
}
