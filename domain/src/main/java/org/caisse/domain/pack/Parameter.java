package org.caisse.domain.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A dated number of the law, or one that the law leaves to the fund.
 *
 * @param name what rules call it
 * @param unit {@code percent}, {@code XOF}, {@code day} and so on; for people, and checked against
 *     the use
 * @param setByFund no public source gives it: the workspace's settings supply the value
 * @param optional set by the fund, and may be {@code none}
 * @param min least value the fund may set, or null
 * @param max greatest value the fund may set, or null
 * @param note what it is and, when unset, why
 * @param values in force, by ascending date; empty when the fund sets it
 */
public record Parameter(
    String name,
    String unit,
    boolean setByFund,
    boolean optional,
    BigDecimal min,
    BigDecimal max,
    String note,
    List<DatedValue> values) {

  public Parameter {
    values = List.copyOf(values);
  }

  /** The value in force on a day, if any was by then. */
  public Optional<DatedValue> on(LocalDate day) {
    DatedValue found = null;
    for (DatedValue value : values) {
      if (!value.from().isAfter(day)) {
        found = value;
      }
    }
    return Optional.ofNullable(found);
  }
}
