package org.caisse.domain.receipt;

import java.util.List;

/**
 * The match of a receipt in the archive: what the rule saw, then what it decided.
 *
 * @param receiptId surrogate key
 * @param receiptNo number of the receipt
 * @param candidates employers that were found
 * @param employerNo to whom it belongs; empty when a person must decide
 * @param shown candidates as people read them
 */
public record MatchRow(
    long receiptId,
    String receiptNo,
    List<MatchReceipt.Candidate> candidates,
    String employerNo,
    String shown) {

  public MatchRow {
    candidates = List.copyOf(candidates);
  }

  /** What the rule decides on the same facts now. */
  public MatchRow judgeAgain() {
    MatchReceipt.Verdict verdict = MatchReceipt.judge(candidates);
    return new MatchRow(
        receiptId,
        receiptNo,
        candidates,
        verdict.match() == null ? "" : verdict.match().employerNo(),
        verdict.candidates());
  }
}
