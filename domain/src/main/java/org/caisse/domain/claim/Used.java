package org.caisse.domain.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the lines before have taken of limits, and which care they were. */
final class Used {

  private final Map<String, List<Consumption>> consumed = new HashMap<>();
  private final Map<String, Same> contents = new HashMap<>();

  /** Care that was invoiced before. */
  record Same(long lineId, String providerNo, String invoiceNo, LocalDate careOn) {}

  /** Takes what a line consumes. */
  void take(List<Consumption> consumptions) {
    consumptions.forEach(
        c -> consumed.computeIfAbsent(key(c.limit(), c.key()), k -> new ArrayList<>()).add(c));
  }

  /** Remembers care that is not refused. */
  void remember(String personNo, String contentKey, Same same) {
    contents.putIfAbsent(key(personNo, contentKey), same);
  }

  /** The care that is the same, or null. */
  Same same(String personNo, String contentKey) {
    return contents.get(key(personNo, contentKey));
  }

  /** What was taken of a limit under a key, in the order of judging. */
  List<Consumption> of(String limit, String key) {
    return consumed.getOrDefault(key(limit, key), List.of());
  }

  private static String key(String one, String other) {
    return one + '\n' + other;
  }
}
