package org.caisse.readers.line;

/**
 * A place between two lines of a file, from which reading can go on.
 *
 * @param offset bytes before it
 * @param lineNo number of the line that starts there, from 1
 */
public record Position(long offset, int lineNo) {

  /** The beginning of a file. */
  public static final Position START = new Position(0, 1);

  public Position {
    if (offset < 0 || lineNo < 1) {
      throw new IllegalArgumentException(
          "no line starts at byte " + offset + " as line " + lineNo + " of a file");
    }
  }
}
