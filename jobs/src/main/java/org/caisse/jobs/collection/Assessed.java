package org.caisse.jobs.collection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.caisse.domain.pack.DueTerms;
import org.caisse.domain.pack.Law;
import org.caisse.jobs.contribution.ContributionAssessment;
import org.caisse.jobs.run.UsageException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The months of which the fund knows what an employer declared and owes: of those that it did not
 * assess nothing can be certified.
 */
final class Assessed {

  /** When an employer is affiliated, and as what. */
  private record Affiliation(String population, LocalDate from, LocalDate to) {

    boolean on(LocalDate month) {
      return from.isBefore(month.plusMonths(1)) && (to == null || to.isAfter(month));
    }
  }

  private final JdbcClient sql;
  private final Law law;

  Assessed(JdbcClient sql, Law law) {
    this.sql = sql;
    this.law = law;
  }

  /**
   * Checks that every month was assessed whose declaration is due, from the first that ever was.
   *
   * @throws UsageException when one was not
   */
  void require(int settlement, long employer, LocalDate day) {
    Set<LocalDate> assessed = new HashSet<>(months(settlement));
    Affiliation affiliation = affiliation(employer);
    List<String> missing = new ArrayList<>();
    LocalDate month = assessed.stream().min(LocalDate::compareTo).orElse(day.withDayOfMonth(1));
    for (; month.isBefore(day); month = month.plusMonths(1)) {
      if (!assessed.contains(month) && affiliation.on(month) && isDue(affiliation, month, day)) {
        missing.add(month.toString().substring(0, 7));
      }
    }
    if (!missing.isEmpty() || assessed.isEmpty()) {
      throw new UsageException(
          "nothing can be certified on %s: %s; assess them and settle the accounts first"
              .formatted(
                  day,
                  assessed.isEmpty()
                      ? "no month was assessed"
                      : "months are due and not assessed: " + String.join(", ", missing)));
    }
  }

  private boolean isDue(Affiliation affiliation, LocalDate month, LocalDate day) {
    return law.pack().declarations(affiliation.population(), month).isPresent()
        && law.declarations(affiliation.population(), month).due(DueTerms.UNKNOWN).isBefore(day);
  }

  private Set<LocalDate> months(int settlement) {
    return sql
        .sql(
            "SELECT DISTINCT r.scope FROM run_input i JOIN run r ON r.run_id = i.input_run_id WHERE"
                + " i.run_id = ? AND r.job = ?")
        .params(settlement, ContributionAssessment.NAME)
        .query(String.class)
        .list()
        .stream()
        .map(scope -> LocalDate.parse(scope + "-01"))
        .collect(Collectors.toSet());
  }

  private Affiliation affiliation(long employer) {
    return sql.sql(
            "SELECT population, valid_from, valid_to FROM employer_version WHERE employer_id = ?"
                + " ORDER BY valid_from DESC, run_id DESC LIMIT 1")
        .param(employer)
        .query(
            (row, n) ->
                new Affiliation(
                    row.getString("population"),
                    row.getObject("valid_from", LocalDate.class),
                    row.getObject("valid_to", LocalDate.class)))
        .single();
  }
}
