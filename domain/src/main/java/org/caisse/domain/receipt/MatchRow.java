package org.caisse.domain.receipt;

import java.util.List;
import org.caisse.domain.archive.SinceSchema;

/**
 * The match of a receipt in the archive: what the rule saw, then what it decided.
 *
 * @param receiptId surrogate key
 * @param receiptNo number of the receipt
 * @param candidates employers that were found
 * @param takenBack whether a person said that it belongs to nobody
 * @param employerNo to whom it belongs; empty when a person must decide
 * @param shown candidates as people read them
 */
public record MatchRow(
    long receiptId,
    String receiptNo,
    List<MatchReceipt.Candidate> candidates,
    @SinceSchema(2) boolean takenBack,
    String employerNo,
    String shown) {

  public MatchRow {
    candidates = List.copyOf(candidates);
  }

  /** What the rule decides on the same facts now. */
  public MatchRow judgeAgain() {
    MatchReceipt.Verdict verdict = MatchReceipt.judge(candidates, takenBack);
    return new MatchRow(
        receiptId,
        receiptNo,
        candidates,
        takenBack,
        verdict.match() == null ? "" : verdict.match().employerNo(),
        verdict.candidates());
  }
}
