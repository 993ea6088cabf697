package org.caisse.writers.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.caisse.config.text.Amounts;
import org.caisse.config.text.Messages;
import org.caisse.domain.ledger.Component;
import org.caisse.writers.file.TextBytes;

/**
 * The statement of a debtor's account as a page: what to pay until when, what moved the account
 * since the statement before with the bank's dates and references, and what is open. Made to be
 * compared with a statement of the debtor's own bank.
 *
 * <p>One object makes the statements of a whole run, one after the other; it is not for several
 * threads at once.
 */
public final class DebtorStatementPage {

  private final Letterhead letterhead;
  private final LocalDate day;
  private final String chain;
  private final Messages messages;
  private final Amounts amounts;
  private final Template page;
  private final TextBytes out = new TextBytes();

  /**
   * @param day of the statements
   * @param chain chain of the manifests when the run began
   */
  public DebtorStatementPage(Letterhead letterhead, LocalDate day, String chain) {
    this.letterhead = letterhead;
    this.day = day;
    this.chain = letterhead.chain(chain);
    this.messages = letterhead.messages();
    this.amounts = letterhead.amounts();
    this.page = Template.load("debtor-statement.html", messages);
  }

  /** The page of a statement: HTML in UTF-8. */
  public byte[] of(DebtorStatement statement) {
    out.clear();
    fill(
        "head",
        letterhead.language().code(),
        statement.number().toString(),
        letterhead.fundName(),
        amounts.date(day));
    if (letterhead.isMarked()) {
      fill("mark", letterhead.warning());
    }
    fill(
        "debtor",
        statement.name(),
        messages.get(statement.ofPerson() ? "label.person.no" : "label.employer.no"),
        statement.debtorNo(),
        since(statement));
    pay(statement);
    lines(statement);
    months(statement);
    fill(statement.ofPerson() ? "ask_person" : "ask", statement.number().toString());
    fill("end", chain);
    return out.toBytes();
  }

  private String since(DebtorStatement statement) {
    return statement.before() == null
        ? messages.get("debtor.first")
        : messages.get(
            "debtor.since", statement.before().toString(), amounts.date(statement.since()));
  }

  private void pay(DebtorStatement statement) {
    long overdue = statement.overdueMinor(day);
    List<DebtorStatement.OpenMonth> later = statement.dueLater(day);
    List<String> sentences = new ArrayList<>();
    if (overdue > 0) {
      sentences.add(messages.get("debtor.pay.now", amounts.money(overdue)));
    }
    for (DebtorStatement.OpenMonth month : later) {
      sentences.add(
          messages.get(
              "debtor.pay.later",
              amounts.money(month.openMinor()),
              amounts.date(month.due()),
              month(month)));
    }
    if (sentences.isEmpty()) {
      fill("pay", messages.get("debtor.pay.nothing"));
    } else {
      fill("pay", sentences.removeFirst());
      sentences.forEach(sentence -> fill("pay_line", sentence));
      fill("pay_line", messages.get("debtor.pay.quote", statement.number().toString()));
      if (statement.grows(day)) {
        fill("pay_line", messages.get("debtor.pay.runs"));
      }
      if (statement.asksForCare()) {
        fill("pay_line", messages.get("debtor.pay.care"));
      }
    }
    if (statement.waitingMinor() > 0) {
      fill("pay_line", messages.get("debtor.waits", amounts.money(statement.waitingMinor())));
    }
    fill("pay_end", amounts.number(statement.openingMinor()));
  }

  private void lines(DebtorStatement statement) {
    long balance = statement.openingMinor();
    long debit = 0;
    long credit = 0;
    for (DebtorStatement.Line line : statement.lines()) {
      balance = Math.addExact(balance, line.minor());
      debit = Math.addExact(debit, Math.max(line.minor(), 0));
      credit = Math.addExact(credit, Math.max(-line.minor(), 0));
      String shown = line.on() == null ? "" : amounts.date(line.on());
      if (line.uses().isEmpty()) {
        fill("line", shown, words(line), more(line.minor()), less(line.minor()), number(balance));
      } else {
        fill(
            "receipt",
            shown,
            words(line),
            messages.get("debtor.uses", uses(line)),
            more(line.minor()),
            less(line.minor()),
            number(balance));
      }
    }
    fill(
        "closing",
        messages.get(statement.closingMinor() < 0 ? "debtor.closing.favour" : "debtor.closing"),
        number(debit),
        number(credit),
        number(statement.closingMinor()));
  }

  private void months(DebtorStatement statement) {
    List<DebtorStatement.OpenMonth> open =
        statement.months().stream().filter(month -> month.period() != null).toList();
    if (open.isEmpty()) {
      return;
    }
    fill("months");
    for (DebtorStatement.OpenMonth month : open) {
      fill(
          "month",
          month(month),
          month.due() == null ? "" : amounts.date(month.due()),
          number(month.owedMinor()),
          number(month.lateMinor()),
          number(month.paidMinor()),
          number(month.givenUpMinor()),
          number(month.openMinor()));
    }
    fill("months_end");
  }

  private String month(DebtorStatement.OpenMonth month) {
    String name = amounts.month(month.period());
    return month.ofCare() ? messages.get("debtor.month.care", name) : name;
  }

  /** What a line is, in the language. */
  public String words(DebtorStatement.Line line) {
    if (line.component() == Component.RECEIVED) {
      boolean gone = line.minor() > 0;
      String key = line.ofBody() ? "debtor.body" : "debtor.payment";
      return messages.get(gone ? key + ".gone" : key, line.reference(), line.holder());
    }
    return messages.get(
        "debtor.line", messages.get("component." + line.component()), amounts.month(line.period()));
  }

  /** What the money of a line pays, in the language. */
  public String uses(DebtorStatement.Line line) {
    List<String> parts = new ArrayList<>();
    for (DebtorStatement.Use use : line.uses()) {
      parts.add(
          use.period() == null
              ? messages.get("debtor.use.waits", amounts.number(use.minor()))
              : messages.get(
                  "debtor.use",
                  messages.get("component." + use.component()),
                  amounts.month(use.period()),
                  amounts.number(use.minor())));
    }
    return String.join(", ", parts);
  }

  private String more(long minor) {
    return minor > 0 ? number(minor) : "";
  }

  private String less(long minor) {
    return minor < 0 ? number(-minor) : "";
  }

  private String number(long minor) {
    return amounts.number(minor);
  }

  private void fill(String block, String... values) {
    page.block(block).fill(out, values);
  }
}
