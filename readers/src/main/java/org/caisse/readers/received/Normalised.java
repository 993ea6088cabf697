package org.caisse.readers.received;

import java.util.List;
import java.util.Objects;

/**
 * What came of a received file. Every row of the sender is in one of the counts.
 *
 * @param sha256 of the canonical file, lower-case hexadecimal
 * @param rows rows or lines of the sender's file
 * @param blankRows those that are empty
 * @param otherRows those that are no records: titles, what stands above them, totals
 * @param records those that became one canonical line each
 * @param addedLines canonical lines that were made besides: headers of declarations
 * @param remarks what was repaired, for the acknowledgement
 * @param question why the file is refused all the same, or null
 */
public record Normalised(
    String sha256,
    long rows,
    long blankRows,
    long otherRows,
    long records,
    long addedLines,
    List<Remark> remarks,
    Question question) {

  public Normalised {
    Objects.requireNonNull(sha256, "sha256");
    remarks = List.copyOf(remarks);
    if (rows != blankRows + otherRows + records) {
      throw new IllegalArgumentException(
          "%d rows are not %d blank ones, %d others and %d records"
              .formatted(rows, blankRows, otherRows, records));
    }
  }
}
