package org.caisse.domain.claim;

import static org.caisse.domain.claim.Refusal.day;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The care was given by the day on which it was invoiced, and it was not filed too late: the first
 * invoice of its number counts, unless it came before the care, which then cannot have been on it.
 */
final class IsInTime implements LineRule {

  @Override
  public Optional<Refusal> refusal(LineCase line) {
    LocalDate on = line.line().careOn();
    LocalDate received = line.line().invoice().receivedOn();
    if (on.isAfter(received)) {
      return Optional.of(Refusal.of(ReductionCode.CARE_IN_FUTURE, day(on), day(received)));
    }
    int days = line.terms().filingDays();
    LocalDate first = line.line().invoice().filedOn();
    LocalDate filed = first.isBefore(on) ? received : first;
    if (days != CareTerms.NO_LIMIT && filed.isAfter(on.plusDays(days))) {
      return Optional.of(Refusal.of(ReductionCode.LATE_FILING, day(filed), day(on.plusDays(days))));
    }
    return Optional.empty();
  }
}
