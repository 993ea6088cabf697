package org.caisse.writers.document;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.caisse.domain.reject.Reject;

/**
 * A row of the reject file of an intake: why a line was refused, and its own columns as they were
 * sent, to be corrected in place and sent back.
 *
 * @param fileName name of the sender's file
 * @param reject why
 * @param whole whether the refusal is of the declaration or file, not of this line
 * @param scope what is to be sent back
 * @param columns of the declaration format
 * @param raw the line as it was sent, or empty
 */
public record RejectedLine(
    String fileName, Reject reject, boolean whole, Scope scope, Columns columns, String raw) {

  /** What is to be sent back. */
  public enum Scope {
    /** This line, corrected in the reject file. */
    LINE,
    /** The whole declaration: nothing of it was filed. */
    DECLARATION,
    /** The whole file: it was not read. */
    FILE,
    /** Nothing. */
    NOTHING
  }

  /** A column of the declaration format, in the order of the reject file. */
  public enum Column {
    EMPLOYER,
    PERIOD,
    SEQUENCE,
    PERSON,
    NAME,
    ENTRY,
    EXIT,
    DAYS,
    GROSS
  }

  /** The line's columns as they were sent; empty where that is not known. */
  public record Columns(
      String employer,
      String period,
      String sequence,
      String person,
      String name,
      String entry,
      String exit,
      String days,
      String gross) {

    /** A line of which nothing is known. */
    public static final Columns NONE = new Columns("", "", "", "", "", "", "", "", "");

    /** What stands in a column. */
    public String of(Column column) {
      return switch (column) {
        case EMPLOYER -> employer;
        case PERIOD -> period;
        case SEQUENCE -> sequence;
        case PERSON -> person;
        case NAME -> name;
        case ENTRY -> entry;
        case EXIT -> exit;
        case DAYS -> days;
        case GROSS -> gross;
      };
    }
  }

  public RejectedLine {
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(columns, "columns");
  }

  /** The columns in which something is to be corrected; none unless the line is to be sent back. */
  public Set<Column> toCorrect() {
    if (scope != Scope.LINE) {
      return Set.of();
    }
    return switch (reject.code()) {
      case LINE_UNREADABLE,
          FIELD_COUNT,
          RECORD_UNKNOWN,
          LINE_TOO_LONG,
          LINE_LENGTH,
          CONTROL_SUM_MISMATCH ->
          EnumSet.range(Column.PERSON, Column.GROSS);
      case LINE_ORPHAN -> EnumSet.range(Column.EMPLOYER, Column.SEQUENCE);
      case PERSON_MISSING,
          PERSON_UNKNOWN,
          PERSON_INACTIVE,
          CHECK_DIGIT_WRONG,
          DIFFERENCE_BASELESS ->
          EnumSet.of(Column.PERSON);
      case GROSS_UNREADABLE,
          GROSS_NEGATIVE,
          GROSS_TOO_LARGE,
          DIFFERENCE_BELOW_ZERO,
          AMOUNT_AMBIGUOUS ->
          EnumSet.of(Column.GROSS);
      case DATE_UNREADABLE, DATE_AMBIGUOUS -> withTheValue(EnumSet.of(Column.ENTRY, Column.EXIT));
      case SPELL_INVALID, SPELL_OVERLAP, DIFFERENCE_DATED -> EnumSet.of(Column.ENTRY, Column.EXIT);
      case DAYS_INVALID, DIFFERENCE_DAYS -> EnumSet.of(Column.DAYS);
      case PERIOD_TOO_LONG -> EnumSet.of(Column.ENTRY, Column.EXIT, Column.GROSS);
      case DIGITS_LOST, VALUE_UNKNOWN -> withTheValue(EnumSet.allOf(Column.class));
      default -> Set.of();
    };
  }

  /** Those of some columns that have the value; all of them when that cannot be told. */
  private Set<Column> withTheValue(Set<Column> columnsInQuestion) {
    Set<Column> found = EnumSet.noneOf(Column.class);
    for (Column column : columnsInQuestion) {
      if (columns.of(column).equals(reject.value())) {
        found.add(column);
      }
    }
    return found.isEmpty() ? columnsInQuestion : found;
  }
}
