package org.caisse.domain.contribution;

import java.time.LocalDate;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;

/**
 * Decides whether a declaration is filed: first on its header alone, then, when all lines are
 * known, on its control totals and on what was filed before under the same number (SEMANTICS 9 and
 * 10).
 */
public final class JudgeDeclaration {

  private JudgeDeclaration() {}

  /**
   * The first reason to refuse a declaration that its header shows.
   *
   * @param earlier what was filed before for its employer and period
   * @param schemeStart first period for which contributions are owed
   * @param businessDate day of receipt; a period that has not begun cannot be declared
   * @return null when there is none
   */
  public static Reject header(
      DeclarationRecord.Header header,
      EarlierFilings earlier,
      LocalDate schemeStart,
      LocalDate businessDate) {
    int line = header.lineNo();
    if (header.problem() != null) {
      return header.problem();
    }
    if (header.employer() == null) {
      return new Reject(line, RejectCode.EMPLOYER_UNKNOWN, "employer", header.employerNo());
    }
    LocalDate period = header.periodStart();
    if (period.isBefore(schemeStart) || period.isAfter(businessDate)) {
      return new Reject(
          line,
          RejectCode.PERIOD_INVALID,
          "period",
          month(period),
          month(schemeStart) + " .. " + month(businessDate));
    }
    if (!header.employer().activeIn(period)) {
      return new Reject(
          line,
          RejectCode.EMPLOYER_INACTIVE,
          "employer",
          header.employerNo(),
          affiliation(header.employer()));
    }
    if (header.kind() == DeclarationKind.NIL && (header.lines() != 0 || header.grossMinor() != 0)) {
      return new Reject(
          line,
          RejectCode.NIL_WITH_LINES,
          "count",
          header.lines() + " / " + header.grossMinor(),
          "0 / 0");
    }
    return JudgePlace.judge(header, earlier);
  }

  /**
   * The first reason to refuse a declaration whose lines have all been seen. A pay that could not
   * be read may be what is missing from the total: with such lines, the sum of the others must only
   * not exceed it.
   *
   * @param lines number of lines found
   * @param grossMinor sum of the readable pay
   * @param unreadableAmounts lines whose pay could not be read
   * @param filedSha256 content of the declaration filed before with the same employer, period and
   *     sequence, or null; corrections have no sequence of their own, so for one of these only what
   *     has the same content
   * @param contentSha256 content of this one
   * @return null when there is none
   */
  public static Reject totals(
      DeclarationRecord.Header header,
      int lines,
      long grossMinor,
      int unreadableAmounts,
      String filedSha256,
      String contentSha256) {
    int line = header.lineNo();
    if (filedSha256 != null && !filedSha256.equals(contentSha256)) {
      return new Reject(
          line, RejectCode.SEQUENCE_REUSED, "sequence", Integer.toString(header.sequence()));
    }
    if (lines != header.lines()) {
      return new Reject(
          line,
          RejectCode.COUNT_MISMATCH,
          "count",
          Integer.toString(lines),
          Integer.toString(header.lines()));
    }
    boolean ties =
        unreadableAmounts == 0
            ? grossMinor == header.grossMinor()
            : grossMinor <= header.grossMinor();
    if (!ties) {
      return new Reject(
          line,
          RejectCode.GROSS_MISMATCH,
          "gross",
          Long.toString(grossMinor),
          Long.toString(header.grossMinor()));
    }
    return null;
  }

  private static String month(LocalDate day) {
    return day.toString().substring(0, 7);
  }

  private static String affiliation(EmployerFacts employer) {
    return employer.validFrom() + " .. " + (employer.validTo() == null ? "" : employer.validTo());
  }
}
