package org.caisse.domain.receipt;

import java.util.ArrayList;
import java.util.List;

/**
 * Decides to whom a receipt belongs: to whom its text refers (a notice, reminder or statement, then
 * the number of an employer or of an insured person who owes contributions himself), else whose
 * account it came from, else who alone owes exactly that amount about that day. The first of these
 * that finds anybody decides; when it finds several, a person does. A person of whom nothing is
 * asked himself is named to whoever decides, and never gets it by this rule; an amount alone
 * decides nothing then.
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
   * An insured person who may be meant.
   *
   * @param rule what points to the person
   * @param personId surrogate key
   * @param personNo number of the person
   * @param owes whether anything is, or was, asked of the person himself
   * @param why the number, account or month, and of how many persons where not all are listed
   */
  public record Insured(Rule rule, long personId, String personNo, boolean owes, String why) {}

  /**
   * What becomes of it; both null when a person must decide.
   *
   * @param match the employer whose it is, or null
   * @param insured the person whose it is, or null
   * @param candidates what the person can choose from, as people read it
   * @param owesNothing whether only persons were found of whom nothing is asked
   */
  public record Verdict(Candidate match, Insured insured, String candidates, boolean owesNothing) {

    private static Verdict undecided(List<String> shown, boolean owesNothing) {
      return new Verdict(null, null, String.join(", ", shown), owesNothing);
    }
  }

  /**
   * The verdict on a receipt of which some candidates were found.
   *
   * @param takenBack whether a person said that it belongs to nobody: then only a person says more
   */
  public static Verdict judge(
      List<Candidate> candidates, List<Insured> insured, boolean takenBack) {
    List<String> named =
        insured.stream()
            .filter(one -> !one.owes())
            .map(one -> shown(one.personNo(), one.why()))
            .toList();
    for (Rule rule : Rule.values()) {
      if (rule == Rule.AMOUNT && !named.isEmpty()) {
        break;
      }
      List<Candidate> employers = candidates.stream().filter(c -> c.rule() == rule).toList();
      List<Insured> persons =
          insured.stream().filter(one -> one.rule() == rule && one.owes()).toList();
      long debtors =
          employers.stream().mapToLong(Candidate::employerId).distinct().count()
              + persons.stream().mapToLong(Insured::personId).distinct().count();
      if (debtors == 1 && !takenBack) {
        return persons.isEmpty()
            ? new Verdict(employers.getFirst(), null, "", false)
            : new Verdict(null, persons.getFirst(), "", false);
      }
      if (debtors > 0) {
        List<String> shown = new ArrayList<>();
        employers.forEach(c -> shown.add(shown(c.employerNo(), c.why())));
        persons.forEach(one -> shown.add(shown(one.personNo(), one.why())));
        return Verdict.undecided(shown, false);
      }
    }
    return Verdict.undecided(named, !named.isEmpty());
  }

  private static String shown(String number, String why) {
    return "%s (%s)".formatted(number, why);
  }
}
