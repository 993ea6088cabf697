package org.caisse.jobs.declaration;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.caisse.domain.contribution.DeclarationStatus;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.caisse.jobs.document.RejectDocument;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.readers.declaration.DeclarationReader;
import org.caisse.readers.line.RecordParser;
import org.caisse.writers.document.RejectFile;
import org.caisse.writers.document.RejectedLine;
import org.caisse.writers.document.RejectedLine.Columns;
import org.caisse.writers.document.RejectedLine.Scope;
import org.caisse.writers.file.WrittenFile;

/** The reject file of an intake, which is corrected and sent back. */
final class DeclarationRejects {

  private static final int FIELDS = DeclarationReader.HEADER.split(";", -1).length;

  private DeclarationRejects() {}

  /** Writes it, if anything was refused. */
  static Optional<WrittenFile> write(RunContext run) throws IOException {
    return RejectDocument.write(
        run,
        run.sql().sql(Sql.of(DeclarationRejects.class, "rejects")).param("run", run.run().id()),
        RejectFile::ofDeclarations,
        (file, row) -> file.append(line(row)));
  }

  private static RejectedLine line(ResultSet row) throws SQLException, IOException {
    Reject reject = RejectDocument.reject(row);
    boolean whole = row.getBoolean("whole");
    String status = row.getString("declaration_status");
    return new RejectedLine(
        row.getString("name"),
        reject,
        whole,
        scope(reject.code(), whole, status == null ? null : DeclarationStatus.valueOf(status)),
        columns(row, whole),
        row.getString("raw"));
  }

  /**
   * @param status of the declaration in which the line stands; null when it stands in none, or the
   *     whole file was refused
   */
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
  private static Columns columns(ResultSet row, boolean whole) throws SQLException, IOException {
    int sequence = row.getInt("sender_seq");
    String number = sequence == 0 ? "" : Integer.toString(sequence);
    String[] fields = RecordParser.split(row.getString("canonical"));
    boolean split =
        fields != null
            && fields.length >= FIELDS
            && row.getInt("code") != RejectCode.FIELD_COUNT.number();
    boolean header = split && whole && fields[0].equals("D");
    if (!split || !(header || fields[0].equals("L"))) {
      return new Columns(
          row.getString("employer_no"), row.getString("period"), number, "", "", "", "", "", "");
    }
    return header
        ? new Columns(fields[1], fields[2], fields[4], "", "", "", "", "", "")
        : new Columns(
            fields[1],
            fields[2],
            number,
            fields[6],
            fields[7],
            fields[8],
            fields[9],
            fields[10],
            // Which value was changed is not known, and nobody checks the sum again: no pay comes
            // back
            // that was not looked at.
            row.getInt("code") == RejectCode.CONTROL_SUM_MISMATCH.number() ? "" : fields[11]);
  }
}
