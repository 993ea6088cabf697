package org.caisse.readers.received;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.caisse.config.format.FormatDescription;
import org.caisse.readers.table.DelimitedSource;
import org.caisse.readers.table.FixedWidthSource;
import org.caisse.readers.table.TableSource;
import org.caisse.readers.table.XlsxSource;

/**
 * How the rows of one received file are opened.
 *
 * @param form what holds them
 * @param encoding of text, else empty
 * @param carriageReturns whether lines of text end with CR alone
 * @param separator between fields of text, else empty
 * @param sheet of a workbook, else empty
 */
record Tables(
    FileForm form, String encoding, boolean carriageReturns, String separator, String sheet) {

  static Tables of(Recognition recognition) {
    return new Tables(
        recognition.form(),
        recognition.encoding(),
        recognition.carriageReturns(),
        recognition.separator(),
        recognition.sheet());
  }

  /**
   * Opens the rows.
   *
   * @param format says where the fields are when they are at fixed places
   */
  TableSource open(Path content, FormatDescription format) throws IOException {
    return switch (form) {
      case DELIMITED ->
          new DelimitedSource(content, Charset.forName(encoding), carriageReturns, separator);
      case FIXED_WIDTH ->
          new FixedWidthSource(content, Charset.forName(encoding), carriageReturns, format);
      case XLSX -> XlsxSource.open(content, sheet);
      case UNKNOWN -> throw new IllegalArgumentException("no rows in " + form);
    };
  }
}
