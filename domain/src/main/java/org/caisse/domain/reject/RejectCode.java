package org.caisse.domain.reject;

/**
 * Why a line, a declaration or a registry row is refused. Numbers are stored and archived: they
 * never change and are never used again. What each means and what the sender should do is in the
 * message files, under {@code reject.NAME} and {@code reject.NAME.todo}.
 */
public enum RejectCode {
  /** The line cannot be split into fields: an unclosed quote, bytes that are no text. */
  LINE_UNREADABLE(101),
  /** The line has too few or too many fields. */
  FIELD_COUNT(102),
  /** The first field is none of the record types. */
  RECORD_UNKNOWN(103),
  /** The line is longer than any valid line. */
  LINE_TOO_LONG(104),
  /** A line of a person that follows no declaration of its employer and period. */
  LINE_ORPHAN(105),
  /** The first line is not the header of the format. */
  HEADER_UNKNOWN(106),
  /** The file fits several formats. */
  FORMAT_AMBIGUOUS(107),
  /** A column that the format needs is not in the file. */
  COLUMN_MISSING(108),
  /** Two columns of the file may be the one that the format means. */
  COLUMN_TWICE(109),
  /** A point or comma in an amount may stand before decimals or between thousands. */
  AMOUNT_AMBIGUOUS(110),
  /** A day may be read with the day or the month first. */
  DATE_AMBIGUOUS(111),
  /** Neither the file nor its name nor the sender’s mapping says whose or of when it is. */
  FACT_MISSING(112),
  /** The bytes are text in no encoding that can be read. */
  TEXT_UNREADABLE(113),
  /** The file has titles and no lines. */
  NO_LINES(114),
  /** The file holds more declarations than are taken at once. */
  TOO_MANY_DECLARATIONS(115),
  /** Several sender mappings, or none of that name, are for the file. */
  MAPPING_UNCLEAR(116),

  /** The file is in a format that is not read: an old workbook, another program's, an archive. */
  WORKBOOK_FORMAT(125),
  /** The workbook asks for a password. */
  WORKBOOK_PROTECTED(126),
  /** The workbook is cut off, changed, or not put together as the standard says. */
  WORKBOOK_DAMAGED(127),
  /** The workbook holds, or unpacks to, more than any declaration. */
  WORKBOOK_TOO_LARGE(128),
  /** It is not clear which sheet of the workbook is meant. */
  SHEET_UNDECIDED(129),

  EMPLOYER_UNKNOWN(201),
  EMPLOYER_INACTIVE(202),
  PERIOD_INVALID(203),
  KIND_UNKNOWN(204),
  SEQUENCE_INVALID(205),
  TOTALS_UNREADABLE(206),
  /** The number of lines is not the declared one. */
  COUNT_MISMATCH(207),
  /** The sum of the pays is not the declared one. */
  GROSS_MISMATCH(208),
  /**
   * Another declaration with the same employer, period and sequence was filed before, and differs.
   */
  SEQUENCE_REUSED(209),
  /** A nil declaration that has lines or totals. */
  NIL_WITH_LINES(210),
  /** A sum of identifiers or control sums is not the declared one. */
  HASH_TOTAL_MISMATCH(211),
  /** Another total than the count and the sum of the pays is not the declared one. */
  TOTAL_MISMATCH(212),
  /** A complement or differential of a period for which no declaration counts. */
  COMPLEMENT_BASELESS(214),
  /** A complement or differential with a sequence before that of the declaration that counts. */
  COMPLEMENT_SUPERSEDED(215),
  /** A sequence between a declaration that counts and what completes it. */
  SEQUENCE_TOO_LOW(216),
  /** Corrected lines of a declaration that is not filed. */
  CORRECTION_BASELESS(217),
  /** Corrected lines of a declaration that was replaced meanwhile. */
  CORRECTION_SUPERSEDED(218),
  /** Opening balance and lines of a bank statement do not give its closing balance. */
  STATEMENT_BALANCE(220),
  /** The balances on the lines of a bank statement do not run on from line to line. */
  STATEMENT_CHAIN(221),
  /** A bank statement has another number of lines than it says. */
  STATEMENT_COUNT(222),
  /** A remittance has another number of lines than it says. */
  REMITTANCE_COUNT(223),
  /** The lines of a remittance add up to another total than it says. */
  REMITTANCE_TOTAL(224),
  /** Another remittance of the same body has the same number, and says something else. */
  REMITTANCE_REUSED(225),
  /** A line of the remittance cannot be read, so nothing of it is taken. */
  REMITTANCE_INCOMPLETE(226),

