package org.caisse.app.generate;

/** Monthly pay, in francs, by bands that look like a payroll: many low wages, few high ones. */
final class Wages {

  /** Nobody is paid less for a month or part of one. */
  static final long LEAST = 3_000;

  private static final int[] PRIVATE_SHARES = {80, 300, 580, 800, 910, 975, 997, 1000};
  private static final int[] PRIVATE_BOUNDS = {
    25_000, 45_000, 60_000, 100_000, 200_000, 400_000, 900_000, 3_000_000, 8_000_000
  };
  private static final int[] PUBLIC_SHARES = {250, 650, 900, 985, 1000};
  private static final int[] PUBLIC_BOUNDS = {
    60_000, 120_000, 200_000, 350_000, 600_000, 1_400_000
  };
  private static final int[] PENSION_SHARES = {300, 700, 950, 1000};
  private static final int[] PENSION_BOUNDS = {20_000, 50_000, 120_000, 300_000, 900_000};

  private final long seed;

  Wages(long seed) {
    this.seed = seed;
  }

  /**
   * Pay of a whole month.
   *
   * @param key of the person and employer
   */
  long ofMonth(Sort sort, long key) {
    return switch (sort) {
      case STATE, PUBLIC_BODY -> drawn(PUBLIC_SHARES, PUBLIC_BOUNDS, key);
      case PRIVATE -> drawn(PRIVATE_SHARES, PRIVATE_BOUNDS, key);
      case PRIVATE_PENSIONS, PUBLIC_PENSIONS -> drawn(PENSION_SHARES, PENSION_BOUNDS, key);
    };
  }

  /** Pay of some days of the month, rounded down to the franc. */
  static long prorated(long monthMinor, int days, int monthDays) {
    return Math.max(LEAST, monthMinor * days / monthDays);
  }

  private long drawn(int[] shares, int[] bounds, long key) {
    int rank = Draw.WAGE_BAND.below(1000, seed, key);
    int band = 0;
    while (rank >= shares[band]) {
      band++;
    }
    int width = bounds[band + 1] - bounds[band];
    long wage = (long) bounds[band] + Draw.WAGE.below(width, seed, key);
    // Some payrolls pay round sums, most to the franc.
    return Draw.WAGE_ROUNDED.below(10, seed, key) < 3 ? wage / 500 * 500 : wage;
  }
}
