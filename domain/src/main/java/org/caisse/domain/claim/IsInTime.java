package org.caisse.domain.claim;

import static org.caisse.domain.claim.Refusal.day;

import java.time.LocalDate;
import java.util.Optional;

/** The care was given by the day on which it was invoiced, and that day is not too late. */
final class IsInTime implements LineRule {

  @Override
  public Optional<Refusal> refusal(LineCase line) {
    LocalDate on = line.line().careOn();
    LocalDate received = line.line().invoice().receivedOn();
    if (on.isAfter(received)) {
      return Optional.of(Refusal.of(ReductionCode.CARE_IN_FUTURE, day(on), day(received)));
    }
    int days = line.terms().filingDays();
    if (days != CareTerms.NO_LIMIT && received.isAfter(on.plusDays(days))) {
      return Optional.of(
          Refusal.of(ReductionCode.LATE_FILING, day(received), day(on.plusDays(days))));
    }
    return Optional.empty();
  }
}
