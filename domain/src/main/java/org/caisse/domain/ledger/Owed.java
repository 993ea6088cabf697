package org.caisse.domain.ledger;

import org.caisse.domain.pack.Payer;

/**
 * What a debtor owes under the facts, to be compared with what is posted.
 *
 * @param ogd code of the delegated body that collects
 * @param component what it is for
 * @param payer who bears it
 * @param amountMinor minor units
 */
public record Owed(String ogd, Component component, Payer payer, long amountMinor) {}
