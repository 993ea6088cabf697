package org.caisse.domain.contribution;

import org.caisse.domain.pack.Circumstances;

/**
 * What rows of the archive can hold of the facts. A fact that they cannot hold must not decide
 * anything in a run, or the run could not be judged again: the columns come with the files that say
 * it.
 */
final class ArchivedFacts {

  private ArchivedFacts() {}

  /** Nothing beyond the pay of a person. */
  static void check(Circumstances person) {
    if (!person.equals(Circumstances.NONE)) {
      throw new IllegalStateException("the archive has no columns for " + person);
    }
  }
}
