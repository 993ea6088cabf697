package org.caisse.domain.ledger;

/**
 * One side of an entry; exactly one of the amounts is not zero.
 *
 * @param account number in the fund's chart
 * @param debitMinor minor units
 * @param creditMinor minor units
 */
public record Posting(String account, long debitMinor, long creditMinor) {}
