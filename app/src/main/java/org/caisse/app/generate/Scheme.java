package org.caisse.app.generate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * Under which law a made-up fund declares, written down apart from the packs, in integers: what the
 * truth is computed by. Settings are those of the scheme's demonstration.
 */
public enum Scheme {
  /**
   * Burkina Faso, AMU: 2.5 % and 2.5 % of the pay, 2 % of a pension, base between 45,000 and
   * 3,000,000 francs, flat amounts; by the 10th.
   */
  BF_AMU("bf-amu", 10) {
    @Override
    Rates rates(Sort sort) {
      return sort.pensions()
          ? new Rates(45_000, 3_000_000, 0, 200)
          : new Rates(45_000, 3_000_000, 250, 250);
    }

    @Override
    String population(Sort sort) {
      return switch (sort) {
        case STATE, PUBLIC_BODY -> "salaried_public";
        case PRIVATE -> "salaried_private";
        case PRIVATE_PENSIONS, PUBLIC_PENSIONS -> "pensioner";
      };
    }

    @Override
    List<Member> members(YearMonth month) {
      return List.of(
          new Member("independent_formal", 15_000, false),
          new Member("informal", 4_000, false),
          new Member("indigent", 4_000, true));
    }

    @Override
    int member(Headcount heads, int place) {
      return place < heads.independents()
          ? 0
          : place < heads.independents() + heads.informal() ? 1 : 2;
    }

    @Override
    LocalDate due(YearMonth month, Sort sort, int persons) {
      return month.plusMonths(1).atDay(dueDay());
    }
  },

  /**
   * Mali, AMO: 4.48 % and 3.06 % of public pay, 3.50 % and 3.06 % of private pay, not below the
   * SMIG of 40,000 francs, 0.75 % of a pension; 6.56 % of the base of five classes of voluntary
   * insured, a third of the quarter each month; by the 15th after the month from 11 employees on,
   * else after the quarter.
   */
  ML_AMO("ml-amo", 15) {
    @Override
    Rates rates(Sort sort) {
      return switch (sort) {
        case STATE, PUBLIC_BODY -> new Rates(40_000, Long.MAX_VALUE, 448, 306);
        case PRIVATE -> new Rates(40_000, Long.MAX_VALUE, 350, 306);
        case PRIVATE_PENSIONS, PUBLIC_PENSIONS -> new Rates(0, Long.MAX_VALUE, 0, 75);
      };
    }

    @Override
    String population(Sort sort) {
      return switch (sort) {
        case STATE, PUBLIC_BODY -> "civil_servant";
        case PRIVATE -> "private_employee";
        case PRIVATE_PENSIONS -> "pensioner_inps";
        case PUBLIC_PENSIONS -> "pensioner_cmss";
      };
    }

    @Override
    List<Member> members(YearMonth month) {
      int index = (month.getMonthValue() - 1) % MONTHS_A_QUARTER;
      return List.of(
          new Member("voluntary_1", third(8_200, index), false),
          new Member("voluntary_2", third(26_240, index), false),
          new Member("voluntary_3", third(44_280, index), false),
          new Member("voluntary_4", third(59_040, index), false),
          new Member("voluntary_5", third(65_600, index), false));
    }

    @Override
    int member(Headcount heads, int place) {
      return CLASSES[place % CLASSES.length];
    }

    @Override
    LocalDate due(YearMonth month, Sort sort, int persons) {
      int toQuarter = MONTHS_A_QUARTER - 1 - (month.getMonthValue() - 1) % MONTHS_A_QUARTER;
      boolean monthly = sort.pensions() || persons >= MONTHLY_FROM;
      return month.plusMonths(1L + (monthly ? 0 : toQuarter)).atDay(dueDay());
    }
  };

  private static final int MONTHS_A_QUARTER = 3;
  private static final int MONTHLY_FROM = 11;

  /** Many in the low classes, few in the high ones. */
  private static final int[] CLASSES = {0, 1, 0, 2, 0, 1, 3, 0, 1, 4};

  private final String pack;
  private final int dueDay;

  /**
   * What a sort of pay owes.
   *
   * @param employer hundredths of a percent
   * @param insured hundredths of a percent
   */
  record Rates(long floor, long ceiling, int employer, int insured) {

    long base(long pay) {
      return Math.min(Math.max(pay, floor), ceiling);
    }

    /** Halves rounded up. */
    static long share(long base, int hundredths) {
      return (base * hundredths + 5_000) / 10_000;
    }
  }

  /**
   * Who owes a flat amount.
   *
   * @param each what one owes for the month
   * @param state whether the State owes it
   */
  record Member(String population, long each, boolean state) {}

  Scheme(String pack, int dueDay) {
    this.pack = pack;
    this.dueDay = dueDay;
  }

  /** The scheme of a pack, if funds can be made up for it. */
  public static Optional<Scheme> of(String pack) {
    for (Scheme scheme : values()) {
      if (scheme.pack.equals(pack)) {
        return Optional.of(scheme);
      }
    }
    return Optional.empty();
  }

  /** Id of its pack. */
  public String pack() {
    return pack;
  }

  int dueDay() {
    return dueDay;
  }

  /** What a month owes of an amount for a quarter, so that the three add up. */
  private static long third(long quarter, int index) {
    return until(quarter, index + 1) - until(quarter, index);
  }

  private static long until(long quarter, int months) {
    return (2 * quarter * months + MONTHS_A_QUARTER) / (2 * MONTHS_A_QUARTER);
  }

  abstract Rates rates(Sort sort);

  abstract String population(Sort sort);

  /** Those without employer, in the order of {@link #member}. */
  abstract List<Member> members(YearMonth month);

  /** Which of the members a person without employer is, by the place among them. */
  abstract int member(Headcount heads, int place);

  /** Last day in time of an employer that declared so many persons. */
  abstract LocalDate due(YearMonth month, Sort sort, int persons);
}
