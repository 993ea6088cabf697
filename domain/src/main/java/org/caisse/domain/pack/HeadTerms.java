package org.caisse.domain.pack;

import java.util.List;

/**
 * A {@link HeadRule} in numbers.
 *
 * @param counted kinds of heads that owe
 * @param childFrom completed years from which a child owes; 0 for from birth
 * @param childBelow completed years from which a child no longer counts; {@link #NO_LIMIT} for
 *     never
 * @param limit how many share; {@link #NO_LIMIT} for all
 * @param limitOfChildren whether the limit is on the children only
 * @param beyond who pays the whole amount of each further head, or null
 */
public record HeadTerms(
    List<HeadKind> counted,
    int childFrom,
    int childBelow,
    int limit,
    boolean limitOfChildren,
    Payer beyond) {

  /** No age and no number ends it. */
  public static final int NO_LIMIT = Integer.MAX_VALUE;

  public HeadTerms {
    counted = List.copyOf(counted);
  }
}
