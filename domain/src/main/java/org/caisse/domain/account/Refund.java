package org.caisse.domain.account;

import java.time.LocalDate;

/**
 * Money that the fund pays back to a debtor, as two persons decided.
 *
 * @param decision number of the decision
 * @param on business date on which it was approved
 * @param amountMinor minor units, positive
 */
public record Refund(int decision, LocalDate on, long amountMinor) {}
