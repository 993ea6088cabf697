package org.caisse.jobs.invoice;

/**
 * What several rows say of the same thing; rows that say nothing are passed over.
 *
 * @param <T> what is said
 */
final class SaidOnce<T extends Comparable<? super T>> {

  private T least;
  private T most;

  void add(T said) {
    if (said != null) {
      least = least == null || said.compareTo(least) < 0 ? said : least;
      most = most == null || said.compareTo(most) > 0 ? said : most;
    }
  }

  /** Whether two rows say different things. */
  boolean differs() {
    return least != null && least.compareTo(most) != 0;
  }

  /** The least that is said, or null. */
  T least() {
    return least;
  }

  /** The most that is said, or null. */
  T most() {
    return most;
  }
}
