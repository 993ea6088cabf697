package org.caisse.domain.right;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A person under test: what is known, put together piece by piece. */
final class Known {

  private final List<ContributedMonth> months = new ArrayList<>();
  private final List<HeadFacts.Listed> listed = new ArrayList<>();
  private final List<HeldStatus> statuses = new ArrayList<>();
  private final List<HeadFacts.EarlierRight> earlier = new ArrayList<>();
  private LocalDate left;

  static LocalDate day(String day) {
    return day == null ? null : LocalDate.parse(day);
  }

  /** Months in a row, due on the 10th of the next, each paid on the 9th. */
  Known paid(String population, String first, int count) {
    for (int i = 0; i < count; i++) {
      LocalDate month = day(first + "-01").plusMonths(i);
      add(population, month, month.plusMonths(1).withDayOfMonth(9), null);
    }
    return this;
  }

  /** A month that is paid on a day, or not. */
  Known month(String population, String month, String paidOn) {
    add(population, day(month + "-01"), day(paidOn), null);
    return this;
  }

  /** A month whose debt was given up on a day. */
  Known givenUp(String population, String month, String on) {
    add(population, day(month + "-01"), null, day(on));
    return this;
  }

  private void add(String population, LocalDate month, LocalDate paidOn, LocalDate givenUp) {
    months.add(
        new ContributedMonth(
            month,
            population,
            "E1",
            true,
            ContributedMonth.Payment.ACCOUNT,
            month.plusMonths(1).withDayOfMonth(10),
            paidOn,
            givenUp));
  }

  Known listed(String population, String from, String to) {
    listed.add(new HeadFacts.Listed(population, day(from), day(to)));
    return this;
  }

  Known status(String kind, String detail, String from, String to) {
    statuses.add(new HeldStatus(kind, detail, day(from), day(to)));
    return this;
  }

  Known earlier(String from, String to, String takenOn) {
    earlier.add(new HeadFacts.EarlierRight(day(from), day(to), day(takenOn)));
    return this;
  }

  Known left(String on) {
    left = day(on);
    return this;
  }

  HeadFacts on(String businessDate) {
    return new HeadFacts(months, listed, statuses, earlier, left, day(businessDate));
  }

  List<RightPeriod> rights(RightTerms terms, String businessDate) {
    return JudgeHead.judge(on(businessDate), terms);
  }

  /** The rights with the base scheme and assistance: from, to, population, reasons. */
  List<String> said(RightTerms terms, String businessDate) {
    return rights(terms, businessDate).stream().map(Known::said).toList();
  }

  static String said(RightPeriod right) {
    return "%s..%s %s %s %s"
        .formatted(
            right.from(),
            right.to() == null ? "" : right.to(),
            right.population(),
            right.why(),
            right.endWhy() == null ? "-" : right.endWhy());
  }
}
