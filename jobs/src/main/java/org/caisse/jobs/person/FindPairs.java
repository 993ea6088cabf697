package org.caisse.jobs.person;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.caisse.domain.person.Known;
import org.caisse.domain.person.MatchSettings;
import org.caisse.domain.person.SharedBy;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.Statistics;
import org.caisse.jobs.run.Steps;
import org.caisse.writers.copy.BinaryCopy;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Finds the pairs to compare: persons who share a key. The keys of everyone go to a temporary table
 * in one transaction, where the server joins them; so the work grows with the number of persons.
 */
final class FindPairs implements Steps.Work {

  private static final int PORTION = 20_000;
  private static final String COPY =
      "COPY person_key (share, person_id) FROM STDIN (FORMAT BINARY)";

  private final RunContext run;
  private final MatchSettings settings;

  FindPairs(RunContext run) {
    this.run = run;
    this.settings = run.law().settings().checks().persons();
  }

  @Override
  public void run(StepExecution step) throws SQLException {
    run.sql().sql("SET LOCAL work_mem = '128MB'").update();
    run.sql().sql(Sql.of(getClass(), "person-key")).update();
    Connection connection = DataSourceUtils.getConnection(run.dataSource());
    try {
      keys(connection, step);
    } finally {
      DataSourceUtils.releaseConnection(connection, run.dataSource());
    }
    Statistics.refresh(run, List.of("person_key"));
    run.sql()
        .sql(Sql.of(getClass(), "blocks"))
        .param("run", run.run().id())
        .param("most", settings.block())
        .update();
    run.sql()
        .sql(Sql.of(getClass(), "pairs"))
        .param("run", run.run().id())
        .param("inputs", run.inputArray())
        .update();
    Statistics.refresh(run, List.of("person_pair"));
    run.sql()
        .sql(Sql.of(getClass(), "work"))
        .param("run", run.run().id())
        .param("inputs", run.inputArray())
        .param("withdrawn", run.withdrawnArray())
        .param("since", run.run().businessDate().withDayOfMonth(1).minusMonths(settings.months()))
        .update();
    Statistics.refresh(run, List.of("person_work"));
    run.sql().sql("DROP TABLE person_key").update();
  }

  private void keys(Connection connection, StepExecution step) throws SQLException {
    Set<Long> dropped =
        new HashSet<>(
            run.sql()
                .sql("SELECT person_id FROM standing_merge(?)")
                .param(run.inputArray())
                .query(Long.class)
                .list());
    long after = 0;
    long read = 0;
    for (List<Long> ids = after(after); !ids.isEmpty(); ids = after(after)) {
      List<Person> persons = known(ids);
      try (BinaryCopy copy = BinaryCopy.open(connection, COPY)) {
        for (Person person : persons) {
          if (!dropped.contains(person.id())) {
            for (String key : SharedBy.keys(person.known())) {
              copy.row(2);
              copy.text(key);
              copy.int8(person.id());
            }
          }
        }
        copy.finish();
      }
      after = ids.getLast();
      read += ids.size();
      step.setReadCount(read);
      run.progress().advancedTo(read);
    }
  }

  private List<Long> after(long person) {
    return run.sql()
        .sql("SELECT person_id FROM person WHERE person_id > ? ORDER BY person_id LIMIT ?")
        .params(person, PORTION)
        .query(Long.class)
        .list();
  }

  private record Person(long id, Known known) {}

  private List<Person> known(List<Long> ids) {
    return run.sql()
        .sql("SELECT k.* FROM known_person(:ids, :date, :inputs, :withdrawn) k")
        .param("ids", ids.toArray(Long[]::new))
        .param("date", run.run().businessDate())
        .param("inputs", run.inputArray())
        .param("withdrawn", run.withdrawnArray())
        .query((row, n) -> new Person(row.getLong("person_id"), KnownRow.of(row, "", "")))
        .list();
  }
}
