package org.caisse.config.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.caisse.config.text.yaml.YamlMap;
import org.caisse.config.text.yaml.YamlNode;
import org.caisse.domain.pack.DebtPart;
import org.caisse.domain.pack.PaymentRule;

/** Reads what money received pays first, and what late payment costs. */
final class PaymentReader {

  private static final Map<String, DebtPart> COMPONENTS = Words.of(DebtPart.values());

  /** What each order must have: care of closed days may be left out. */
  private static final List<DebtPart> ALWAYS =
      Arrays.stream(DebtPart.values()).filter(part -> part != DebtPart.CLOSED_LATE).toList();

  private static final int MOST_DAYS = 31;

  private final References references;
  private final LocalDate start;

  /**
   * @param start first period of the scheme
   */
  PaymentReader(References references, LocalDate start) {
    this.references = references;
    this.start = start;
  }

  /** The rule; empty when it cannot be read. */
  Optional<PaymentRule> read(YamlNode place) {
    return place.map().flatMap(map -> rule(map, place));
  }

  private Optional<PaymentRule> rule(YamlMap map, YamlNode place) {
    Optional<DatedRule> head = DatedRule.read(map, place, Set.of(), start);
    Optional<YamlNode> list = map.optional("order");
    Optional<List<DebtPart>> order = list.isEmpty() ? Optional.of(ALWAYS) : order(list.get());
    Optional<YamlNode> late = map.required("late_per_month");
    Optional<String> rate =
        late.flatMap(n -> references.bound(n, ParameterUnit.PERCENT_PER_MONTH, start));
    Optional<Integer> days = map.required("match_days").flatMap(PaymentReader::days);
    Optional<String> fee =
        map.optional("ogd_fee").flatMap(n -> references.bound(n, ParameterUnit.PERCENT, start));
    map.close();
    if (head.isEmpty() || order.isEmpty() || late.isEmpty() || days.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PaymentRule(
            order.get(),
            rate.orElse(null),
            days.get(),
            fee.orElse(null),
            head.get().source(),
            head.get().citation()));
  }

  private static Optional<List<DebtPart>> order(YamlNode list) {
    List<DebtPart> order = new ArrayList<>();
    list.items().forEach(item -> item.oneOf(COMPONENTS).ifPresent(order::add));
    boolean care = order.contains(DebtPart.CLOSED_LATE);
    boolean each =
        order.containsAll(ALWAYS)
            && order.size() == ALWAYS.size() + (care ? 1 : 0)
            && (!care || order.getLast() == DebtPart.CLOSED_LATE);
    if (!each) {
      list.error(
          "'order' must say of each component once when it is paid",
          "write all of: "
              + String.join(", ", COMPONENTS.keySet())
              + "; closed_late is the last, or left out");
      return Optional.empty();
    }
    return Optional.of(order);
  }

  private static Optional<Integer> days(YamlNode node) {
    Optional<String> text = node.text();
    Optional<Integer> days =
        text.filter(t -> t.matches("[0-9]{1,2}")).map(Integer::valueOf).filter(n -> n <= MOST_DAYS);
    if (text.isPresent() && days.isEmpty()) {
      node.error(
          "'match_days' is '%s'".formatted(text.get()),
          "write a number of days from 0 to " + MOST_DAYS);
    }
    return days;
  }
}
