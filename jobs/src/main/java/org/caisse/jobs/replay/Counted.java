package org.caisse.jobs.replay;

import java.time.LocalDate;
import org.caisse.domain.contribution.DeclarationKind;
import org.caisse.domain.pack.Shares;

/**
 * The declaration of an employer that counts for a month: of those filed, the one with the highest
 * sequence.
 *
 * @param sequence the sender's
 * @param kind of that declaration
 * @param firstFiled day on which the first of all was filed
 * @param termsKey terms under which its lines were assessed when they were read
 * @param persons with an accepted line
 * @param payMinor pay of the accepted lines, minor units
 * @param baseMinor sum of their bases, minor units
 * @param shares sum of their shares
 */
record Counted(
    int sequence,
    DeclarationKind kind,
    LocalDate firstFiled,
    String termsKey,
    int persons,
    long payMinor,
    long baseMinor,
    Shares shares) {

  /** Which of two counts. */
  Counted with(Counted other) {
    Counted counts = sequence >= other.sequence ? this : other;
    LocalDate first = firstFiled.isBefore(other.firstFiled) ? firstFiled : other.firstFiled;
    return new Counted(
        counts.sequence,
        counts.kind,
        first,
        counts.termsKey,
        counts.persons,
        counts.payMinor,
        counts.baseMinor,
        counts.shares);
  }
}
