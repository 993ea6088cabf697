package org.caisse.config.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.caisse.config.text.Amounts;
import org.caisse.config.text.Language;
import org.caisse.config.text.Messages;
import org.caisse.domain.money.Rate;
import org.caisse.domain.pack.DeclarationRule;
import org.caisse.domain.pack.DueTerms;
import org.caisse.domain.pack.FundingKey;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.Lookup;
import org.caisse.domain.pack.Parameter;
import org.caisse.domain.pack.Quantity;
import org.caisse.domain.pack.Table;
import org.caisse.domain.pack.UnsetParameterException;

/** Parts of a law in words. */
final class LawText {

  private final Law law;
  private final Messages messages;
  private final Amounts amounts;

  LawText(Law law, Language language) {
    this.law = law;
    this.messages = Messages.of(language);
    this.amounts = new Amounts(language, law.pack().currency());
  }

  /** What the fund set for a day: a number, none, or still to be set. */
  String fundValue(Parameter parameter, LocalDate day) {
    return law.settings().says(parameter.name(), day)
        ? law.value(parameter.name(), day).map(amounts::decimal).orElse(messages.get("packs.none"))
        : messages.get("packs.unset");
  }

  /** What the fund may set. */
  String bounds(Parameter parameter) {
    BigDecimal min = parameter.min();
    BigDecimal max = parameter.max();
    String bounds;
    if (min == null && max == null) {
      bounds = messages.get("packs.bounds.any");
    } else if (max == null) {
      bounds = messages.get("packs.bounds.min", amounts.decimal(min));
    } else if (min == null) {
      bounds = messages.get("packs.bounds.max", amounts.decimal(max));
    } else {
      bounds = messages.get("packs.bounds.both", amounts.decimal(min), amounts.decimal(max));
    }
    return parameter.optional() ? messages.get("packs.bounds.none", bounds) : bounds;
  }

  /** When a row of a table applies, as the text says it. */
  String row(Table.Row row) {
    List<String> words = new ArrayList<>();
    if (row.name() != null) {
      words.add(TableReader.CLASS + " " + row.name());
    }
    row.when().forEach(when -> words.add(when(when)));
    return words.isEmpty() ? messages.get("packs.any") : String.join(", ", words);
  }

  private String when(Table.When when) {
    return switch (when) {
      case Table.When.Words(String fact, var possible) -> fact + " " + String.join("/", possible);
      case Table.When.Range range -> range(range);
    };
  }

  private String range(Table.When.Range range) {
    return range(range, this::quantity);
  }

  private static String range(Table.When.Range range, Function<Quantity, String> words) {
    String fact = range.fact().code();
    if (range.lower() != null && range.lower().equals(range.upper())) {
      return fact + " " + words.apply(range.lower());
    }
    if (range.upper() == null) {
      return fact + (range.above() ? " > " : " ≥ ") + words.apply(range.lower());
    }
    String lower =
        range.lower() == null ? "" : words.apply(range.lower()) + (range.above() ? " < " : " ≤ ");
    return lower + fact + (range.atMost() ? " ≤ " : " < ") + words.apply(range.upper());
  }

  /** A number as the text says it. */
  String quantity(Quantity quantity) {
    return switch (quantity) {
      case Quantity.Written(BigDecimal value) -> amounts.decimal(value);
      case Quantity.Times(BigDecimal factor, String parameter, LocalDate on) ->
          (factor.compareTo(BigDecimal.ONE) == 0 ? "" : amounts.decimal(factor) + " × ")
              + "$"
              + parameter
              + (on == null ? "" : " (" + amounts.date(on) + ")");
      case Quantity.MaxOf(var parts) -> "max(" + quantities(parts) + ")";
      case Quantity.MinOf(var parts) -> "min(" + quantities(parts) + ")";
    };
  }

  private String quantities(List<Quantity> parts) {
    return String.join("; ", parts.stream().map(this::quantity).toList());
  }

