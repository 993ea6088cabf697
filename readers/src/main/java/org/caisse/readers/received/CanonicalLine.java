package org.caisse.readers.received;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.caisse.readers.line.LineSource;

/** Lines of canonical files, without their ends. */
final class CanonicalLine {

  private final StringBuilder line = new StringBuilder();
  private final int columns;

  CanonicalLine(int columns) {
    this.columns = columns;
  }

  /**
   * The line of some fields.
   *
   * @param problem why it is refused whatever its fields say, or null
   */
  String of(List<String> fields, Reject problem) {
    line.setLength(0);
    fields.forEach(this::append);
    if (problem != null) {
      append(problem.code().name());
      append(problem.field());
      append(problem.value());
      append(problem.expected());
    }
    line.setLength(line.length() - 1);
    return isShort() ? line.toString() : tooLong(fields.get(0), problem);
  }

  /** A line that holds nothing but why it is refused. */
  String refused(String record, Reject problem) {
    List<String> fields = new java.util.ArrayList<>(Collections.nCopies(columns, ""));
    fields.set(0, record);
    return of(fields, problem);
  }

  private String tooLong(String record, Reject problem) {
    int length = line.toString().getBytes(StandardCharsets.UTF_8).length;
    Reject reject =
        problem != null && problem.code() == RejectCode.LINE_TOO_LONG
            ? new Reject(problem.lineNo(), RejectCode.LINE_TOO_LONG, "", "", "")
            : new Reject(
                problem == null ? 1 : problem.lineNo(),
                RejectCode.LINE_TOO_LONG,
                "",
                Integer.toString(length),
                Integer.toString(LineSource.MAX_LINE_BYTES));
    return refused(record.startsWith("D") || record.equals("XD") ? "XD" : "X", reject);
  }

  private boolean isShort() {
    return line.length() <= LineSource.MAX_LINE_BYTES / 3
        || line.toString().getBytes(StandardCharsets.UTF_8).length <= LineSource.MAX_LINE_BYTES;
  }

  private void append(String field) {
    boolean quoted = false;
    for (int i = 0; i < field.length() && !quoted; i++) {
      char c = field.charAt(i);
      quoted = c == ';' || c == '"';
    }
    if (quoted) {
      line.append('"').append(clean(field).replace("\"", "\"\"")).append('"');
    } else {
      line.append(clean(field));
    }
    line.append(';');
  }

  /** Whatever was sent, it stays on its line. */
  private static String clean(String field) {
    for (int i = 0; i < field.length(); i++) {
      if (Character.isISOControl(field.charAt(i))) {
        return field.replaceAll("\\p{Cntrl}", " ");
      }
    }
    return field;
  }
}
