package org.caisse.domain.receipt;

import java.util.ArrayList;
import java.util.List;

/**
 * Decides to whom a receipt belongs: to whom its text refers (a notice, reminder or statement, then
 * an employer's number), else whose account it came from, else who alone owes exactly that amount
 * about that day. The first of these that finds anybody decides; when it finds several, a person
 * does.
 */
public final class MatchReceipt {

  private MatchReceipt() {}

  /** What tells to whom a receipt belongs, in the order in which it is asked. */
  public enum Rule {
    REFERENCE,
    NUMBER,
    ACCOUNT,
    AMOUNT
  }

  /**
   * An employer that may be meant.
   *
   * @param rule what points to it
   * @param employerId surrogate key
   * @param employerNo number of the employer
   * @param why the reference, number, account or month
   */
  public record Candidate(Rule rule, long employerId, String employerNo, String why) {}

  /**
   * What becomes of it.
   *
   * @param match null when a person must decide
   * @param candidates what the person can choose from, as people read it
   */
  public record Verdict(Candidate match, String candidates) {}

  /**
   * The verdict on a receipt of which some candidates were found.
   *
   * @param takenBack whether a person said that it belongs to nobody: then only a person says more
   */
  public static Verdict judge(List<Candidate> candidates, boolean takenBack) {
    for (Rule rule : Rule.values()) {
      List<Candidate> found = candidates.stream().filter(c -> c.rule() == rule).toList();
      long employers = found.stream().mapToLong(Candidate::employerId).distinct().count();
      if (employers == 1 && !takenBack) {
        return new Verdict(found.getFirst(), "");
      }
      if (employers > 0) {
        List<String> shown = new ArrayList<>();
        found.forEach(c -> shown.add("%s (%s)".formatted(c.employerNo(), c.why())));
        return new Verdict(null, String.join(", ", shown));
      }
    }
    return new Verdict(null, "");
  }
}
