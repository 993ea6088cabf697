package org.caisse.writers.document;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What an invoice, or several, come to in a remittance; minor units. Charged, less what was refused
 * at intake, with what came back corrected, is what was told before, what waits and what is told
 * here; told is payable, co-payment and what patient and provider bear.
 *
 * @param chargedMinor what the invoices charge; 0 for one that is taken back
 * @param refusedMinor refused at intake
 * @param correctedMinor came back corrected
 * @param beforeMinor told by remittances of before; of one that is taken back, what is
 * @param waitsMinor somebody has to look at it
 * @param toldMinor told here
 * @param copayMinor co-payment
 * @param patientMinor reduced, borne by the patient
 * @param providerMinor reduced, borne by the provider
 * @param payableMinor what payers pay
 */
public record RemittanceSums(
    long chargedMinor,
    long refusedMinor,
    long correctedMinor,
    long beforeMinor,
    long waitsMinor,
    long toldMinor,
    long copayMinor,
    long patientMinor,
    long providerMinor,
    long payableMinor) {

  /** Those of no invoice. */
  public static final RemittanceSums NONE = new RemittanceSums(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** Those of an invoice. */
  public static RemittanceSums of(Remittance.Invoice invoice) {
    boolean back = invoice.takenBack();
    long lines = sum(invoice, Remittance.Line::chargedMinor);
    return new RemittanceSums(
        back ? 0 : invoice.chargedMinor(),
        back ? 0 : invoice.refusedAtIntakeMinor(),
        back ? 0 : invoice.correctedMinor(),
        back ? -invoice.toldMinor() : invoice.toldBeforeMinor(),
        back ? 0 : lines - invoice.toldMinor(),
        invoice.toldMinor(),
        sum(invoice, Remittance.Line::copayMinor),
        sum(invoice, Remittance.Line::patientMinor),
        sum(invoice, Remittance.Line::providerMinor),
        invoice.payableMinor());
  }

  private static long sum(Remittance.Invoice invoice, ToLongFunction<Remittance.Line> of) {
    long sum = 0;
    for (Remittance.Line line : invoice.lines()) {
      sum += line.isDecided() ? of.applyAsLong(line) : 0;
    }
    return invoice.takenBack() ? -sum : sum;
  }

  /** Those of both. */
  public RemittanceSums plus(RemittanceSums more) {
    return new RemittanceSums(
        Math.addExact(chargedMinor, more.chargedMinor),
        Math.addExact(refusedMinor, more.refusedMinor),
        Math.addExact(correctedMinor, more.correctedMinor),
        Math.addExact(beforeMinor, more.beforeMinor),
        Math.addExact(waitsMinor, more.waitsMinor),
        Math.addExact(toldMinor, more.toldMinor),
        Math.addExact(copayMinor, more.copayMinor),
        Math.addExact(patientMinor, more.patientMinor),
        Math.addExact(providerMinor, more.providerMinor),
        Math.addExact(payableMinor, more.payableMinor));
  }

  /** What the lines here charge, those that wait too. */
  public long hereMinor() {
    return Math.addExact(toldMinor, waitsMinor);
  }

  /** In the order in which lists show them. */
  public List<Long> inOrder() {
    return List.of(
        chargedMinor,
        refusedMinor,
        correctedMinor,
        beforeMinor,
        waitsMinor,
        toldMinor,
        copayMinor,
        patientMinor,
        providerMinor,
        payableMinor);
  }
}
