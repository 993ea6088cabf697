package org.caisse.domain.pack;

import java.util.List;

/** When a row of a table applies, in numbers. */
public sealed interface Condition {

  /**
   * A number lies in a range.
   *
   * @param fact which number
   * @param from the least that does
   * @param to the least above that does not; {@link Long#MAX_VALUE} for no end
   */
  record Within(Fact fact, long from, long to) implements Condition {}

  /** A fact is one of some words. */
  record OneOf(String fact, List<String> words) implements Condition {
    public OneOf {
      words = List.copyOf(words);
    }
  }

  /** Whether it holds. */
  default boolean holds(Facts facts) {
    return switch (this) {
      case Within(Fact fact, long from, long to) -> {
        long number = facts.number(fact);
        yield from <= number && number < to;
      }
      case OneOf(String fact, var words) -> words.contains(facts.word(fact));
    };
  }
}
