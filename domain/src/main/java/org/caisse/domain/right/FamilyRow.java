package org.caisse.domain.right;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The rights of a head's dependants in the archive: what the rule saw, then what was posted.
 *
 * @param headNo number of the head
 * @param born day of birth of the head, or null
 * @param rights of the head by himself
 * @param dependants whom the head declared
 * @param standing rows that stood of each
 * @param lastRevs highest revision of each with each payer
 * @param changes what was posted
 */
public record FamilyRow(
    String headNo,
    LocalDate born,
    List<RightPeriod> rights,
    List<FamilyFacts.Dependant> dependants,
    List<Member> standing,
    List<MemberRev> lastRevs,
    List<Member> changes) {

  public FamilyRow {
    rights = List.copyOf(rights);
    dependants = List.copyOf(dependants);
    standing = List.copyOf(standing);
    lastRevs = List.copyOf(lastRevs);
    changes = List.copyOf(changes);
  }

  /** A row of a dependant's rights. */
  public record Member(String personNo, PostedRight right) {}

  /** Highest revision of a dependant's rows with a payer. */
  public record MemberRev(String personNo, String payer, int rev) {}

  /** What the rule saw, with nothing decided yet. */
  public static FamilyRow facts(
      FamilyFacts facts, List<Member> standing, List<MemberRev> lastRevs) {
    return new FamilyRow(
        facts.headNo(),
        facts.born(),
        facts.rights(),
        facts.dependants(),
        standing,
        lastRevs,
        List.of());
  }

  /** What the rules decide on these facts. */
  public FamilyRow judged(RightTerms terms) {
    Map<String, List<RightPeriod>> targets =
        JudgeFamily.judge(new FamilyFacts(headNo, born, rights, dependants), terms);
    standing.forEach(member -> targets.computeIfAbsent(member.personNo(), none -> List.of()));
    List<Member> posted = new ArrayList<>();
    targets.forEach(
        (person, periods) ->
            PostedRight.changes(standing(person), lastRevs(person), periods)
                .forEach(change -> posted.add(new Member(person, change))));
    return new FamilyRow(headNo, born, rights, dependants, standing, lastRevs, posted);
  }

  private List<PostedRight> standing(String person) {
    return standing.stream()
        .filter(member -> member.personNo().equals(person))
        .map(Member::right)
        .toList();
  }

  private List<PostedRight.LastRev> lastRevs(String person) {
    return lastRevs.stream()
        .filter(rev -> rev.personNo().equals(person))
        .map(rev -> new PostedRight.LastRev(rev.payer(), rev.rev()))
        .toList();
  }
}
