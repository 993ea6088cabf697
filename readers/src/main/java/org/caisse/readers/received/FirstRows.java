package org.caisse.readers.received;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caisse.config.format.FormatDescription;
import org.caisse.readers.table.FirstLines;
import org.caisse.readers.table.TableRow;
import org.caisse.readers.table.TableSource;

/**
 * The first rows of one file, split in each way that a format asks for. The file is opened once for
 * each encoding or sheet, however many formats there are.
 */
final class FirstRows {

  /** Titles stand in the first ones, or the file has none. */
  private static final int COUNT = 30;

  private final Path content;
  private final Map<Tables, FirstLines> lines = new HashMap<>();
  private final Map<Tables, List<TableRow>> rows = new HashMap<>();

  FirstRows(Path content) {
    this.content = content;
  }

  /**
   * @param format says where the fields are when they are at fixed places
   */
  List<TableRow> of(Tables tables, FormatDescription format) throws IOException {
    if (tables.form() == FileForm.FIXED_WIDTH) {
      return lines(tables).ofFixedWidth(format);
    }
    List<TableRow> split = rows.get(tables);
    if (split == null) {
      split =
          tables.form() == FileForm.XLSX
              ? ofSheet(tables, format)
              : lines(tables).separatedBy(tables.separator());
      rows.put(tables, split);
    }
    return split;
  }

  private FirstLines lines(Tables tables) throws IOException {
    Tables unsplit =
        new Tables(
            FileForm.DELIMITED, tables.encoding(), tables.carriageReturns(), "", tables.sheet());
    FirstLines known = lines.get(unsplit);
    if (known == null) {
      known =
          new FirstLines(
              content, Charset.forName(tables.encoding()), tables.carriageReturns(), COUNT);
      lines.put(unsplit, known);
    }
    return known;
  }

  private List<TableRow> ofSheet(Tables tables, FormatDescription format) throws IOException {
    List<TableRow> first = new ArrayList<>();
    try (TableSource source = tables.open(content, format)) {
      TableRow row;
      while ((row = source.next()) != null && row.rowNo() <= COUNT) {
        first.add(row);
      }
    }
    return List.copyOf(first);
  }
}
