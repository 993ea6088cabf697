package org.caisse.domain.collection;

import java.time.LocalDate;

/**
 * What is open of a month through one delegated body, as the account was settled.
 *
 * @param period first day of the month
 * @param ogd code of the delegated body that collects
 * @param due last day on which it was paid in time
 * @param openMinor contributions and surcharges, minor units, positive
 */
public record OpenDebt(LocalDate period, String ogd, LocalDate due, long openMinor) {}
