package org.caisse.domain.contribution;

import org.caisse.domain.pack.Circumstances;

/**
 * All that the rule on one declared person needs. Dates are days of the month, so that a stored
 * line is small and means the same on every machine.
 *
 * @param problem number of the reject code of a field that could not be read, or 0
 * @param ownDeclaration whether the line names the employer and period of the declaration it stands
 *     in
 * @param personKnown whether the registry knows exactly one person by that number
 * @param personActive whether that person is in the registry on some day of the period
 * @param periodDays length of the period's month
 * @param fromDay first day of the spell, 1 to {@code periodDays}; 0 when it does not lie in the
 *     period
 * @param toDay last day of the spell; 0 when it does not lie in the period
 * @param days declared days, or -1 when left blank; of a difference, signed, and 0 when left blank
 * @param grossMinor declared pay, minor units
 * @param overlaps an accepted line of the same person, employer and period, in this declaration or
 *     in what it completes, covers one of these days
 * @param earlierSpells accepted lines of the same person, employer and period before this one
 * @param earlierGrossMinor their pay, minor units
 * @param takenBefore the line was accepted in an earlier declaration that this one completes: the
 *     same person, days and pay
 * @param difference whether days and pay are differences to what was declared before
 * @param earlierDays of a difference: declared days of the lines before, of a spell where they were
 *     left blank; else 0
 * @param coveredDays of a difference: days of the month that the spells before cover; 0 when the
 *     person has none, and of any other line
 * @param person what the line says of the person beyond the pay; the formats of this version have
 *     no columns for it
 */
public record LineFacts(
    int problem,
    boolean ownDeclaration,
    boolean personKnown,
    boolean personActive,
    int periodDays,
    int fromDay,
    int toDay,
    int days,
    long grossMinor,
    boolean overlaps,
    int earlierSpells,
    long earlierGrossMinor,
    boolean takenBefore,
    boolean difference,
    int earlierDays,
    int coveredDays,
    Circumstances person) {

  /** A line that is no difference and says nothing beyond the pay. */
  public LineFacts(
      int problem,
      boolean ownDeclaration,
      boolean personKnown,
      boolean personActive,
      int periodDays,
      int fromDay,
      int toDay,
      int days,
      long grossMinor,
      boolean overlaps,
      int earlierSpells,
      long earlierGrossMinor,
      boolean takenBefore) {
    this(
        problem,
        ownDeclaration,
        personKnown,
        personActive,
        periodDays,
        fromDay,
        toDay,
        days,
        grossMinor,
        overlaps,
        earlierSpells,
        earlierGrossMinor,
        takenBefore,
        false,
        0,
        0,
        Circumstances.NONE);
  }
}
