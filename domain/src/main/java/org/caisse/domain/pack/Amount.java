package org.caisse.domain.pack;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How a contribution is computed. The vocabulary is closed: a missing shape is added here,
 * generally, once. Where a component names a parameter, it may name a table instead, unless it says
 * otherwise.
 */
public sealed interface Amount {

  /**
   * Percentages of a base, one per payer.
   *
   * @param base of what
   * @param shares the percentage of each payer
   * @param residue who bears what is missing so that the shares add up to the rounded total; null
   *     when each share is rounded on its own
   * @param owing in which months, when the base is one of several months
   */
  record Percent(Base base, List<Share> shares, Payer residue, Owing owing) implements Amount {
    public Percent {
      shares = List.copyOf(shares);
    }

    @Override
    public Span span() {
      return base.span();
    }

    @Override
    public List<Payer> payers() {
      return shares.stream().map(Share::payer).toList();
    }

    @Override
    public Stream<String> names() {
      return Stream.concat(
              Stream.of(base.notional(), base.floor(), base.ceiling()),
              shares.stream().flatMap(Share::names))
          .filter(Objects::nonNull);
    }
  }

  /**
   * A flat amount per head.
   *
   * @param shares the amount of each payer
   * @param span for how long the amounts are
   * @param owing in which months
   * @param heads for whom; null for the person alone
   * @param abovePay what becomes of an amount above the pay
   */
  record PerHead(List<Share> shares, Span span, Owing owing, HeadRule heads, AbovePay abovePay)
      implements Amount {
    public PerHead {
      shares = List.copyOf(shares);
    }

    @Override
    public List<Payer> payers() {
      return shares.stream().map(Share::payer).toList();
    }

    @Override
    public Stream<String> names() {
      return shares.stream().flatMap(Share::names).filter(Objects::nonNull);
    }
  }

  /**
   * One amount per person (a premium, a price), of which payers bear parts.
   *
   * @param whole the amount
   * @param span for how long it is
   * @param owing in which months
   * @param parts who bears what; the last one bears the rest
   * @param abovePay what becomes of a part above the pay
   */
  record Premium(String whole, Span span, Owing owing, List<Part> parts, AbovePay abovePay)
      implements Amount {
    public Premium {
      parts = List.copyOf(parts);
    }

    @Override
    public List<Payer> payers() {
      return parts.stream().map(Part::payer).toList();
    }

    @Override
    public Stream<String> names() {
      return Stream.concat(Stream.of(whole), parts.stream().map(Part::percent))
          .filter(Objects::nonNull);
    }
  }

  /**
   * Of what percentages are taken.
   *
   * @param pay of which part of the pay
   * @param notional what stands in place of the pay, such as the base of an income class; or null
   * @param span for how long the base is
   * @param floor parameter below which the base does not go, or null; never a table
   * @param ceiling parameter above which the base does not go, or null; never a table
   */
  record Base(PayElement pay, String notional, Span span, String floor, String ceiling) {

    /** All pay of the month. */
    public static Base gross(String floor, String ceiling) {
      return new Base(PayElement.GROSS, null, Span.MONTH, floor, ceiling);
    }
  }

  /**
   * What one payer bears.
   *
   * @param payer who
   * @param parameter name of the percentage or amount
   * @param min parameter of the least contribution of a month, or null; never a table
   * @param max parameter of the greatest contribution of a month, or null; never a table
   */
  record Share(Payer payer, String parameter, String min, String max) {

    /** A share without least or greatest contribution. */
    public static Share of(Payer payer, String parameter) {
      return new Share(payer, parameter, null, null);
    }

    private Stream<String> names() {
      return Stream.of(parameter, min, max);
    }
  }

  /**
   * The part of an amount that one payer bears.
   *
   * @param payer who
   * @param percent name of the percentage; null for all that the others leave
   * @param least whether it is the least part, and a greater one may be agreed on
   */
  record Part(Payer payer, String percent, boolean least) {}

  /** Who pays. */
  List<Payer> payers();

  /** Names of the parameters and tables that say how much. */
  Stream<String> names();

  /** For how long it is. */
  Span span();

  /** In which months it is owed. */
  Owing owing();
}
