package org.caisse.domain.collection;

import java.time.LocalDate;

/**
 * What was paid on the debts of a month on a day.
 *
 * @param period first day of the month
 * @param on the day from which it is paid
 * @param amountMinor minor units, positive
 */
public record Payment(LocalDate period, LocalDate on, long amountMinor) {}
