package org.caisse.readers.line;

import java.nio.file.Path;

/** The first line of a file is not the header of the format, so nothing of it can be read. */
public final class UnknownFormatException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String found;
  private final String expected;

  UnknownFormatException(Path file, String found, String expected) {
    super(
        "%s, line 1: the header is '%s', expected is '%s'; send the file in the format of Caisse, as CSV with ';' in UTF-8"
            .formatted(file.getFileName(), found, expected));
    this.found = found;
    this.expected = expected;
  }

  /** The beginning of the first line, as far as it is text. */
  public String found() {
    return found;
  }

  /** The header of the format. */
  public String expected() {
    return expected;
  }
}
