package org.caisse.domain.right;

/**
 * From whom care is claimed that was paid for days on which the right was closed afterwards. The
 * provider keeps what it was paid: it asked, and the right stood open (SEMANTICS 16).
 */
public enum ClosedLateDebtor {
  /** The employer whose declaration, or whose debt, closed the right. */
  EMPLOYER,
  /** The insured person whose circumstances, known later, closed the right. */
  HEAD;

  /**
   * Decides from whom.
   *
   * @param why the right is closed by now
   * @param arguments of that reason, separated by semicolons
   * @param employed whether an employer had declared the head for a month up to these days
   */
  public static ClosedLateDebtor of(RightReason why, String arguments, boolean employed) {
    if (!employed) {
      return HEAD;
    }
    return switch (why) {
      case UNPAID, NOT_CONTRIBUTED, LEFT -> EMPLOYER;
      case HEAD_CLOSED -> {
        String[] words = arguments.split(";", -1);
        yield words.length < 2 || words[1].isEmpty()
            ? HEAD
            : of(RightReason.valueOf(words[1]), "", true);
      }
      case WAITED,
          WAITED_DAYS,
          CONTRIBUTED,
          BENEFITS_BEGIN,
          STATUS_CHANGE,
          TAKEN_ON,
          REOPENED,
          MEMBER,
          STATUS,
          DEPENDANT,
          SURVIVOR,
          POPULATION,
          STATUS_ENDED,
          EXPIRED,
          DEATH,
          LINK_ENDED,
          AGE,
          OWN_RIGHT,
          OTHER_HEAD,
          TOO_MANY,
          SURVIVORS_END ->
          HEAD;
    };
  }
}
