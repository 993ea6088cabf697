package org.caisse.domain.right;

import java.time.LocalDate;
import java.util.List;
import org.caisse.domain.care.DependantRules.Relation;

/**
 * What is known of a head of family and the dependants that he declared.
 *
 * @param headNo number of the head
 * @param born day of birth of the head, or null
 * @param rights of the head by himself
 * @param dependants in any order
 */
public record FamilyFacts(
    String headNo, LocalDate born, List<RightPeriod> rights, List<Dependant> dependants) {

  public FamilyFacts {
    rights = List.copyOf(rights);
    dependants = List.copyOf(dependants);
  }

  /**
   * A person whom the head declared.
   *
   * @param personNo number of the person
   * @param born day of birth, or null when it is not known
   * @param statuses of the registry of care
   * @param leftOn first day on which the registry no longer has the person, or null
   * @param links when the head has him as dependant
   * @param own rights that the person has by himself
   * @param others days that belong to other heads who declared him, too
   */
  public record Dependant(
      String personNo,
      LocalDate born,
      List<HeldStatus> statuses,
      LocalDate leftOn,
      List<Link> links,
      List<RightPeriod> own,
      List<OtherHead> others) {

    public Dependant {
      statuses = List.copyOf(statuses);
      links = List.copyOf(links);
      own = List.copyOf(own);
      others = List.copyOf(others);
    }
  }

  /**
   * A time in which somebody is a dependant, half-open.
   *
   * @param relation to the head
   * @param from first day
   * @param to first day on which it has ended, or null
   * @param order of declaration: a lower one was declared earlier, among the dependants of the head
   *     and among the heads of the dependant
   */
  public record Link(Relation relation, LocalDate from, LocalDate to, int order) {

    Span span() {
      return Span.of(from, to);
    }
  }

  /**
   * Days on which another head declared the same person and has a right himself, half-open.
   *
   * @param headNo number of the other head
   * @param born day of birth of the other head, or null
   * @param order in which the other one declared the person
   * @param payer with whom the other one has a right
   * @param from first day
   * @param to first day after, or null
   */
  public record OtherHead(
      String headNo, LocalDate born, int order, String payer, LocalDate from, LocalDate to) {}
}
