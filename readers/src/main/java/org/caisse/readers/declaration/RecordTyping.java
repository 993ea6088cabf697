package org.caisse.readers.declaration;

import java.time.LocalDate;
import java.util.List;
import org.caisse.domain.contribution.DeclarationKind;
import org.caisse.domain.contribution.DeclarationRecord;
import org.caisse.domain.contribution.DeclarationRecord.Header;
import org.caisse.domain.contribution.DeclarationRecord.Line;
import org.caisse.domain.contribution.DeclarationRecord.Unreadable;
import org.caisse.domain.contribution.EmployerFacts;
import org.caisse.domain.money.Currency;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.caisse.readers.line.FieldText;
import org.caisse.readers.line.LineReject;
import org.caisse.readers.line.NormalisedHeader;
import org.caisse.readers.line.RawLines;
import org.caisse.readers.registry.Registry;

/**
 * Turns the fields of a line into a record. A field that cannot be typed becomes the record's
 * problem, the first one in the order of the columns; whether that matters is for the rules. What
 * consecutive lines repeat is typed once.
 */
final class RecordTyping {

  private static final int RECORD = 0;
  private static final int EMPLOYER = 1;
  private static final int PERIOD = 2;
  private static final int KIND = 3;
  private static final int SEQUENCE = 4;
  private static final int COUNT = 5;
  private static final int PERSON = 6;
  private static final int ENTRY = 8;
  private static final int EXIT = 9;
  private static final int DAYS = 10;
  private static final int GROSS = 11;

  /**
   * Begins the record of a row that the front door could not split into fields, or that is no line
   * of a person.
   */
  private static final String REFUSED = "X";

  /** The record of such a row where it opens a declaration. */
  private static final String REFUSED_HEADER = "XD";

  private static final int MAX_SEQUENCE = 999_999;
  private static final int MAX_DAYS = 31;

  private final List<String> columns;
  private final boolean normalised;
  private final Registry registry;
  private final int decimals;

  private String lastEmployer = "";
  private String lastPeriod = "";
  private LocalDate lastPeriodStart;

  private int lineNo;
  private String[] fields;
  private Reject problem;

  /**
   * @param normalised whether the front door wrote the file: only then do records that it refused
   *     carry why
   */
  RecordTyping(List<String> columns, boolean normalised, Registry registry, Currency currency) {
    this.columns = columns;
    this.normalised = normalised;
    this.registry = registry;
    this.decimals = currency.decimals();
  }

  /**
   * @param split the fields of the line, or null when it could not be split
   */
  DeclarationRecord type(RawLines raw, int line, String[] split) {
    Reject unreadable = LineReject.of(raw, line, split, columns.size(), normalised);
    if (unreadable != null) {
      return unreadable(raw, line, unreadable);
    }
    lineNo = raw.lineNo(line);
    fields = split;
    problem = NormalisedHeader.problem(lineNo, fields, columns.size());
    if (problem != null && fields[RECORD].startsWith(REFUSED)) {
      return new Unreadable(lineNo, fields[RECORD].equals(REFUSED_HEADER), problem);
    }
    return switch (fields[RECORD]) {
      case "L" -> line();
      case "D" -> header();
      default -> {
        refuse(RECORD, RejectCode.RECORD_UNKNOWN, "D|L");
        yield unreadable(raw, line, problem);
      }
    };
  }

