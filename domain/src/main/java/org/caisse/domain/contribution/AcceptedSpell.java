package org.caisse.domain.contribution;

/**
 * A line that was accepted before, of the declaration that is being completed or of what completes
 * it already.
 *
 * @param person the registry's index of the person
 * @param fromDay first day of the month that it covers, from 1; 0 for a difference, which covers
 *     none
 * @param toDay last day; 0 for a difference
 * @param days declared days, or -1 when left blank; of a difference, signed
 * @param grossMinor declared pay, minor units; of a difference, signed
 */
public record AcceptedSpell(int person, int fromDay, int toDay, int days, long grossMinor) {

  /** What was accepted of a line that was judged. */
  public static AcceptedSpell of(int person, LineFacts facts) {
    return new AcceptedSpell(
        person, facts.fromDay(), facts.toDay(), facts.days(), facts.grossMinor());
  }

  /** Days that it adds to those of the person: where they were left blank, all of the spell. */
  int worked() {
    return fromDay > 0 && days < 0 ? toDay - fromDay + 1 : days;
  }
}
