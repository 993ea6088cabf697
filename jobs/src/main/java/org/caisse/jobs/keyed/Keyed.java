package org.caisse.jobs.keyed;

/**
 * Facts of one employer or person, with the key in whose order a step goes through them.
 *
 * @param key1 first half of the key
 * @param key2 second half, 0 where one is enough
 * @param facts what the rule needs
 */
public record Keyed<F>(long key1, long key2, F facts) {

  boolean after(long other1, long other2) {
    return key1 > other1 || (key1 == other1 && key2 > other2);
  }
}
