package org.caisse.config.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.caisse.config.text.yaml.YamlMap;
import org.caisse.config.text.yaml.YamlNode;
import org.caisse.domain.money.Currency;
import org.caisse.domain.pack.DeclarationRule;
import org.caisse.domain.pack.Fact;
import org.caisse.domain.pack.Periodicity;
import org.caisse.domain.pack.Table;

/**
 * Reads when declarations are due and what lateness costs: one rule for all populations that are
 * declared, or a list of them.
 */
final class DeclarationReader {

  private static final Map<String, Periodicity> EVERY = Words.of(Periodicity.values());
  private static final Map<String, DeclarationRule.HeadcountDay> COUNTED =
      Words.of(DeclarationRule.HeadcountDay.values());
  private static final Map<String, Boolean> SHIFT = Words.either("none", "next_working_day");
  private static final Map<String, Boolean> STAYS = Words.either("goes", "stays");
  private static final String HEADCOUNT_ON = "headcount_on";

  private final Currency currency;
  private final References references;
  private final Set<String> declared;
  private final LocalDate start;
  private final boolean worksKnown;

  /**
   * A rule with what it says of itself.
   *
   * @param rule the rule
   * @param head what it says of itself
   */
  record Located(DeclarationRule rule, DatedRule head) {}

  /**
   * @param declared populations that are declared
   * @param start first period of the scheme
   * @param worksKnown whether the country says on which days it works
   */
  DeclarationReader(
      Currency currency,
      References references,
      Set<String> declared,
      LocalDate start,
      boolean worksKnown) {
    this.currency = currency;
    this.references = references;
    this.declared = declared;
    this.start = start;
    this.worksKnown = worksKnown;
  }

  /** The rules; empty when one of them cannot be read. */
  Optional<List<Located>> read(YamlNode node) {
    if (!node.isList()) {
      return node.map().flatMap(map -> rule(map, node, start)).map(List::of);
    }
    List<YamlNode> items = node.items();
    List<Located> rules = new ArrayList<>();
    items.forEach(item -> item.map().flatMap(map -> rule(map, item, null)).ifPresent(rules::add));
    return rules.isEmpty() || rules.size() < items.size() ? Optional.empty() : Optional.of(rules);
  }

  private Optional<Located> rule(YamlMap map, YamlNode place, LocalDate defaultFrom) {
    Optional<DatedRule> head = DatedRule.read(map, place, declared, defaultFrom);
    LocalDate from = head.map(DatedRule::from).orElse(LocalDate.MAX);
    Optional<List<DeclarationRule.Due>> due = due(map, from);
    Optional<YamlNode> counted = map.optional(HEADCOUNT_ON);
    Optional<DeclarationRule.HeadcountDay> day = counted.flatMap(n -> n.oneOf(COUNTED));
    Optional<YamlNode> shift = map.optional("shift");
    Optional<Boolean> moved = shift.isEmpty() ? Optional.of(false) : shift.get().oneOf(SHIFT);
    Optional<YamlNode> late = map.required("late_per_month");
    Optional<String> rate =
        late.flatMap(n -> references.bound(n, ParameterUnit.PERCENT_PER_MONTH, from));
    Optional<YamlNode> byDefault = map.optional("default_increase");
    Optional<String> increase =
        byDefault.flatMap(n -> references.bound(n, ParameterUnit.PERCENT, from));
    Optional<YamlNode> graceDays = map.optional("default_grace");
    Optional<String> grace = graceDays.flatMap(n -> references.bound(n, ParameterUnit.DAYS, from));
    Optional<YamlNode> fixed = map.optional("default_penalty");
    Optional<String> penalty = fixed.flatMap(n -> references.bound(n, ParameterUnit.AMOUNT, from));
    Optional<YamlNode> after = map.optional("penalty");
    Optional<Boolean> stays = after.isEmpty() ? Optional.of(false) : after.get().oneOf(STAYS);
    if (byDefault.isEmpty()) {
      for (String key : List.of("default_grace", "default_penalty", "penalty")) {
        map.refuse(
            key, "nobody is assessed by default here", "add 'default_increase', or remove it");
      }
    } else if (after.isPresent() != fixed.isPresent()) {
      map.error(
          "a fixed penalty and what becomes of it are said together",
          "add or remove 'default_penalty: $amount' and 'penalty: stays', or 'goes'");
    }
    for (String key : List.of("cap", "minimum")) {
      map.refuse(
          key,
          "this shape of surcharges is not supported yet",
          "remove it; the engine must learn this shape first (domain, DeclarationRule)");
    }
    map.close();
    if (moved.orElse(false) && !worksKnown) {
      shift
          .get()
          .error(
              "nothing says on which days people work",
              "add 'working_days' to " + PackId.COUNTRY_FILE);
      return Optional.empty();
    }
    if (head.isEmpty()
        || due.isEmpty()
        || counted.isPresent() != day.isPresent()
        || moved.isEmpty()
        || stays.isEmpty()
        || late.isEmpty()
        || !counts(due.get(), counted, map)) {
      return Optional.empty();
    }
    DeclarationRule rule =
        new DeclarationRule(
            head.get().populations(),
            from,
            head.get().to(),
            day.orElse(null),
            due.get(),
            moved.get(),
            rate.orElse(null),
            increase.orElse(null),
            grace.orElse(null),
            penalty.orElse(null),
            stays.get(),
            head.get().source(),
            head.get().citation());
    return Optional.of(new Located(rule, head.get()));
  }

