package org.caisse.domain.claim;

import static org.caisse.domain.claim.Refusal.day;
import static org.caisse.domain.claim.Refusal.word;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.caisse.domain.claim.Beneficiary.PayerRight;

/**
 * Somebody pays for the person on the day of care: a right with a payer is open, or a programme is
 * for such a person (SEMANTICS 16 and 17 of the design).
 */
final class HasRight implements LineRule {

  @Override
  public Optional<Refusal> refusal(LineCase line) {
    LocalDate on = line.line().careOn();
    if (on.isBefore(line.terms().law().start())) {
      return Optional.of(
          Refusal.of(ReductionCode.BEFORE_START, day(on), day(line.terms().law().start())));
    }
    boolean open = line.person().rights().stream().anyMatch(right -> right.on(on));
    boolean programme =
        line.terms().payers().stream()
            .anyMatch(payer -> InProgramme.of(line, payer) != InProgramme.Answer.NO);
    return open || programme ? Optional.empty() : Optional.of(none(line));
  }

  /** What is said when nobody pays. */
  static Refusal none(LineCase line) {
    LocalDate on = line.line().careOn();
    return line.person().rights().stream()
        .filter(right -> right.to() != null && !right.to().isAfter(on))
        .max(Comparator.comparing(PayerRight::to).thenComparing(PayerRight::payer))
        .map(
            right ->
                Refusal.of(
                    ReductionCode.RIGHT_CLOSED, day(on), word(right.payer()), day(right.to())))
        .orElseGet(() -> Refusal.of(ReductionCode.RIGHT_NONE, day(on)));
  }
}
