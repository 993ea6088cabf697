package org.caisse.domain.claim;

import java.util.List;
import org.caisse.domain.care.Bearer;

/**
 * What no payer pays of a line, and why.
 *
 * @param code why
 * @param payer who would have paid it; empty when nobody would
 * @param amountMinor more than 0
 * @param bearer who bears it
 * @param arguments what the text of the code names
 */
public record Reduction(
    ReductionCode code, String payer, long amountMinor, Bearer bearer, List<Argument> arguments) {

  public Reduction {
    arguments = List.copyOf(arguments);
    if (amountMinor <= 0) {
      throw new IllegalArgumentException("reduction %s of %d".formatted(code, amountMinor));
    }
  }

  /**
   * Something that a text names.
   *
   * @param kind what it is, so that it is written as people of the language write it
   * @param value a day as in ISO, minor units, thousandths, or the text itself
   */
  public record Argument(Kind kind, String value) {

    /** What it is. */
    public enum Kind {
      DAY,
      AMOUNT,
      QUANTITY,
      TEXT,
      /** A word of the care law: id of a payer, group, limit, level, programme, episode. */
      WORD
    }
  }
}
