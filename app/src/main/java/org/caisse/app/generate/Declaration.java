package org.caisse.app.generate;

/**
 * One declaration that an employer sends.
 *
 * @param employer index
 * @param receipt which of the days of receipt, from 0
 * @param kind what it is to those before
 * @param sequence the employer's number of it
 * @param version 0 for the pays as first declared, more for corrected ones
 * @param wrongLines whether single lines may be wrong
 * @param wrong why it is refused as a whole, or null
 * @param repeated whether the same bytes came before
 */
record Declaration(
    int employer,
    int receipt,
    Kind kind,
    int sequence,
    int version,
    boolean wrongLines,
    WrongDeclaration wrong,
    boolean repeated) {

  /** Kinds of declaration. */
  enum Kind {
    ORIGINAL("original"),
    REPLACEMENT("replacement"),
    NIL("nil");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** As files write it. */
    String code() {
      return code;
    }
  }

  static Declaration original(int employer, int receipt) {
    return new Declaration(employer, receipt, Kind.ORIGINAL, 1, 0, true, null, false);
  }

  static Declaration nil(int employer, int receipt) {
    return new Declaration(employer, receipt, Kind.NIL, 1, 0, false, null, false);
  }

  static Declaration replacement(int employer, int receipt, int sequence) {
    return new Declaration(
        employer, receipt, Kind.REPLACEMENT, sequence, sequence - 1, false, null, false);
  }

  static Declaration wrong(int employer, int receipt, WrongDeclaration wrong) {
    Kind kind = wrong == WrongDeclaration.NIL_WITH_LINES ? Kind.NIL : Kind.ORIGINAL;
    int version = wrong == WrongDeclaration.SEQUENCE_REUSED ? 1 : 0;
    return new Declaration(employer, receipt, kind, 1, version, false, wrong, false);
  }

  /** The same without wrong lines. */
  Declaration clean() {
    return new Declaration(employer, receipt, kind, sequence, version, false, wrong, repeated);
  }

  /** The same bytes again. */
  Declaration repeatedAt(int later) {
    return new Declaration(employer, later, kind, sequence, version, wrongLines, wrong, true);
  }

  /** Whether it counts. */
  boolean filed() {
    return wrong == null && !repeated;
  }

  /** Whether persons follow. */
  boolean hasLines() {
    return kind != Kind.NIL || wrong == WrongDeclaration.NIL_WITH_LINES;
  }
}
