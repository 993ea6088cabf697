package org.caisse.jobs.contribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.caisse.config.text.Language;
import org.caisse.domain.pack.Population;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.writers.document.Letterhead;
import org.caisse.writers.document.WorkbookTitles;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the documents of an assessment have in common: letterhead, titles, names, and the way to the
 * rows.
 *
 * @param month that is assessed
 * @param letterhead of the fund
 * @param titles of workbooks
 * @param populations name of each in the language of the run, by its id
 */
record MonthPapers(
    Month month, Letterhead letterhead, WorkbookTitles titles, Map<String, String> populations) {

  static MonthPapers of(Month month) {
    RunContext run = month.run();
    Letterhead letterhead = run.letterhead();
    Map<String, String> populations = new LinkedHashMap<>();
    for (Population population : run.law().pack().populations().values()) {
      populations.put(
          population.id(),
          run.run().language() == Language.FR ? population.nameFr() : population.nameEn());
    }
    return new MonthPapers(
        month, letterhead, new WorkbookTitles(letterhead, run.run().businessDate()), populations);
  }

  RunContext run() {
    return month.run();
  }

  /** Handles a row of a query. */
  @FunctionalInterface
  interface RowWork {
    void row(ResultSet row) throws SQLException, IOException;
  }

  /** Goes through the rows of a query, a portion of them in memory at a time. */
  void each(String query, Map<String, Object> parameters, RowWork work) {
    JdbcClient.StatementSpec statement =
        month.bind(run().sql().sql(Sql.of(MonthPapers.class, query))).params(parameters);
    RowCallbackHandler handler =
        row -> {
          try {
            work.row(row);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        };
    statement.withFetchSize(2_000).query(handler);
  }
}
