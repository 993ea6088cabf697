package org.caisse.domain.pack;

import java.util.List;

/**
 * For whom a flat amount is owed, and until how many heads payers share it.
 *
 * @param counted kinds of heads that owe, in the order of {@link HeadKind}
 * @param childFrom parameter: completed years from which a child owes, or null
 * @param childBelow parameter: completed years from which a child no longer counts, unless
 *     disabled; or null
 * @param limit parameter: how many share; null when all do
 * @param limitOfChildren whether the limit is on the children only, not on all heads
 * @param beyond who pays the whole amount of each further head, or null when there is no limit
 */
public record HeadRule(
    List<HeadKind> counted,
    String childFrom,
    String childBelow,
    String limit,
    boolean limitOfChildren,
    Payer beyond) {

  public HeadRule {
    counted = List.copyOf(counted);
  }
}
