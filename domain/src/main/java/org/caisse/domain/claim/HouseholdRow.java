package org.caisse.domain.claim;

import java.util.List;

/**
 * A household in the archive: what the rules saw, then what they decided.
 *
 * @param householdNo number of the head of the family
 * @param members as of {@link HouseholdFacts}
 * @param lines that were judged
 * @param firm that were released
 * @param reduced released lines that a limit had reduced
 * @param agreements that stood
 * @param decisions one per line, in the order in which they were judged
 */
public record HouseholdRow(
    String householdNo,
    List<Beneficiary> members,
    List<CareLine> lines,
    List<FirmLine> firm,
    List<ReducedLine> reduced,
    List<Agreement> agreements,
    List<LineDecision> decisions) {

  public HouseholdRow {
    members = List.copyOf(members);
    lines = List.copyOf(lines);
    firm = List.copyOf(firm);
    reduced = List.copyOf(reduced);
    agreements = List.copyOf(agreements);
    decisions = List.copyOf(decisions);
  }

  /** The row of a household that was judged. */
  public static HouseholdRow of(HouseholdFacts facts, List<LineDecision> decisions) {
    return new HouseholdRow(
        facts.householdNo(),
        facts.members(),
        facts.lines(),
        facts.firm(),
        facts.reduced(),
        facts.agreements(),
        decisions);
  }

  /** What the rules saw. */
  public HouseholdFacts facts() {
    return new HouseholdFacts(householdNo, members, lines, firm, reduced, agreements);
  }
}