  /** Until when declarations of a month are in time, and what lateness costs. */
  String declarations(DeclarationRule rule, LocalDate month) {
    String population = rule.populations().stream().sorted().findFirst().orElseThrow();
    try {
      DueTerms terms = law.declarations(population, month);
      List<String> days = new ArrayList<>();
      for (int i = 0; i < rule.due().size(); i++) {
        Lookup.Row<LocalDate> row = terms.days().rows().get(i);
        Optional<Table.When.Range> headcount = Optional.ofNullable(rule.due().get(i).headcount());
        days.add(
            headcount.map(h -> range(h, q -> inNumbers(q, month)) + ": ").orElse("")
                + messages.get("packs.by", amounts.date(row.value())));
      }
      String byDefault =
          terms.defaultIncrease() == null
              ? ""
              : "; "
                  + messages.get(
                      "packs.default", amounts.percent(terms.defaultIncrease().toPercent()));
      return String.join(", ", days) + "; " + late(terms.latePerMonth()) + byDefault;
    } catch (UnsetParameterException e) {
      return messages.get("packs.unset.rule", e.parameter());
    }
  }

  /** When declarations are due, with the numbers of a day. */
  String due(DeclarationRule rule, LocalDate day) {
    String none = messages.get("packs.none");
    String unset = messages.get("packs.unset");
    return due(
        rule,
        name ->
            law.value(name, day)
                .map(amounts::decimal)
                .orElse(law.settings().says(name, day) ? none : unset));
  }

  /** When declarations are due, with the names of the numbers. */
  String due(DeclarationRule rule) {
    return due(rule, name -> "$" + name);
  }

  private String due(DeclarationRule rule, UnaryOperator<String> number) {
    List<String> words = new ArrayList<>();
    for (DeclarationRule.Due due : rule.due()) {
      String headcount =
          due.headcount() == null
              ? ""
              : range(due.headcount(), quantity -> number(quantity, number)) + ": ";
      words.add(headcount + Words.of(due.every()) + " + " + number.apply(due.day()));
    }
    if (rule.headcountOn() != null) {
      words.add("headcount_on " + Words.of(rule.headcountOn()));
    }
    if (rule.nextWorkingDay()) {
      words.add("next_working_day");
    }
    words.add(
        rule.latePerMonth() == null ? "late none" : "late " + number.apply(rule.latePerMonth()));
    if (rule.defaultIncrease() != null) {
      words.add("default increase " + number.apply(rule.defaultIncrease()));
    }
    if (rule.defaultGrace() != null) {
      words.add("grace " + number.apply(rule.defaultGrace()));
    }
    if (rule.defaultPenalty() != null) {
      words.add(
          "penalty "
              + number.apply(rule.defaultPenalty())
              + (rule.penaltyStays() ? " stays" : " goes"));
    }
    return String.join(", ", words);
  }

  private String inNumbers(Quantity quantity, LocalDate on) {
    return law.value(quantity, on).map(amounts::decimal).orElseGet(() -> quantity(quantity));
  }

  private String number(Quantity quantity, UnaryOperator<String> number) {
    return quantity instanceof Quantity.Times(BigDecimal factor, String parameter, LocalDate on)
            && on == null
            && factor.compareTo(BigDecimal.ONE) == 0
        ? number.apply(parameter)
        : quantity(quantity);
  }

  /** Who bears which part. */
  String funding(FundingKey key, String population, LocalDate month) {
    try {
      return law.funding(key.payer(), population, month).orElseThrow().parts().stream()
          .map(
              part ->
                  part.funder()
                      + " "
                      + (part.percent() == null
                          ? messages.get("packs.rest")
                          : amounts.percent(part.percent().toPercent())))
          .collect(Collectors.joining(", "));
    } catch (UnsetParameterException e) {
      return messages.get("packs.unset.rule", e.parameter());
    }
  }

  private String late(Rate late) {
    return late.equals(Rate.ZERO)
        ? messages.get("packs.late.none")
        : messages.get("packs.late", amounts.percent(late.toPercent()));
  }
}
