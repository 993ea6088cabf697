package org.caisse.domain.collection;

import java.time.LocalDate;

/**
 * A part of an instalment plan that two persons agreed to.
 *
 * @param plan number of the decision
 * @param from day on which the debtor acknowledged the debt; payments count from then
 * @param due day on which this part is paid at the latest
 * @param amountMinor minor units, positive
 */
public record Instalment(int plan, LocalDate from, LocalDate due, long amountMinor) {}
