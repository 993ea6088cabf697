package org.caisse.domain.claim;

import static org.caisse.domain.claim.Refusal.day;
import static org.caisse.domain.claim.Refusal.text;

import java.time.LocalDate;
import java.util.Optional;

/** The registry knows the act, in force on the day of care, in a group that the law knows. */
final class ActIsThere implements LineRule {

  @Override
  public Optional<Refusal> refusal(LineCase line) {
    PricedAct act = line.line().act();
    LocalDate on = line.line().careOn();
    String code = line.line().actCode();
    if (act == null) {
      return Optional.of(Refusal.of(ReductionCode.ACT_UNKNOWN, text(code), day(on)));
    }
    boolean there = !act.from().isAfter(on) && (act.to() == null || on.isBefore(act.to()));
    if (!there) {
      return Optional.of(Refusal.of(ReductionCode.ACT_RETIRED, text(code), day(on)));
    }
    String group = line.group();
    return line.terms().law().groups().stream().anyMatch(known -> known.id().equals(group))
        ? Optional.empty()
        : Optional.of(Refusal.of(ReductionCode.GROUP_UNKNOWN, text(code), text(group)));
  }
}
