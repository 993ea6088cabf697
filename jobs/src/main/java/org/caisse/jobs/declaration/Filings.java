package org.caisse.jobs.declaration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.caisse.domain.contribution.DeclarationKind;
import org.caisse.domain.contribution.DeclarationRecord;
import org.caisse.domain.contribution.EarlierFilings;

/** What an employer filed for a month, in the order of filing. */
final class Filings {

  /** Nothing. */
  static final Filings NONE = new Filings(List.of());

  private final List<Filed> filed;

  /**
   * A filed declaration.
   *
   * @param completesId the declaration that it completes, or 0
   * @param before how many had been filed
   * @param filing how often one was filed under its number, this included
   * @param own false for one that only repeats another
   * @param withdrawn whether its file is
   */
  record Filed(
      long id,
      DeclarationKind kind,
      int sequence,
      int correction,
      String contentSha256,
      long completesId,
      int before,
      int filing,
      boolean own,
      boolean withdrawn) {

    boolean isBase() {
      return !kind.completes();
    }
  }

  private Filings(List<Filed> filed) {
    this.filed = filed;
  }

  Filings() {
    this(new ArrayList<>(1));
  }

  /** How many were filed, withdrawn ones too. */
  int count() {
    return (int) filed.stream().filter(Filed::own).count();
  }

  /**
   * Those that nobody withdrew, and those that only repeat and so stand in for what was withdrawn.
   * What completes falls with what it completes.
   */
  private List<Filed> standing() {
    if (filed.size() == 1 && filed.getFirst().own() && !filed.getFirst().withdrawn()) {
      return filed;
    }
    List<Filed> standing = new ArrayList<>();
    for (Filed one : filed) {
      if (!one.withdrawn() && one.isBase() && (one.own() || !filedAgain(one))) {
        standing.add(one);
      }
    }
    List<Long> bases = standing.stream().map(Filed::id).toList();
    for (Filed one : filed) {
      if (!one.withdrawn() && !one.isBase() && one.own() && bases.contains(one.completesId())) {
        standing.add(one);
      }
    }
    return standing;
  }

  private boolean filedAgain(Filed repeated) {
    return filed.stream()
        .anyMatch(
            one ->
                one.own()
                    && !one.withdrawn()
                    && one.correction() == 0
                    && one.sequence() == repeated.sequence());
  }

  /** How often a declaration will have been filed under its number once this one is. */
  int nextFiling(DeclarationRecord.Header header) {
    if (header.kind() == DeclarationKind.CORRECTION) {
      return 1;
    }
    int filing = 0;
    for (Filed one : filed) {
      if (one.own() && one.correction() == 0 && one.sequence() == header.sequence()) {
        filing = Math.max(filing, one.filing());
      }
    }
    return filing + 1;
  }

  /** Remembers one more, in whatever order. */
  void add(Filed one) {
    filed.add(one);
    if (filed.size() > 1 && filed.get(filed.size() - 2).before() > one.before()) {
      filed.sort(Comparator.comparingInt(Filed::before));
    }
  }

  /** Those that had been filed when so many were. */
  Filings first(int count) {
    return new Filings(filed.stream().filter(one -> one.before() < count).toList());
  }

  /** What the rules need to find the place of a declaration. */
  EarlierFilings facts(int sequence) {
    if (filed.isEmpty()) {
      return EarlierFilings.NONE;
    }
    List<Filed> standing = standing();
    Filed base = base(standing);
    int last = 0;
    boolean sequenceFiled = false;
    boolean differential = false;
    for (Filed one : standing) {
      if (base != null && (one.equals(base) || one.completesId() == base.id())) {
        last = Math.max(last, one.sequence());
      }
      sequenceFiled |= one.sequence() == sequence;
      differential |= one.sequence() == sequence && one.kind() == DeclarationKind.DIFFERENTIAL;
    }
    // Withdrawn corrections too: their numbers are not given again.
    int corrections = 0;
    for (Filed one : filed) {
      if (one.sequence() == sequence) {
        corrections = Math.max(corrections, one.correction());
      }
    }
    return new EarlierFilings(
        count(),
        base == null ? 0 : base.sequence(),
        last,
        sequenceFiled,
        corrections,
        differential);
  }

  /**
   * The content that was filed in the place of a declaration: under its sequence; for a correction,
   * the same content as a correction of that sequence. Null when there is none.
   */
  String contentSha256(DeclarationRecord.Header header, String contentSha256) {
    boolean correction = header.kind() == DeclarationKind.CORRECTION;
    for (Filed one : standing()) {
      if (one.sequence() == header.sequence()
          && correction == (one.correction() > 0)
          && (!correction || one.contentSha256().equals(contentSha256))) {
        return one.contentSha256();
      }
    }
    return null;
  }

  /** The declaration that counts, or 0. */
  long baseId() {
    Filed base = base(standing());
    return base == null ? 0 : base.id();
  }

  /** The declaration that counts and what completes it. */
  List<Long> counting() {
    List<Filed> standing = standing();
    Filed base = base(standing);
    return standing.stream()
        .filter(one -> one.equals(base) || (base != null && one.completesId() == base.id()))
        .map(Filed::id)
        .toList();
  }

  /** The highest sequence; of those that stand in for the same, the first. */
  private static Filed base(List<Filed> standing) {
    Filed base = null;
    for (Filed one : standing) {
      if (one.isBase()
          && (base == null
              || one.sequence() > base.sequence()
              || (one.sequence() == base.sequence() && one.id() < base.id()))) {
        base = one;
      }
    }
    return base;
  }
}
