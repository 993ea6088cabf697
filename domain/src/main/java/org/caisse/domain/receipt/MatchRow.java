package org.caisse.domain.receipt;

import java.util.List;
import org.caisse.domain.archive.SinceSchema;

/**
 * The match of a receipt in the archive: what the rule saw, then what it decided.
 *
 * @param receiptId surrogate key
 * @param receiptNo number of the receipt
 * @param candidates employers that were found
 * @param insured persons that were found; rows of before have none
 * @param takenBack whether a person said that it belongs to nobody
 * @param employerNo to which employer it belongs; empty when to none, or a person must decide
 * @param personNo to which insured person it belongs; empty when to none
 * @param shown candidates as people read them
 * @param owesNothing whether only persons were found of whom nothing is asked
 */
public record MatchRow(
    long receiptId,
    String receiptNo,
    List<MatchReceipt.Candidate> candidates,
    @SinceSchema(3) List<MatchReceipt.Insured> insured,
    @SinceSchema(2) boolean takenBack,
    String employerNo,
    @SinceSchema(3) String personNo,
    String shown,
    @SinceSchema(3) boolean owesNothing) {

  public MatchRow {
    candidates = List.copyOf(candidates);
    insured = insured == null ? List.of() : List.copyOf(insured);
    personNo = personNo == null ? "" : personNo;
  }

  /** What is known of a receipt, with nothing decided yet. */
  public static MatchRow facts(
      long receiptId,
      String receiptNo,
      List<MatchReceipt.Candidate> candidates,
      List<MatchReceipt.Insured> insured,
      boolean takenBack) {
    return new MatchRow(receiptId, receiptNo, candidates, insured, takenBack, "", "", "", false);
  }

  /** The rule's verdict on these facts. */
  public MatchReceipt.Verdict verdict() {
    return MatchReceipt.judge(candidates, insured, takenBack);
  }

  /** What the rule decides on the same facts now. */
  public MatchRow judgeAgain() {
    MatchReceipt.Verdict verdict = verdict();
    return new MatchRow(
        receiptId,
        receiptNo,
        candidates,
        insured,
        takenBack,
        verdict.match() == null ? "" : verdict.match().employerNo(),
        verdict.insured() == null ? "" : verdict.insured().personNo(),
        verdict.candidates(),
        verdict.owesNothing());
  }
}
