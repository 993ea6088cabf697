package org.caisse.app.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Writes declarations line by line, the wrong ones wrongly. */
final class LineText {

  static final String COLUMNS =
      "record;employer;period;kind;sequence;count;person;name;entry;exit;days;gross";

  private static final int RECORD = 0;
  private static final int EMPLOYER = 1;
  private static final int PERSON = 6;
  private static final int NAME = 7;
  private static final int ENTRY = 8;
  private static final int EXIT = 9;
  private static final int GROSS = 11;
  private static final int LONGEST_LINE = 4096;
  private static final String NOTE = " (voir note jointe)";
  private static final int DAYS_A_YEAR = 365;
  private static final int MAX_YEARS_HIRED = 12;
  private static final String[] GROSSES_UNREADABLE = {"150 000", "150.000", "NEANT", "85000F"};
  private static final String[] TOTALS_UNREADABLE = {"1 250 000", "cf. bordereau", "12.345.678"};
  private static final String[] KINDS_UNKNOWN = {"rectificative", "ORIGINALE", "annulation"};
  private static final String[] SEQUENCES_INVALID = {"0", "A1", "-1"};
  private static final String[] RECORDS_UNKNOWN = {"T", "X", "S"};

  private final Fund fund;
  private final Month month;
  private final byte[] period;
  private final long seed;

  LineText(Fund fund) {
    this.fund = fund;
    this.month = fund.month();
    this.period = month.month().toString().getBytes(StandardCharsets.US_ASCII);
    this.seed = fund.options().seed();
  }

  /** The line that opens a declaration. */
  void header(CsvFile file, Declaration declaration, Tally tally) throws IOException {
    int e = declaration.employer();
    int variant = Draw.WRONG_HEADER.below(1 << 20, seed, e);
    String employer = employer(fund.employers().number(e));
    String declared = month.month().toString();
    String kind = declaration.kind().code();
    String sequence = Integer.toString(declaration.sequence());
    int lines = tally.lines();
    String gross = Long.toString(tally.declaredMinor());
    switch (declaration.wrong()) {
      case EMPLOYER_UNKNOWN -> employer = employer(fund.employers().unknownNumber(e));
      case PERIOD_INVALID -> declared = invalidPeriod(variant);
      case KIND_UNKNOWN -> kind = KINDS_UNKNOWN[variant % KINDS_UNKNOWN.length];
      case SEQUENCE_INVALID -> sequence = SEQUENCES_INVALID[variant % SEQUENCES_INVALID.length];
      case TOTALS_UNREADABLE -> gross = TOTALS_UNREADABLE[variant % TOTALS_UNREADABLE.length];
      case COUNT_MISMATCH -> lines += 1 + variant % 3;
      case GROSS_MISMATCH -> gross = Long.toString(tally.declaredMinor() + 10_000);
      case EMPLOYER_INACTIVE, SEQUENCE_REUSED, NIL_WITH_LINES -> {}
      case null -> {}
    }
    file.put("D;" + employer + ';' + declared + ';' + kind + ';' + sequence + ';');
    file.put(lines).put(";;;;;;").put(gross).endLine();
  }

  private String invalidPeriod(int variant) {
    return variant % 2 == 0
        ? month.month().plusYears(1).toString()
        : month.month().getYear() + "-13";
  }

  /** The line of one person. */
  void line(CsvFile file, Declaration declaration, PayLine line) throws IOException {
    if (line.wrong() != null) {
      file.line(wrong(line));
      return;
    }
    int e = line.employer();
    if (declaration.wrong() == WrongDeclaration.EMPLOYER_UNKNOWN) {
      file.put("L;E").put(fund.employers().unknownNumber(e), 6).next();
    } else {
      file.put("L;E").put(fund.employers().number(e), 6).next();
    }
    file.put(period).put(";;;;P").put(fund.persons().number(line.person()), 8).next();
    name(file, line.person());
    file.next().day(entry(line)).next().day(exit(line)).next();
    if (line.days() >= 0) {
      file.put(line.days());
    }
    file.next().put(line.grossMinor()).endLine();
  }

  private void name(CsvFile file, int person) throws IOException {
    Names names = fund.names();
    String quoted = names.quoted(person);
    if (quoted != null) {
      file.put(quoted);
      return;
    }
    file.put(names.surname(person)).put(' ').put(names.givenName(person));
    byte[] second = names.secondName(person);
    if (second != null) {
      file.put(' ').put(second);
    }
  }

