package org.caisse.domain.claim;

import static org.caisse.domain.claim.Refusal.day;
import static org.caisse.domain.claim.Refusal.text;

import java.util.Optional;

/** The same care of the same person is not on another line, whoever invoices it. */
final class IsNotDuplicate implements LineRule {

  @Override
  public Optional<Refusal> refusal(LineCase line) {
    Used.Same same = line.used().same(line.line().personNo(), line.line().contentKey());
    return same == null || same.lineId() == line.line().lineId()
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                ReductionCode.DUPLICATE,
                text(same.invoiceNo()),
                text(same.providerNo()),
                day(same.careOn())));
  }
}
