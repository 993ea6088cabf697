package org.caisse.readers.received;

import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.caisse.readers.table.Cell;
import org.caisse.readers.table.TableRow;

/**
 * Decides whether a row of text has as many fields as there are columns. One that has less may have
 * lost a separator anywhere, and would put an amount into another column: it is refused. Empty
 * fields too many at the end do no harm. Rows of a workbook say where their cells are.
 */
final class RowWidth {

  private final boolean counts;
  private final int least;
  private final int most;

  RowWidth(FileForm form, Layout layout) {
    this.counts = form == FileForm.DELIMITED;
    this.least = layout.leastWidth();
    this.most = layout.width();
  }

  /** Why a row is refused, or null. */
  Reject reject(TableRow row) {
    if (row.problem() != null || !counts) {
      return row.problem();
    }
    int cells = row.cells().size();
    int filled = cells;
    while (filled > most && row.cells().get(filled - 1) instanceof Cell.Blank) {
      filled--;
    }
    return cells >= least && filled <= most
        ? null
        : new Reject(
            row.rowNo(),
            RejectCode.FIELD_COUNT,
            "",
            Integer.toString(cells),
            Integer.toString(most));
  }
}
