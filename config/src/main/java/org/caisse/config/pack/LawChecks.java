package org.caisse.config.pack;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.caisse.domain.pack.FundSettings;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.Pack;
import org.caisse.domain.pack.Parameter;

/** What must fit between the numbers of a law. */
public final class LawChecks {

  private static final FundSettings NOTHING_SET =
      new FundSettings("", false, Map.of(), Map.of(), "");
  private static final BigDecimal HIGH = BigDecimal.valueOf(1_000_000);

  private LawChecks() {}

  /** What does not fit in a pack with the fund's values. */
  public static List<Objection> of(Law law) {
    List<Objection> found = new ArrayList<>(new BoundsInOrder(law).objections());
    found.addAll(new OneRowForEachCase(law).objections());
    return found;
  }

  /**
   * What does not fit in a pack, whatever the fund sets: tables are tried with the least and with
   * the greatest values that it may set.
   */
  static List<Objection> of(Pack pack) {
    List<Objection> found =
        new ArrayList<>(new BoundsInOrder(new Law(pack, NOTHING_SET)).objections());
    found.addAll(new OneRowForEachCase(new Law(pack, extreme(pack, false))).objections());
    found.addAll(new OneRowForEachCase(new Law(pack, extreme(pack, true))).objections());
    return found.stream().distinct().toList();
  }

  private static FundSettings extreme(Pack pack, boolean greatest) {
    Map<String, Optional<BigDecimal>> values = new TreeMap<>();
    for (Parameter parameter : pack.parameters().values()) {
      if (parameter.setByFund()) {
        values.put(parameter.name(), Optional.of(extreme(pack, parameter, greatest)));
      }
    }
    return new FundSettings("", false, values, Map.of(), "");
  }

  private static BigDecimal extreme(Pack pack, Parameter parameter, boolean greatest) {
    BigDecimal set = greatest ? parameter.max() : parameter.min();
    if (set != null) {
      return set;
    }
    return switch (ParameterUnit.of(parameter, pack.currency())) {
      case DAY_OF_MONTH -> greatest ? BigDecimal.valueOf(28) : BigDecimal.ONE;
      case PERCENT, PERCENT_PER_MONTH -> greatest ? BigDecimal.valueOf(100) : BigDecimal.ZERO;
      case DAYS, MONTHS -> greatest ? BigDecimal.valueOf(10_000) : BigDecimal.ZERO;
      case AMOUNT,
          MONEY_PER_MONTH,
          MONEY_PER_QUARTER,
          MONEY_PER_HALF_YEAR,
          MONEY_PER_YEAR,
          MONEY_PER_TERM,
          PERSONS,
          YEARS,
          TIMES,
          UNITS ->
          greatest ? HIGH : BigDecimal.ZERO;
    };
  }
}
