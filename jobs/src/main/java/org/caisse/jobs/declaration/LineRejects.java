package org.caisse.jobs.declaration;

import org.caisse.domain.contribution.DeclarationFold.JudgedLine;
import org.caisse.domain.contribution.DeclarationRecord;
import org.caisse.domain.contribution.JudgeLine;
import org.caisse.domain.contribution.LineFacts;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;

/** Names, for a refused line, the field and value that the verdict is about. */
final class LineRejects {

  private static final int MOST_DAYS = 31;

  private LineRejects() {}

  static Reject of(JudgedLine judged) {
    DeclarationRecord.Line line = judged.line();
    RejectCode code = judged.verdict().code();
    if (line.problem() != null && line.problem().code() == code) {
      return line.problem();
    }
    LineFacts facts = judged.facts();
    return switch (code) {
      case LINE_ORPHAN -> new Reject(line.lineNo(), code, "employer", line.employerNo());
      case GROSS_NEGATIVE ->
          new Reject(line.lineNo(), code, "gross", Long.toString(line.grossMinor()));
      case GROSS_TOO_LARGE ->
          new Reject(
              line.lineNo(),
              code,
              "gross",
              Long.toString(line.grossMinor()),
              "<= " + JudgeLine.MAX_GROSS_MINOR);
      case SPELL_INVALID ->
          new Reject(line.lineNo(), code, "entry", spell(line), "1 .. " + facts.periodDays());
      case DAYS_INVALID ->
          new Reject(
              line.lineNo(),
              code,
              "days",
              Integer.toString(line.days()),
              line.days() < 0 ? "0.." + MOST_DAYS : "<= " + (facts.toDay() - facts.fromDay() + 1));
      case DIFFERENCE_BASELESS -> new Reject(line.lineNo(), code, "person", line.personNo());
      case DIFFERENCE_BELOW_ZERO ->
          new Reject(
              line.lineNo(),
              code,
              "gross",
              Long.toString(line.grossMinor()),
              Long.toString(facts.earlierGrossMinor()));
      case DIFFERENCE_DAYS ->
          new Reject(
              line.lineNo(),
              code,
              "days",
              Integer.toString(facts.days()),
              -facts.earlierDays() + " .. " + (facts.coveredDays() - facts.earlierDays()));
      case DIFFERENCE_DATED -> new Reject(line.lineNo(), code, "entry", spell(line));
      case SPELL_OVERLAP, LINE_TAKEN_BEFORE, PERSON_UNKNOWN, PERSON_INACTIVE ->
          new Reject(line.lineNo(), code, "person", line.personNo());
      case LINE_UNREADABLE,
          FIELD_COUNT,
          RECORD_UNKNOWN,
          LINE_TOO_LONG,
          HEADER_UNKNOWN,
          WORKBOOK_FORMAT,
          WORKBOOK_PROTECTED,
          WORKBOOK_DAMAGED,
          WORKBOOK_TOO_LARGE,
          SHEET_UNDECIDED,
          EMPLOYER_UNKNOWN,
          EMPLOYER_INACTIVE,
          PERIOD_INVALID,
          KIND_UNKNOWN,
          SEQUENCE_INVALID,
          TOTALS_UNREADABLE,
          COUNT_MISMATCH,
          GROSS_MISMATCH,
          SEQUENCE_REUSED,
          NIL_WITH_LINES,
          COMPLEMENT_BASELESS,
          COMPLEMENT_SUPERSEDED,
          SEQUENCE_TOO_LOW,
          CORRECTION_BASELESS,
          CORRECTION_SUPERSEDED,
          PERSON_MISSING,
          GROSS_UNREADABLE,
          DATE_UNREADABLE,
          FIELD_MISSING,
          FIELD_INVALID,
          FIELD_TOO_LONG,
          DUPLICATE,
          POPULATION_UNKNOWN,
          OGD_UNKNOWN,
          FORMAT_AMBIGUOUS,
          COLUMN_MISSING,
          COLUMN_TWICE,
          AMOUNT_AMBIGUOUS,
          DATE_AMBIGUOUS,
          FACT_MISSING,
          TEXT_UNREADABLE,
          NO_LINES,
          TOO_MANY_DECLARATIONS,
          MAPPING_UNCLEAR,
          HASH_TOTAL_MISMATCH,
          TOTAL_MISMATCH,
          STATEMENT_BALANCE,
          STATEMENT_CHAIN,
          STATEMENT_COUNT,
          REMITTANCE_COUNT,
          REMITTANCE_TOTAL,
          REMITTANCE_REUSED,
          REMITTANCE_INCOMPLETE,
          RECEIPT_REUSED,
          RECEIPT_SIDES,
          LOT_COUNT,
          LOT_TOTAL,
          INVOICE_COUNT,
          INVOICE_TOTAL,
          INVOICE_REUSED,
          INVOICE_UNCLEAR,
          INVOICE_EMPTY,
          INVOICE_UNKNOWN,
          INVOICE_SUPERSEDED,
          CHARGED_MISMATCH,
          SHARES_MISMATCH,
          CARE_IN_FUTURE,
          CARE_UNCLEAR,
          RANK_UNKNOWN,
          PROVIDER_UNKNOWN,
          ACT_UNKNOWN,
          MEDICINE_UNKNOWN,
          TAKE_ON_COUNT,
          TAKE_ON_TOTAL,
          TAKE_ON_UNCONTROLLED,
          PERIOD_TAKEN_ON,
          TAKEN_ON_ELSEWHERE,
          ACCOUNT_DETAILED,
          TERMS_DIFFER,
          DIGITS_LOST,
          CONTROL_SUM_MISMATCH,
          VALUE_UNKNOWN,
          LINE_LENGTH,
          CHECK_DIGIT_WRONG,
          NOT_CONCERNED,
          PERIOD_TOO_LONG ->
          new Reject(line.lineNo(), code, "", "");
    };
  }

  private static String spell(DeclarationRecord.Line line) {
    return date(line.entryDay()) + " .. " + date(line.exitDay());
  }

  private static String date(int epochDay) {
    return epochDay == DeclarationRecord.Line.OPEN
        ? ""
        : java.time.LocalDate.ofEpochDay(epochDay).toString();
  }
}
