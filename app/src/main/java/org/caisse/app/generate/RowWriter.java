package org.caisse.app.generate;

import java.io.IOException;

/** Takes the rows of one table that a sender sends. */
interface RowWriter extends AutoCloseable {

  /**
   * Writes a row.
   *
   * @param cells texts, amounts of francs as {@link Long}, other numbers as {@link Integer}, days
   *     as {@link java.time.LocalDate}, null for nothing
   * @return its number, from 1
   */
  int row(Object... cells) throws IOException;

  /** Rows so far. */
  int rows();

  @Override
  void close() throws IOException;
}
