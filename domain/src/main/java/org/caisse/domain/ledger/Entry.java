package org.caisse.domain.ledger;

import org.caisse.domain.pack.Payer;

/**
 * A ledger entry to post.
 *
 * @param ogd code of the delegated body that collects; of a balance that is taken on, its account;
 *     of an invoice, who pays
 * @param component what it is for
 * @param payer who bears it
 * @param rev revision within its document, from 1
 * @param reverses the revision that it reverses, or 0
 * @param amountMinor minor units, positive: a reversal exchanges debit and credit
 */
public record Entry(
    String ogd, Component component, Payer payer, int rev, int reverses, long amountMinor) {

  /** What the entry adds to the debt. */
  public long signedMinor() {
    return reverses == 0 ? amountMinor : -amountMinor;
  }
}
