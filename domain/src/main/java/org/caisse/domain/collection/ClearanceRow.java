package org.caisse.domain.collection;

import java.time.LocalDate;
import java.util.List;
import org.caisse.domain.pack.Law;

/** A clearance certificate in the archive: what the rule saw, then what it decided. */
public record ClearanceRow(
    String employerNo,
    LocalDate businessDate,
    List<OpenDebt> debts,
    List<Instalment> instalments,
    List<CoveredDebt> covered,
    List<Payment> payments,
    List<Clearance.Undeclared> undeclared,
    Clearance.Kind kind,
    int plan,
    LocalDate validUntil,
    List<OpenDebt> owed) {

  public ClearanceRow {
    debts = List.copyOf(debts);
    instalments = List.copyOf(instalments);
    covered = List.copyOf(covered);
    payments = List.copyOf(payments);
    undeclared = List.copyOf(undeclared);
    owed = List.copyOf(owed);
  }

  /** What the rules decide on these facts. */
  public static ClearanceRow of(
      String employerNo, CollectionFacts facts, List<Clearance.Undeclared> undeclared, Law law) {
    Clearance clearance =
        Clearance.judge(facts, undeclared, CollectionTerms.of(law, facts.businessDate()));
    return new ClearanceRow(
        employerNo,
        facts.businessDate(),
        facts.debts(),
        facts.instalments(),
        facts.covered(),
        facts.payments(),
        undeclared,
        clearance.kind(),
        clearance.plan(),
        clearance.validUntil(),
        clearance.owed());
  }

  /** The same facts, decided again. */
  public ClearanceRow judged(Law law) {
    return of(
        employerNo,
        new CollectionFacts(debts, List.of(), instalments, covered, payments, businessDate),
        undeclared,
        law);
  }
}
