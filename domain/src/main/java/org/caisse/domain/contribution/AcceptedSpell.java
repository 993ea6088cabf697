package org.caisse.domain.contribution;

/**
 * A line that was accepted before, of the declaration that is being completed or of what completes
 * it already.
 *
 * @param person the registry's index of the person
 * @param fromDay first day of the month that it covers, from 1
 * @param toDay last day
 * @param days declared days, or -1 when left blank
 * @param grossMinor declared pay, minor units
 */
public record AcceptedSpell(int person, int fromDay, int toDay, int days, long grossMinor) {}
