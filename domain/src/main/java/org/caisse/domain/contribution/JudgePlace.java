package org.caisse.domain.contribution;

import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;

/**
 * Decides whether a declaration fits what was filed before for its employer and period (SEMANTICS
 * 9): what completes needs a declaration that counts and a place after it; what replaces cannot
 * take a place between a declaration and what completes it, for the lines of both were judged
 * together. Whether a sequence that was used before is used again for the same content is decided
 * at the end of the declaration ({@link JudgeDeclaration#totals}).
 */
public final class JudgePlace {

  private JudgePlace() {}

  /**
   * @return why there is no place for it, or null
   */
  public static Reject judge(DeclarationRecord.Header header, EarlierFilings earlier) {
    return switch (header.kind()) {
      case COMPLEMENT, DIFFERENTIAL -> complement(header, earlier);
      case CORRECTION -> correction(header, earlier);
      case ORIGINAL, REPLACEMENT, NIL -> base(header, earlier);
    };
  }

  private static Reject complement(DeclarationRecord.Header header, EarlierFilings earlier) {
    if (earlier.sequenceFiled()) {
      return null;
    }
    if (earlier.baseSequence() == 0) {
      return new Reject(
          header.lineNo(), RejectCode.COMPLEMENT_BASELESS, "kind", header.kind().code());
    }
    return header.sequence() < earlier.baseSequence()
        ? refused(header, RejectCode.COMPLEMENT_SUPERSEDED, earlier.baseSequence())
        : null;
  }

  private static Reject correction(DeclarationRecord.Header header, EarlierFilings earlier) {
    if (!earlier.sequenceFiled()) {
      return new Reject(
          header.lineNo(),
          RejectCode.CORRECTION_BASELESS,
          "sequence",
          Integer.toString(header.sequence()));
    }
    return header.sequence() < earlier.baseSequence()
        ? new Reject(
            header.lineNo(),
            RejectCode.CORRECTION_SUPERSEDED,
            "sequence",
            Integer.toString(header.sequence()),
            Integer.toString(earlier.baseSequence()))
        : null;
  }

  private static Reject base(DeclarationRecord.Header header, EarlierFilings earlier) {
    boolean between =
        header.sequence() > earlier.baseSequence() && header.sequence() < earlier.lastSequence();
    return between && !earlier.sequenceFiled()
        ? refused(header, RejectCode.SEQUENCE_TOO_LOW, earlier.lastSequence())
        : null;
  }

  private static Reject refused(DeclarationRecord.Header header, RejectCode code, int after) {
    return new Reject(
        header.lineNo(), code, "sequence", Integer.toString(header.sequence()), "> " + after);
  }
}