  private Header header() {
    String employerNo = employerNo();
    if (employerNo.isBlank()) {
      refuse(EMPLOYER, RejectCode.FIELD_MISSING, "");
    }
    LocalDate periodStart = periodStart();
    if (periodStart == null) {
      refuse(PERIOD, RejectCode.PERIOD_INVALID, "YYYY-MM");
    }
    DeclarationKind kind = DeclarationKind.ofCode(fields[KIND]).orElse(null);
    if (kind == null) {
      refuse(KIND, RejectCode.KIND_UNKNOWN, "original|replacement|nil|complement|differential");
    }
    long sequence = FieldText.wholeNumber(fields[SEQUENCE]);
    if (sequence < 1 || sequence > MAX_SEQUENCE) {
      refuse(SEQUENCE, RejectCode.SEQUENCE_INVALID, "1.." + MAX_SEQUENCE);
      sequence = 0;
    }
    long count = FieldText.wholeNumber(fields[COUNT]);
    if (count < 0 || count > Integer.MAX_VALUE) {
      refuse(COUNT, RejectCode.TOTALS_UNREADABLE, "");
      count = -1;
    }
    long grossMinor = FieldText.amountMinor(fields[GROSS], decimals);
    // What is wrong with a line may still be that its pay is negative, and the only line of its
    // kind.
    if (grossMinor == FieldText.UNREADABLE || (grossMinor < 0 && !signed(kind))) {
      refuse(GROSS, RejectCode.TOTALS_UNREADABLE, "");
      grossMinor = -1;
    }
    EmployerFacts employer =
        periodStart == null ? null : registry.employer(employerNo, periodStart);
    return new Header(
        lineNo,
        employerNo,
        employer,
        periodStart,
        kind,
        (int) sequence,
        (int) count,
        grossMinor,
        problem);
  }

  private static boolean signed(DeclarationKind kind) {
    return kind == DeclarationKind.CORRECTION || kind == DeclarationKind.DIFFERENTIAL;
  }

  private Line line() {
    String employerNo = employerNo();
    LocalDate periodStart = periodStart();
    String personNo = fields[PERSON];
    if (personNo.isBlank()) {
      refuse(PERSON, RejectCode.PERSON_MISSING, "");
    }
    int person = registry.person(personNo);
    int entryDay = day(ENTRY);
    int exitDay = day(EXIT);
    int days = days();
    long grossMinor = FieldText.amountMinor(fields[GROSS], decimals);
    boolean grossReadable = grossMinor != FieldText.UNREADABLE;
    if (!grossReadable) {
      refuse(GROSS, RejectCode.GROSS_UNREADABLE, "");
    }
    return new Line(
        lineNo,
        employerNo,
        periodStart,
        personNo,
        person,
        person < 0 ? 0 : registry.personFrom(person),
        person < 0 ? 0 : registry.personTo(person),
        entryDay,
        exitDay,
        days,
        grossReadable ? grossMinor : 0,
        grossReadable,
        problem);
  }

  private static Unreadable unreadable(RawLines raw, int line, Reject reject) {
    boolean opens = raw.startsWith(line, "D;") || raw.startsWith(line, "\"D\";");
    return new Unreadable(raw.lineNo(line), opens, reject);
  }

  private String employerNo() {
    if (!lastEmployer.equals(fields[EMPLOYER])) {
      lastEmployer = fields[EMPLOYER];
    }
    return lastEmployer;
  }

  private LocalDate periodStart() {
    if (!lastPeriod.equals(fields[PERIOD])) {
      lastPeriod = fields[PERIOD];
      long first = FieldText.monthStart(lastPeriod);
      lastPeriodStart = first == FieldText.UNREADABLE ? null : LocalDate.ofEpochDay(first);
    }
    return lastPeriodStart;
  }

  private int day(int column) {
    if (fields[column].isBlank()) {
      return Line.OPEN;
    }
    long day = FieldText.epochDay(fields[column]);
    if (day == FieldText.UNREADABLE) {
      refuse(column, RejectCode.DATE_UNREADABLE, "YYYY-MM-DD");
      return Line.OPEN;
    }
    return (int) day;
  }

  private int days() {
    String text = fields[DAYS];
    if (text.isBlank()) {
      return Line.BLANK;
    }
    // Whether days may be less than nothing depends on the declaration: the rules know.
    boolean negative = text.charAt(0) == '-';
    long days = FieldText.wholeNumber(negative ? text.substring(1) : text);
    if (days < 0 || days > MAX_DAYS) {
      refuse(DAYS, RejectCode.DAYS_INVALID, "0.." + MAX_DAYS);
      return Line.BLANK;
    }
    return (int) (negative ? -days : days);
  }

  private void refuse(int column, RejectCode code, String expected) {
    if (problem == null) {
      problem = new Reject(lineNo, code, columns.get(column), fields[column], expected);
    }
  }
}
