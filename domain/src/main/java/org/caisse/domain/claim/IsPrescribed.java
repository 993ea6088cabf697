package org.caisse.domain.claim;

import static org.caisse.domain.claim.Refusal.word;

import java.util.Optional;
import org.caisse.domain.care.CareScope;

/** Care that needs a prescriber or a referring doctor names one. */
final class IsPrescribed implements LineRule {

  @Override
  public Optional<Refusal> refusal(LineCase line) {
    CareScope prescriber = line.terms().law().claims().prescriber();
    CareScope referrer = line.terms().law().claims().referrer();
    if (line.line().prescriber().isEmpty() && prescriber.holds(line.group(), line.act())) {
      return Optional.of(Refusal.of(ReductionCode.PRESCRIBER_MISSING, word(line.group())));
    }
    return line.line().referrer().isEmpty() && referrer.holds(line.group(), line.act())
        ? Optional.of(Refusal.of(ReductionCode.REFERRER_MISSING, word(line.group())))
        : Optional.empty();
  }
}
