package org.caisse.domain.pack;

/**
 * When declarations are due and what lateness costs.
 *
 * @param dueDay parameter: day of the following month
 * @param latePerMonth parameter: percent of the contributions per month or fraction of month of
 *     delay
 * @param source where it was read
 * @param citation the text as documents for people cite it
 */
public record DeclarationTerms(
    String dueDay, String latePerMonth, String source, Citation citation) {}
