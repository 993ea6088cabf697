package org.caisse.domain.contribution;

import java.util.ArrayList;
import java.util.List;
import org.caisse.domain.pack.FundingTerms;

/**
 * How those behind a payer bear an amount between them: each part is rounded half up, the last one
 * bears what is left, so that the parts add up to the amount. Units: minor units. Text: the pack
 * names it per key.
 */
public final class SplitByFunders {

  private SplitByFunders() {}

  /** What one of them bears. */
  public record Borne(String funder, long amountMinor) {}

  /**
   * @param terms who bears what
   * @param amountMinor the payer's share, of either sign
   * @return in the order of the key
   */
  public static List<Borne> split(FundingTerms terms, long amountMinor) {
    List<Borne> borne = new ArrayList<>();
    long left = amountMinor;
    for (FundingTerms.Part part : terms.parts()) {
      long amount = part.percent() == null ? left : part.percent().of(amountMinor);
      left = Math.subtractExact(left, amount);
      borne.add(new Borne(part.funder(), amount));
    }
    return borne;
  }
}