  /** Day of entry, where it is inside the month; some payrolls give the day of hiring always. */
  int entry(PayLine line) {
    if (line.fromDay() > 1) {
      return month.firstDay() + line.fromDay() - 1;
    }
    if (Draw.ENTRY_ALWAYS.below(8, seed, line.employer()) != 0) {
      return CsvFile.NO_DAY;
    }
    int adult = fund.persons().birth(line.person()) + 18 * DAYS_A_YEAR + 5;
    int longest = Math.min(MAX_YEARS_HIRED * DAYS_A_YEAR, month.firstDay() - 60 - adult);
    return month.firstDay() - 60 - Draw.HIRED.below(longest, seed, line.person());
  }

  /** Day of exit, where it is inside the month. */
  int exit(PayLine line) {
    return line.toDay() < month.length() ? month.firstDay() + line.toDay() - 1 : CsvFile.NO_DAY;
  }

  private String wrong(PayLine line) {
    String[] fields = {
      "L",
      employer(fund.employers().number(line.employer())),
      month.month().toString(),
      "",
      "",
      "",
      person(fund.persons().number(line.person())),
      fund.names().text(line.person()),
      day(entry(line)),
      day(exit(line)),
      line.days() < 0 ? "" : Integer.toString(line.days()),
      Long.toString(line.grossMinor())
    };
    spoil(fields, line);
    return String.join(";", fields);
  }

  private void spoil(String[] fields, PayLine line) {
    int variant = line.variant();
    switch (line.wrong()) {
      case LINE_UNREADABLE -> fields[NAME] = '"' + fields[NAME];
      case FIELD_COUNT -> fields[NAME] = fields[NAME].replaceFirst(" ", ";");
      case RECORD_UNKNOWN -> fields[RECORD] = RECORDS_UNKNOWN[variant % RECORDS_UNKNOWN.length];
      case LINE_TOO_LONG -> fields[NAME] += NOTE.repeat(LONGEST_LINE / NOTE.length() + 1);
      case LINE_ORPHAN -> fields[EMPLOYER] = employer(otherEmployer(line.employer()));
      case PERSON_MISSING -> fields[PERSON] = "";
      case PERSON_UNKNOWN ->
          fields[PERSON] = person(fund.persons().wrongNumber(line.person(), variant));
      case PERSON_INACTIVE -> {
        int gone = fund.persons().someoneEnded(variant);
        fields[PERSON] = person(fund.persons().number(gone));
        fields[NAME] = fund.names().text(gone);
      }
      case GROSS_UNREADABLE ->
          fields[GROSS] = GROSSES_UNREADABLE[variant % GROSSES_UNREADABLE.length];
      case DATE_UNREADABLE -> fields[ENTRY] = unreadableDay(variant);
      case SPELL_INVALID -> {
        fields[ENTRY] = day(invalidEntry(variant));
        fields[EXIT] = day(invalidExit(variant));
      }
      case GROSS_NEGATIVE, GROSS_TOO_LARGE, DAYS_INVALID, SPELL_OVERLAP -> {}
    }
  }

  private String unreadableDay(int variant) {
    int year = month.month().getYear();
    int number = month.month().getMonthValue();
    return switch (variant % 4) {
      case 0 -> "10/%02d/%04d".formatted(number, year);
      case 1 -> "%04d-%02d-32".formatted(year, number);
      case 2 -> "%04d%02d10".formatted(year, number);
      default -> "?";
    };
  }

  /** Three ways: exit before entry, entry after the month, exit before the month. */
  private int invalidEntry(int variant) {
    return switch (variant % 3) {
      case 0 -> month.firstDay() + 19;
      case 1 -> month.firstDay() + month.length() + 2;
      default -> CsvFile.NO_DAY;
    };
  }

  private int invalidExit(int variant) {
    return switch (variant % 3) {
      case 0 -> month.firstDay() + 9;
      case 1 -> CsvFile.NO_DAY;
      default -> month.firstDay() - 3;
    };
  }

  private int otherEmployer(int employer) {
    return fund.employers().number(employer + 1);
  }

  /** Number of the person as the line has it, of the only mistake that is made in every form. */
  long personNumber(PayLine line) {
    return line.wrong() == WrongLine.PERSON_UNKNOWN
        ? fund.persons().wrongNumber(line.person(), line.variant())
        : fund.persons().number(line.person());
  }

  static String employer(int number) {
    return "E%06d".formatted(number);
  }

  static String person(long number) {
    return "P%08d".formatted(number);
  }

  private static String day(int epochDay) {
    return epochDay == CsvFile.NO_DAY ? "" : LocalDate.ofEpochDay(epochDay).toString();
  }
}
