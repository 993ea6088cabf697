package org.caisse.domain.collection;

import java.time.LocalDate;

/**
 * A month whose debts an instalment plan covers.
 *
 * @param plan number of the decision
 * @param period first day of the month
 */
public record CoveredDebt(int plan, LocalDate period) {}
