package org.caisse.jobs.claim;

import java.util.List;
import org.caisse.domain.care.Bearer;
import org.caisse.domain.claim.CareLine;
import org.caisse.domain.claim.Consumption;
import org.caisse.domain.claim.LineDecision;
import org.caisse.domain.claim.LineStatus;
import org.caisse.domain.claim.ReducedLine;
import org.caisse.domain.claim.Reduction;
import org.caisse.domain.claim.ReductionCode;

/** A firm line that a limit had reduced, as a query joins it: with the numbers of its codes. */
record JoinedReduced(
    CareLine line,
    LineStatus status,
    long chargedMinor,
    long tariffMinor,
    long copayMinor,
    List<LineDecision.Share> shares,
    List<JoinedReduction> reductions,
    List<Consumption> consumed) {

  /** A reduction with the number of its code. */
  record JoinedReduction(
      int code, String payer, long amountMinor, Bearer bearer, List<Reduction.Argument> arguments) {

    Reduction reduction() {
      return new Reduction(ReductionCode.ofNumber(code), payer, amountMinor, bearer, arguments);
    }
  }

  ReducedLine reduced() {
    return new ReducedLine(
        line,
        new LineDecision(
            line.lineId(),
            status,
            null,
            chargedMinor,
            tariffMinor,
            copayMinor,
            shares,
            reductions.stream().map(JoinedReduction::reduction).toList(),
            consumed));
  }
}
