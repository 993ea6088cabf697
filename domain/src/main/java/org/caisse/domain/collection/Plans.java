package org.caisse.domain.collection;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An employer's instalment plans, and whether each is kept. A plan is kept on a day when, for each
 * instalment whose day and tolerance have passed, what was paid on its debts in time is at least
 * the sum of the instalments so far. It is a function of the facts: money that becomes known late
 * counts on its value date. What is paid after the tolerance does not mend a breach; a new plan
 * does.
 */
public final class Plans {

  private final List<Instalment> instalments;
  private final List<CoveredDebt> covered;
  private final List<Payment> payments;
  private final int toleranceDays;
  private final LocalDate day;

  /**
   * @param instalments of all plans that count
   * @param covered months of these plans
   * @param payments on these months
   * @param toleranceDays so many days after its day an instalment is still in time
   * @param day the business date
   */
  public Plans(
      List<Instalment> instalments,
      List<CoveredDebt> covered,
      List<Payment> payments,
      int toleranceDays,
      LocalDate day) {
    this.instalments =
        instalments.stream()
            .sorted(Comparator.comparing(Instalment::plan).thenComparing(Instalment::due))
            .toList();
    this.covered = List.copyOf(covered);
    this.payments = List.copyOf(payments);
    this.toleranceDays = toleranceDays;
    this.day = day;
  }

  /** The plan under which a month's debts are paid: of several, the last that was agreed. */
  public Optional<PlanStanding> of(LocalDate period) {
    return covered.stream()
        .filter(debt -> debt.period().equals(period))
        .map(CoveredDebt::plan)
        .max(Comparator.naturalOrder())
        .map(this::standing);
  }

  /** How a plan stands. */
  public PlanStanding standing(int plan) {
    List<Instalment> own = instalments.stream().filter(one -> one.plan() == plan).toList();
    long agreed = own.stream().mapToLong(Instalment::amountMinor).sum();
    long paid = paidUntil(own, plan, day);
    long sum = 0;
    for (Instalment one : own) {
      sum += one.amountMinor();
      LocalDate last = one.due().plusDays(toleranceDays);
      boolean passed = day.isAfter(last);
      if (paidUntil(own, plan, passed ? last : day) < sum) {
        return passed
            ? new PlanStanding(plan, PlanStanding.State.BROKEN, last.plusDays(1), paid, agreed)
            : new PlanStanding(plan, PlanStanding.State.RESPECTED, one.due(), paid, agreed);
      }
    }
    return new PlanStanding(plan, PlanStanding.State.ENDED, own.getLast().due(), paid, agreed);
  }

  private long paidUntil(List<Instalment> own, int plan, LocalDate last) {
    LocalDate from = own.getFirst().from();
    return payments.stream()
        .filter(payment -> covers(plan, payment.period()))
        .filter(payment -> !payment.on().isBefore(from) && !payment.on().isAfter(last))
        .mapToLong(Payment::amountMinor)
        .sum();
  }

  private boolean covers(int plan, LocalDate period) {
    return covered.contains(new CoveredDebt(plan, period));
  }
}
