package org.caisse.domain.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.caisse.domain.claim.LineDecision.Share;

/**
 * Decides the care of a household: who pays what of each line, and why not more (SEMANTICS 18 and
 * 19 of the design). A function of the facts and the law alone.
 *
 * <p>What is released consumes limits first. Then come the lines that are not, by day of care,
 * provider, invoice and line, whatever the order of the facts; of the lines of a day first those
 * that open an episode, so that what it holds is known. Of each line the rules are asked that
 * refuse it as a whole ({@link LineRule#ALL}), then it is priced and split over the payers.
 */
public final class JudgeHousehold {

  private final HouseholdFacts facts;
  private final CareBook book;
  private final Map<String, Beneficiary> members = new HashMap<>();
  private final Used used = new Used();

  private JudgeHousehold(HouseholdFacts facts, CareBook book) {
    this.facts = facts;
    this.book = book;
    facts.members().forEach(member -> members.put(member.personNo(), member));
    eachLineOnce();
  }

  /** A line that came twice, as with several versions of a history, would consume twice. */
  private void eachLineOnce() {
    Set<Long> seen = new HashSet<>();
    Stream.of(
            facts.firm().stream().map(FirmLine::lineId),
            facts.reduced().stream().map(reduced -> reduced.line().lineId()),
            facts.lines().stream().map(CareLine::lineId))
        .flatMap(ids -> ids)
        .filter(id -> !seen.add(id))
        .findFirst()
        .ifPresent(
            id -> {
              throw new IllegalArgumentException(
                  "line %d stands twice among the facts of household %s"
                      .formatted(id, facts.householdNo()));
            });
  }

  /**
   * Judges a household.
   *
   * @return a decision for each line, first of those that were released and are judged again, then
   *     of the others, in the order in which they were judged
   * @throws IllegalArgumentException when a line is of nobody in the household, or stands twice
   * @throws org.caisse.domain.pack.UnsetParameterException when a needed value is missing
   */
  public static List<LineDecision> judge(HouseholdFacts facts, CareBook book) {
    return new JudgeHousehold(facts, book).run();
  }

  private List<LineDecision> run() {
    List<LineDecision> decisions = new ArrayList<>();
    facts.firm().stream().sorted(Comparator.comparing(FirmLine::lineId)).forEach(this::remember);
    Map<Long, LineDecision> before = new HashMap<>();
    facts.reduced().forEach(line -> before.put(line.line().lineId(), line.before()));
    for (LineCase line : inOrder(facts.reduced().stream().map(ReducedLine::line).toList())) {
      LineDecision said = before.get(line.line().lineId());
      LineDecision anew = decide(line);
      decisions.add(taken(line, isMore(anew, said) ? anew : said));
    }
    for (LineCase line : inOrder(facts.lines())) {
      decisions.add(taken(line, decide(line)));
    }
    return List.copyOf(decisions);
  }

  private void remember(FirmLine line) {
    used.take(line.consumed());
    if (!line.refused()) {
      used.remember(
          line.personNo(),
          line.contentKey(),
          new Used.Same(line.lineId(), line.providerNo(), line.invoiceNo(), line.careOn()));
    }
  }

  private List<LineCase> inOrder(List<CareLine> lines) {
    return lines.stream()
        .map(this::lineCase)
        .sorted(
            Comparator.comparing((LineCase line) -> line.line().careOn())
                .thenComparing(line -> !opens(line))
                .thenComparing(line -> line.line().provider().providerNo())
                .thenComparing(line -> line.line().invoice().invoiceNo())
                .thenComparing(line -> line.line().lineNo())
                .thenComparing(line -> line.line().lineId()))
        .toList();
  }

  private LineCase lineCase(CareLine line) {
    Beneficiary person = members.get(line.personNo());
    if (person == null) {
      throw new IllegalArgumentException(
          "line %d is of %s, who is not in household %s"
              .formatted(line.lineId(), line.personNo(), facts.householdNo()));
    }
    return new LineCase(facts.householdNo(), person, line, book.on(line.careOn()), used);
  }

  private static boolean opens(LineCase line) {
    return line.terms().episodes().stream()
        .anyMatch(held -> IsNotInEpisode.opens(held.episode(), line));
  }

  private LineDecision decide(LineCase line) {
    if (line.line().chargedMinor() == 0) {
      return new LineDecision(
          line.line().lineId(), LineStatus.PAID, null, 0, 0, 0, List.of(), List.of(), List.of());
    }
    for (LineRule rule : LineRule.ALL) {
      Optional<Refusal> refusal = rule.refusal(line);
      if (refusal.isPresent()) {
        return SplitLine.refusal(line, refusal.get(), "", 0);
      }
    }
    return SplitLine.decide(line, facts.agreements());
  }

  private LineDecision taken(LineCase line, LineDecision decision) {
    used.take(decision.consumed());
    if (decision.status() != LineStatus.REFUSED && line.line().chargedMinor() > 0) {
      used.remember(
          line.line().personNo(),
          line.line().contentKey(),
          new Used.Same(
              line.line().lineId(),
              line.line().provider().providerNo(),
              line.line().invoice().invoiceNo(),
              line.line().careOn()));
    }
    return decision;
  }

  /** Whether a released line gets more, and no payer less: released money is not taken back. */
  private static boolean isMore(LineDecision anew, LineDecision before) {
    Map<String, Long> now = new HashMap<>();
    anew.shares().forEach(share -> now.put(share.payer(), share.amountMinor()));
    return anew.status() == LineStatus.PAID
        && anew.paidMinor() > before.paidMinor()
        && before.shares().stream()
            .allMatch((Share share) -> now.getOrDefault(share.payer(), 0L) >= share.amountMinor());
  }
}
