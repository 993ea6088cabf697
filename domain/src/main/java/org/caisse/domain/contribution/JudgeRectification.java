package org.caisse.domain.contribution;

import java.util.List;

/**
 * Decides what an employer is told of a regularisation: what it owes more, what less, and what
 * follows for it. Amounts in minor units; months never offset each other before they are told
 * (SEMANTICS 2: differences of rounded targets, never rounded again).
 */
public final class JudgeRectification {

  private JudgeRectification() {}

  /** What follows for the employer. */
  public enum Effect {
    /** It has to pay the difference. */
    OWES_MORE,
    /** The difference is to its credit: it pays the next debts, or is paid back. */
    OWES_LESS,
    /** What is more in some months is less in others. */
    EVEN
  }

  /**
   * What was decided.
   *
   * @param moreMinor sum of what is owed more
   * @param lessMinor sum of what is owed less, positive
   */
  public record Verdict(long moreMinor, long lessMinor, Effect effect) {

    /** What is owed more, or, negative, less, in all. */
    public long differenceMinor() {
      return Math.subtractExact(moreMinor, lessMinor);
    }
  }

  /**
   * @param changes all that the months which changed owed and owe
   */
  public static Verdict judge(List<MonthChange> changes) {
    long more = 0;
    long less = 0;
    for (MonthChange change : changes) {
      long difference = change.differenceMinor();
      more = Math.addExact(more, Math.max(difference, 0));
      less = Math.addExact(less, Math.max(-difference, 0));
    }
    Effect effect = more > less ? Effect.OWES_MORE : more < less ? Effect.OWES_LESS : Effect.EVEN;
    return new Verdict(more, less, effect);
  }
}
