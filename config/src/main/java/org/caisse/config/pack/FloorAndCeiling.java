package org.caisse.config.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeSet;
import org.caisse.domain.pack.Amount;
import org.caisse.domain.pack.ContributionRule;
import org.caisse.domain.pack.DatedValue;
import org.caisse.domain.pack.Law;

/** Whether the floor of a base stays under its ceiling on every day that either changes. */
public final class FloorAndCeiling {

  private FloorAndCeiling() {}

  /** What does not fit; empty when all does, or when one of the two is not set. */
  public static Optional<String> objection(Law law, ContributionRule rule) {
    return switch (rule.amount()) {
      case Amount.Percent(Amount.Base base, var _, var _, var _) ->
          base.floor() == null || base.ceiling() == null
              ? Optional.empty()
              : objection(law, rule, base.floor(), base.ceiling());
      case Amount.PerHead _, Amount.Premium _ -> Optional.empty();
    };
  }

  private static Optional<String> objection(
      Law law, ContributionRule rule, String floor, String ceiling) {
    TreeSet<LocalDate> days = new TreeSet<>();
    days.add(rule.from());
    law.pack().parameters().get(floor).values().stream().map(DatedValue::from).forEach(days::add);
    law.pack().parameters().get(ceiling).values().stream().map(DatedValue::from).forEach(days::add);
    for (LocalDate day : days.tailSet(rule.from())) {
      Optional<BigDecimal> least = law.value(floor, day);
      Optional<BigDecimal> greatest = law.value(ceiling, day);
      if (least.isPresent() && greatest.isPresent() && least.get().compareTo(greatest.get()) > 0) {
        return Optional.of(
            "%s %s is above %s %s (rule '%s', %s)"
                .formatted(
                    floor,
                    least.get().toPlainString(),
                    ceiling,
                    greatest.get().toPlainString(),
                    rule.id(),
                    day));
      }
    }
    return Optional.empty();
  }
}
