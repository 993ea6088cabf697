package org.caisse.readers.received;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.caisse.config.format.FileKind;
import org.caisse.domain.reject.Reject;
import org.caisse.readers.table.TableRow;
import org.caisse.readers.table.TableSource;

/**
 * Turns rows that are canonical records but for their form: each becomes one line, in its order.
 */
final class RecordsNormaliser {

  private final FileKind kind;
  private final String separator;
  private final RowSorter sorter;
  private final RowWidth width;
  private final RowValues values;
  private final CanonicalLine lines;
  private final RowCounts counts = new RowCounts();

  RecordsNormaliser(Layout layout, Recognition recognition, Conversion conversion) {
    this.kind = recognition.kind();
    this.separator = recognition.separator();
    this.sorter = new RowSorter(layout);
    this.width = new RowWidth(recognition.form(), layout);
    this.values = LookThrough.ofRows(layout, conversion, recognition.facts());
    this.lines = new CanonicalLine(kind.columns().size());
  }

  RowCounts run(TableSource source, CanonicalWriter out) throws IOException {
    TableRow row;
    while ((row = source.next()) != null) {
      RowSorter.Sort sort = sorter.sort(row);
      counts.count(sort);
      if (sort == RowSorter.Sort.RECORD) {
        out.add(
            line(row).getBytes(StandardCharsets.UTF_8),
            row.rowNo(),
            row.raw().getBytes(StandardCharsets.UTF_8));
      }
    }
    return counts;
  }

  private String line(TableRow row) {
    Reject reject = width.reject(row);
    if (reject != null) {
      return lines.refused(opensDeclaration(row) ? "XD" : "X", reject);
    }
    values.on(row);
    List<String> fields = new ArrayList<>();
    for (String column : kind.columns()) {
      fields.add(values.column(column));
    }
    return lines.of(fields, values.problem());
  }

  /** Whether the line would open a declaration if it could be read. */
  private boolean opensDeclaration(TableRow row) {
    return kind == FileKind.DECLARATION
        && (row.raw().startsWith("D" + separator) || row.raw().startsWith("\"D\"" + separator));
  }
}
