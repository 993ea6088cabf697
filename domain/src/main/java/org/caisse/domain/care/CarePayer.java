package org.caisse.domain.care;

import java.util.List;

/**
 * Who pays for care by a right of the insured person.
 *
 * @param id such as {@code amo}: rights periods and coverage name it
 * @param fr for people, in French
 * @param en for people, in English
 * @param kind what it is
 * @param paysOn of what it pays its part
 * @param onRefusal what follows when it refuses
 * @param excess who bears what is charged above the tariff when it is the first to pay
 * @param funders who stands behind it; empty for itself
 * @param source where it was read
 */
public record CarePayer(
    String id,
    String fr,
    String en,
    Kind kind,
    PaysOn paysOn,
    OnRefusal onRefusal,
    Bearer excess,
    List<Funder> funders,
    String source) {

  public CarePayer {
    funders = List.copyOf(funders);
  }

  /** What a payer is. */
  public enum Kind {
    /** The basic scheme. */
    INSURANCE,
    /** A scheme for those who cannot contribute. */
    ASSISTANCE,
    /** A complementary mutual. */
    MUTUAL
  }
}
