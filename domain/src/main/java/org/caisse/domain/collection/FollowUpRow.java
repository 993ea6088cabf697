package org.caisse.domain.collection;

import java.time.LocalDate;
import java.util.List;
import org.caisse.domain.pack.Law;

/**
 * What follows for an employer's debts, in the archive: what the rule saw, then what it decided.
 */
public record FollowUpRow(
    String employerNo,
    LocalDate businessDate,
    List<OpenDebt> debts,
    List<Letter> letters,
    List<Instalment> instalments,
    List<CoveredDebt> covered,
    List<Payment> payments,
    List<FollowUp.Step> steps,
    List<FollowUp.Todo> todo) {

  public FollowUpRow {
    debts = List.copyOf(debts);
    letters = List.copyOf(letters);
    instalments = List.copyOf(instalments);
    covered = List.copyOf(covered);
    payments = List.copyOf(payments);
    steps = List.copyOf(steps);
    todo = List.copyOf(todo);
  }

  /** What the rule saw, with nothing decided yet. */
  public static FollowUpRow facts(String employerNo, CollectionFacts facts) {
    return of(employerNo, facts, new FollowUp(List.of(), List.of()));
  }

  private static FollowUpRow of(String employerNo, CollectionFacts facts, FollowUp follow) {
    return new FollowUpRow(
        employerNo,
        facts.businessDate(),
        facts.debts(),
        facts.letters(),
        facts.instalments(),
        facts.covered(),
        facts.payments(),
        follow.steps(),
        follow.todo());
  }

  /** What the rules decide on these facts. */
  public FollowUpRow judged(Law law) {
    CollectionFacts facts =
        new CollectionFacts(debts, letters, instalments, covered, payments, businessDate);
    return of(
        employerNo, facts, CollectionRules.judge(facts, CollectionTerms.of(law, businessDate)));
  }
}
