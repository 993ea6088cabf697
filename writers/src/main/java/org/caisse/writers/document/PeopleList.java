package org.caisse.writers.document;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.caisse.config.text.Messages;
import org.caisse.domain.money.Currency;
import org.caisse.writers.file.CsvText;
import org.caisse.writers.workbook.CellKind;
import org.caisse.writers.workbook.Sheet;
import org.caisse.writers.workbook.WorkbookFile;
import org.caisse.writers.workbook.WorkbookHead;

/** A list for people: a CSV and, where the fund wants workbooks, a sheet with the same cells. */
public final class PeopleList {

  private static final int DRAIN_BYTES = 64 * 1024;

  private final OutputStream out;
  private final Currency currency;
  private final String mark;
  private final CsvText csv;
  private final Sheet sheet;

  /**
   * A column.
   *
   * @param title key of its title
   */
  public record Column(String title, CellKind kind, int width) {}

  /**
   * @param csv receives the CSV; closed by the caller
   * @param book receives the sheet; null when there is to be none
   * @param head of the book
   * @param sheetName key of the sheet's name
   */
  public PeopleList(
      OutputStream csv,
      WorkbookFile book,
      WorkbookHead head,
      Letterhead letterhead,
      String sheetName,
      List<Column> columns)
      throws IOException {
    Messages messages = letterhead.messages();
    this.out = csv;
    this.currency = letterhead.currency();
    this.mark = letterhead.markText();
    this.csv = letterhead.csv();
    columns.forEach(column -> this.csv.text(messages.get(column.title())));
    this.sheet =
        book == null
            ? null
            : book.sheet(
                WorkbookTitles.table(
                    head,
                    letterhead,
                    sheetName,
                    columns.stream()
                        .map(
                            column ->
                                new WorkbookTitles.Column(
                                    column.title(), column.kind(), column.width()))
                        .toList()));
    endCsvRow();
  }

  /** The head of a list's workbook. */
  public static WorkbookHead head(
      Letterhead letterhead, String title, String reference, LocalDate day) {
    return letterhead.workbook(
        letterhead.messages().get(title, letterhead.amounts().date(day)), reference, day);
  }

  public PeopleList text(String text) throws IOException {
    csv.text(text);
    if (sheet != null) {
      sheet.text(text);
    }
    return this;
  }

  public PeopleList count(long count) throws IOException {
    csv.number(count);
    if (sheet != null) {
      sheet.count(count);
    }
    return this;
  }

  /** Nothing. */
  public PeopleList empty() throws IOException {
    csv.empty(1);
    if (sheet != null) {
      sheet.empty(1);
    }
    return this;
  }

  /** An amount in minor units, or an empty cell. */
  public PeopleList amount(Long minor) throws IOException {
    if (minor == null) {
      csv.empty(1);
      if (sheet != null) {
        sheet.empty(1);
      }
      return this;
    }
    csv.amount(minor, currency);
    if (sheet != null) {
      sheet.amount(minor);
    }
    return this;
  }

  /** A day, or an empty cell. */
  public PeopleList day(LocalDate day) throws IOException {
    csv.code(day == null ? "" : day.toString());
    if (sheet != null) {
      if (day == null) {
        sheet.empty(1);
      } else {
        sheet.day(day);
      }
    }
    return this;
  }

  /** Ends a row. */
  public void endRow() throws IOException {
    if (sheet != null) {
      sheet.endRow();
    }
    endCsvRow();
    if (csv.length() > DRAIN_BYTES) {
      csv.drainTo(out);
    }
  }

  /** Ends the list; the stream stays open. */
  public void finish() throws IOException {
    csv.drainTo(out);
  }

  private void endCsvRow() {
    if (!mark.isEmpty()) {
      csv.text(mark);
    }
    csv.endRow();
  }
}
