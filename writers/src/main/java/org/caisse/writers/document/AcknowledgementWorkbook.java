package org.caisse.writers.document;

import java.io.IOException;
import java.util.List;
import org.caisse.config.text.Messages;
import org.caisse.config.text.RejectText;
import org.caisse.domain.document.DocumentNumber;
import org.caisse.domain.reject.Reject;
import org.caisse.writers.document.WorkbookTitles.Column;
import org.caisse.writers.workbook.CellKind;
import org.caisse.writers.workbook.Sheet;
import org.caisse.writers.workbook.WorkbookFile;
import org.caisse.writers.workbook.WorkbookHead;

/**
 * The acknowledgement of a received file as a workbook: a summary, the reasons of rejection, and
 * every declaration that was refused, where the page has only the first ones.
 */
public final class AcknowledgementWorkbook {

  private static final List<Column> SUMMARY =
      List.of(
          new Column("workbook.ack.item", CellKind.TEXT, 46),
          new Column("workbook.ack.value", CellKind.COUNT, 22),
          new Column("workbook.ack.text", CellKind.LONG_TEXT, 90));

  private static final List<Column> REJECTS =
      List.of(
          new Column("reject.code", CellKind.TEXT, 28),
          new Column("ack.number", CellKind.COUNT, 10),
          new Column("ack.firstline", CellKind.ORDINAL, 12),
          new Column("ack.firstcase", CellKind.LONG_TEXT, 55),
          new Column("reject.todo", CellKind.LONG_TEXT, 55));

  private static final List<Column> REFUSED =
      List.of(
          new Column("ack.line", CellKind.ORDINAL, 10),
          new Column("label.employer", CellKind.TEXT, 16),
          new Column("label.period", CellKind.TEXT, 11),
          new Column("ack.kind", CellKind.TEXT, 18),
          new Column("ack.sequence", CellKind.ORDINAL, 11),
          new Column("reject.code", CellKind.TEXT, 28),
          new Column("reject.what", CellKind.LONG_TEXT, 55),
          new Column("reject.todo", CellKind.LONG_TEXT, 55));

  private final WorkbookFile book;
  private final WorkbookHead head;
  private final Letterhead letterhead;
  private final Messages messages;
  private final RejectText texts;
  private Sheet refused;

  /**
   * @param book receives the sheets
   * @param head of the book
   * @param letterhead of the fund
   */
  public AcknowledgementWorkbook(WorkbookFile book, WorkbookHead head, Letterhead letterhead) {
    this.book = book;
    this.head = head;
    this.letterhead = letterhead;
    this.messages = letterhead.messages();
    this.texts = letterhead.rejectText();
  }

  /** Adds the summary, and the reasons when anything was rejected. */
  public void file(DocumentNumber number, ReceivedFile file) throws IOException {
    Sheet sheet =
        book.sheet(WorkbookTitles.page(head, letterhead, "workbook.ack.summary", SUMMARY));
    text(sheet, "label.number", number.toString());
    text(sheet, "ack.reference", file.reference());
    text(sheet, "ack.file", file.name());
    count(sheet, "ack.size", file.bytes());
    text(sheet, "SHA-256", file.sha256());
    sheet.text(messages.get("ack.received")).day(file.receivedOn()).endRow();
    text(sheet, "ack.recognised", file.form().shown(messages));
    Reject question = file.form().question();
    if (question != null) {
      text(sheet, "ack.refusal", texts.what(question) + " " + texts.todo(question));
    }
    for (String sentence : file.form().read()) {
      text(sheet, question == null ? "ack.read" : "ack.read.question", sentence);
    }
    for (String step : NextSteps.of(file, messages)) {
      text(sheet, "ack.next", step);
    }
    numbers(sheet, file);
    if (!file.rejects().isEmpty()) {
      rejects(file.sortedRejects());
    }
  }

  /** Adds a refused declaration, after the file; there may be any number. */
  public void refused(ReceivedFile.Refused one) throws IOException {
    if (refused == null) {
      refused = sheet("workbook.ack.refused", REFUSED);
    }
    refused
        .ordinal(one.lineNo())
        .text(one.employerNo())
        .text(one.periodStart() == null ? "" : Months.code(one.periodStart()))
        .text(one.kind() == null ? "" : messages.get("kind." + one.kind()));
    if (one.sequence() == 0) {
      refused.empty(1);
    } else {
      refused.ordinal(one.sequence());
    }
    refused
        .text(RejectCodes.shown(one.reject().code()))
        .text(texts.what(one.reject()))
        .text(texts.todo(one.reject()))
        .endRow();
  }

  private void numbers(Sheet sheet, ReceivedFile file) throws IOException {
    ReceivedFile.Declarations declarations = file.declarations();
    ReceivedFile.Lines lines = file.lines();
    ReceivedFile.Money money = file.money();
    String prefix = messages.get("ack.declarations") + " – ";
    sheet.text(prefix + messages.get("ack.filed")).count(declarations.filed()).endRow();
    sheet.text(prefix + messages.get("ack.refused")).count(declarations.refused()).endRow();
    sheet.text(prefix + messages.get("ack.repeated")).count(declarations.repeated()).endRow();
    count(sheet, "ack.accepted", lines.accepted());
    count(sheet, "ack.rejected", lines.rejected());
    count(sheet, "ack.other", lines.other());
    count(sheet, "ack.lines", lines.total());
    amount(sheet, "ack.declared", money.declaredMinor());
    amount(sheet, "ack.acceptedgross", money.acceptedMinor());
    amount(sheet, "ack.contributions", money.contributions().totalMinor());
    if (money.unreadable() != 0) {
      count(sheet, "ack.unreadable", money.unreadable());
    }
  }

  private void rejects(List<ReceivedFile.Rejects> rejects) throws IOException {
    Sheet sheet = sheet("workbook.ack.rejects", REJECTS);
    for (ReceivedFile.Rejects one : rejects) {
      Reject first = one.first();
      sheet
          .text(RejectCodes.shown(first.code()))
          .count(one.count())
          .ordinal(first.lineNo())
          .text(texts.what(first))
          .text(texts.todo(first))
          .endRow();
    }
  }

  private Sheet sheet(String name, List<Column> columns) throws IOException {
    return book.sheet(WorkbookTitles.table(head, letterhead, name, columns));
  }

  private void text(Sheet sheet, String label, String text) throws IOException {
    sheet.text(messages.has(label) ? messages.get(label) : label).empty(1).text(text).endRow();
  }

  private void count(Sheet sheet, String label, long count) throws IOException {
    sheet.text(messages.get(label)).count(count).endRow();
  }

  private void amount(Sheet sheet, String label, long minor) throws IOException {
    sheet.text(messages.get(label)).amount(minor).text(letterhead.currency().code()).endRow();
  }
}
