package org.caisse.domain.right;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.caisse.domain.care.DependantRules.Relation;
import org.junit.jupiter.api.Test;

/** What dependants have from a head whose right is open since 1 April 2026. */
class JudgeFamilyTest {

  private static final RightTerms TERMS = RightsLaw.terms();

  private final List<FamilyFacts.Dependant> dependants = new ArrayList<>();
  private Known head = new Known().paid("worker", "2026-01", 3);

  private static FamilyFacts.Link link(Relation relation, String from, String to, int order) {
    return new FamilyFacts.Link(relation, Known.day(from), Known.day(to), order);
  }

  private void add(String no, String born, List<HeldStatus> statuses, FamilyFacts.Link link) {
    add(no, born, statuses, link, List.of(), List.of());
  }

  private void add(
      String no,
      String born,
      List<HeldStatus> statuses,
      FamilyFacts.Link link,
      List<RightPeriod> own,
      List<FamilyFacts.OtherHead> others) {
    dependants.add(
        new FamilyFacts.Dependant(no, Known.day(born), statuses, null, List.of(link), own, others));
  }

  private List<String> of(RightTerms terms, String no, String businessDate) {
    return JudgeFamily.judge(
            new FamilyFacts(
                "HEAD", LocalDate.of(1980, 1, 1), head.rights(terms, businessDate), dependants),
            terms)
        .get(no)
        .stream()
        .map(Known::said)
        .toList();
  }

  private List<String> of(String no) {
    return of(TERMS, no, "2026-05-01");
  }

  @Test
  void childrenAreInsuredUntilTheBirthdayStudentsLongerDisabledAlways() {
    add("A", "2012-07-15", List.of(), link(Relation.CHILD, "2026-01-01", null, 1));
    assertThat(of("A")).containsExactly("2026-04-01..2026-07-15 worker DEPENDANT AGE");

    dependants.clear();
    add(
        "B",
        "2005-09-20",
        List.of(new HeldStatus("student", "", Known.day("2026-04-10"), null)),
        link(Relation.CHILD, "2026-01-01", null, 1));
    assertThat(of("B")).containsExactly("2026-04-10..2026-09-20 worker DEPENDANT AGE");

    dependants.clear();
    add(
        "C",
        "1990-01-01",
        List.of(new HeldStatus("disability", "", Known.day("2020-01-01"), null)),
        link(Relation.CHILD, "2026-01-01", "2026-12-01", 1));
    assertThat(of("C")).containsExactly("2026-04-01..2026-12-01 worker DEPENDANT LINK_ENDED");

    dependants.clear();
    add("D", null, List.of(), link(Relation.CHILD, "2026-01-01", null, 1));
    assertThat(of("D")).as("nobody knows the age").isEmpty();
  }

  @Test
  void placesGoToThoseDeclaredFirstAndAreFreeAgainWhenTheyLeave() {
    add("A", "2020-01-01", List.of(), link(Relation.CHILD, "2026-01-01", "2026-06-01", 1));
    add("B", "2021-01-01", List.of(), link(Relation.CHILD, "2026-01-01", null, 2));
    add("C", "2022-01-01", List.of(), link(Relation.CHILD, "2026-01-01", null, 3));
    add("S", "1985-01-01", List.of(), link(Relation.SPOUSE, "2026-01-01", null, 4));
    assertThat(of("B")).containsExactly("2026-04-01..2035-01-01 worker DEPENDANT AGE");
    assertThat(of("C")).containsExactly("2026-06-01..2036-01-01 worker DEPENDANT AGE");
    assertThat(of("S")).containsExactly("2026-04-01.. worker DEPENDANT -");
  }

  @Test
  void aChildOfTwoInsuredParentsBelongsToTheOneWhomTheLawNames() {
    FamilyFacts.OtherHead other =
        new FamilyFacts.OtherHead(
            "OTHER",
            LocalDate.of(1970, 1, 1),
            5,
            "base",
            Known.day("2026-04-20"),
            Known.day("2026-05-20"));
    add(
        "A",
        "2020-01-01",
        List.of(),
        link(Relation.CHILD, "2026-01-01", null, 1),
        List.of(),
        List.of(other));
    assertThat(of("A"))
        .as("declared first here")
        .containsExactly("2026-04-01..2034-01-01 worker DEPENDANT AGE");
    assertThat(of(RightsLaw.olderParent(), "A", "2026-05-01"))
        .as("the other parent is older")
        .containsExactly(
            "2026-04-01..2026-04-20 worker DEPENDANT OTHER_HEAD",
            "2026-05-20..2034-01-01 worker DEPENDANT AGE");
  }

  @Test
  void rightsOfOnesOwnComeFirstAndAscendantsAreInsuredWhenNobodyElseCoversThem() {
    List<RightPeriod> assistance =
        new Known()
            .status("assistance", "", "2026-04-10", "2026-05-10")
            .rights(TERMS, "2026-05-01");
    add(
        "M",
        "1950-01-01",
        List.of(),
        link(Relation.ASCENDANT, "2026-01-01", null, 1),
        assistance,
        List.of());
    assertThat(of("M"))
        .containsExactly(
            "2026-04-01..2026-04-10 worker DEPENDANT OWN_RIGHT", "2026-05-10.. worker DEPENDANT -");
    add(
        "S",
        "1985-01-01",
        List.of(),
        link(Relation.SPOUSE, "2026-01-01", null, 2),
        new Known().paid("worker", "2026-02", 3).rights(TERMS, "2026-05-09"),
        List.of());
    assertThat(of("S")).containsExactly("2026-04-01..2026-05-01 worker DEPENDANT OWN_RIGHT");
  }

  @Test
  void survivorsKeepTheRightForTheTimeOfTheLaw() {
    head = new Known().paid("worker", "2026-01", 4).status("death", "", "2026-05-05", null);
    add("S", "1985-01-01", List.of(), link(Relation.SPOUSE, "2026-01-01", null, 1));
    assertThat(of("S"))
        .containsExactly(
            "2026-04-01..2026-05-05 worker DEPENDANT HEAD_CLOSED",
            "2026-05-05..2027-05-05 worker SURVIVOR SURVIVORS_END");
    head = new Known().paid("worker", "2026-01", 3).status("death", "", "2026-09-01", null);
    assertThat(of(TERMS, "S", "2026-09-10"))
        .as("nothing was open on the day of death")
        .containsExactly("2026-04-01..2026-07-30 worker DEPENDANT HEAD_CLOSED");
  }
}
