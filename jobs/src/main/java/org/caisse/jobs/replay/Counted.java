package org.caisse.jobs.replay;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.caisse.domain.contribution.DeclarationKind;
import org.caisse.domain.pack.Shares;
import org.caisse.jobs.replay.WithdrawnFiles.TakenFile;

/**
 * What counts of an employer for a month: of the declarations that were filed, the one with the
 * highest sequence of those that complete no other, together with those that complete it.
 *
 * @param kind of the one that counts
 * @param completing how many complete it
 * @param firstFiled day on which the first was filed
 * @param termsKey terms under which the lines of all were assessed when they were read; empty when
 *     they differ
 * @param persons with an accepted line
 * @param payMinor pay of the accepted lines, minor units
 * @param baseMinor sum of their bases, minor units
 * @param shares sum of their shares
 */
record Counted(
    DeclarationKind kind,
    int completing,
    LocalDate firstFiled,
    String termsKey,
    int persons,
    long payMinor,
    long baseMinor,
    Shares shares) {

  /**
   * A filed declaration.
   *
   * @param baseSequence sequence of the declaration that it completes, if it completes one
   * @param filedBefore how many had been filed
   * @param knownWithdrawn the files that the intake which took it in knew to be withdrawn
   * @param insteadOf the withdrawn files in whose place it stands; none when it was filed itself
   */
  record Filed(
      int sequence,
      int baseSequence,
      int filedBefore,
      DeclarationKind kind,
      LocalDate receivedOn,
      String termsKey,
      int persons,
      long payMinor,
      long baseMinor,
      Shares shares,
      Set<TakenFile> knownWithdrawn,
      Set<TakenFile> insteadOf) {

    /** The same, in the place of what is withdrawn. */
    Filed insteadOf(Set<TakenFile> gone) {
      return new Filed(
          sequence,
          baseSequence,
          filedBefore,
          kind,
          receivedOn,
          termsKey,
          persons,
          payMinor,
          baseMinor,
          shares,
          knownWithdrawn,
          Set.copyOf(gone));
    }

    /**
     * Whether it completes this very declaration, and not one before it with the same sequence that
     * was withdrawn since. One that stands in for others can only be completed once these are gone.
     */
    boolean completes(Filed base) {
      boolean later =
          base.insteadOf().isEmpty()
              ? filedBefore > base.filedBefore()
              : knownWithdrawn.containsAll(base.insteadOf());
      return kind.completes() && baseSequence == base.sequence() && later;
    }
  }

  /**
   * What counts of all that was filed.
   *
   * @return null when only what completes a declaration is known, and not that declaration
   */
  static Counted of(List<Filed> filed) {
    Filed base =
        filed.stream()
            .filter(one -> !one.kind().completes())
            .max(Comparator.comparingInt(Filed::sequence))
            .orElse(null);
    if (base == null) {
      return null;
    }
    LocalDate first =
        filed.stream()
            .filter(one -> !one.kind().completes())
            .map(Filed::receivedOn)
            .min(Comparator.naturalOrder())
            .orElseThrow();
    Counted counted =
        new Counted(
            base.kind(),
            0,
            first,
            base.termsKey(),
            base.persons(),
            base.payMinor(),
            base.baseMinor(),
            base.shares());
    for (Filed one : filed) {
      if (one.completes(base)) {
        counted = counted.with(one);
      }
    }
    return counted;
  }

  /** Whether nobody was paid, by the declaration and by what completes it. */
  boolean nil() {
    return kind == DeclarationKind.NIL && persons == 0;
  }

  private Counted with(Filed more) {
    return new Counted(
        kind,
        completing + 1,
        firstFiled,
        termsKey.equals(more.termsKey()) ? termsKey : "",
        persons + more.persons(),
        payMinor + more.payMinor(),
        baseMinor + more.baseMinor(),
        shares.plus(more.shares()));
  }
}
