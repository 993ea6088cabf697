package org.caisse.config.pack;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.caisse.config.text.yaml.YamlMap;
import org.caisse.config.text.yaml.YamlNode;
import org.caisse.domain.pack.Citation;

/**
 * What every rule says of itself: for whom, from when to when, and where it was read.
 *
 * @param id its name
 * @param populations for whom
 * @param from first day of the first month
 * @param to first day of the month after the last one, or null
 * @param source where it was read
 * @param citation the text as documents for people cite it
 * @param place where it stands
 */
record DatedRule(
    String id,
    Set<String> populations,
    LocalDate from,
    LocalDate to,
    String source,
    Citation citation,
    YamlNode place) {

  DatedRule {
    populations = Collections.unmodifiableSet(new LinkedHashSet<>(populations));
  }

  /**
   * Reads it; the caller closes the keys.
   *
   * @param everyone for whom it is when it does not say
   * @param start from when it is when it does not say; null when it must
   */
  static Optional<DatedRule> read(
      YamlMap map, YamlNode place, Set<String> everyone, LocalDate start) {
    Optional<String> id =
        start != null ? Optional.of("") : map.required("id").flatMap(YamlNode::text);
    Optional<YamlNode> names = start != null ? map.optional("for") : map.required("for");
    Set<String> populations = new LinkedHashSet<>();
    names.ifPresent(list -> names(list, populations));
    Optional<YamlNode> begin = start != null ? map.optional("from") : map.required("from");
    Optional<LocalDate> from = begin.flatMap(YamlNode::firstOfMonth);
    Optional<YamlNode> end = map.optional("to");
    Optional<LocalDate> to = end.flatMap(YamlNode::firstOfMonth);
    Optional<String> source = map.required("source").flatMap(YamlNode::text);
    Optional<Citation> citation = citation(map, source);
    if (begin.isEmpty()) {
      from = Optional.ofNullable(start);
    }
    if (from.isPresent() && to.isPresent() && !to.get().isAfter(from.get())) {
      end.get()
          .error(
              "'%s' is %s, not after 'from' %s".formatted(end.get().path(), to.get(), from.get()),
              "'to' is the first month to which the rule no longer applies");
      return Optional.empty();
    }
    if (names.isPresent() == populations.isEmpty()
        || id.isEmpty()
        || from.isEmpty()
        || to.isPresent() != end.isPresent()
        || source.isEmpty()
        || citation.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new DatedRule(
            id.get(),
            names.isPresent() ? populations : everyone,
            from.get(),
            to.orElse(null),
            source.get(),
            citation.get(),
            place));
  }

  /** Whether it applies to a period. */
  boolean on(LocalDate periodStart) {
    return !from.isAfter(periodStart) && (to == null || periodStart.isBefore(to));
  }

  /** How messages call it. */
  String name() {
    return id.isEmpty() ? "rule" : "rule '" + id + "'";
  }

  /**
   * How documents cite the text; the source itself where the pack has no words of its own for it.
   */
  private static Optional<Citation> citation(YamlMap map, Optional<String> source) {
    Optional<YamlNode> text = map.optional("text");
    return text.isEmpty()
        ? source.map(s -> new Citation(s, s))
        : Name.read(text.get()).map(name -> new Citation(name.fr(), name.en()));
  }

  private static void names(YamlNode list, Set<String> populations) {
    for (YamlNode item : list.items()) {
      Optional<String> name = item.text();
      if (name.isPresent() && !populations.add(name.get())) {
        item.error("population '" + name.get() + "' stands twice", "keep one");
      }
    }
  }
}
