package org.caisse.readers.line;

import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;

/** Decides whether a line is a record at all: it can be split, into as many fields as columns. */
public final class LineReject {

  private LineReject() {}

  /**
   * @param lines the block in which the line is
   * @param line its index there
   * @param fields what {@link RecordParser#next()} gave for it
   * @param columns how many fields the format has
   * @param normalised whether the front door wrote the file, so that a record may have more
   * @return why it is none, or null when it is one
   */
  public static Reject of(
      RawLines lines, int line, String[] fields, int columns, boolean normalised) {
    if (fields != null && fields.length == columns) {
      return null;
    }
    if (normalised && fields != null && NormalisedHeader.saysProblem(fields, columns)) {
      return null;
    }
    int lineNo = lines.lineNo(line);
    if (fields != null) {
      return new Reject(
          lineNo,
          RejectCode.FIELD_COUNT,
          "",
          Integer.toString(fields.length),
          Integer.toString(columns));
    }
    return switch (lines.state(line)) {
      case TOO_LONG ->
          new Reject(
              lineNo,
              RejectCode.LINE_TOO_LONG,
              "",
              Long.toString(lines.length(line)),
              Integer.toString(LineSource.MAX_LINE_BYTES));
      case PLAIN, QUOTED, UNREADABLE -> new Reject(lineNo, RejectCode.LINE_UNREADABLE, "", "");
    };
  }
}
