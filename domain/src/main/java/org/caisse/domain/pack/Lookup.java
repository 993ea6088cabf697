package org.caisse.domain.pack;

import java.util.List;

/**
 * A table with its numbers of one day. Validation ensures that exactly one row applies to any case.
 *
 * @param table its name; empty for a value that depends on nothing
 * @param rows in the order of the file
 * @param <T> what it gives
 */
public record Lookup<T>(String table, List<Row<T>> rows) {

  /**
   * A row.
   *
   * @param name by which a person can be known to belong to it, or null
   * @param when conditions that must all hold
   * @param value what it gives
   * @param <T> its kind
   */
  public record Row<T>(String name, List<Condition> when, T value) {
    public Row {
      when = List.copyOf(when);
    }
  }

  public Lookup {
    rows = List.copyOf(rows);
  }

  /** A value that depends on nothing. */
  public static <T> Lookup<T> always(T value) {
    return new Lookup<>("", List.of(new Row<>(null, List.of(), value)));
  }

  /** What it gives. */
  public T find(Facts facts) {
    return row(facts).value();
  }

  /**
   * The row that applies: the one that the person is known to belong to, else the one whose
   * conditions hold.
   *
   * @throws MissingFactException when a fact is not known
   */
  public Row<T> row(Facts facts) {
    String known = rows.getFirst().name() == null ? null : facts.row();
    for (Row<T> row : rows) {
      boolean applies =
          known == null
              ? row.when().stream().allMatch(condition -> condition.holds(facts))
              : known.equals(row.name());
      if (applies) {
        return row;
      }
    }
    throw new IllegalArgumentException(
        known == null
            ? "table '%s' has no row for these facts".formatted(table)
            : "table '%s' has no row '%s'".formatted(table, known));
  }
}
