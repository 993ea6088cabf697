package org.caisse.domain.account;

import java.time.LocalDate;
import org.caisse.domain.ledger.Component;

/**
 * A remission that two persons decided: so much of a debt is not asked for any more, at most what
 * is open on that day.
 *
 * @param decision number of the decision
 * @param on business date on which it was approved
 * @param period first day of the month
 * @param component what is waived
 * @param amountMinor minor units, positive
 */
public record Waiver(
    int decision, LocalDate on, LocalDate period, Component component, long amountMinor) {}
