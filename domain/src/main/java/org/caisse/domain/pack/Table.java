package org.caisse.domain.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A value of the law that depends on facts, such as a premium by age.
 *
 * @param name what rules call it
 * @param unit of its values, as of a parameter
 * @param note what it is
 * @param by facts that it is looked up by, in the order of the file
 * @param versions by ascending date
 */
public record Table(
    String name, String unit, String note, List<Column> by, List<Version> versions) {

  public Table {
    by = List.copyOf(by);
    versions = List.copyOf(versions);
  }

  /**
   * A fact that a table is looked up by.
   *
   * @param name of the fact
   * @param fact the number that it is, or null when it is told in words
   * @param words the words it can be; empty for a number
   */
  public record Column(String name, Fact fact, List<String> words) {
    public Column {
      words = List.copyOf(words);
    }
  }

  /**
   * The rows in force from a day until the next version takes over.
   *
   * @param from first day in force
   * @param rows exactly one of which applies to any case
   * @param mark how far the source can be trusted
   * @param source where they were read
   */
  public record Version(LocalDate from, List<Row> rows, Mark mark, String source) {
    public Version {
      rows = List.copyOf(rows);
    }
  }

  /**
   * A row.
   *
   * @param name by which a person can be known to belong to it, or null
   * @param when conditions that must all hold
   * @param value what it gives
   */
  public record Row(String name, List<When> when, Quantity value) {
    public Row {
      when = List.copyOf(when);
    }
  }

  /** When a row applies, as the text says it. */
  public sealed interface When {

    /**
     * A number lies in a range.
     *
     * @param fact which number
     * @param lower the least, or null for no least
     * @param above whether it must lie above the least rather than at it
     * @param upper the end, or null for no end
     * @param atMost whether the end itself belongs to it
     */
    record Range(Fact fact, Quantity lower, boolean above, Quantity upper, boolean atMost)
        implements When {}

    /** A fact is one of some words. */
    record Words(String fact, List<String> words) implements When {
      public Words {
        words = List.copyOf(words);
      }
    }
  }

  /** The version in force on a day, if any was by then. */
  public Optional<Version> on(LocalDate day) {
    return versions.stream().filter(v -> !v.from().isAfter(day)).reduce((_, later) -> later);
  }
}
