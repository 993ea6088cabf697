package org.caisse.domain.claim;

import static org.caisse.domain.claim.Refusal.text;

import java.util.Optional;

/**
 * The act is for the sex and the age of the person. Without a day of birth the age refuses nothing:
 * the line waits ({@link #ageUnknown}).
 */
final class FitsPerson implements LineRule {

  @Override
  public Optional<Refusal> refusal(LineCase line) {
    PricedAct act = line.line().act();
    String sex = line.person().sex();
    if (!act.sex().isEmpty() && sex != null && !act.sex().equals(sex)) {
      return Optional.of(Refusal.of(ReductionCode.SEX_WRONG, text(line.line().actCode())));
    }
    int months = line.months();
    boolean fits =
        months == LineCase.UNKNOWN || (act.minMonths() <= months && months <= act.maxMonths());
    return fits
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                ReductionCode.AGE_WRONG,
                text(line.line().actCode()),
                text(Integer.toString(months / 12)),
                text(Integer.toString(months % 12))));
  }

  /** Whether the act asks for an age that is not known. */
  static boolean ageUnknown(LineCase line) {
    PricedAct act = line.line().act();
    return line.months() == LineCase.UNKNOWN
        && (act.minMonths() > 0 || act.maxMonths() != PricedAct.ANY_AGE);
  }
}
