package org.caisse.writers.document;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.caisse.config.text.Messages;
import org.caisse.domain.document.DocumentNumber;
import org.caisse.domain.ledger.Component;
import org.caisse.domain.ledger.Entry;
import org.caisse.domain.money.Currency;
import org.caisse.domain.pack.Payer;
import org.caisse.writers.file.CsvText;

/**
 * The statement of an employer's account (relevé de compte): a CSV for people with the ledger
 * entries in order and a running balance. It ties to the call notice, or it is not made.
 *
 * <p>One object makes the statements of a whole run, one after the other; it is not for several
 * threads at once.
 */
public final class AccountStatement {

  private static final List<String> COLUMNS =
      List.of(
          "label.employer.no",
          "label.name",
          "statement.date",
          "statement.document",
          "statement.rev",
          "statement.label",
          "statement.payer",
          "statement.debit",
          "statement.credit",
          "statement.balance");

  private final Currency currency;
  private final Messages messages;
  private final CsvText csv;
  private final List<String> titles;
  private final String own;
  private final String opening;
  private final String totals;
  private final String notice;
  private final String closing;
  private final String register;
  private final String chain;
  private final String mark;
  private final Map<Component, String> components = new EnumMap<>(Component.class);
  private final Map<Payer, String> payers = new EnumMap<>(Payer.class);

  /**
   * @param letterhead of the fund
   * @param chain chain of the manifests when the run began
   */
  public AccountStatement(Letterhead letterhead, String chain) {
    this.chain = letterhead.chain(chain);
    this.currency = letterhead.currency();
    this.messages = letterhead.messages();
    this.csv = letterhead.csv();
    this.titles = COLUMNS.stream().map(column -> messages.get(column)).toList();
    this.own = messages.get("statement.number");
    this.opening = messages.get("statement.opening");
    this.totals = messages.get("statement.totals");
    this.notice = messages.get("statement.notice");
    this.closing = messages.get("statement.closing");
    this.register = messages.get("label.chain");
    this.mark = letterhead.markText();
    for (Component component : Component.values()) {
      components.put(component, messages.get("component." + component));
    }
    for (Payer payer : Payer.values()) {
      payers.put(payer, messages.get("payer." + payer));
    }
  }

  /**
   * The statement of an employer.
   *
   * @param number its own
   * @param month what the call notice says
   * @param openingMinor balance before the first entry, minor units; what is owed is positive
   * @param lines the entries in order, among them all those of the notice's document
   * @return a CSV in UTF-8 with BOM
   * @throws IllegalStateException when the entries of the notice's document do not add up to what
   *     the notice says
   */
  public byte[] of(
      DocumentNumber number, EmployerMonth month, long openingMinor, List<LedgerLine> lines) {
    checkTie(month, lines);
    csv.startAnew();
    titles.forEach(csv::text);
    endRow();
    label(month, number.toString(), own).empty(3);
    endRow();
    label(month, "", opening).empty(2).amount(openingMinor, currency);
    endRow();
    long balance = openingMinor;
    long debit = 0;
    long credit = 0;
    for (LedgerLine line : lines) {
      long signed = line.entry().signedMinor();
      balance = Math.addExact(balance, signed);
      debit = Math.addExact(debit, Math.max(signed, 0));
      credit = Math.addExact(credit, Math.max(-signed, 0));
      entry(month, line, balance);
    }
    label(month, "", totals).amount(debit, currency).amount(credit, currency).empty(1);
    endRow();
    label(month, month.document(), notice).empty(2).amount(month.totalMinor(), currency);
    endRow();
    label(month, "", closing).empty(2).amount(balance, currency);
    endRow();
    label(month, chain, register).empty(3);
    endRow();
    return csv.toBytes();
  }

  private void entry(EmployerMonth month, LedgerLine line, long balanceMinor) {
    Entry entry = line.entry();
    long signed = entry.signedMinor();
    String what = components.get(entry.component());
    csv.text(month.employerNo())
        .text(month.name())
        .code(Months.code(line.postingPeriod()))
        .text(line.document())
        .number(entry.rev())
        .text(
            entry.reverses() == 0
                ? what
                : messages.get("statement.reversal", Integer.toString(entry.reverses()), what))
        .text(payers.get(entry.payer()));
    if (signed >= 0) {
      csv.amount(signed, currency).empty(1);
    } else {
      csv.empty(1).amount(-signed, currency);
    }
    csv.amount(balanceMinor, currency);
    endRow();
  }

  private CsvText label(EmployerMonth month, String document, String label) {
    return csv.text(month.employerNo())
        .text(month.name())
        .empty(1)
        .text(document)
        .empty(1)
        .text(label)
        .empty(1);
  }

  private void endRow() {
    if (!mark.isEmpty()) {
      csv.text(mark);
    }
    csv.endRow();
  }

  private static void checkTie(EmployerMonth month, List<LedgerLine> lines) {
    long posted = 0;
    for (LedgerLine line : lines) {
      if (line.document().equals(month.document())) {
        posted = Math.addExact(posted, line.entry().signedMinor());
      }
    }
    if (posted != month.totalMinor()) {
      throw new IllegalStateException(
          ("employer %s, document %s: the ledger says %d and the call notice %d (minor units);"
                  + " no statement can be sent before they agree")
              .formatted(month.employerNo(), month.document(), posted, month.totalMinor()));
    }
  }
}
