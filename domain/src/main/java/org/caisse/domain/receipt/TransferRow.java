package org.caisse.domain.receipt;

import java.util.List;

/**
 * A receipt that may be a transfer, in the archive: what the rule saw, then what it decided.
 *
 * @param receiptId surrogate key
 * @param receiptNo number of the receipt
 * @param candidates remittances that were found
 * @param employers that the text names, or that owe exactly this amount
 * @param ogd the body whose transfer it is; empty when it is none
 * @param remittance which it is the transfer of; empty when it is none
 */
public record TransferRow(
    long receiptId,
    String receiptNo,
    List<MatchTransfer.Candidate> candidates,
    int employers,
    String ogd,
    String remittance) {

  public TransferRow {
    candidates = List.copyOf(candidates);
  }

  /** What the rule decides on the same facts now. */
  public TransferRow judgeAgain() {
    MatchTransfer.Candidate match = MatchTransfer.judge(candidates, employers);
    return new TransferRow(
        receiptId,
        receiptNo,
        candidates,
        employers,
        match == null ? "" : match.ogd(),
        match == null ? "" : match.remittance());
  }
}
