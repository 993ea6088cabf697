package org.caisse.domain.person;

import java.util.Map;

/**
 * How a fund weighs what speaks for two numbers being one person.
 *
 * @param weights of each evidence, negative for what speaks against
 * @param threshold the least sum that is shown to a person
 * @param certain the least sum that is called very likely
 * @param block how many persons who share something are compared with each other at most
 * @param months how far back employers are looked for
 */
public record MatchSettings(
    Map<Evidence, Integer> weights, int threshold, int certain, int block, int months) {

  public MatchSettings {
    weights = Map.copyOf(weights);
    for (Evidence evidence : Evidence.values()) {
      if (!weights.containsKey(evidence)) {
        throw new IllegalArgumentException("no weight for " + evidence);
      }
    }
  }
}
