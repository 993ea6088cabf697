package org.caisse.domain.pack;

import java.time.LocalDate;

/**
 * One value of a parameter, in force from a day until the next value takes over.
 *
 * @param from first day in force
 * @param quantity the number, in the parameter's unit
 * @param mark how far the source can be trusted
 * @param source where the value was read: a decree, a page
 */
public record DatedValue(LocalDate from, Quantity quantity, Mark mark, String source) {}
