package org.caisse.jobs.declaration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.caisse.domain.contribution.DeclarationFold.JudgedLine;
import org.caisse.domain.contribution.DeclarationRow;
import org.caisse.domain.contribution.DeclarationVerdict;
import org.caisse.domain.contribution.LineRow;
import org.caisse.jobs.received.Recognised;
import org.caisse.jobs.run.FrozenFile;
import org.caisse.jobs.run.RejectRows;

/**
 * What was decided on a block: rows for the database, rows for the archive, and the place reached.
 */
final class JudgedBlock {

  /** An accepted line and where it belongs. */
  record Accepted(
      long declarationId,
      int fileId,
      long employerId,
      long personId,
      int period,
      JudgedLine judged) {}

  /**
   * A declaration that was closed.
   *
   * @param completesId the declaration that it completes, or 0
   * @param filing how often one was filed under its number, if this one is
   */
  record Closed(
      long declarationId,
      long completesId,
      int fileId,
      DeclarationVerdict verdict,
      int filing,
      String termsKey,
      LocalDate receivedOn) {}

  /** A file that was read to its end, or refused as a whole. */
  record FileEnd(FrozenFile file, IntakeTally tally, Recognised recognised) {}

  /**
   * Archive rows that belong to one part; a part that ends carries the place where the next one
   * begins.
   */
  record Stretch(List<LineRow> lines, List<DeclarationRow> declarations, IntakePlace nextPart) {}

  final List<Accepted> accepted = new ArrayList<>();
  final List<RejectRows.Row> refused = new ArrayList<>();
  final List<Closed> closed = new ArrayList<>();
  final List<FileEnd> ends = new ArrayList<>();
  final List<Stretch> stretches = new ArrayList<>();
  int lines;
  int endFile;
  int endLine;

  /** The accepted lines of a declaration; they stand in the order of their declarations. */
  List<Accepted> acceptedOf(long declarationId) {
    int from = firstOf(declarationId);
    int to = from;
    while (to < accepted.size() && accepted.get(to).declarationId() == declarationId) {
      to++;
    }
    return accepted.subList(from, to);
  }

  private int firstOf(long declarationId) {
    int low = 0;
    int high = accepted.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (accepted.get(middle).declarationId() < declarationId) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
