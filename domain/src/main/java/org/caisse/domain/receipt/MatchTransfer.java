package org.caisse.domain.receipt;

import java.util.List;

/**
 * Decides whether money at the bank is the transfer of a delegated body, and for which remittance:
 * the one that its text or the body names, else the only one of that amount about that day. An
 * amount alone decides nothing while the text names an employer, or an employer owes just as much.
 */
public final class MatchTransfer {

  private MatchTransfer() {}

  /** What tells for which remittance a transfer is, in the order in which it is asked. */
  public enum Rule {
    REMITTANCE,
    TRANSFER
  }

  /**
   * A remittance that may be meant.
   *
   * @param rule what points to it
   * @param ogd code of the body
   * @param remittance its number
   * @param why the reference or the amount
   */
  public record Candidate(Rule rule, String ogd, String remittance, String why) {}

  /**
   * The remittance that a receipt is the transfer of.
   *
   * @param candidates that were found
   * @param employers that the text names, or that owe exactly this amount
   * @return null when it is no transfer as far as anybody can tell
   */
  public static Candidate judge(List<Candidate> candidates, int employers) {
    for (Rule rule : Rule.values()) {
      List<Candidate> found = candidates.stream().filter(c -> c.rule() == rule).toList();
      long remittances = found.stream().map(c -> c.ogd() + ";" + c.remittance()).distinct().count();
      if (remittances > 1) {
        return null;
      }
      if (remittances == 1) {
        return rule == Rule.TRANSFER && employers > 0 ? null : found.getFirst();
      }
    }
    return null;
  }
}
