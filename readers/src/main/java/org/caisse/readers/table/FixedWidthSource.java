package org.caisse.readers.table;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.caisse.config.format.FormatDescription;

/** The records of a text file whose fields stand at fixed places. */
public final class FixedWidthSource implements TableSource {

  private final TextLines lines;
  private final FixedWidthRows rows;

  /**
   * @param file any bytes
   * @param encoding of its text
   * @param endsWithCarriageReturn whether lines end with CR alone
   * @param format of fixed width
   */
  public FixedWidthSource(
      Path file, Charset encoding, boolean endsWithCarriageReturn, FormatDescription format)
      throws IOException {
    this.rows = new FixedWidthRows(format);
    this.lines = new TextLines(file, encoding, endsWithCarriageReturn);
  }

  @Override
  public TableRow next() throws IOException {
    return lines.next() ? rows.row(lines.line()) : null;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
