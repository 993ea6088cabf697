package org.caisse.domain.care;

import java.time.LocalDate;
import java.util.List;

/**
 * Free care for some persons or conditions (SEMANTICS 17 of the design). It is a payer of its own;
 * whoever fits is in it, without any period of rights.
 *
 * @param id such as {@code malaria}; also the name of the payer
 * @param fr for people, in French
 * @param en for people, in English
 * @param from first day of care
 * @param to first day on which it has ended, or null
 * @param rank whether it pays before the payers or after them
 * @param who whom it is for: any of these
 * @param covers which care
 * @param rate parameter: percentage that it pays
 * @param paysOn of what
 * @param onRefusal what follows when it refuses
 * @param excess who bears what is charged above the tariff when it is the first to pay
 * @param compensation how providers are made good
 * @param funders who stands behind it
 * @param source where it was read
 */
public record Programme(
    String id,
    String fr,
    String en,
    LocalDate from,
    LocalDate to,
    Rank rank,
    List<Who> who,
    CareScope covers,
    String rate,
    PaysOn paysOn,
    OnRefusal onRefusal,
    Bearer excess,
    Compensation compensation,
    List<Funder> funders,
    String source) {

  public Programme {
    who = List.copyOf(who);
    funders = List.copyOf(funders);
  }

  /** Whether it is there on a day. */
  public boolean on(LocalDate day) {
    return !from.isAfter(day) && (to == null || day.isBefore(to));
  }

  /** Before or after the payers. */
  public enum Rank {
    BEFORE,
    AFTER
  }

  /** How providers are made good. */
  public enum Compensation {
    /** In money: it pays. */
    MONEY,
    /** In kind: what it supplied beforehand is not payable, and it pays nothing else. */
    KIND,
    /** What it supplied beforehand is not payable; for the rest it pays. */
    BOTH
  }

  /**
   * Persons who are in it: all that is said must hold. Ages are in completed years on the day of
   * care, and name parameters.
   *
   * @param ageFrom least age; null for any
   * @param ageBelow age at which it has ended ("under 5"); null for any
   * @param ageAtMost greatest age ("at most 5"); null for any
   * @param sex {@code M} or {@code F}; null for both
   * @param status kind of status that must be so, with {@code :} and the beginning of its detail
   *     where that matters, such as {@code chronic:E10}; null for any
   * @param affections beginnings of codes (CIM-10) of which the line has one; empty for any
   */
  public record Who(
      String ageFrom,
      String ageBelow,
      String ageAtMost,
      String sex,
      String status,
      List<String> affections) {

    public Who {
      affections = List.copyOf(affections);
    }
  }
}
