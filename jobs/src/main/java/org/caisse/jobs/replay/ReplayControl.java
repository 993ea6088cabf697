package org.caisse.jobs.replay;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.caisse.domain.expected.ControlRow;
import org.caisse.domain.expected.SilentRow;
import org.caisse.domain.pack.ContributionTerms;
import org.caisse.domain.pack.FundChecks;
import org.caisse.domain.pack.Law;

/** Judges again a control of declarations by its own archive. */
final class ReplayControl {

  private ReplayControl() {}

  static ReplayedPart of(ArchivedRun run, Law law, Done done) {
    LocalDate period = YearMonth.parse(run.key().scope()).atDay(1);
    FundChecks.OfDeclarations checks = law.settings().checks().declarations();
    Map<String, Optional<ContributionTerms>> terms = new HashMap<>();
    ReplayedPart result = new ReplayedPart();
    try (ArchivedRows<ControlRow> rows =
        new ArchivedRows<>(run, run.files("persons"), ControlRow.class, result.differences, done)) {
      for (ControlRow row = rows.take(); row != null; row = rows.take()) {
        result.persons++;
        ContributionTerms ofMonth =
            terms.computeIfAbsent(row.population(), p -> law.contribution(p, period)).orElse(null);
        result.differences.compare(
            "employer " + row.employerNo() + " person " + row.personNo(),
            row,
            row.judged(ofMonth, checks));
      }
      result.whole &= rows.whole();
    }
    try (ArchivedRows<SilentRow> rows =
        new ArchivedRows<>(
            run, run.files("employers"), SilentRow.class, result.differences, done)) {
      for (SilentRow row = rows.take(); row != null; row = rows.take()) {
        result.employers++;
        result.differences.compare("employer " + row.employerNo(), row, row.judged());
      }
      result.whole &= rows.whole();
    }
    return result;
  }
}
