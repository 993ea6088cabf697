package org.caisse.readers.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Something that reads files of others, with what must hold whatever is in them. */
interface FuzzTarget {

  String name();

  /**
   * What came of an input.
   *
   * @param lines lines or rows that were accounted for
   * @param refused whether it was refused as a whole
   */
  record Outcome(long lines, boolean refused) {}

  /** Inputs as they should be, from which others are made. */
  List<byte[]> seeds() throws IOException;

  /** How many changes make an input of a short seed, at most. */
  default int mostChanges() {
    return 8;
  }

  /**
   * Reads an input and checks everything that must hold.
   *
   * @param folder for files; what lies in it is overwritten
   * @throws AssertionError when something does not hold; any other exception is a finding, too
   */
  Outcome check(byte[] input, Path folder) throws IOException;
}
