package org.caisse.app.bench;

import java.util.List;
import java.util.Map;

/**
 * What was measured once.
 *
 * @param round from 1
 * @param what was measured
 * @param took time and memory
 * @param parts milliseconds by part of the work, in the order in which they came
 * @param archiveBytes that it left in Parquet files; 0 for the script
 * @param databaseBytes by which the database grew, its tables and indexes
 */
public record Measure(
    int round, Kind kind, Took took, List<Part> parts, long archiveBytes, long databaseBytes) {

  public Measure {
    parts = List.copyOf(parts);
  }

  /** What can be measured. */
  public enum Kind {
    /** The plain SQL script. */
    SCRIPT("SQL script"),
    /** Intake and assessment, each in a process of its own. */
    TWO_PROCESSES("two runs, two processes"),
    /** {@code caisse month}: both in one process. */
    MONTH("caisse month");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** For people. */
    public String label() {
      return label;
    }
  }

  /** A part of the work. */
  public record Part(String name, long millis) {

    static List<Part> of(Map<String, Long> millis) {
      return millis.entrySet().stream().map(e -> new Part(e.getKey(), e.getValue())).toList();
    }
  }
}
