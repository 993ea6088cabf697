package org.caisse.config.format;

import java.util.List;
import java.util.Set;

/** Where the value of a canonical column comes from. */
public sealed interface ValueSource {

  /** A field of the row. */
  record Field(String field) implements ValueSource {}

  /** A field of the row, but only where another one has one of some values; else nothing. */
  record FieldWhen(String field, String other, Set<String> values) implements ValueSource {
    public FieldWhen {
      values = Set.copyOf(values);
    }
  }

  /** Fields of the row with a space between them. */
  record Joined(List<String> fields) implements ValueSource {
    public Joined {
      fields = List.copyOf(fields);
    }
  }

  /** The sum of amounts of the row. */
  record Sum(List<String> fields) implements ValueSource {
    public Sum {
      fields = List.copyOf(fields);
    }
  }

  /** A year and a month of the row or head, as a month. */
  record YearAndMonth(String year, String month) implements ValueSource {}

  /** The month of a day of the row. */
  record MonthOf(String field) implements ValueSource {}

  /** Always the same. */
  record Constant(String value) implements ValueSource {}

  /** A part of the file's name, see {@link NamePattern}. */
  record FileName() implements ValueSource {}

  /** One cell of the table, outside of its rows; both from 0. */
  record FixedCell(int row, int column) implements ValueSource {}

  /** The sender's mapping has to say it. */
  record Sender() implements ValueSource {}
}
