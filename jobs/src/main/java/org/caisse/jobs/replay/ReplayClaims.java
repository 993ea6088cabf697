package org.caisse.jobs.replay;

import org.caisse.domain.claim.CareBook;
import org.caisse.domain.claim.CareDebtRow;
import org.caisse.domain.claim.HouseholdFacts;
import org.caisse.domain.claim.HouseholdRow;
import org.caisse.domain.claim.InvoiceRow;
import org.caisse.domain.claim.JudgeHousehold;
import org.caisse.domain.pack.Law;

/**
 * Judges again the care of an adjudication by its own archive: households, invoices, and what is
 * claimed for closed days.
 */
final class ReplayClaims {

  private ReplayClaims() {}

  static ReplayedPart of(ArchivedRun run, Law law, Done done) {
    ReplayedPart result = new ReplayedPart();
    CareBook book = new CareBook(law);
    try (ArchivedRows<HouseholdRow> rows =
        new ArchivedRows<>(
            run, run.files("households"), HouseholdRow.class, result.differences, done)) {
      for (HouseholdRow row = rows.take(); row != null; row = rows.take()) {
        HouseholdFacts facts = row.facts();
        result.persons += row.members().size();
        result.lines += row.lines().size() + row.reduced().size();
        result.differences.compare(
            "household " + row.householdNo(),
            row,
            HouseholdRow.of(facts, JudgeHousehold.judge(facts, book)));
      }
      result.whole &= rows.whole();
    }
    try (ArchivedRows<InvoiceRow> rows =
        new ArchivedRows<>(
            run, run.files("invoices"), InvoiceRow.class, result.differences, done)) {
      for (InvoiceRow row = rows.take(); row != null; row = rows.take()) {
        result.differences.compare("invoice " + row.invoice(), row, row.judged());
      }
      result.whole &= rows.whole();
    }
    try (ArchivedRows<CareDebtRow> rows =
        new ArchivedRows<>(
            run, run.files(CareDebtRow.NAME), CareDebtRow.class, result.differences, done)) {
      for (CareDebtRow row = rows.take(); row != null; row = rows.take()) {
        result.differences.compare(
            "care of closed days %s %s".formatted(row.number(), row.month()), row, row.judged());
      }
      result.whole &= rows.whole();
    }
    return result;
  }
}
