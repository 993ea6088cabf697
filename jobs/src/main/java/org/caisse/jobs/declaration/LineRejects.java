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
      default -> new Reject(line.lineNo(), code, "", "");
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
