package org.caisse.app.generate;

import java.util.List;

/**
 * An invoice of a provider.
 *
 * @param key of the invoice in the fund, by which its lines are drawn
 * @param number the provider's
 * @param version 1, or higher when it replaces the one before
 * @param reimbursed whether an insured person asks for what he has paid
 * @param lines of it
 * @param saysOneMore whether it says that it has one line more
 * @param saysMore whether it says that it charges more
 */
record GeneratedInvoice(
    long key,
    int number,
    int version,
    boolean reimbursed,
    List<ClaimLine> lines,
    boolean saysOneMore,
    boolean saysMore) {

  GeneratedInvoice {
    lines = List.copyOf(lines);
  }

  /** The same without its last line, which replaces it. */
  GeneratedInvoice shorter() {
    return new GeneratedInvoice(
        key, number, version + 1, reimbursed, lines.subList(0, lines.size() - 1), false, false);
  }

  long charged() {
    return lines.stream().mapToLong(ClaimLine::charged).sum();
  }

  int saidLines() {
    return lines.size() + (saysOneMore ? 1 : 0);
  }

  long saidCharged() {
    return charged() + (saysMore ? 10 : 0);
  }
}
