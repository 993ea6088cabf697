package org.caisse.writers.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.caisse.domain.money.Currency;

/**
 * CSV, cell after cell, separated by ';', quoted only where needed (RFC 4180 otherwise).
 *
 * <p>For machines: UTF-8, LF, a decimal point, every text as it is. For people, who open it in a
 * spreadsheet: UTF-8 with BOM, CRLF, and text that a spreadsheet would execute is made harmless by
 * a leading apostrophe (SEMANTICS 25); numbers never are.
 */
public final class CsvText {

  private static final byte[] BOM = "\uFEFF".getBytes(StandardCharsets.UTF_8);
  private static final byte[] CRLF = {'\r', '\n'};
  private static final byte[] LF = {'\n'};

  private final TextBytes text = new TextBytes();
  private final boolean people;
  private final char decimalMark;
  private boolean rowBegun;

  private CsvText(boolean people, char decimalMark) {
    this.people = people;
    this.decimalMark = decimalMark;
    startAnew();
  }

  /**
   * CSV that opens in a spreadsheet.
   *
   * @param decimalMark ',' where French is spoken, '.' in English
   */
  public static CsvText forPeople(char decimalMark) {
    return new CsvText(true, decimalMark);
  }

  /** CSV that programs read. */
  public static CsvText forMachines() {
    return new CsvText(false, '.');
  }

  /** Forgets everything, so that the next file can be made in the same memory. */
  public void startAnew() {
    text.clear();
    rowBegun = false;
    if (people) {
      text.add(BOM);
    }
  }

  /** A cell of text, from inside or outside. */
  public CsvText text(String cell) {
    separate();
    if (isPlain(cell)) {
      text.add(cell);
      return this;
    }
    String shown = people ? shown(cell) : cell;
    if (needsQuotes(shown)) {
      text.add('"').add(shown.replace("\"", "\"\"")).add('"');
    } else {
      text.add(shown);
    }
    return this;
  }

  /**
   * A cell that we wrote ourselves and that needs neither quotes nor caution: a code, a date.
   *
   * @throws IllegalArgumentException when it would need quotes
   */
  public CsvText code(String cell) {
    separate();
    if (needsQuotes(cell)) {
      throw new IllegalArgumentException("'" + cell + "' is no plain code: write it as text");
    }
    text.add(cell);
    return this;
  }

  /** A cell with an integer. */
  public CsvText number(long cell) {
    separate();
    text.add(cell);
    return this;
  }

  /** A cell with an amount in major units, without grouping. */
  public CsvText amount(long minor, Currency currency) {
    separate();
    if (currency.decimals() == 0) {
      text.add(minor);
    } else {
      text.add(currency.plain(minor).replace('.', decimalMark));
    }
    return this;
  }

  /** Cells with nothing. */
  public CsvText empty(int cells) {
    for (int i = 0; i < cells; i++) {
      separate();
    }
    return this;
  }

  /** Ends the row. */
  public CsvText endRow() {
    text.add(people ? CRLF : LF);
    rowBegun = false;
    return this;
  }

  /** Number of bytes not yet drained. */
  public int length() {
    return text.length();
  }

  /** A copy of what is not yet drained. */
  public byte[] toBytes() {
    return text.toBytes();
  }

  /** Writes out what is there, so that a file of any length needs little memory. */
  public void drainTo(OutputStream out) throws IOException {
    text.drainTo(out);
  }

  private void separate() {
    if (rowBegun) {
      text.add(';');
    }
    rowBegun = true;
  }

  /** Whether it stands as it is, in a file for people too: most cells do. */
  private static boolean isPlain(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c < ' ' || c == ';' || c == '"') {
        return false;
      }
    }
    return cell.isEmpty() || "=+-@".indexOf(cell.charAt(0)) < 0;
  }

  private static boolean needsQuotes(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == ';' || c == '"' || c == '\n' || c == '\r') {
        return true;
      }
    }
    return false;
  }

  private static String shown(String cell) {
    String visible = visible(cell);
    return !visible.isEmpty() && "=+-@\t\r".indexOf(visible.charAt(0)) >= 0
        ? "'" + visible
        : visible;
  }

  /** Control characters cut a cell short in some spreadsheets; they become visible instead. */
  private static String visible(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      if (isInvisible(cell.charAt(i))) {
        StringBuilder visible = new StringBuilder(cell);
        for (int j = i; j < cell.length(); j++) {
          if (isInvisible(cell.charAt(j))) {
            visible.setCharAt(j, '\uFFFD');
          }
        }
        return visible.toString();
      }
    }
    return cell;
  }

  private static boolean isInvisible(char c) {
    return c < ' ' && c != '\t' && c != '\n' && c != '\r';
  }
}
