package org.caisse.domain.pack;

import java.time.LocalDate;
import java.util.List;
import org.caisse.domain.money.Rate;

/**
 * How a contribution is computed that is not just percentages of the pay and flat amounts a month:
 * a rule with its numbers for one month.
 *
 * @param rule id of the rule
 * @param month first day of the month
 * @param whole what is owed for the whole span
 * @param span for how long that is
 * @param owing in which of its months it is owed
 * @param abovePay what becomes of a flat amount above the pay
 * @param fixed facts that the population fixes for its members
 */
public record Shape(
    String rule,
    LocalDate month,
    Whole whole,
    Span span,
    Owing owing,
    AbovePay abovePay,
    Circumstances fixed) {

  /** What is owed for the whole span. */
  public sealed interface Whole {

    /**
     * Percentages.
     *
     * @param pay of which part of the pay
     * @param notional what stands in place of the pay, minor units; or null
     * @param floorMinor least base
     * @param ceilingMinor greatest base; {@link ContributionTerms#NO_CEILING} for none
     * @param rates of each payer
     * @param residue who bears what is missing to the rounded total, or null
     */
    record Percentages(
        PayElement pay,
        Lookup<Long> notional,
        long floorMinor,
        long ceilingMinor,
        List<PayerRate> rates,
        Payer residue)
        implements Whole {
      public Percentages {
        rates = List.copyOf(rates);
      }
    }

    /**
     * Flat amounts.
     *
     * @param amounts of each payer, for one head
     * @param heads for whom; null for the person alone
     */
    record Flat(List<PayerAmount> amounts, HeadTerms heads) implements Whole {
      public Flat {
        amounts = List.copyOf(amounts);
      }
    }

    /**
     * An amount of which payers bear parts.
     *
     * @param amount minor units
     * @param parts who bears what; one bears the rest
     */
    record Parted(Lookup<Long> amount, List<PayerPart> parts) implements Whole {
      public Parted {
        parts = List.copyOf(parts);
      }
    }
  }

  /**
   * A payer's percentage.
   *
   * @param minMinor least contribution of a month
   * @param maxMinor greatest contribution of a month; {@link ContributionTerms#NO_CEILING} for none
   */
  public record PayerRate(Payer payer, Lookup<Rate> rate, long minMinor, long maxMinor) {}

  /** A payer's flat amount for one head, minor units. */
  public record PayerAmount(Payer payer, Lookup<Long> amount) {}

  /**
   * A payer's part of an amount.
   *
   * @param part how much of it; null for the rest
   * @param least whether a greater part can be agreed on
   */
  public record PayerPart(Payer payer, Lookup<Rate> part, boolean least) {}
}