  /** A lot has another number of invoices than it says. */
  LOT_COUNT(250),
  /** The invoices of a lot add up to another total than it says. */
  LOT_TOTAL(251),
  /** An invoice has another number of lines than it says. */
  INVOICE_COUNT(252),
  /** The lines of an invoice add up to another total than it says. */
  INVOICE_TOTAL(253),
  /** Another invoice of the provider has the same number and version, and says something else. */
  INVOICE_REUSED(254),
  /** The rows of one invoice or lot say different things of the whole. */
  INVOICE_UNCLEAR(255),
  /** An invoice without lines. */
  INVOICE_EMPTY(256),
  /** Corrected lines of an invoice that is not filed. */
  INVOICE_UNKNOWN(257),
  /** Corrected lines of an invoice that a higher version replaced meanwhile. */
  INVOICE_SUPERSEDED(258),

  /** Another number of lines or numbers than the old system counts. */
  TAKE_ON_COUNT(240),
  /** Another total than the old system has. */
  TAKE_ON_TOTAL(241),
  /** Totals of which the control file of a take-on says nothing. */
  TAKE_ON_UNCONTROLLED(242),
  /** A declaration of a month that an old system had and that was taken on. */
  PERIOD_TAKEN_ON(243),

  PERSON_MISSING(301),
  PERSON_UNKNOWN(302),
  PERSON_INACTIVE(303),
  GROSS_UNREADABLE(304),
  GROSS_NEGATIVE(305),
  GROSS_TOO_LARGE(306),
  DATE_UNREADABLE(307),
  /** The spell is empty or lies outside the period. */
  SPELL_INVALID(308),
  DAYS_INVALID(309),
  /** The same person was already declared by this employer for these days. */
  SPELL_OVERLAP(310),
  /** A spreadsheet rounded a number, or shows it with an exponent: digits are lost. */
  DIGITS_LOST(311),
  /** The control sum of the line is not that of its fields. */
  CONTROL_SUM_MISMATCH(312),
  /** A value has no meaning in the format, nor in the sender’s mapping. */
  VALUE_UNKNOWN(313),
  /** A line of fixed width is too short or too long. */
  LINE_LENGTH(314),
  /** The check digit of a number does not fit its other digits. */
  CHECK_DIGIT_WRONG(315),
  /** The line says that it is not about health insurance. */
  NOT_CONCERNED(316),
  /** The days that a pay is for lie in several months. */
  PERIOD_TOO_LONG(317),
  /** The very line was accepted before, in what this declaration completes. */
  LINE_TAKEN_BEFORE(320),
  /** A difference for a person of whom no spell counts that it could change. */
  DIFFERENCE_BASELESS(321),
  /** A difference that would leave less than no pay. */
  DIFFERENCE_BELOW_ZERO(322),
  /** A difference that would leave less than no days, or more than those of the spells. */
  DIFFERENCE_DAYS(323),
  /** A difference with dates of entry or exit: it changes days and pay, no spells. */
  DIFFERENCE_DATED(324),
  /** Another line with the same reference of the bank came before, and says something else. */
  RECEIPT_REUSED(330),
  /** A line of a bank statement has both a debit and a credit, or neither. */
  RECEIPT_SIDES(331),

  /** Quantity times price is not the amount charged. */
  CHARGED_MISMATCH(340),
  /** The shares of fund and patient do not add up to the amount charged. */
  SHARES_MISMATCH(341),
  /** Care of a day after the invoice came. */
  CARE_IN_FUTURE(342),
  /**
   * A line says in no way, or in several, what was done: act, letter with coefficient, medicine.
   */
  CARE_UNCLEAR(343),
  /** The insured person has no dependant of that rank. */
  RANK_UNKNOWN(344),

  /** The debts of an employer were taken on with another section of the fund. */
  TAKEN_ON_ELSEWHERE(350),
  /** The account has no opening balance: what is in it comes one by one. */
  ACCOUNT_DETAILED(351),
  /** Another line of the same month gives other days for it. */
  TERMS_DIFFER(352),

  FIELD_MISSING(401),
  FIELD_INVALID(402),
  FIELD_TOO_LONG(403),
  /** The same identifier stands on an earlier line of the same file. */
  DUPLICATE(404),
  POPULATION_UNKNOWN(405),
  OGD_UNKNOWN(406),
  PROVIDER_UNKNOWN(407),
  ACT_UNKNOWN(408),
  MEDICINE_UNKNOWN(409);

  private final int number;

  RejectCode(int number) {
    this.number = number;
  }

  /** The stable number under which it is stored. */
  public int number() {
    return number;
  }

  /**
   * The code of a stored number.
   *
   * @throws IllegalArgumentException when no code has this number
   */
  public static RejectCode ofNumber(int number) {
    for (RejectCode code : values()) {
      if (code.number == number) {
        return code;
      }
    }
    throw new IllegalArgumentException("no reject code has number " + number);
  }
}
