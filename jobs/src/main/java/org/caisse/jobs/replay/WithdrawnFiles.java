package org.caisse.jobs.replay;

import java.util.Set;

/**
 * What an assessment knew to be withdrawn of the files of one intake.
 *
 * @param any whether it knew of any withdrawal at all, of whatever intake
 * @param run label of the intake
 * @param ordinals places of the files among those of the intake
 * @param knownToIntake the files that the intake itself knew to be withdrawn
 */
record WithdrawnFiles(
    boolean any, String run, Set<Integer> ordinals, Set<TakenFile> knownToIntake) {

  /** A file by the label of the run that took it in, and its place there. */
  record TakenFile(String run, int ordinal) {}

  /** Nothing was withdrawn. */
  static final WithdrawnFiles NONE = new WithdrawnFiles(false, "", Set.of(), Set.of());

  WithdrawnFiles {
    ordinals = Set.copyOf(ordinals);
    knownToIntake = Set.copyOf(knownToIntake);
  }

  boolean contains(int ordinal) {
    return ordinals.contains(ordinal);
  }

  TakenFile file(int ordinal) {
    return new TakenFile(run, ordinal);
  }
}
