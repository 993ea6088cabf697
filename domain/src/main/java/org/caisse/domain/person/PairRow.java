package org.caisse.domain.person;

import java.util.List;

/**
 * A comparison in the archive: what the rule saw, then what it decided.
 *
 * @param score sum of the weights
 * @param evidence names of what was found, with commas between
 * @param shown whether a person is asked
 * @param keepA whether the first number is the one to keep
 */
public record PairRow(Known a, Known b, int score, String evidence, boolean shown, boolean keepA) {

  /** What the rule saw, with nothing decided yet. */
  public static PairRow facts(Known a, Known b) {
    return new PairRow(a, b, 0, "", false, false);
  }

  /** What the rule decides on these facts. */
  public PairRow judged(MatchSettings settings) {
    ComparePersons.Verdict verdict = ComparePersons.judge(a, b, settings);
    List<String> names = verdict.evidence().stream().map(Evidence::name).toList();
    return new PairRow(
        a, b, verdict.score(), String.join(",", names), verdict.shown(), verdict.keepA());
  }
}
