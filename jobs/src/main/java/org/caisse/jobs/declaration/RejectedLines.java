package org.caisse.jobs.declaration;

import java.io.IOException;
import org.caisse.domain.contribution.DeclarationStatus;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.caisse.readers.declaration.DeclarationReader;
import org.caisse.readers.line.RecordParser;
import org.caisse.writers.document.RejectedLine;
import org.caisse.writers.document.RejectedLine.Columns;
import org.caisse.writers.document.RejectedLine.Scope;

/** Rows of the reject file: what is to be sent back, and the line's own columns. */
final class RejectedLines {

  private static final int FIELDS = DeclarationReader.HEADER.split(";", -1).length;

  private RejectedLines() {}

  /**
   * What the declaration says of itself in which a line stands.
   *
   * @param status null when it stands in none, or the whole file was refused
   * @param employer number of the employer, or empty
   * @param period month, or empty
   * @param sequence the sender's, 0 for none
   */
  record Declared(DeclarationStatus status, String employer, String period, int sequence) {

    /** None. */
    static final Declared NONE = new Declared(null, "", "", 0);

    String number() {
      return sequence == 0 ? "" : Integer.toString(sequence);
    }
  }

  /**
   * @param fileName name of the sender's file
   * @param whole whether the refusal is of the declaration or file
   * @param canonical the line as it was judged
   * @param raw the line as it was sent
   */
  static RejectedLine of(
      String fileName,
      Reject reject,
      boolean whole,
      Declared declared,
      String canonical,
      String raw)
      throws IOException {
    return new RejectedLine(
        fileName,
        reject,
        whole,
        scope(reject.code(), whole, declared.status()),
        columns(reject.code(), whole, declared, canonical),
        raw);
  }

  private static Scope scope(RejectCode code, boolean whole, DeclarationStatus status) {
    if (code == RejectCode.LINE_TAKEN_BEFORE) {
      return Scope.NOTHING;
    }
    return switch (status) {
      case FILED, REPEATED -> Scope.LINE;
      case REFUSED -> Scope.DECLARATION;
      case null -> whole ? Scope.FILE : Scope.DECLARATION;
    };
  }

  /**
   * As sent where the line can be split, also when reasons stand behind its fields; else what its
   * declaration says.
   */
  private static Columns columns(
      RejectCode code, boolean whole, Declared declared, String canonical) throws IOException {
    String[] fields = RecordParser.split(canonical);
    boolean split = fields != null && fields.length >= FIELDS && code != RejectCode.FIELD_COUNT;
    boolean header = split && whole && fields[0].equals("D");
    if (!split || !(header || isLine(fields))) {
      return new Columns(
          declared.employer(), declared.period(), declared.number(), "", "", "", "", "", "");
    }
    return header
        ? new Columns(fields[1], fields[2], fields[4], "", "", "", "", "", "")
        : new Columns(
            fields[1],
            fields[2],
            declared.number(),
            fields[6],
            fields[7],
            fields[8],
            fields[9],
            fields[10],
            // Which value was changed is not known, and nobody checks the sum again: no pay comes
            // back that was not looked at.
            code == RejectCode.CONTROL_SUM_MISMATCH ? "" : fields[11]);
  }

  /** A person's line; also one that was set apart with its reason, its fields as they were sent. */
  private static boolean isLine(String[] fields) {
    return fields[0].equals("L") || (fields[0].equals("X") && !fields[1].isEmpty());
  }
}
