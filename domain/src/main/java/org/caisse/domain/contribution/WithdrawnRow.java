package org.caisse.domain.contribution;

import java.time.LocalDate;

/**
 * A declaration of a withdrawn file in the archive: what the rule saw, then what it decided.
 *
 * @param lineNo line of the file that opens it
 * @param employerNo as the sender wrote it
 * @param periodStart first day of the month, or null when it was unreadable
 * @param kind null when it was unknown
 * @param sequence the sender's number
 * @param status what became of it at intake
 * @param stood whether it counted, or a higher number replaced it
 * @param persons persons with an accepted line
 * @param grossMinor sum of the accepted pay, minor units
 * @param otherSequence the highest number for the same employer and month that counts without the
 *     file, or 0
 * @param refusedForIt declarations in other files that were refused because this one had their
 *     number; they stay refused
 */
public record WithdrawnRow(
    int lineNo,
    String employerNo,
    LocalDate periodStart,
    DeclarationKind kind,
    int sequence,
    DeclarationStatus status,
    boolean stood,
    int persons,
    long grossMinor,
    long employerMinor,
    long insuredMinor,
    long stateMinor,
    int otherSequence,
    int refusedForIt,
    WithdrawalEffect effect) {

  /** The same, with what was decided. */
  public WithdrawnRow with(WithdrawalEffect decided) {
    return new WithdrawnRow(
        lineNo,
        employerNo,
        periodStart,
        kind,
        sequence,
        status,
        stood,
        persons,
        grossMinor,
        employerMinor,
        insuredMinor,
        stateMinor,
        otherSequence,
        refusedForIt,
        decided);
  }

  /** What the rule decides on the same facts now. */
  public WithdrawalEffect judgeAgain() {
    return WithdrawalEffect.of(stood, sequence, otherSequence);
  }
}
