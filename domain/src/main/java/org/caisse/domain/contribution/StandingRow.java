package org.caisse.domain.contribution;

/** The plan for one employer's month in the archive: what the rule saw, then what it decided. */
public record StandingRow(
    String employerNo,
    boolean filed,
    String readUnder,
    boolean postedBefore,
    boolean sameDeclaration,
    String postedUnder,
    String terms,
    Standing standing) {

  /** What the rule decides on the same facts now. */
  public Standing judgeAgain() {
    return Standing.of(filed, readUnder, postedBefore, sameDeclaration, postedUnder, terms);
  }
}
