package org.caisse.readers.table;

import java.time.LocalDate;
import java.util.Objects;

/** What stands in one place of a table. Nothing is interpreted that the container does not say. */
public sealed interface Cell {

  /** Nothing, or spaces only. */
  Cell BLANK = new Blank();

  /** The cell as text, as a sender would see it; empty when blank. */
  String text();

  /** The cell of a text file: blank, or its text as it stands there. */
  static Cell of(String text) {
    return text.isBlank() ? BLANK : new Text(text);
  }

  /** Nothing, or spaces only. */
  record Blank() implements Cell {
    @Override
    public String text() {
      return "";
    }
  }

  /**
   * Text.
   *
   * @param text as it was sent, spaces around it included
   */
  record Text(String text) implements Cell {
    public Text {
      Objects.requireNonNull(text, "text");
    }
  }

  /**
   * A number of a workbook.
   *
   * @param text its exact decimal digits without exponent and grouping, with a point before
   *     decimals and no zeros at their end, such as {@code -150000.5}
   */
  record Decimal(String text) implements Cell {
    public Decimal {
      Objects.requireNonNull(text, "text");
    }
  }

  /**
   * A day of a workbook: a number that is formatted as a date.
   *
   * @param day the day; a time of day other than midnight is not a day but text
   */
  record Day(LocalDate day) implements Cell {
    public Day {
      Objects.requireNonNull(day, "day");
    }

    @Override
    public String text() {
      return day.toString();
    }
  }
}
