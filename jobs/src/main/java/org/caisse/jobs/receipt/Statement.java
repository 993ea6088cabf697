package org.caisse.jobs.receipt;

import org.caisse.domain.receipt.JudgeStatement;
import org.caisse.domain.reject.Reject;
import org.caisse.readers.receipt.ReceiptLine;

/** A statement while its lines are read. */
final class Statement {

  private final int number;
  private final int lineNo;
  private final String account;
  private final ReceiptLine.Head head;
  private int lines;
  private long totalMinor;
  private Long opening;
  private Long balance;
  private int brokenLine;
  private long brokenSays;
  private long brokenShould;
  private Reject refusal;

  /**
   * @param head null for lines that no head comes before
   */
  Statement(int number, int lineNo, String account, ReceiptLine.Head head) {
    this.number = number;
    this.lineNo = lineNo;
    this.account = account;
    this.head = head;
    this.opening = head == null ? null : head.opening();
    this.balance = opening;
  }

  int number() {
    return number;
  }

  String account() {
    return account;
  }

  boolean hasHead() {
    return head != null;
  }

  /** A line that cannot be read stands in it. */
  void unreadable() {
    lines++;
  }

  void add(int line, ReceiptLine.Movement movement) {
    lines++;
    totalMinor = Math.addExact(totalMinor, movement.amountMinor());
    Long says = movement.balance();
    if (says == null) {
      balance = balance == null ? null : Math.addExact(balance, movement.amountMinor());
      return;
    }
    if (balance == null) {
      // What came before this line is known from it, when it is the first.
      opening = lines == 1 ? Long.valueOf(says - movement.amountMinor()) : opening;
    } else if (balance + movement.amountMinor() != says && brokenLine == 0) {
      brokenLine = line;
      brokenSays = says;
      brokenShould = balance + movement.amountMinor();
    }
    balance = says;
  }

  /** Decides whether it ties. */
  void judge() {
    refusal =
        JudgeStatement.judge(
            new JudgeStatement.Facts(
                lineNo,
                lines,
                totalMinor,
                head == null ? null : head.count(),
                opening,
                head == null || head.closing() == null ? balance : head.closing(),
                brokenLine,
                brokenSays,
                brokenShould));
  }

  /** Why it is refused whole, or null. */
  Reject refusal() {
    return refusal;
  }

  int lines() {
    return lines;
  }

  long totalMinor() {
    return totalMinor;
  }

  Long opening() {
    return opening;
  }

  Long closing() {
    return head == null || head.closing() == null ? balance : head.closing();
  }
}