  /** The day of the headcount is said where a headcount is asked for, and only there. */
  private static boolean counts(
      List<DeclarationRule.Due> due, Optional<YamlNode> counted, YamlMap map) {
    boolean asked = due.stream().anyMatch(one -> one.headcount() != null);
    if (asked && counted.isEmpty()) {
      map.error(
          "due days depend on the headcount, and nothing says on which day persons are counted",
          "add '" + HEADCOUNT_ON + ": month', quarter_start or year_start");
    } else if (!asked && counted.isPresent()) {
      counted.get().error("no due day depends on the headcount", "remove '" + HEADCOUNT_ON + "'");
    }
    return asked == counted.isPresent();
  }

  /** One due day for all, or a list by headcount. */
  private Optional<List<DeclarationRule.Due>> due(YamlMap map, LocalDate from) {
    Optional<YamlNode> list = map.optional("due");
    if (list.isEmpty()) {
      return one(map, from, "due_day").map(List::of);
    }
    for (String key : List.of("due_day", "every")) {
      map.refuse(key, "it stands in each row of 'due'", "move it there");
    }
    List<YamlNode> items = list.get().items();
    List<DeclarationRule.Due> rows = new ArrayList<>();
    for (YamlNode item : items) {
      Optional<YamlMap> keys = item.map();
      keys.flatMap(row -> one(row, from, "day")).ifPresent(rows::add);
      keys.ifPresent(YamlMap::close);
    }
    return rows.isEmpty() || rows.size() < items.size() ? Optional.empty() : Optional.of(rows);
  }

  private Optional<DeclarationRule.Due> one(YamlMap map, LocalDate from, String dayKey) {
    Optional<YamlNode> headcount = map.optional("headcount");
    Optional<Table.When.Range> range =
        headcount.flatMap(
            n ->
                new ConditionReader(currency, references, BigDecimal.ONE, from)
                    .range(Fact.HEADCOUNT, n));
    Optional<YamlNode> every = map.optional("every");
    Optional<Periodicity> periodicity =
        every.isEmpty() ? Optional.of(Periodicity.MONTH) : every.get().oneOf(EVERY);
    Optional<String> day =
        map.required(dayKey)
            .flatMap(
                n -> references.read(n, Reference.Need.number(ParameterUnit.DAY_OF_MONTH), from));
    return headcount.isPresent() != range.isPresent()
        ? Optional.empty()
        : periodicity.flatMap(p -> day.map(d -> new DeclarationRule.Due(range.orElse(null), p, d)));
  }
}
