package org.caisse.domain.contribution;

import org.caisse.domain.archive.SinceSchema;

/**
 * The plan for one employer's month in the archive: what the rule saw, then what it decided.
 *
 * @param completing how many declarations complete the one that counts
 */
public record StandingRow(
    String employerNo,
    boolean filed,
    @SinceSchema(2) int completing,
    @SinceSchema(2) int added,
    String readUnder,
    @SinceSchema(2) boolean gap,
    boolean postedBefore,
    boolean sameDeclaration,
    @SinceSchema(2) boolean postedAsRead,
    String postedUnder,
    String terms,
    Standing standing) {

  /** The row of a judged plan. */
  public static StandingRow of(
      String employerNo, int completing, Standing.Facts facts, Standing standing) {
    return new StandingRow(
        employerNo,
        facts.filed(),
        completing,
        facts.added(),
        facts.readUnder(),
        facts.gap(),
        facts.postedBefore(),
        facts.sameDeclaration(),
        facts.postedAsRead(),
        facts.postedUnder(),
        facts.terms(),
        standing);
  }

  /** What the rule saw. */
  public Standing.Facts facts() {
    return new Standing.Facts(
        filed,
        added,
        readUnder,
        gap,
        postedBefore,
        sameDeclaration,
        postedAsRead,
        postedUnder,
        terms);
  }
}
