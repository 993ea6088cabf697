package org.caisse.writers.archive;

import java.io.IOException;

/** A Parquet file that takes rows. */
interface RowFile extends AutoCloseable {

  void write(Object[] rows, int count) throws IOException;

  /** Writes what is left and the footer. */
  void finish() throws IOException;

  /** Gives back what is held outside the heap; without {@link #finish} the file is no archive. */
  @Override
  void close();
}
