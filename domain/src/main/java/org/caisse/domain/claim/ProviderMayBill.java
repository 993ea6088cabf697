package org.caisse.domain.claim;

import static org.caisse.domain.claim.Refusal.day;
import static org.caisse.domain.claim.Refusal.text;
import static org.caisse.domain.claim.Refusal.word;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The provider is open and contracted on the day of care, and of a level that may give the act. */
final class ProviderMayBill implements LineRule {

  @Override
  public Optional<Refusal> refusal(LineCase line) {
    CareLine.Provider provider = line.line().provider();
    LocalDate on = line.line().careOn();
    if (provider.level().isEmpty()) {
      return Optional.of(
          Refusal.of(ReductionCode.PROVIDER_CLOSED, text(provider.providerNo()), day(on)));
    }
    boolean known =
        line.terms().law().levels().stream().anyMatch(level -> level.id().equals(provider.level()));
    if (!known) {
      return Optional.of(
          Refusal.of(
              ReductionCode.LEVEL_UNKNOWN, text(provider.providerNo()), text(provider.level())));
    }
    boolean paidBack =
        !line.line().invoice().thirdParty() && line.terms().law().claims().notContracted();
    if (!provider.contracted(on) && !paidBack) {
      return Optional.of(
          Refusal.of(ReductionCode.NOT_CONTRACTED, text(provider.providerNo()), day(on)));
    }
    String levels = line.line().act().levels();
    return levels.isEmpty() || List.of(levels.split(",")).contains(provider.level())
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                ReductionCode.LEVEL_WRONG, text(line.line().actCode()), word(provider.level())));
  }
}
