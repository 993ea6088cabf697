package org.caisse.jobs.declaration;

import org.caisse.domain.contribution.DeclarationVerdict;

/**
 * Running counts of one file: lines in = accepted + rejected + repeated, whatever the file holds.
 */
final class IntakeTally {

  long lines;
  long records;
  long declarations;
  long filed;
  long refused;
  long repeated;
  long personLines;
  long accepted;
  long rejected;
  long repeatedLines;
  long unreadableAmounts;
  long grossMinor;
  long acceptedGrossMinor;

  /** A line outside any declaration: refused by itself. */
  void stray(boolean amountReadable, long gross) {
    personLines++;
    rejected++;
    if (amountReadable) {
      grossMinor = saturated(grossMinor, gross);
    } else {
      unreadableAmounts++;
    }
  }

  void declaration(DeclarationVerdict verdict) {
    declarations++;
    personLines += verdict.lines();
    unreadableAmounts += verdict.unreadableAmounts();
    grossMinor = saturated(grossMinor, verdict.grossMinor());
    switch (verdict.status()) {
      case FILED -> {
        filed++;
        accepted += verdict.accepted();
        rejected += verdict.rejected();
        acceptedGrossMinor += verdict.acceptedGrossMinor();
      }
      case REFUSED -> {
        refused++;
        rejected += verdict.lines();
      }
      case REPEATED -> {
        repeated++;
        repeatedLines += verdict.lines();
      }
    }
  }

  /**
   * Lines that hold nothing; the first line, which names the columns, is neither blank nor a
   * record.
   */
  long blank() {
    return lines == 0 ? 0 : lines - 1 - records;
  }

  /** For the execution context. */
  String toText() {
    return "%d %d %d %d %d %d %d %d %d %d %d %d %d"
        .formatted(
            lines,
            records,
            declarations,
            filed,
            refused,
            repeated,
            personLines,
            accepted,
            rejected,
            repeatedLines,
            unreadableAmounts,
            grossMinor,
            acceptedGrossMinor);
  }

  static IntakeTally fromText(String text) {
    IntakeTally tally = new IntakeTally();
    if (text.isEmpty()) {
      return tally;
    }
    String[] numbers = text.split(" ", -1);
    tally.lines = Long.parseLong(numbers[0]);
    tally.records = Long.parseLong(numbers[1]);
    tally.declarations = Long.parseLong(numbers[2]);
    tally.filed = Long.parseLong(numbers[3]);
    tally.refused = Long.parseLong(numbers[4]);
    tally.repeated = Long.parseLong(numbers[5]);
    tally.personLines = Long.parseLong(numbers[6]);
    tally.accepted = Long.parseLong(numbers[7]);
    tally.rejected = Long.parseLong(numbers[8]);
    tally.repeatedLines = Long.parseLong(numbers[9]);
    tally.unreadableAmounts = Long.parseLong(numbers[10]);
    tally.grossMinor = Long.parseLong(numbers[11]);
    tally.acceptedGrossMinor = Long.parseLong(numbers[12]);
    return tally;
  }

  private static long saturated(long sum, long amount) {
    long result = sum + amount;
    boolean overflow = ((sum ^ result) & (amount ^ result)) < 0;
    return overflow ? (sum < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : result;
  }
}
