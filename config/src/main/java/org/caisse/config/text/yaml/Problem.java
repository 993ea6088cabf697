package org.caisse.config.text.yaml;

/**
 * Something wrong in a file that people write.
 *
 * @param severity whether the file can be used all the same
 * @param file as people know it, such as {@code bf/amu.yaml}
 * @param line from 1, or 0 when the whole file is meant
 * @param what is wrong, with the value
 * @param todo what to do about it
 */
public record Problem(Severity severity, String file, int line, String what, String todo) {

  /** Whether the file can be used all the same. */
  public enum Severity {
    /** It cannot. */
    ERROR,
    /** It can, but somebody should look. */
    WARNING
  }

  /** The file with the line, as editors and compilers write it. */
  public String where() {
    return line == 0 ? file : file + ":" + line;
  }

  @Override
  public String toString() {
    return where() + ": " + what + "; " + todo;
  }
}
