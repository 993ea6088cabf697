package org.caisse.domain.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A number as a text of law gives it: written out, or said of other numbers ("not below the SMIG",
 * "two and a half times the SMIC of 31 December"). Closed: there is no other operator, and there
 * will be none.
 */
public sealed interface Quantity {

  /** A number that is written out, in the unit of the parameter or table. */
  record Written(BigDecimal value) implements Quantity {}

  /**
   * A number of times the value of a parameter.
   *
   * @param factor how many times; 1 for the value itself
   * @param parameter whose value
   * @param on the day whose value is meant, whatever the day asked for (a frozen value); null for
   *     the day asked for
   */
  record Times(BigDecimal factor, String parameter, LocalDate on) implements Quantity {}

  /** The greatest of several. */
  record MaxOf(List<Quantity> of) implements Quantity {
    public MaxOf {
      of = List.copyOf(of);
    }
  }

  /** The least of several. */
  record MinOf(List<Quantity> of) implements Quantity {
    public MinOf {
      of = List.copyOf(of);
    }
  }

  /** The number that is written out. */
  static Quantity of(BigDecimal value) {
    return new Written(value);
  }

  /** The multiples of parameters in it. */
  default List<Times> uses() {
    return switch (this) {
      case Written _ -> List.of();
      case Times times -> List.of(times);
      case MaxOf(var parts) -> parts.stream().flatMap(part -> part.uses().stream()).toList();
      case MinOf(var parts) -> parts.stream().flatMap(part -> part.uses().stream()).toList();
    };
  }
}
