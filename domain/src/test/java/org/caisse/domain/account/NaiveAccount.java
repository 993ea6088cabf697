package org.caisse.domain.account;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.caisse.domain.ledger.Component;

/**
 * An account kept franc by franc: each franc of debt is a thing of its own, with the day on which
 * it was paid or waived; every day of the calendar is gone through. One per cent a month or
 * fraction.
 */
final class NaiveAccount {

  private static final class Franc {
    LocalDate period;
    Component component;
    LocalDate due;
    LocalDate gone;
    boolean waived;
  }

  private final List<Franc> francs = new ArrayList<>();
  private final Map<LocalDate, Long> latePaid = new TreeMap<>();
  private final Map<LocalDate, Long> lateWaived = new TreeMap<>();
  private long purse;
  private long refundDue;
  private LocalDate end;

  void run(AccountFacts facts) {
    end = facts.businessDate();
    for (Debt debt : facts.debts()) {
      for (long i = 0; i < debt.amountMinor(); i++) {
        Franc franc = new Franc();
        franc.period = debt.period();
        franc.component = debt.component();
        franc.due = debt.due();
        francs.add(franc);
      }
    }
    francs.sort(
        Comparator.comparing((Franc franc) -> franc.period)
            .thenComparing(franc -> franc.component));
    for (LocalDate day = LocalDate.of(2026, 1, 1); !day.isAfter(end); day = day.plusDays(1)) {
      for (Receipt receipt : facts.receipts()) {
        purse += receipt.valueDate().equals(day) ? receipt.amountMinor() : 0;
      }
      for (Waiver waiver : facts.waivers()) {
        if (waiver.on().equals(day)) {
          waive(waiver, day);
        }
      }
      for (Refund refund : facts.refunds()) {
        refundDue += refund.on().equals(day) ? refund.amountMinor() : 0;
      }
      long covered = Math.min(purse, refundDue);
      purse -= covered;
      refundDue -= covered;
      boolean something = true;
      while (purse > 0 && something) {
        something = payOneFranc(day);
      }
    }
  }

  private boolean payOneFranc(LocalDate day) {
    for (int month = 0; month < 3; month++) {
      LocalDate period = LocalDate.of(2026, 1 + month, 1);
      if (period.plusMonths(1).isAfter(day)) {
        continue;
      }
      for (Franc franc : francs) {
        if (franc.period.equals(period) && franc.gone == null) {
          franc.gone = day;
          purse--;
          return true;
        }
      }
      if (late(period, day)
          > latePaid.getOrDefault(period, 0L) + lateWaived.getOrDefault(period, 0L)) {
        latePaid.merge(period, 1L, Long::sum);
        purse--;
        return true;
      }
    }
    return false;
  }

  private void waive(Waiver waiver, LocalDate day) {
    for (long i = 0; i < waiver.amountMinor(); i++) {
      if (waiver.component() == Component.LATE_PAYMENT) {
        LocalDate period = waiver.period();
        if (late(period, day)
            > latePaid.getOrDefault(period, 0L) + lateWaived.getOrDefault(period, 0L)) {
          lateWaived.merge(period, 1L, Long::sum);
        }
        continue;
      }
      francs.stream()
          .filter(
              franc ->
                  franc.gone == null
                      && franc.period.equals(waiver.period())
                      && franc.component == waiver.component())
          .findFirst()
          .ifPresent(
              franc -> {
                franc.gone = day;
                franc.waived = true;
              });
    }
  }

  private long late(LocalDate period, LocalDate day) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Franc franc : francs) {
      if (franc.period.equals(period) && franc.component == Component.CONTRIBUTION) {
        LocalDate until = franc.gone == null ? day : franc.gone;
        int months = 0;
        while (franc.due.plusMonths(months).isBefore(until)) {
          months++;
        }
        sum = sum.add(new BigDecimal("0.01").multiply(BigDecimal.valueOf(months)));
      }
    }
    return sum.setScale(0, RoundingMode.HALF_UP).longValue();
  }

  Map<String, Long> state() {
    Map<String, Long> state = new TreeMap<>();
    for (Franc franc : francs) {
      String what = franc.gone == null ? "open" : franc.waived ? "waived" : "paid";
      state.merge(what + " " + franc.period + " " + franc.component, 1L, Long::sum);
    }
    for (int month = 0; month < 3; month++) {
      LocalDate period = LocalDate.of(2026, 1 + month, 1);
      long paid = latePaid.getOrDefault(period, 0L);
      long waived = lateWaived.getOrDefault(period, 0L);
      put(state, "late " + period, late(period, end));
      put(state, "paid " + period + " LATE_PAYMENT", paid);
      put(state, "waived " + period + " LATE_PAYMENT", waived);
      put(state, "open " + period + " LATE_PAYMENT", late(period, end) - paid - waived);
    }
    state.put("advance", purse - refundDue);
    return state;
  }

  /** The same, of what the rules say. */
  Map<String, Long> of(Settlement settled) {
    Map<String, Long> state = new TreeMap<>();
    for (Allocation one : settled.allocations()) {
      state.merge("paid " + one.period() + " " + one.component(), one.amountMinor(), Long::sum);
    }
    settled.surcharges().forEach(p -> put(state, "late " + p.period(), p.amountMinor()));
    settled
        .waived()
        .forEach(p -> put(state, "waived " + p.period() + " " + p.component(), p.amountMinor()));
    settled
        .open()
        .forEach(p -> put(state, "open " + p.period() + " " + p.component(), p.amountMinor()));
    state.put("advance", settled.advanceMinor());
    return state;
  }

  private static void put(Map<String, Long> state, String key, long amount) {
    if (amount != 0) {
      state.put(key, amount);
    }
  }
}
