package org.caisse.domain.claim;

import static org.caisse.domain.claim.Refusal.text;
import static org.caisse.domain.claim.Refusal.word;

import java.util.Optional;
import org.caisse.domain.care.Programme;

/** No programme supplied it in kind to the person (SEMANTICS 17 of the design). */
final class IsNotSupplied implements LineRule {

  @Override
  public Optional<Refusal> refusal(LineCase line) {
    return line.terms().payers().stream()
        .filter(payer -> payer.programme() != null)
        .filter(payer -> payer.id().equals(line.line().act().suppliedBy()))
        .filter(payer -> payer.programme().compensation() != Programme.Compensation.MONEY)
        .filter(payer -> InProgramme.of(line, payer) == InProgramme.Answer.YES)
        .findFirst()
        .map(
            payer ->
                Refusal.of(
                    ReductionCode.SUPPLIED_IN_KIND, text(line.line().actCode()), word(payer.id())));
  }
}
