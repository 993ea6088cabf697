package org.caisse.readers.table;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.caisse.config.format.FormatDescription;

/**
 * The first lines of a text file, read once, to be split in every way in which they might be meant.
 */
public final class FirstLines {

  private final List<TextLines.Line> lines = new ArrayList<>();

  /**
   * @param file any bytes
   * @param encoding of its text
   * @param endsWithCarriageReturn whether lines end with CR alone
   * @param count how many lines, at most
   */
  public FirstLines(Path file, Charset encoding, boolean endsWithCarriageReturn, int count)
      throws IOException {
    try (TextLines source = new TextLines(file, encoding, endsWithCarriageReturn)) {
      while (lines.size() < count && source.next()) {
        lines.add(source.line());
      }
    }
  }

  /** As {@link DelimitedSource} gives them. */
  public List<TableRow> separatedBy(String separator) {
    return lines.stream().map(line -> DelimitedSource.row(line, separator)).toList();
  }

  /** As {@link FixedWidthSource} gives them. */
  public List<TableRow> ofFixedWidth(FormatDescription format) {
    FixedWidthRows rows = new FixedWidthRows(format);
    return lines.stream().map(rows::row).toList();
  }
}
