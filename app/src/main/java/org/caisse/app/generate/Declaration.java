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
 * @param part which lines of the month's payroll it has
 */
record Declaration(
    int employer,
    int receipt,
    Kind kind,
    int sequence,
    int version,
    boolean wrongLines,
    WrongDeclaration wrong,
    boolean repeated,
    Part part) {

  /** Lines of a payroll. */
  enum Part {
    /** All. */
    ALL,
    /** All; the last one of the staff names a person whom nobody knows. */
    LAST_WRONG,
    /** That one line, put right. */
    LAST_LINE,
    /** All but those of the last of the staff. */
    WITHOUT_LAST,
    /** Those of the last of the staff. */
    LAST_PERSON
  }

  /** Kinds of declaration. */
  enum Kind {
    ORIGINAL("original"),
    REPLACEMENT("replacement"),
    NIL("nil"),
    COMPLEMENT("complement"),
    CORRECTION("correction");

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
    return new Declaration(employer, receipt, Kind.ORIGINAL, 1, 0, true, null, false, Part.ALL);
  }

  static Declaration nil(int employer, int receipt) {
    return new Declaration(employer, receipt, Kind.NIL, 1, 0, false, null, false, Part.ALL);
  }

  static Declaration replacement(int employer, int receipt, int sequence) {
    return new Declaration(
        employer, receipt, Kind.REPLACEMENT, sequence, sequence - 1, false, null, false, Part.ALL);
  }

  static Declaration wrong(int employer, int receipt, WrongDeclaration wrong) {
    Kind kind = wrong == WrongDeclaration.NIL_WITH_LINES ? Kind.NIL : Kind.ORIGINAL;
    int version = wrong == WrongDeclaration.SEQUENCE_REUSED ? 1 : 0;
    return new Declaration(employer, receipt, kind, 1, version, false, wrong, false, Part.ALL);
  }

  /** In time, with one line that is refused. */
  static Declaration lastWrong(int employer) {
    return new Declaration(employer, 0, Kind.ORIGINAL, 1, 0, false, null, false, Part.LAST_WRONG);
  }

  /** The line that was refused, at the second receipt. */
  static Declaration correction(int employer) {
    return new Declaration(employer, 1, Kind.CORRECTION, 1, 0, false, null, false, Part.LAST_LINE);
  }

  /** In time, with somebody forgotten. */
  static Declaration incomplete(int employer) {
    return new Declaration(employer, 0, Kind.ORIGINAL, 1, 0, false, null, false, Part.WITHOUT_LAST);
  }

  /** Who was forgotten, at the second receipt. */
  static Declaration complement(int employer) {
    return new Declaration(
        employer, 1, Kind.COMPLEMENT, 2, 0, false, null, false, Part.LAST_PERSON);
  }

  /** What counts of the employer once this one is filed: what it completes is whole then. */
  Declaration standing() {
    return switch (kind) {
      case ORIGINAL, REPLACEMENT, NIL -> this;
      case COMPLEMENT, CORRECTION -> original(employer, receipt).clean();
    };
  }

  /** The same without wrong lines. */
  Declaration clean() {
    return new Declaration(
        employer, receipt, kind, sequence, version, false, wrong, repeated, part);
  }

  /** The same bytes again. */
  Declaration repeatedAt(int later) {
    return new Declaration(employer, later, kind, sequence, version, wrongLines, wrong, true, part);
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
