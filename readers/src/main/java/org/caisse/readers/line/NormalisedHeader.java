package org.caisse.readers.line;

import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;

/**
 * The header of a file that the front door wrote in the place of a sender's: that of the format and
 * {@value #COLUMNS}. Its records have the fields of the format, as everywhere; one that the front
 * door refuses has four more that say why, whatever else stands in it.
 */
public final class NormalisedHeader {

  /** The columns that a format's own header does not have. */
  public static final String COLUMNS = "problem;field;value;expected";

  private static final int PROBLEM_FIELDS = 4;

  private NormalisedHeader() {}

  /** The header of a normalised file of a format. */
  public static String of(String header) {
    return header + ";" + COLUMNS;
  }

  /** Whether a record with these fields says that it is refused. */
  static boolean saysProblem(String[] fields, int columns) {
    return fields.length == columns + PROBLEM_FIELDS && codeOf(fields[columns]) != null;
  }

  /**
   * Why the front door refused a record.
   *
   * @param columns how many fields the format has
   * @return null when it did not
   */
  public static Reject problem(int lineNo, String[] fields, int columns) {
    return saysProblem(fields, columns)
        ? new Reject(
            lineNo,
            codeOf(fields[columns]),
            fields[columns + 1],
            fields[columns + 2],
            fields[columns + 3])
        : null;
  }

  private static RejectCode codeOf(String name) {
    for (RejectCode code : RejectCode.values()) {
      if (code.name().equals(name)) {
        return code;
      }
    }
    return null;
  }
}
