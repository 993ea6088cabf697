package org.caisse.domain.collection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether an employer gets a clearance certificate (attestation de régularité): it does when
 * nothing that is due is open and every declaration that is due was filed, or when what is open is
 * covered by an instalment plan that is kept.
 *
 * @param kind whether
 * @param plan number of the plan that covers what is open, or 0
 * @param validUntil last day on which it is valid: under a plan at most the day of the next
 *     instalment; null when it is refused
 * @param owed what stands against it
 */
public record Clearance(Kind kind, int plan, LocalDate validUntil, List<OpenDebt> owed) {

  /** Whether it is issued. */
  public enum Kind {
    CLEAR,
    UNDER_PLAN,
    REFUSED
  }

  public Clearance {
    owed = List.copyOf(owed);
  }

  /** A declaration that is due and was not filed. */
  public record Undeclared(LocalDate period, LocalDate due) {}

  /** Decides it. */
  public static Clearance judge(
      CollectionFacts facts, List<Undeclared> undeclared, CollectionTerms terms) {
    Plans plans = facts.plans(terms);
    List<OpenDebt> owed = new ArrayList<>();
    int days = terms.certificateDays() == null ? 0 : terms.certificateDays();
    LocalDate until = facts.businessDate().plusDays(days);
    int plan = 0;
    for (OpenDebt debt : facts.debts()) {
      if (!debt.due().isBefore(facts.businessDate())) {
        continue;
      }
      Optional<PlanStanding> standing =
          plans.of(debt.period()).filter(found -> found.state() == PlanStanding.State.RESPECTED);
      if (standing.isEmpty()) {
        owed.add(debt);
      } else {
        plan = Math.max(plan, standing.get().plan());
        until = standing.get().day().isBefore(until) ? standing.get().day() : until;
      }
    }
    if (!owed.isEmpty() || !undeclared.isEmpty()) {
      return new Clearance(Kind.REFUSED, 0, null, owed);
    }
    // The day of an instalment that is paid late within the tolerance may have passed.
    LocalDate last = until.isBefore(facts.businessDate()) ? facts.businessDate() : until;
    return new Clearance(plan == 0 ? Kind.CLEAR : Kind.UNDER_PLAN, plan, last, List.of());
  }
}
