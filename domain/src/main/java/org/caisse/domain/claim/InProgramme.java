package org.caisse.domain.claim;

import org.caisse.domain.claim.CareTerms.Who;

/** Whether a programme is for a person and an affection (SEMANTICS 17 of the design). */
final class InProgramme {

  /** What there is to say. */
  enum Answer {
    YES,
    NO,
    /** It depends on the age, and the day of birth is not known. */
    AGE_UNKNOWN
  }

  private InProgramme() {}

  /** Whether the person of a line is in a programme; of a payer that is none, nobody is. */
  static Answer of(LineCase line, CareTerms.Payer payer) {
    Answer answer = Answer.NO;
    for (Who who : payer.who()) {
      Answer one = one(line, who);
      if (one == Answer.YES) {
        return one;
      }
      answer = one == Answer.AGE_UNKNOWN ? one : answer;
    }
    return answer;
  }

  private static Answer one(LineCase line, Who who) {
    boolean fits =
        (who.said().sex() == null || who.said().sex().equals(line.person().sex()))
            && (who.said().status() == null || line.has(who.said().status()))
            && (who.said().affections().isEmpty()
                || who.said().affections().stream()
                    .anyMatch(code -> line.line().affection().startsWith(code)));
    if (!fits || !who.asksAge()) {
      return fits ? Answer.YES : Answer.NO;
    }
    int years = line.years();
    if (years == LineCase.UNKNOWN) {
      return Answer.AGE_UNKNOWN;
    }
    return who.ageFrom() <= years && years < who.ageBelow() ? Answer.YES : Answer.NO;
  }
}
