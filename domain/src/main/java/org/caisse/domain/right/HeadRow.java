package org.caisse.domain.right;

import java.time.LocalDate;
import java.util.List;

/**
 * A person's own rights in the archive: what the rule saw, then what was posted.
 *
 * @param personNo number of the person
 * @param businessDate the day as of which it was known
 * @param months declared or assessed
 * @param listed when the registry listed the person in a population of its own
 * @param statuses of the registry of care
 * @param earlier rights that the old system had
 * @param leftOn first day on which the registry no longer had the person, or null
 * @param standing rows that stood
 * @param lastRevs highest revision with each payer
 * @param changes what was posted
 */
public record HeadRow(
    String personNo,
    LocalDate businessDate,
    List<ContributedMonth> months,
    List<HeadFacts.Listed> listed,
    List<HeldStatus> statuses,
    List<HeadFacts.EarlierRight> earlier,
    LocalDate leftOn,
    List<PostedRight> standing,
    List<PostedRight.LastRev> lastRevs,
    List<PostedRight> changes) {

  public HeadRow {
    months = List.copyOf(months);
    listed = List.copyOf(listed);
    statuses = List.copyOf(statuses);
    earlier = List.copyOf(earlier);
    standing = List.copyOf(standing);
    lastRevs = List.copyOf(lastRevs);
    changes = List.copyOf(changes);
  }

  /** What the rule saw, with nothing decided yet. */
  public static HeadRow facts(
      String personNo,
      HeadFacts facts,
      List<PostedRight> standing,
      List<PostedRight.LastRev> lastRevs) {
    return new HeadRow(
        personNo,
        facts.businessDate(),
        facts.months(),
        facts.listed(),
        facts.statuses(),
        facts.earlier(),
        facts.leftOn(),
        standing,
        lastRevs,
        List.of());
  }

  /** All that is known of the person. */
  public HeadFacts facts() {
    return new HeadFacts(months, listed, statuses, earlier, leftOn, businessDate);
  }

  /** What the rules decide on these facts. */
  public HeadRow judged(RightTerms terms) {
    return new HeadRow(
        personNo,
        businessDate,
        months,
        listed,
        statuses,
        earlier,
        leftOn,
        standing,
        lastRevs,
        PostedRight.changes(standing, lastRevs, JudgeHead.judge(facts(), terms)));
  }
}
