package org.caisse.config.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.caisse.config.text.yaml.YamlMap;
import org.caisse.config.text.yaml.YamlNode;
import org.caisse.domain.pack.Amount;
import org.caisse.domain.pack.ContributionRule;
import org.caisse.domain.pack.Mark;

/** Reads the rules of contributions. */
final class ContributionReader {

  private final References references;

  ContributionReader(References references) {
    this.references = references;
  }

  /** The rule of these keys; empty when it cannot be read. */
  Optional<LocatedRule> read(YamlNode node) {
    Optional<YamlMap> keys = node.map();
    if (keys.isEmpty()) {
      return Optional.empty();
    }
    YamlMap map = keys.get();
    Optional<DatedRule> head = DatedRule.read(map, node, Set.of(), null);
    LocalDate from = head.map(DatedRule::from).orElse(LocalDate.MAX);
    Optional<Amount> amount = new AmountReader(references, map, from).read();
    Optional<List<ContributionRule.Window>> except =
        map.optional("except").map(this::windows).orElse(Optional.of(List.of()));
    map.refuse("due", "due days belong under 'declarations'", "move it there");
    map.refuse("late", "surcharges belong under 'declarations'", "move it there");
    map.close();
    if (head.isEmpty() || amount.isEmpty() || except.isEmpty()) {
      return Optional.empty();
    }
    ContributionRule rule =
        new ContributionRule(
            head.get().id(),
            head.get().populations(),
            from,
            head.get().to(),
            amount.get(),
            except.get(),
            head.get().source(),
            head.get().citation());
    return Optional.of(new LocatedRule(rule, head.get()));
  }

  /** Months without contribution: each window opens and closes. */
  private Optional<List<ContributionRule.Window>> windows(YamlNode list) {
    List<ContributionRule.Window> windows = new ArrayList<>();
    List<YamlNode> items = list.items();
    LocalDate closed = LocalDate.MIN;
    for (YamlNode item : items) {
      Optional<ContributionRule.Window> window = item.map().flatMap(this::window);
      if (window.isPresent() && window.get().from().isBefore(closed)) {
        item.error(
            "'%s' opens on %s, before the window before it closes (%s)"
                .formatted(item.path(), window.get().from(), closed),
            "list windows by ascending date, without overlap");
      }
      closed = window.map(ContributionRule.Window::to).orElse(closed);
      window.ifPresent(windows::add);
    }
    return windows.isEmpty() || windows.size() < items.size()
        ? Optional.empty()
        : Optional.of(windows);
  }

  private Optional<ContributionRule.Window> window(YamlMap map) {
    Optional<LocalDate> from = map.required("from").flatMap(YamlNode::firstOfMonth);
    Optional<YamlNode> end = map.required("to");
    Optional<LocalDate> to = end.flatMap(YamlNode::firstOfMonth);
    Optional<Mark> mark = map.required("mark").flatMap(n -> n.oneOf(ParameterReader.MARKS));
    Optional<String> source = map.required("source").flatMap(YamlNode::text);
    map.close();
    if (from.isEmpty() || to.isEmpty() || mark.isEmpty() || source.isEmpty()) {
      return Optional.empty();
    }
    if (!to.get().isAfter(from.get())) {
      end.get()
          .error(
              "'%s' is %s, not after 'from' %s".formatted(end.get().path(), to.get(), from.get()),
              "'to' is the first month for which a contribution is owed again");
      return Optional.empty();
    }
    return Optional.of(new ContributionRule.Window(from.get(), to.get(), mark.get(), source.get()));
  }
}
