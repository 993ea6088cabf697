package org.caisse.app.month;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An employer's account worked out day by day from what is known of it, as somebody would with
 * pencil and paper: apart from the rules, and slow. One per cent a month or fraction of month of
 * delay on contributions; contributions first, then the surcharges, the oldest month first.
 */
final class NaiveMoney {

  /** Money of the employer. */
  record Came(String ref, LocalDate on, long minor, LocalDate month) {}

  /**
   * What two persons decided.
   *
   * @param how how it is booked: {@code WAIVED_} or {@code WRITTEN_OFF_}; empty for a refund
   */
  record Decided(
      int number, LocalDate on, String how, LocalDate month, String component, long minor) {}

  private static final List<String> GIVEN_UP = List.of("WAIVED_", "WRITTEN_OFF_");
  private static final List<String> ORDER =
      List.of("CONTRIBUTION", "LATE_DECLARATION", "LATE_PAYMENT");

  private final Map<LocalDate, Map<String, Long>> owed;
  private final Map<String, Long> books = new TreeMap<>();
  private final Map<LocalDate, Long> monthsTimes = new TreeMap<>();
  private final List<long[]> purses = new ArrayList<>();
  private final List<Came> came = new ArrayList<>();

  private NaiveMoney(Map<LocalDate, Map<String, Long>> owed) {
    this.owed = owed;
  }

  /**
   * What stands in the account at the end of a day: {@code 2026-02 PAID_CONTRIBUTION 500}, and the
   * like; sums that are nothing are left out.
   *
   * @param owed contributions and surcharge for late declaration, by month
   */
  static Map<String, Long> on(
      LocalDate day,
      Map<LocalDate, Map<String, Long>> owed,
      List<Came> received,
      List<Decided> decided) {
    NaiveMoney account = new NaiveMoney(owed);
    List<Came> inOrder = new ArrayList<>(received);
    inOrder.sort(Comparator.comparing(Came::on).thenComparing(Came::ref));
    long[] toCover = {0};
    for (LocalDate now = LocalDate.of(2026, 1, 1); !now.isAfter(day); now = now.plusDays(1)) {
      for (Came one : inOrder) {
        if (one.on().equals(now)) {
          account.came.add(one);
          account.purses.add(new long[] {one.minor(), 0});
        }
      }
      LocalDate on = now;
      List<Decided> today = new ArrayList<>(decided);
      today.removeIf(one -> !one.on().equals(on));
      for (String how : GIVEN_UP) {
        today.stream().filter(one -> one.how().equals(how)).forEach(account::giveUp);
      }
      for (Decided one : today) {
        if (one.how().isEmpty()) {
          toCover[0] += one.minor();
          account.add("REFUND", one.minor());
        }
      }
      account.cover(toCover);
      for (int i = 0; i < account.purses.size(); i++) {
        account.pay(i, now);
      }
    }
    for (LocalDate month : owed.keySet()) {
      account.add(key(month, "LATE_PAYMENT"), account.owed(month, "LATE_PAYMENT", day));
    }
    for (int i = 0; i < account.purses.size(); i++) {
      account.add("ADVANCE", account.purses.get(i)[0] + account.purses.get(i)[1]);
    }
    account.books.values().removeIf(minor -> minor == 0);
    return account.books;
  }

  private void giveUp(Decided one) {
    if (owed.containsKey(one.month())) {
      long taken = Math.min(one.minor(), open(one.month(), one.component(), one.on()));
      if (taken > 0) {
        settle(one.month(), one.how(), one.component(), taken, one.on());
      }
    }
  }

  private void cover(long[] toCover) {
    for (long[] purse : purses) {
      long taken = Math.min(purse[0], toCover[0]);
      purse[0] -= taken;
      purse[1] += taken;
      toCover[0] -= taken;
    }
  }

  private void pay(int i, LocalDate now) {
    LocalDate first = came.get(i).month();
    List<LocalDate> months = new ArrayList<>();
    if (first != null && owed.containsKey(first)) {
      months.add(first);
    }
    months.addAll(owed.keySet());
    for (LocalDate month : months) {
      if (!month.plusMonths(1).isAfter(now)) {
        for (String component : ORDER) {
          long paid = Math.min(purses.get(i)[0], open(month, component, now));
          if (paid > 0) {
            purses.get(i)[0] -= paid;
            settle(month, "PAID_", component, paid, now);
          }
        }
      }
    }
  }

  private void settle(LocalDate month, String how, String component, long minor, LocalDate now) {
    if (component.equals("CONTRIBUTION")) {
      monthsTimes.merge(month, minor * late(month, now), Long::sum);
    }
    add(key(month, how + component), minor);
  }

  private long open(LocalDate month, String component, LocalDate now) {
    return owed(month, component, now)
        - books.getOrDefault(key(month, "PAID_" + component), 0L)
        - books.getOrDefault(key(month, "WAIVED_" + component), 0L)
        - books.getOrDefault(key(month, "WRITTEN_OFF_" + component), 0L);
  }

  private long owed(LocalDate month, String component, LocalDate now) {
    if (!component.equals("LATE_PAYMENT")) {
      return owed.get(month).getOrDefault(component, 0L);
    }
    long times =
        monthsTimes.getOrDefault(month, 0L) + open(month, "CONTRIBUTION", now) * late(month, now);
    return Math.floorDiv(Math.abs(times) + 50, 100) * Long.signum(times);
  }

  /** Months begun since the tenth of the month after. */
  private static int late(LocalDate month, LocalDate now) {
    LocalDate due = month.plusMonths(1).withDayOfMonth(10);
    int months = 0;
    while (due.plusMonths(months).isBefore(now)) {
      months++;
    }
    return months;
  }

  private void add(String key, long minor) {
    books.merge(key, minor, Long::sum);
  }

  private static String key(LocalDate month, String component) {
    return month.toString().substring(0, 7) + " " + component;
  }
}
