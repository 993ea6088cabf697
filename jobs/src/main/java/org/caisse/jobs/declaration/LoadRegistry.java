package org.caisse.jobs.declaration;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.caisse.domain.contribution.EmployerFacts;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.RunSessions;
import org.caisse.jobs.run.Sql;
import org.caisse.readers.copy.BinaryCopyReader;
import org.caisse.readers.registry.RegistrySnapshot;

/**
 * Loads what the frozen registry runs know into primitive maps: one pass over the tables, however
 * many lines follow.
 */
final class LoadRegistry {

  /** Beyond any date of a registry, and still a day that sums do not overflow. */
  private static final int FOR_EVER = (int) LocalDate.of(9999, 12, 31).toEpochDay();

  private LoadRegistry() {}

  static RegistrySnapshot snapshot(RunContext run) {
    int persons = run.sql().sql("SELECT count(*) FROM person").query(Integer.class).single();
    RegistrySnapshot.Builder builder = new RegistrySnapshot.Builder(persons);
    try (Connection connection = run.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      RunSessions.name(connection, run.run());
      employers(connection, run, builder);
      persons(connection, run, builder);
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("the registry cannot be read", e);
    }
    run.sql()
        .sql("SELECT person_id, kept_id FROM standing_merge(?)")
        .param(run.inputArray())
        .query(
            row -> {
              builder.belongs(row.getLong(1), row.getLong(2));
            });
    return builder.build();
  }

  private static void employers(
      Connection connection, RunContext run, RegistrySnapshot.Builder builder)
      throws SQLException, IOException {
    try (BinaryCopyReader rows =
        BinaryCopyReader.open(connection, query("registry-employers", run))) {
      // Hundreds of thousands of employers share a few populations, OGDs and days.
      Map<String, String> names = new HashMap<>();
      Map<Integer, LocalDate> days = new HashMap<>();
      while (rows.next()) {
        long id = rows.int8();
        String number = rows.text();
        LocalDate from = days.computeIfAbsent(rows.dateEpochDay(), LocalDate::ofEpochDay);
        String population = names.computeIfAbsent(rows.text(), name -> name);
        String ogd = names.computeIfAbsent(rows.text(), name -> name);
        int until = untilDay(rows);
        LocalDate to =
            until == FOR_EVER ? null : days.computeIfAbsent(until, LocalDate::ofEpochDay);
        builder.addEmployer(from, new EmployerFacts(id, number, population, ogd, from, to));
      }
    }
  }

  private static void persons(
      Connection connection, RunContext run, RegistrySnapshot.Builder builder)
      throws SQLException, IOException {
    try (BinaryCopyReader rows =
        BinaryCopyReader.open(connection, query("registry-persons", run))) {
      Person person = new Person(builder);
      while (rows.next()) {
        person.version(rows.int8(), rows.utf8(), rows.dateEpochDay(), untilDay(rows));
      }
      person.end();
    }
  }

  /** Folds the versions of a person, which come in the order of their first days. */
  private static final class Person {

    private final RegistrySnapshot.Builder builder;
    private long id = -1;
    private byte[] number;
    private int from;
    private int to;

    Person(RegistrySnapshot.Builder builder) {
      this.builder = builder;
    }

    void version(long personId, byte[] personNo, int versionFrom, int versionTo) {
      if (personId != id) {
        end();
        id = personId;
        number = personNo;
        from = versionFrom;
      }
      to = versionTo;
    }

    void end() {
      if (id >= 0) {
        builder.addPerson(number, id, from, to);
      }
    }
  }

  private static int untilDay(BinaryCopyReader rows) throws SQLException {
    if (rows.isNull()) {
      rows.skip();
      return FOR_EVER;
    }
    return rows.dateEpochDay();
  }

  /** COPY takes no parameters; numbers of runs and files are integers of our own. */
  private static String query(String name, RunContext run) {
    return "COPY ("
        + Sql.of(LoadRegistry.class, name)
            .replace(":runs", array(run.inputs()))
            .replace(":withdrawn", array(run.withdrawn()))
        + ") TO STDOUT (FORMAT BINARY)";
  }

  private static String array(List<Integer> numbers) {
    return numbers.stream()
        .map(String::valueOf)
        .collect(Collectors.joining(",", "ARRAY[", "]::integer[]"));
  }
}
