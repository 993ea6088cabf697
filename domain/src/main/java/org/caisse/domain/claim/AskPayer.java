package org.caisse.domain.claim;

import static org.caisse.domain.claim.Refusal.word;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import org.caisse.domain.care.CareScope;
import org.caisse.domain.care.Programme;

/**
 * Whether a payer has to do with a line at all, and what it pays of such care: a programme when it
 * is for the person and holds the care, a payer when a right is open on the day of care.
 */
final class AskPayer {

  private AskPayer() {}

  /** An offer, or why the payer does not cover the care. */
  record Answer(Offer offer, Refusal refusal) {}

  /** The answer; empty when the payer has nothing to do with the line. */
  static Optional<Answer> of(LineCase line, CareTerms.Payer payer) {
    return payer.programme() == null ? right(line, payer) : programme(line, payer);
  }

  private static Optional<Answer> programme(LineCase line, CareTerms.Payer payer) {
    Programme programme = payer.programme();
    boolean pays =
        programme.compensation() != Programme.Compensation.KIND
            && payer.rate().unscaled() > 0
            && holds(programme.covers(), line)
            && InProgramme.of(line, payer) != InProgramme.Answer.NO;
    return pays
        ? Optional.of(new Answer(new Offer(payer, payer.rate(), programme.rate(), 0), null))
        : Optional.empty();
  }

  private static Optional<Answer> right(LineCase line, CareTerms.Payer payer) {
    return line.person().rights().stream()
        .filter(right -> right.payer().equals(payer.id()) && right.on(line.line().careOn()))
        .map(Beneficiary.PayerRight::population)
        .distinct()
        .sorted()
        .map(population -> covered(line, payer, population))
        .max(Comparator.comparing(AskPayer::percent));
  }

  /** Of several rights with a payer, as by two jobs, the one that pays most counts. */
  private static BigDecimal percent(Answer answer) {
    return answer.refusal() != null ? BigDecimal.ZERO : answer.offer().rate().toPercent();
  }

  private static Answer covered(LineCase line, CareTerms.Payer payer, String population) {
    CareTerms.Covered covered =
        line.terms()
            .coverage(
                payer.id(),
                population,
                line.group(),
                line.status(),
                line.place(),
                line.line().provider().level());
    Offer offer =
        new Offer(payer, covered.rate(), covered.row().rate(), covered.patientFirstMinor());
    return covered.rate() == null || covered.rate().unscaled() == 0
        ? new Answer(
            offer, Refusal.of(ReductionCode.NOT_COVERED, word(line.group()), word(payer.id())))
        : new Answer(offer, null);
  }

  /** Whether a programme may be for the person, whose age is not known. */
  static boolean ageUnknown(LineCase line) {
    return line.terms().payers().stream()
        .filter(payer -> payer.programme() != null && holds(payer.programme().covers(), line))
        .anyMatch(payer -> InProgramme.of(line, payer) == InProgramme.Answer.AGE_UNKNOWN);
  }

  private static boolean holds(CareScope scope, LineCase line) {
    return scope.holds(line.group(), line.act());
  }
}
