package org.caisse.jobs.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.caisse.jobs.declaration.DeclarationIntake;
import org.caisse.jobs.registry.RegistryLoad;
import org.caisse.jobs.run.RunEnvironment;
import org.caisse.jobs.run.RunRequest;
import org.caisse.jobs.run.RunRequest.DecidedPersons;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.UsageException;
import org.caisse.jobs.run.Values;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Understands what a person decides of two numbers, and says before it is kept what cannot be. */
final class ReadPersonDecision {

  private static final int MOST = 200;
  private static final List<String> KINDS = List.of("merge", "unmerge", "distinct");

  private final JdbcClient sql;
  private final Values given;
  private final LocalDate date;

  ReadPersonDecision(RunEnvironment environment, Values given, LocalDate date) {
    this.sql = JdbcClient.create(environment.dataSource());
    this.given = given;
    this.date = date;
  }

  RunRequest request() {
    String kind = given.text("kind");
    if (!KINDS.contains(kind)) {
      throw new UsageException("kind=%s is none of %s".formatted(kind, String.join(", ", KINDS)));
    }
    long keep = person("keep");
    long drop = person("drop");
    if (keep == drop) {
      throw new UsageException("%s is one number: say two".formatted(given.text("keep")));
    }
    inOrder();
    switch (kind) {
      case "merge" -> merge(keep, drop);
      case "unmerge" -> unmerge(keep, drop);
      default -> distinct(keep, drop);
    }
    return RunRequest.decidingPersons(
        date,
        new DecidedPersons(kind.toUpperCase(Locale.ROOT), keep, drop, line("reason"), line("by")),
        List.of(RegistryLoad.NAME, DeclarationIntake.NAME, PersonDecision.NAME));
  }

  /** What some runs know must not be able to go in a circle. */
  private void inOrder() {
    Optional<LocalDate> last =
        sql.sql(
                "SELECT max(decided_on) FROM person_decision JOIN run USING (run_id) WHERE status"
                    + " <> 'ABANDONED'")
            .query(LocalDate.class)
            .optional();
    if (last.isPresent() && date.isBefore(last.get())) {
      throw new UsageException(
          "persons were decided on for %s already: decide for %s or later, not for %s"
              .formatted(last.get(), last.get(), date));
    }
  }

  private void merge(long keep, long drop) {
    requireFree(keep, "keep");
    requireFree(drop, "drop");
  }

  private void requireFree(long person, String name) {
    keptOf(person)
        .ifPresent(
            other -> {
              throw new UsageException(
                  "%s belongs to %s already: name that one, or take it back with `caisse unmerge %s %s`"
                      .formatted(given.text(name), other, other, given.text(name)));
            });
  }

  private void unmerge(long keep, long drop) {
    Optional<String> kept = keptOf(drop);
    if (kept.isEmpty() || person(kept.get(), "keep") != keep) {
      throw new UsageException(
          kept.map(
                  other ->
                      "%s belongs to %s, not to %s"
                          .formatted(given.text("drop"), other, given.text("keep")))
              .orElseGet(
                  () ->
                      "%s belongs to no other number: there is nothing to take back"
                          .formatted(given.text("drop"))));
    }
  }

  private void distinct(long keep, long drop) {
    boolean one =
        sql.sql(
                "SELECT count(DISTINCT kept_id) = 1 FROM kept_person WHERE person_id IN (:keep,"
                    + " :drop)")
            .param("keep", keep)
            .param("drop", drop)
            .query(Boolean.class)
            .single();
    if (one) {
      throw new UsageException(
          "%s and %s are one person by a decision: take that back first, with `caisse unmerge`"
              .formatted(given.text("keep"), given.text("drop")));
    }
  }

  /** The number that a person belongs to by the last decision on it. */
  private Optional<String> keptOf(long person) {
    return sql
        .sql(Sql.of(ReadPersonDecision.class, "last-word"))
        .param("person", person)
        .query()
        .listOfRows()
        .stream()
        .findFirst()
        .map(this::kept);
  }

  private String kept(Map<String, Object> word) {
    return (String) word.get("person_no");
  }

  private long person(String name) {
    return person(given.text(name), name);
  }

  private long person(String number, String name) {
    return sql.sql("SELECT person_id FROM person WHERE person_no = ?")
        .param(number)
        .query(Long.class)
        .optional()
        .orElseThrow(
            () ->
                new UsageException(
                    "%s=%s: the registry has no such person".formatted(name, number)));
  }

  private String line(String name) {
    String text = given.text(name).strip();
    if (text.isEmpty() || text.length() > MOST || text.chars().anyMatch(Character::isISOControl)) {
      throw new UsageException("%s=… is one line of at most %d characters".formatted(name, MOST));
    }
    return text;
  }
}
