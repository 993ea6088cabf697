package org.caisse.domain.claim;

import java.util.List;

/**
 * What is decided of a line. Always: charged = shares + co-payment + reductions.
 *
 * @param lineId the line
 * @param status what becomes of it
 * @param pend why it waits; null unless it does
 * @param chargedMinor what is charged
 * @param tariffMinor what the registry's price comes to for what is charged; 0 when the line was
 *     refused before it was priced
 * @param copayMinor what the law leaves to the patient of what is covered (ticket modérateur)
 * @param shares what each payer pays, in the order in which they pay; only amounts above 0
 * @param reductions what nobody pays, and why
 * @param consumed what it takes of limits, agreements and episodes; of a pended line what it
 *     reserves
 */
public record LineDecision(
    long lineId,
    LineStatus status,
    PendReason pend,
    long chargedMinor,
    long tariffMinor,
    long copayMinor,
    List<Share> shares,
    List<Reduction> reductions,
    List<Consumption> consumed) {

  public LineDecision {
    shares = List.copyOf(shares);
    reductions = List.copyOf(reductions);
    consumed = List.copyOf(consumed);
    long all = copayMinor;
    for (Share share : shares) {
      all = Math.addExact(all, share.amountMinor());
    }
    for (Reduction reduction : reductions) {
      all = Math.addExact(all, reduction.amountMinor());
    }
    if (all != chargedMinor || copayMinor < 0) {
      throw new IllegalArgumentException(
          "line %d: %d charged, but shares, co-payment and reductions are %d"
              .formatted(lineId, chargedMinor, all));
    }
  }

  /**
   * What a payer pays.
   *
   * @param payer id of the payer or programme
   * @param amountMinor more than 0
   * @param rate name of the percentage in the pack by which it is paid
   */
  public record Share(String payer, long amountMinor, String rate) {

    public Share {
      if (amountMinor <= 0) {
        throw new IllegalArgumentException("share of %s: %d".formatted(payer, amountMinor));
      }
    }
  }

  /** What all payers pay together. */
  public long paidMinor() {
    return shares.stream().mapToLong(Share::amountMinor).sum();
  }
}
