package org.caisse.domain.care;

import java.util.List;

/**
 * Who is insured with a head of family.
 *
 * @param attachment to whom a dependant belongs whom several declare
 * @param kinds who can be one, at most one of each relation
 * @param source where it was read
 */
public record DependantRules(Attachment attachment, List<Kind> kinds, String source) {

  public DependantRules {
    kinds = List.copyOf(kinds);
  }

  /** To whom a dependant belongs whom several declare. */
  public enum Attachment {
    /** To who declared first. */
    FIRST_DECLARER,
    /** To the older parent. */
    OLDER_PARENT
  }

  /** What a dependant is to the head. */
  public enum Relation {
    SPOUSE,
    CHILD,
    ASCENDANT
  }

  /**
   * Dependants of a relation. An age is in completed years on the day asked for.
   *
   * @param relation to the head
   * @param most parameter: how many of them at once, those declared first; null for no limit
   * @param ageBelow parameter: insured below this age; null for no limit of age
   * @param studentBelow parameter: insured below this age while a student; null for no other age
   * @param disabledAlways whether those with a disability are insured at any age
   * @param uncoveredOnly whether only those are insured who have no right of their own
   */
  public record Kind(
      Relation relation,
      String most,
      String ageBelow,
      String studentBelow,
      boolean disabledAlways,
      boolean uncoveredOnly) {}
}
