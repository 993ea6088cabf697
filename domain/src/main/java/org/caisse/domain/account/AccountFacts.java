package org.caisse.domain.account;

import java.time.LocalDate;
import java.util.List;

/**
 * All that is known of a debtor's account.
 *
 * @param debts as they stand by now, at most one per month, OGD and component
 * @param receipts matched with the debtor and not taken back
 * @param waivers that count
 * @param writeOffs that count
 * @param refunds that count
 * @param businessDate the day up to which late payment accrues
 */
public record AccountFacts(
    List<Debt> debts,
    List<Receipt> receipts,
    List<Waiver> waivers,
    List<WriteOff> writeOffs,
    List<Refund> refunds,
    LocalDate businessDate) {

  public AccountFacts {
    debts = List.copyOf(debts);
    receipts = List.copyOf(receipts);
    waivers = List.copyOf(waivers);
    writeOffs = List.copyOf(writeOffs);
    refunds = List.copyOf(refunds);
  }

  /** An account of which nothing was written off. */
  public AccountFacts(
      List<Debt> debts,
      List<Receipt> receipts,
      List<Waiver> waivers,
      List<Refund> refunds,
      LocalDate businessDate) {
    this(debts, receipts, waivers, List.of(), refunds, businessDate);
  }
}
