package org.caisse.domain.contribution;

/**
 * What a run has to do with the persons of an employer and period (SEMANTICS 2: compare, then
 * post).
 */
public enum Standing {
  /** No declaration counts, and none was posted. */
  ABSENT,
  /** The lines of the declaration stand as they were assessed when the file was read. */
  AS_READ,
  /** What is posted is what the facts give. */
  UNCHANGED,
  /**
   * Another declaration counts now, or other terms: each person is assessed anew and compared with
   * what is posted.
   */
  ANEW;

  /**
   * What is to be done.
   *
   * @param filed whether a declaration counts
   * @param readUnder key of the terms under which its lines were assessed when they were read
   * @param postedBefore whether a declaration was posted
   * @param sameDeclaration whether it is the one that counts
   * @param postedUnder key of the terms under which that was done
   * @param terms key of the terms in force now
   */
  public static Standing of(
      boolean filed,
      String readUnder,
      boolean postedBefore,
      boolean sameDeclaration,
      String postedUnder,
      String terms) {
    if (!postedBefore) {
      if (!filed) {
        return ABSENT;
      }
      return terms.equals(readUnder) ? AS_READ : ANEW;
    }
    return sameDeclaration && terms.equals(postedUnder) ? UNCHANGED : ANEW;
  }
}
