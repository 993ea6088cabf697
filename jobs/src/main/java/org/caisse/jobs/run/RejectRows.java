package org.caisse.jobs.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.caisse.domain.reject.Reject;
import org.caisse.writers.copy.BinaryCopy;

/** Refusals as rows of {@code line_reject}, by COPY. */
public final class RejectRows {

  private static final String COPY =
      "COPY line_reject (run_id, file_id, line_no, code, field, value, expected, raw,"
          + " declaration_id, whole, canonical_no, canonical) FROM STDIN (FORMAT BINARY)";
  private static final int MAX_TEXT = 200;

  /**
   * A refusal.
   *
   * @param declarationId the declaration it belongs to, or 0
   * @param whole whether the whole declaration is refused
   * @param raw the line as it was sent
   * @param canonicalNo number of the line that was judged: the same, unless it was made of one in
   *     another format
   * @param canonical that line, or empty when it is the one that was sent
   */
  public record Row(
      int fileId,
      long declarationId,
      boolean whole,
      Reject reject,
      String raw,
      int canonicalNo,
      String canonical) {}

  private RejectRows() {}

  /** Writes refusals; nothing for none. */
  public static void copy(Connection connection, int runId, List<Row> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (BinaryCopy copy = BinaryCopy.open(connection, COPY)) {
      for (Row row : rows) {
        Reject reject = row.reject();
        copy.row(12);
        copy.int4(runId);
        copy.int4(row.fileId());
        copy.int4(reject.lineNo());
        copy.int2((short) reject.code().number());
        copy.text(reject.field());
        copy.text(shortened(reject.value()));
        copy.text(shortened(reject.expected()));
        copy.text(withoutNul(row.raw()));
        if (row.declarationId() == 0) {
          copy.nul();
        } else {
          copy.int8(row.declarationId());
        }
        copy.bool(row.whole());
        copy.int4(row.canonicalNo());
        copy.text(withoutNul(row.canonical()));
      }
      copy.finish();
    }
  }

  /** A value cut to what a message needs, without characters that the database has no place for. */
  public static String shortened(String text) {
    String whole = withoutNul(text);
    return whole.length() <= MAX_TEXT ? whole : whole.substring(0, MAX_TEXT) + "…";
  }

  private static String withoutNul(String text) {
    return text.replace('\0', '\uFFFD');
  }
}
