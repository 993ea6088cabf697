package org.caisse.jobs.receipt;

import org.caisse.domain.receipt.JudgeStatement;
import org.caisse.domain.reject.Reject;
import org.caisse.jobs.run.FrozenFile;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.readers.receipt.ReceiptLine;

/** A bank statement while its lines are read. */
final class BankStatement extends Statement {

  private final ReceiptLine.Head head;
  private Long opening;
  private Long balance;
  private int brokenLine;
  private long brokenSays;
  private long brokenShould;
  private Reject refusal;

  /**
   * @param head null for lines that no head comes before
   */
  BankStatement(int number, int lineNo, String account, ReceiptLine.Head head) {
    super(number, lineNo, account);
    this.head = head;
    this.opening = head == null ? null : head.opening();
    this.balance = opening;
  }

  @Override
  boolean hasHead() {
    return head != null;
  }

  @Override
  boolean holds(ReceiptLine line) {
    return line.account().equals(account());
  }

  void add(int line, ReceiptLine.Movement movement) {
    count(movement.amountMinor());
    Long says = movement.balance();
    if (says == null) {
      balance = balance == null ? null : Math.addExact(balance, movement.amountMinor());
      return;
    }
    if (balance == null) {
      // What came before this line is known from it, when it is the first.
      opening = lines() == 1 ? Long.valueOf(says - movement.amountMinor()) : opening;
    } else if (balance + movement.amountMinor() != says && brokenLine == 0) {
      brokenLine = line;
      brokenSays = says;
      brokenShould = balance + movement.amountMinor();
    }
    balance = says;
  }

  @Override
  void judge(Standing standing) {
    refusal =
        JudgeStatement.judge(
            new JudgeStatement.Facts(
                lineNo(),
                lines(),
                totalMinor(),
                head == null ? null : head.count(),
                opening,
                closing(),
                brokenLine,
                brokenSays,
                brokenShould));
  }

  @Override
  Reject refusal() {
    return refusal;
  }

  @Override
  boolean repeated() {
    return false;
  }

  @Override
  void record(RunContext run, FrozenFile file) {
    run.sql()
        .sql(Sql.of(BankStatement.class, "record-statement"))
        .param("file", file.id())
        .param("run", run.run().id())
        .param("statement", number())
        .param("account", account())
        .param("lines", lines())
        .param("total", totalMinor())
        .param("opening", opening)
        .param("closing", closing())
        .param("refused", refusal == null ? 0 : refusal.code().number())
        .update();
  }

  private Long closing() {
    return head == null || head.closing() == null ? balance : head.closing();
  }
}
