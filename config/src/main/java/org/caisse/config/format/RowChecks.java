package org.caisse.config.format;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a row must satisfy besides the rules of its fields, and which rows are no records.
 *
 * @param concerns which rows are about health insurance at all, or null for all
 * @param oneMonth two fields whose days must lie in one month, the first and the last day that a
 *     pay is for; empty when there are none
 * @param atMost two fields, the first of which must not be greater; empty when there are none
 * @param absence which lines declare that somebody was not paid, or null
 * @param totalRow how a row of totals is told, or null when there is none
 * @param taken which rows are meant for Caisse, or null for all
 */
public record RowChecks(
    Concerns concerns,
    List<String> oneMonth,
    List<String> atMost,
    Absence absence,
    TotalRow totalRow,
    Taken taken) {

  /** Nothing is checked. */
  public static final RowChecks NONE = new RowChecks(null, List.of(), List.of(), null, null, null);

  public RowChecks {
    oneMonth = List.copyOf(oneMonth);
    atMost = List.copyOf(atMost);
  }

  /**
   * Rows that are not about health insurance are refused.
   *
   * @param field that says it
   * @param pattern that it must match to be
   */
  public record Concerns(String field, Pattern pattern) {}

  /**
   * A line without days and pay, with a reason, is no declared pay.
   *
   * @param field of the reason
   * @param reasons that count
   * @param zero fields that must all be zero for that
   */
  public record Absence(String field, List<String> reasons, List<String> zero) {
    public Absence {
      reasons = List.copyOf(reasons);
      zero = List.copyOf(zero);
    }
  }

  /**
   * A row of totals among the rows: it names nobody.
   *
   * @param labels one of which is the text of one of its cells
   * @param count field that holds the number of lines, or empty
   * @param gross field that holds the sum of the pays, or empty
   */
  public record TotalRow(List<String> labels, String count, String gross) {
    public TotalRow {
      labels = List.copyOf(labels);
    }
  }

  /**
   * Rows that are passed over and counted.
   *
   * @param field that says whether a row is meant
   * @param values with which it is; the empty one is always one of them
   * @param filled where the file has no such field: fields of which one must be filled in
   */
  public record Taken(String field, List<String> values, List<String> filled) {
    public Taken {
      values = List.copyOf(values);
      filled = List.copyOf(filled);
    }
  }
}
