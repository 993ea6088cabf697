package org.caisse.writers.document;

import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;

/**
 * A row of the reject file of an intake of invoices: why a line was refused, and its own columns as
 * they were sent, to be corrected in place and sent back.
 *
 * @param fileName name of the sender's file
 * @param reject why
 * @param scope what is to be sent back
 * @param cells what stands in a column; none where that is not known
 * @param raw the line as it was sent, or empty
 */
public record RejectedClaim(
    String fileName, Reject reject, Scope scope, Map<Column, String> cells, String raw) {

  /** What is to be sent back. */
  public enum Scope {
    /** This line, corrected in the reject file. */
    LINE,
    /** The whole invoice: nothing of it was filed. */
    INVOICE,
    /** The whole lot: nothing of it was filed. */
    LOT,
    /** The whole file: it was not read. */
    FILE,
    /** Nothing. */
    NOTHING
  }

  /** A column of the format of invoices, in the order of the reject file. */
  public enum Column {
    PROVIDER,
    INVOICE,
    VERSION,
    LINE,
    PERSON,
    RANK,
    CARE_ON,
    ACT,
    LETTER,
    COEFFICIENT,
    MEDICINE,
    QUANTITY,
    UNIT,
    CHARGED,
    RATE,
    FUND_SHARE,
    PATIENT_SHARE,
    PRESCRIBER,
    PRESCRIPTION,
    PRESCRIBED_ON,
    REFERRER,
    AGREEMENT,
    AFFECTION,
    EXEMPTION,
    PLACE;

    /** Whether it holds an amount of money. */
    boolean isAmount() {
      return this == UNIT || this == CHARGED || this == FUND_SHARE || this == PATIENT_SHARE;
    }
  }

  /** Columns that a reason is about; of others, those in which the value stands that it names. */
  private static final Map<RejectCode, Set<Column>> OF_CODE =
      Map.of(
          RejectCode.PERSON_UNKNOWN,
          EnumSet.of(Column.PERSON),
          RejectCode.RANK_UNKNOWN,
          EnumSet.of(Column.PERSON, Column.RANK),
          RejectCode.CARE_IN_FUTURE,
          EnumSet.of(Column.CARE_ON),
          RejectCode.CARE_UNCLEAR,
          EnumSet.of(Column.ACT, Column.LETTER, Column.COEFFICIENT, Column.MEDICINE),
          RejectCode.CHARGED_MISMATCH,
          EnumSet.of(Column.QUANTITY, Column.UNIT, Column.CHARGED),
          RejectCode.SHARES_MISMATCH,
          EnumSet.of(Column.CHARGED, Column.FUND_SHARE, Column.PATIENT_SHARE));

  public RejectedClaim {
    Objects.requireNonNull(scope, "scope");
    cells = Map.copyOf(cells);
  }

  /** What stands in a column. */
  public String of(Column column) {
    return cells.getOrDefault(column, "");
  }

  /** The columns in which something is to be corrected; none unless the line is to be sent back. */
  Set<Column> toCorrect() {
    if (scope != Scope.LINE) {
      return Set.of();
    }
    Set<Column> columns = OF_CODE.get(reject.code());
    return columns == null ? withTheValue() : columns;
  }

  /** Of a reason that names a value: the columns in which it stands. */
  private Set<Column> withTheValue() {
    Set<Column> found = EnumSet.noneOf(Column.class);
    for (Column column : Column.values()) {
      if (!reject.field().isEmpty() && of(column).equals(reject.value())) {
        found.add(column);
      }
    }
    return found;
  }
}
