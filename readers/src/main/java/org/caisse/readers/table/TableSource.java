package org.caisse.readers.table;

import java.io.IOException;

/**
 * Rows of a table from first to last, in memory that does not depend on their number. Blank rows
 * are given, too, except that a workbook may leave out rows that it does not store: numbers of rows
 * ascend and need not be consecutive.
 */
public interface TableSource extends AutoCloseable {

  /**
   * The next row, or null at the end.
   *
   * @throws UnreadableTableException when nothing more of the file can be read, whatever the row
   * @throws IOException when the disk fails
   */
  TableRow next() throws IOException;

  /**
   * Whether serial numbers of days count from 1904, as in workbooks of old Macintoshes, not from
   * 1900.
   */
  default boolean since1904() {
    return false;
  }

  @Override
  void close() throws IOException;
}
