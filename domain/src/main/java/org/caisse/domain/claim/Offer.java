package org.caisse.domain.claim;

import org.caisse.domain.care.Bearer;
import org.caisse.domain.care.OnRefusal;
import org.caisse.domain.care.PaysOn;
import org.caisse.domain.money.Rate;

/**
 * What a payer with whom there is a right, or a programme, offers for a line.
 *
 * @param payer who
 * @param rate percentage
 * @param rule name of the percentage in the pack
 * @param patientFirstMinor what the patient bears before
 */
record Offer(CareTerms.Payer payer, Rate rate, String rule, long patientFirstMinor) {

  PaysOn paysOn() {
    return payer.programme() == null ? payer.payer().paysOn() : payer.programme().paysOn();
  }

  boolean blocks() {
    OnRefusal then =
        payer.programme() == null ? payer.payer().onRefusal() : payer.programme().onRefusal();
    return then == OnRefusal.BLOCK;
  }

  /** Who bears what is charged above the tariff when it is the first to pay. */
  Bearer excess() {
    return payer.programme() == null ? payer.payer().excess() : payer.programme().excess();
  }
}
