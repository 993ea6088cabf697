package org.caisse.writers.document;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.caisse.config.text.Messages;
import org.caisse.domain.contribution.WithdrawnRow;
import org.caisse.domain.money.Currency;
import org.caisse.writers.file.CsvText;

/** The declarations that count no more with a withdrawn file: a CSV for people. */
public final class WithdrawalList {

  private static final int DRAIN_BYTES = 64 * 1024;

  private static final List<String> COLUMNS =
      List.of(
          "label.employer.no",
          "label.period",
          "ack.kind",
          "ack.sequence",
          "label.persons",
          "ack.acceptedgross",
          "ack.contributions",
          "withdrawal.effect");

  private final OutputStream out;
  private final Messages messages;
  private final Currency currency;
  private final String mark;
  private final CsvText csv;

  /**
   * @param out receives the file; closed by the caller
   * @param letterhead of the fund
   */
  public WithdrawalList(OutputStream out, Letterhead letterhead) {
    this.out = out;
    this.messages = letterhead.messages();
    this.currency = letterhead.currency();
    this.mark = letterhead.markText();
    this.csv = letterhead.csv();
    COLUMNS.forEach(column -> csv.text(messages.get(column)));
    endRow();
  }

  /**
   * Adds a declaration that was filed.
   *
   * @param row with what was decided
   */
  public void append(WithdrawnRow row) throws IOException {
    csv.text(row.employerNo())
        .code(Months.code(row.periodStart()))
        .text(messages.get("kind." + row.kind()))
        .number(row.sequence())
        .number(row.persons())
        .amount(row.grossMinor(), currency)
        .amount(row.employerMinor() + row.insuredMinor() + row.stateMinor(), currency)
        .text(messages.get("withdrawal.effect." + row.effect()));
    endRow();
    if (csv.length() > DRAIN_BYTES) {
      csv.drainTo(out);
    }
  }

  /** Ends the file; the stream stays open. */
  public void finish() throws IOException {
    csv.drainTo(out);
  }

  private void endRow() {
    if (!mark.isEmpty()) {
      csv.text(mark);
    }
    csv.endRow();
  }
}
