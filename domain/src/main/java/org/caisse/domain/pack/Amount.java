package org.caisse.domain.pack;

import java.util.List;

/**
 * How a contribution is computed. The vocabulary is closed: a missing shape is added here,
 * generally, once.
 */
public sealed interface Amount {

  /**
   * Percentages of a base, one per payer.
   *
   * @param floor parameter below which the base does not go, or null
   * @param ceiling parameter above which the base does not go, or null
   * @param shares parameter of the percentage of each payer
   */
  record Percent(String floor, String ceiling, List<Share> shares) implements Amount {
    public Percent {
      shares = List.copyOf(shares);
    }
  }

  /**
   * A flat amount per person and month.
   *
   * @param shares parameter of the amount of each payer
   */
  record PerHead(List<Share> shares) implements Amount {
    public PerHead {
      shares = List.copyOf(shares);
    }
  }

  /**
   * What one payer bears.
   *
   * @param payer who
   * @param parameter name of the percentage or amount
   */
  record Share(Payer payer, String parameter) {}

  /** The shares, whatever the shape. */
  List<Share> shares();
}
