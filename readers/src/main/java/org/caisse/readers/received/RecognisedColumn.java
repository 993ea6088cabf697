package org.caisse.readers.received;

import java.util.Objects;

/**
 * A column of a received file that is read.
 *
 * @param field name of the field in the format's description
 * @param title what the sender's file has above the column, or the field's title when it has none
 * @param position from 0
 * @param decimalMark the mark before decimals in amounts of this column, empty when none needs one
 * @param thousandsMark the mark between groups of three digits, empty when none is used
 * @param openMarks marks of which it is not known what they mean in the few values that do not show
 *     it, so that these are not read; usually empty
 */
public record RecognisedColumn(
    String field,
    String title,
    int position,
    String decimalMark,
    String thousandsMark,
    String openMarks) {

  public RecognisedColumn {
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(decimalMark, "decimalMark");
    Objects.requireNonNull(thousandsMark, "thousandsMark");
    Objects.requireNonNull(openMarks, "openMarks");
  }
}
