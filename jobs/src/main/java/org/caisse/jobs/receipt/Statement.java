package org.caisse.jobs.receipt;

import org.caisse.domain.receipt.JudgeReceipt;
import org.caisse.domain.reject.Reject;
import org.caisse.jobs.run.FrozenFile;
import org.caisse.jobs.run.RunContext;
import org.caisse.readers.receipt.ReceiptLine;

/** A bank statement or a remittance while its lines are read: what is judged as a whole. */
abstract class Statement {

  /** What was there before. */
  interface Standing {

    /** Whether the registry has a delegated body. */
    boolean hasOgd(String ogd);

    /** What a remittance that stands says, compared with the hash of another of its number. */
    JudgeReceipt.Known remittance(String ogd, String number, String sha256);
  }

  private final int number;
  private final int lineNo;
  private final String account;
  private int lines;
  private long totalMinor;

  Statement(int number, int lineNo, String account) {
    this.number = number;
    this.lineNo = lineNo;
    this.account = account;
  }

  final int number() {
    return number;
  }

  final int lineNo() {
    return lineNo;
  }

  /** The fund's account at the bank, or the delegated body. */
  final String account() {
    return account;
  }

  /** Lines so far, whether they can be taken or not. */
  final int lines() {
    return lines;
  }

  /** Sum of the amounts that could be read, minor units. */
  final long totalMinor() {
    return totalMinor;
  }

  /** Counts a line that was read. */
  final void count(long amountMinor) {
    lines++;
    totalMinor = Math.addExact(totalMinor, amountMinor);
  }

  /** A line that cannot be read stands in it. */
  void unreadable() {
    lines++;
  }

  /** Whether a line opened it: those that follow belong to it. */
  abstract boolean hasHead();

  /** Whether a line can belong to it. */
  abstract boolean holds(ReceiptLine line);

  /** Decides whether it ties. */
  abstract void judge(Standing standing);

  /** Why it is refused whole, or null. */
  abstract Reject refusal();

  /** Whether it was taken before, just as it is. */
  abstract boolean repeated();

  /** Writes what was read of it. */
  abstract void record(RunContext run, FrozenFile file);
}
