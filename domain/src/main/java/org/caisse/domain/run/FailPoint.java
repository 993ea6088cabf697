package org.caisse.domain.run;

/**
 * A place where a process may die and nothing may be lost: every commit, every force to disk, every
 * rename. In production it does nothing; crash tests count the places and halt the process at the
 * chosen one.
 */
@FunctionalInterface
public interface FailPoint {

  /** Never fails. */
  FailPoint NONE = place -> {};

  /**
   * Called just before the effect.
   *
   * @param place what is about to happen, such as {@code rename statements.zip}
   */
  void reached(String place);
}
