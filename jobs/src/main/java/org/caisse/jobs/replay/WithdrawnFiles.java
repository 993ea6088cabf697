package org.caisse.jobs.replay;

import java.util.Set;

/**
 * What an assessment knew to be withdrawn of the files of one intake.
 *
 * @param any whether it knew of any withdrawal at all, of whatever intake
 * @param ordinals places of the files among those of the intake
 */
record WithdrawnFiles(boolean any, Set<Integer> ordinals) {

  /** Nothing was withdrawn. */
  static final WithdrawnFiles NONE = new WithdrawnFiles(false, Set.of());

  WithdrawnFiles {
    ordinals = Set.copyOf(ordinals);
  }

  boolean contains(int ordinal) {
    return ordinals.contains(ordinal);
  }
}
