package org.caisse.writers.document;

import java.util.List;
import java.util.Set;

/**
 * The columns of a machine file whose last row adds up the others. The first column is {@code
 * record}, the type of the row, and the last is {@code count}, set in the total row only.
 *
 * @param columns all of them, in order
 * @param types of the rows that are added up
 * @param amounts columns of amounts, added up
 * @param counts columns of whole numbers, added up
 */
record TotalledLayout(
    List<String> columns, Set<String> types, Set<String> amounts, Set<String> counts) {

  /** Type of an opening row, which is not added up. */
  static final String HEAD = "H";

  /** Type of the total row. */
  static final String TOTAL = "T";

  /** Number of rows that were added up; the last column. */
  static final String COUNT = "count";

  TotalledLayout {
    columns = List.copyOf(columns);
    types = Set.copyOf(types);
    amounts = Set.copyOf(amounts);
    counts = Set.copyOf(counts);
  }

  /** Whether a column is added up. */
  boolean sums(String column) {
    return amounts.contains(column) || counts.contains(column);
  }

  /** The first line of the file. */
  String header() {
    return String.join(";", columns);
  }
}
