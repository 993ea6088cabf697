package org.caisse.domain.right;

import java.time.LocalDate;
import java.util.List;

/**
 * All that is known of a person's own rights.
 *
 * @param months declared or assessed, of any employer, in any order
 * @param listed when the registry lists the person in a population of its own
 * @param statuses of the registry of care
 * @param earlier rights that the old system had
 * @param leftOn first day on which the registry no longer has the person; null while it has
 * @param businessDate the day as of which it is known
 */
public record HeadFacts(
    List<ContributedMonth> months,
    List<Listed> listed,
    List<HeldStatus> statuses,
    List<EarlierRight> earlier,
    LocalDate leftOn,
    LocalDate businessDate) {

  public HeadFacts {
    months = List.copyOf(months);
    listed = List.copyOf(listed);
    statuses = List.copyOf(statuses);
    earlier = List.copyOf(earlier);
  }

  /** A time in which the registry lists a person in a population; half-open, null for open. */
  public record Listed(String population, LocalDate from, LocalDate to) {}

  /**
   * A right of before, half-open.
   *
   * @param to null while it was open
   * @param takenOn the day on which it was taken on
   */
  public record EarlierRight(LocalDate from, LocalDate to, LocalDate takenOn) {}
}
