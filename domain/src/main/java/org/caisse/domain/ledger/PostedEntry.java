package org.caisse.domain.ledger;

import org.caisse.domain.pack.Payer;

/**
 * A ledger entry that stands: the last one of its document that was not reversed.
 *
 * @param ogd code of the delegated body that collects
 * @param component what it is for
 * @param payer who bears it
 * @param rev revision of the entry within its document
 * @param amountMinor owed, minor units
 */
public record PostedEntry(
    String ogd, Component component, Payer payer, int rev, long amountMinor) {}
