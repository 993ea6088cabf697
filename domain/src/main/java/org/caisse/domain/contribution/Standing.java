package org.caisse.domain.contribution;

/**
 * What a run has to do with the persons of an employer and period (SEMANTICS 2: compare, then
 * post).
 */
public enum Standing {
  /** No declaration counts, and none was posted. */
  ABSENT,
  /**
   * The lines of the declaration, and of what completes it, stand as they were assessed when the
   * file was read.
   */
  AS_READ,
  /** What is posted is what the facts give. */
  UNCHANGED,
  /**
   * What is posted stands as it was read; the lines of what completes it since stand as they were
   * read too, and are added.
   */
  COMPLETED,
  /**
   * Something else counts now, or other terms: each person is assessed anew and compared with what
   * is posted.
   */
  ANEW;

  /**
   * All that decides.
   *
   * @param filed whether a declaration counts
   * @param added how many of the declarations that count, the base and what completes it, are not
   *     posted
   * @param readUnder key of the terms under which the lines of all that count were assessed when
   *     they were read; empty when they differ
   * @param gap whether a line was assessed on top of a declaration that does not count (its run was
   *     not read, or it was withdrawn), so that what it adds is not what the line says
   * @param postedBefore whether a declaration was posted
   * @param sameDeclaration whether it is the one that counts, and what was posted to complete it
   *     still counts
   * @param postedAsRead whether all that is posted is the lines as they were read
   * @param postedUnder key of the terms under which that was done
   * @param terms key of the terms in force now
   */
  public record Facts(
      boolean filed,
      int added,
      String readUnder,
      boolean gap,
      boolean postedBefore,
      boolean sameDeclaration,
      boolean postedAsRead,
      String postedUnder,
      String terms) {

    /** Whether each line adds what it said when it was read. */
    boolean linesHold() {
      return !gap && terms.equals(readUnder);
    }
  }

  /** What is to be done. */
  public static Standing of(Facts facts) {
    if (!facts.postedBefore()) {
      if (!facts.filed()) {
        return ABSENT;
      }
      return facts.linesHold() ? AS_READ : ANEW;
    }
    if (!facts.sameDeclaration() || !facts.terms().equals(facts.postedUnder())) {
      return ANEW;
    }
    if (facts.added() == 0) {
      return UNCHANGED;
    }
    return facts.postedAsRead() && facts.linesHold() ? COMPLETED : ANEW;
  }
}
