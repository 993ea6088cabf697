package org.caisse.jobs.invoice;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.caisse.jobs.run.RejectRows;
import org.caisse.writers.copy.BinaryCopy;

/** Values of a row that may be absent, and back again. */
final class Found {

  private Found() {}

  /**
   * A refusal whose parts stand in columns with a prefix.
   *
   * @return null when there is none
   */
  static Reject reject(ResultSet row, String prefix, int lineNo) throws SQLException {
    int code = row.getInt(prefix + "_code");
    return code == 0
        ? null
        : new Reject(
            lineNo,
            RejectCode.ofNumber(code),
            row.getString(prefix + "_field"),
            row.getString(prefix + "_value"),
            row.getString(prefix + "_expected"));
  }

  /** A text, empty for none. */
  static String text(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? "" : text;
  }

  /** A whole number, or null. */
  static Integer whole(ResultSet row, String column) throws SQLException {
    return row.getObject(column, Integer.class);
  }

  /** An amount in minor units, or null. */
  static Long amount(ResultSet row, String column) throws SQLException {
    return row.getObject(column, Long.class);
  }

  /** A refusal in four columns: code, field, value, expected. */
  static void copy(BinaryCopy copy, Reject reject) {
    copy.int2((short) (reject == null ? 0 : reject.code().number()));
    copy.text(reject == null ? "" : reject.field());
    copy.text(reject == null ? "" : RejectRows.shortened(reject.value()));
    copy.text(reject == null ? "" : RejectRows.shortened(reject.expected()));
  }

  static void copy(BinaryCopy copy, Integer number) {
    if (number == null) {
      copy.nul();
    } else {
      copy.int4(number);
    }
  }

  static void copy(BinaryCopy copy, Long number) {
    if (number == null) {
      copy.nul();
    } else {
      copy.int8(number);
    }
  }
}
