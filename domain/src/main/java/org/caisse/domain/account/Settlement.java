package org.caisse.domain.account;

import java.time.LocalDate;
import java.util.List;
import org.caisse.domain.ledger.Component;

/**
 * What becomes of a debtor's money under the facts.
 *
 * @param allocations of receipts to debts
 * @param surcharges for late payment, one per month and OGD that bears one
 * @param waived what waivers took, at most what was open
 * @param writtenOff what write-offs took, at most what was open, by the component that is posted
 * @param advances per receipt what no debt took, refunds included
 * @param open what is still owed
 * @param advanceMinor money that waits for a debt, minor units; negative when more was refunded
 *     than the facts of today leave
 */
public record Settlement(
    List<Allocation> allocations,
    List<Part> surcharges,
    List<Part> waived,
    List<Part> writtenOff,
    List<Advance> advances,
    List<Part> open,
    long advanceMinor) {

  public Settlement {
    allocations = List.copyOf(allocations);
    surcharges = List.copyOf(surcharges);
    waived = List.copyOf(waived);
    writtenOff = List.copyOf(writtenOff);
    advances = List.copyOf(advances);
    open = List.copyOf(open);
  }

  /** An amount of a month's component, minor units. */
  public record Part(LocalDate period, String ogd, Component component, long amountMinor) {}

  /** What no debt took of a receipt, minor units. */
  public record Advance(long receipt, LocalDate valueDate, long amountMinor) {}
}
