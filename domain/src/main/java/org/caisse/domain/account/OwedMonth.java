package org.caisse.domain.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caisse.domain.calendar.LateMonths;
import org.caisse.domain.ledger.Component;
import org.caisse.domain.money.Rate;

/**
 * What is owed for a month through one delegated body, or for care of its closed days, on its way
 * from debts to payments.
 */
final class OwedMonth {

  private final LocalDate period;
  private final String ogd;
  private final LocalDate due;
  private final LocalDate lateFrom;
  private final LocalDate payableFrom;
  private final boolean care;
  private final List<Component> order;
  private final Optional<Rate> latePerMonth;
  private final Map<Component, Long> owedOf = new EnumMap<>(Component.class);
  private final Map<Component, Long> paidOf = new EnumMap<>(Component.class);

  /** What is not asked for any more, of each debt. */
  private final Map<Component, Long> givenUpOf = new EnumMap<>(Component.class);

  /** The same, by what is posted. */
  private final Map<Component, Long> postedOf = new EnumMap<>(Component.class);

  /** Contributions paid, waived or written off, each times the months that it was late. */
  private long monthsTimesMinor;

  private OwedMonth(Debt debt, AccountTerms terms) {
    this.period = debt.period();
    this.ogd = debt.ogd();
    this.due = debt.due();
    this.lateFrom = debt.lateFrom() == null ? debt.due() : debt.lateFrom();
    this.payableFrom = debt.payableFrom();
    this.care = debt.isCare();
    this.order = care ? List.of(Component.CLOSED_LATE) : terms.ofContributions();
    // What an old system left accrues by the rate of the month in which it begins to accrue here.
    this.latePerMonth =
        care
            ? Optional.empty()
            : terms
                .latePerMonth()
                .apply(debt.lateFrom() == null ? period : lateFrom.withDayOfMonth(1));
  }

  /** The months of some debts, oldest due day first. */
  static List<OwedMonth> of(List<Debt> debts, AccountTerms terms) {
    Map<String, OwedMonth> months = new LinkedHashMap<>();
    for (Debt debt : debts) {
      months
          .computeIfAbsent(
              debt.period() + " " + debt.isCare() + " " + debt.ogd(),
              key -> new OwedMonth(debt, terms))
          .owedOf
          .merge(debt.component(), debt.amountMinor(), Math::addExact);
    }
    List<OwedMonth> sorted = new ArrayList<>(months.values());
    sorted.sort(
        Comparator.comparing((OwedMonth month) -> month.due)
            .thenComparing(month -> month.period)
            .thenComparing(month -> month.care)
            .thenComparing(month -> month.ogd));
    return sorted;
  }

  LocalDate period() {
    return period;
  }

  boolean isCare() {
    return care;
  }

  /** Waives at most what is open, and says how much that was. */
  long waive(Component component, LocalDate day, long atMostMinor) {
    return give(component, component.waived(), day, atMostMinor);
  }

  /** Writes off at most what is open, and says how much that was. */
  long writeOff(WriteOff writeOff, long atMostMinor) {
    return give(writeOff.component(), writeOff.posted(), writeOff.on(), atMostMinor);
  }

  private long give(Component component, Component posted, LocalDate day, long atMostMinor) {
    long taken = Math.min(atMostMinor, openMinor(component, day));
    if (taken <= 0) {
      return 0;
    }
    givenUpOf.merge(component, taken, Math::addExact);
    postedOf.merge(posted, taken, Math::addExact);
    ended(component, day, taken);
    return taken;
  }

  /** Pays what is open and payable, as far as the money goes. */
  void pay(AccountRules.Purse purse, LocalDate day, List<Allocation> allocations) {
    pay(purse, day, order, allocations);
  }

  /** Pays some components of it. */
  void pay(
      AccountRules.Purse purse,
      LocalDate day,
      List<Component> components,
      List<Allocation> allocations) {
    if (payableFrom.isAfter(day)) {
      return;
    }
    for (Component component : components) {
      long paid = Math.min(purse.leftMinor, openMinor(component, day));
      if (paid > 0) {
        purse.leftMinor -= paid;
        paidOf.merge(component, paid, Math::addExact);
        ended(component, day, paid);
        allocations.add(new Allocation(purse.receipt.id(), period, ogd, component, day, paid));
      }
    }
  }

  void addSurcharge(LocalDate day, List<Settlement.Part> surcharges) {
    add(Component.LATE_PAYMENT, accrued(day), surcharges);
  }

  void addWaived(List<Settlement.Part> waived) {
    order.forEach(
        component -> add(component, postedOf.getOrDefault(component.waived(), 0L), waived));
  }

  void addWrittenOff(List<Settlement.Part> writtenOff) {
    List<Component> waived = order.stream().map(Component::waived).toList();
    postedOf.forEach(
        (posted, minor) -> {
          if (!waived.contains(posted)) {
            add(posted, minor, writtenOff);
          }
        });
  }

  void addOpen(LocalDate day, List<Settlement.Part> open) {
    order.forEach(component -> add(component, openMinor(component, day), open));
  }

  private void add(Component component, long minor, List<Settlement.Part> parts) {
    if (minor != 0) {
      parts.add(new Settlement.Part(period, ogd, component, minor));
    }
  }

  private long openMinor(Component component, LocalDate day) {
    return owed(component, day)
        - paidOf.getOrDefault(component, 0L)
        - givenUpOf.getOrDefault(component, 0L);
  }

  private long owed(Component component, LocalDate day) {
    long before = owedOf.getOrDefault(component, 0L);
    return component == Component.LATE_PAYMENT ? Math.addExact(before, accrued(day)) : before;
  }

  /** Late payment by our own count; what an old system had counted is a debt like others. */
  private long accrued(LocalDate day) {
    long open = openMinor(Component.CONTRIBUTION, day);
    long times =
        Math.addExact(
            monthsTimesMinor, Math.multiplyExact(open, LateMonths.between(lateFrom, day)));
    return latePerMonth.map(rate -> rate.of(times)).orElse(0L);
  }

  private void ended(Component component, LocalDate day, long minor) {
    if (component == Component.CONTRIBUTION) {
      monthsTimesMinor =
          Math.addExact(
              monthsTimesMinor, Math.multiplyExact(minor, LateMonths.between(lateFrom, day)));
    }
  }
}
