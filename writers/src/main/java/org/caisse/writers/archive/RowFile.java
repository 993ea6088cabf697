package org.caisse.writers.archive;

import java.io.IOException;

/** A Parquet file that takes rows. */
interface RowFile {

  void write(Object[] rows, int count) throws IOException;

  /** Writes what is left and the footer. */
  void finish() throws IOException;

  /** Gives back what the file holds outside the heap; without {@link #finish} it stays unusable. */
  void release();
}
