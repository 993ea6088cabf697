package org.caisse.domain.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.caisse.domain.ledger.Component;

/**
 * Allocates a debtor's money to its debts and works out what late payment costs (SEMANTICS 13 of
 * the design). A function of the facts alone, whatever the order in which they became known: debts
 * count as they stand by now, receipts by their value date.
 *
 * <p>Day by day: waivers and write-offs take from what is open, refunds from what is left over, and
 * each receipt goes to the debts that are payable, oldest due day first, within a month in the
 * order of the terms; what is left waits for debts to come. Care of closed days is paid first by
 * money that says it is for it; by other money, where the terms allow that, once contributions and
 * surcharges leave something, and not before the month is over in which it came: so the
 * contribution of that month comes first. Who owes no contributions waits for nothing. The
 * surcharge of a month is the rate times months or fractions of month from the due day, to its
 * payment for what is paid, to the business date for what is open; on contributions only, so that
 * nothing is compounded, and rounded once.
 */
public final class AccountRules {

  private static final Comparator<Receipt> BY_DAY =
      Comparator.comparing(Receipt::valueDate)
          .thenComparing(Receipt::account)
          .thenComparing(Receipt::bankRef)
          .thenComparing(Receipt::id);

  private final AccountFacts facts;
  private final List<OwedMonth> months;
  private final List<OwedMonth> care;
  private final boolean paysCare;
  private final List<Purse> purses = new ArrayList<>();
  private final List<Allocation> allocations = new ArrayList<>();
  private long refundsToCoverMinor;

  private AccountRules(AccountFacts facts, AccountTerms terms) {
    this.facts = facts;
    List<OwedMonth> all = OwedMonth.of(facts.debts(), terms);
    this.months = all.stream().filter(month -> !month.isCare()).toList();
    this.care = all.stream().filter(OwedMonth::isCare).toList();
    this.paysCare = terms.paysCare();
  }

  /**
   * Settles an account.
   *
   * @return amounts in minor units; receipts = allocations + advances, and debts + surcharges =
   *     allocations + waived + open
   */
  public static Settlement settle(AccountFacts facts, AccountTerms terms) {
    return new AccountRules(facts, terms).run();
  }

  private Settlement run() {
    List<Receipt> receipts = facts.receipts().stream().sorted(BY_DAY).toList();
    for (LocalDate day : days()) {
      receipts.stream()
          .filter(receipt -> receipt.valueDate().equals(day))
          .forEach(receipt -> purses.add(new Purse(receipt)));
      facts.waivers().stream()
          .filter(waiver -> waiver.on().equals(day))
          .sorted(Comparator.comparing(Waiver::decision))
          .forEach(this::waive);
      facts.writeOffs().stream()
          .filter(writeOff -> writeOff.on().equals(day))
          .sorted(Comparator.comparing(WriteOff::decision).thenComparing(WriteOff::component))
          .forEach(this::writeOff);
      facts.refunds().stream()
          .filter(refund -> refund.on().equals(day))
          .forEach(refund -> refundsToCoverMinor += refund.amountMinor());
      coverRefunds();
      purses.forEach(purse -> allocate(purse, day));
    }
    return result();
  }

  /** The days on which anything happens, in order. */
  private SortedSet<LocalDate> days() {
    SortedSet<LocalDate> days = new TreeSet<>();
    facts.debts().forEach(debt -> days.add(debt.payableFrom()));
    facts.receipts().forEach(receipt -> days.add(receipt.valueDate()));
    if (!care.isEmpty()) {
      facts.receipts().forEach(receipt -> days.add(forCareFrom(receipt)));
    }
    facts.waivers().forEach(waiver -> days.add(waiver.on()));
    facts.writeOffs().forEach(writeOff -> days.add(writeOff.on()));
    facts.refunds().forEach(refund -> days.add(refund.on()));
    days.removeIf(day -> day.isAfter(facts.businessDate()));
    return days;
  }

  private void waive(Waiver waiver) {
    long left = waiver.amountMinor();
    for (OwedMonth month : waiver.component() == Component.CLOSED_LATE ? care : months) {
      if (month.period().equals(waiver.period())) {
        left -= month.waive(waiver.component(), waiver.on(), left);
      }
    }
  }

  private void writeOff(WriteOff writeOff) {
    long left = writeOff.amountMinor();
    for (OwedMonth month : writeOff.component() == Component.CLOSED_LATE ? care : months) {
      if (month.period().equals(writeOff.period())) {
        left -= month.writeOff(writeOff, left);
      }
    }
  }

  private void coverRefunds() {
    for (Purse purse : purses) {
      long taken = Math.min(purse.leftMinor, refundsToCoverMinor);
      purse.leftMinor -= taken;
      purse.refundedMinor += taken;
      refundsToCoverMinor -= taken;
    }
  }

  private void allocate(Purse purse, LocalDate day) {
    LocalDate first = purse.receipt.toPeriod();
    if (purse.receipt.toComponent() == Component.CLOSED_LATE) {
      care.stream()
          .filter(month -> month.period().equals(first))
          .forEach(month -> month.pay(purse, day, allocations));
      care.forEach(month -> month.pay(purse, day, allocations));
    }
    for (OwedMonth month : months) {
      if (month.period().equals(first)) {
        if (purse.receipt.toComponent() != null) {
          month.pay(purse, day, List.of(purse.receipt.toComponent()), allocations);
        }
        month.pay(purse, day, allocations);
      }
    }
    for (OwedMonth month : months) {
      month.pay(purse, day, allocations);
    }
    if (paysCare && !day.isBefore(forCareFrom(purse.receipt))) {
      care.forEach(month -> month.pay(purse, day, allocations));
    }
  }

  /** The day from which what is left of a receipt may pay care. */
  private LocalDate forCareFrom(Receipt receipt) {
    return months.isEmpty()
        ? receipt.valueDate()
        : receipt.valueDate().withDayOfMonth(1).plusMonths(1);
  }

  private Settlement result() {
    List<Settlement.Part> surcharges = new ArrayList<>();
    List<Settlement.Part> waived = new ArrayList<>();
    List<Settlement.Part> writtenOff = new ArrayList<>();
    List<Settlement.Part> open = new ArrayList<>();
    List<OwedMonth> all = new ArrayList<>(months);
    all.addAll(care);
    for (OwedMonth month : all) {
      month.addSurcharge(facts.businessDate(), surcharges);
      month.addWaived(waived);
      month.addWrittenOff(writtenOff);
      month.addOpen(facts.businessDate(), open);
    }
    List<Settlement.Advance> advances = new ArrayList<>();
    long waiting = -refundsToCoverMinor;
    for (Purse purse : purses) {
      long untaken = purse.leftMinor + purse.refundedMinor;
      if (untaken > 0) {
        advances.add(
            new Settlement.Advance(purse.receipt.id(), purse.receipt.valueDate(), untaken));
      }
      waiting += purse.leftMinor;
    }
    return new Settlement(allocations, surcharges, waived, writtenOff, advances, open, waiting);
  }

  /** What is left of a receipt. */
  static final class Purse {

    final Receipt receipt;
    long leftMinor;
    long refundedMinor;

    Purse(Receipt receipt) {
      this.receipt = receipt;
      this.leftMinor = receipt.amountMinor();
    }
  }
}
