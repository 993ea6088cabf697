package org.caisse.jobs.contribution;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.caisse.domain.document.DocumentNumber;
import org.caisse.domain.document.DocumentSeries;
import org.caisse.domain.pack.ContributionTerms;
import org.caisse.domain.pack.DeclarationRule;
import org.caisse.domain.pack.Population;
import org.caisse.jobs.document.NumberDocuments;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The month that a run assesses, with the terms of each population. */
final class Month {

  private final RunContext run;
  private final LocalDate start;
  private final Map<String, Optional<ContributionTerms>> terms = new HashMap<>();
  private final Map<String, String> keys = new HashMap<>();

  Month(RunContext run) {
    this.run = run;
    this.start = YearMonth.parse(run.run().key().scope()).atDay(1);
  }

  LocalDate start() {
    return start;
  }

  RunContext run() {
    return run;
  }

  /** The terms of a population for the month, or null when it owes nothing. */
  ContributionTerms terms(String population) {
    return terms.computeIfAbsent(population, p -> run.law().contribution(p, start)).orElse(null);
  }

  /** The key of these terms; empty when there are none. */
  String termsKey(String population) {
    return keys.computeIfAbsent(
        population,
        p -> {
          ContributionTerms found = terms(p);
          return found == null ? "" : found.key();
        });
  }

  Population.Basis basis(String population) {
    return run.law().pack().populations().get(population).basis();
  }

  /** The populations of whose employers the law counts the persons on a day before the month. */
  String[] countedOn(DeclarationRule.HeadcountDay day) {
    return run.law().pack().populations().values().stream()
        .filter(population -> population.basis() == Population.Basis.DECLARED)
        .map(Population::id)
        .filter(
            population ->
                run.law()
                    .pack()
                    .declarations(population, start)
                    .filter(rule -> rule.headcountOn() == day)
                    .isPresent())
        .toArray(String[]::new);
  }

  /** Gives a query the parameters that all queries of an assessment share. */
  JdbcClient.StatementSpec bind(JdbcClient.StatementSpec query) {
    return query.param("run", run.run().id()).params(parameters());
  }

  /** The step that numbers the documents of the month. */
  NumberDocuments numberDocuments() {
    return new NumberDocuments(run, Sql.of(Month.class, "number-documents"), parameters());
  }

  /** A number that this run took. */
  DocumentNumber number(DocumentSeries series, int number) {
    return new DocumentNumber(series, run.run().businessDate().getYear(), number);
  }

  private Map<String, Object> parameters() {
    return Map.of(
        "period",
        start,
        "next",
        start.plusMonths(1),
        "date",
        run.run().businessDate(),
        "inputs",
        run.inputArray(),
        "withdrawn",
        run.withdrawnArray());
  }
}
