package org.caisse.config.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caisse.domain.pack.Amount;
import org.caisse.domain.pack.ContributionRule;
import org.caisse.domain.pack.FundingKey;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.Quantity;
import org.caisse.domain.pack.Table;

/**
 * Whether what is called least stays under what is called greatest, and parts under the whole, on
 * every day that a number changes. What the fund has not set yet is left out.
 */
final class BoundsInOrder {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Law law;
  private final DaysOfChange days;

  BoundsInOrder(Law law) {
    this.law = law;
    this.days = new DaysOfChange(law);
  }

  List<Objection> objections() {
    List<Objection> found = new ArrayList<>();
    for (ContributionRule rule : law.pack().contributions()) {
      contribution(rule)
          .map(what -> objection(Objection.Subject.CONTRIBUTION, rule.id(), what))
          .ifPresent(found::add);
    }
    for (FundingKey key : law.pack().funding()) {
      List<String> parts = key.funders().stream().map(FundingKey.Funder::percent).toList();
      parts(key.id(), key.from(), key.to(), parts)
          .map(what -> objection(Objection.Subject.FUNDING, key.id(), what))
          .ifPresent(found::add);
    }
    return found;
  }

  private static Objection objection(Objection.Subject subject, String id, String what) {
    return new Objection(subject, id, what, "correct one of the values");
  }

  private Optional<String> contribution(ContributionRule rule) {
    return switch (rule.amount()) {
      case Amount.Percent percent -> {
        Optional<String> base = inOrder(rule, percent.base().floor(), percent.base().ceiling());
        yield base.isPresent()
            ? base
            : percent.shares().stream()
                .flatMap(share -> inOrder(rule, share.min(), share.max()).stream())
                .findFirst();
      }
      case Amount.PerHead perHead ->
          perHead.heads() == null
              ? Optional.empty()
              : inOrder(rule, perHead.heads().childFrom(), perHead.heads().childBelow());
      case Amount.Premium premium ->
          parts(
              rule.id(),
              rule.from(),
              rule.to(),
              premium.parts().stream().map(Amount.Part::percent).toList());
    };
  }

  private Optional<String> inOrder(ContributionRule rule, String low, String high) {
    if (low == null || high == null) {
      return Optional.empty();
    }
    for (LocalDate day : days.between(rule.from(), rule.to())) {
      Optional<BigDecimal> least = law.value(low, day);
      Optional<BigDecimal> greatest = law.value(high, day);
      if (least.isPresent() && greatest.isPresent() && least.get().compareTo(greatest.get()) > 0) {
        return Optional.of(
            "%s %s is above %s %s (rule '%s', %s)"
                .formatted(
                    low,
                    least.get().toPlainString(),
                    high,
                    greatest.get().toPlainString(),
                    rule.id(),
                    day));
      }
    }
    return Optional.empty();
  }

  private Optional<String> parts(String id, LocalDate from, LocalDate to, List<String> names) {
    for (LocalDate day : days.between(from, to)) {
      BigDecimal sum = BigDecimal.ZERO;
      for (String name : names) {
        sum = sum.add(name == null ? BigDecimal.ZERO : greatest(name, day));
      }
      if (sum.compareTo(HUNDRED) > 0) {
        return Optional.of(
            "the parts of '%s' are up to %s %% together (%s)"
                .formatted(id, sum.toPlainString(), day));
      }
    }
    return Optional.empty();
  }

  private BigDecimal greatest(String name, LocalDate day) {
    Table table = law.pack().tables().get(name);
    if (table == null) {
      return law.value(name, day).orElse(BigDecimal.ZERO);
    }
    return table.on(day).stream()
        .flatMap(version -> version.rows().stream())
        .map(row -> number(row.value(), day))
        .max(BigDecimal::compareTo)
        .orElse(BigDecimal.ZERO);
  }

  private BigDecimal number(Quantity quantity, LocalDate day) {
    return law.value(quantity, day).orElse(BigDecimal.ZERO);
  }
}
