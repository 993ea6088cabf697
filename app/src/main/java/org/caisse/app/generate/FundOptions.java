package org.caisse.app.generate;

import java.time.YearMonth;
import java.util.Objects;

/**
 * Which fund to make. Same options, same bytes.
 *
 * @param seed any number
 * @param employers employers in the registry, affiliated or not
 * @param persons persons in the registry: staff, pensioners, flat-rate members and some who ended
 * @param period the month that is declared
 * @param statePayroll persons on the State's payroll, which is one declaration
 * @param flat whether there are independents, informal workers and indigents
 * @param errorPercent how many wrong lines and declarations: 100 for the rates of {@link WrongLine}
 *     and {@link WrongDeclaration}, 0 for none, 200 for twice as many
 * @param singleFile everything in one file, every employer declaring in time: for measuring
 * @param messPercent share of the employers that send in a form of their own (see {@link
 *     SenderForm}); 0 for none, and then nobody sends complements or corrected rejects either
 * @param scheme the law under which it declares
 */
public record FundOptions(
    long seed,
    int employers,
    int persons,
    YearMonth period,
    int statePayroll,
    boolean flat,
    int errorPercent,
    boolean singleFile,
    int messPercent,
    Scheme scheme) {

  /** The month of the demonstration. */
  public static final YearMonth DEMO_PERIOD = YearMonth.of(2026, 2);

  private static final int MAX_STATE_PAYROLL = 40_000;
  private static final int MIN_EMPLOYERS = 20;
  private static final int MAX_EMPLOYERS = 900_000;
  private static final int MAX_PERSONS = 50_000_000;
  private static final int MAX_ERROR_PERCENT = 1_000;
  private static final int MAX_MESS_PERCENT = 20;
  private static final int LEAST_STAFF_PER_EMPLOYER = 2;

  public FundOptions {
    Objects.requireNonNull(period, "period");
    Objects.requireNonNull(scheme, "scheme");
    between("employers", employers, MIN_EMPLOYERS, MAX_EMPLOYERS);
    between("persons", persons, MIN_EMPLOYERS, MAX_PERSONS);
    between("statePayroll", statePayroll, 1, persons);
    between("errorPercent", errorPercent, 0, MAX_ERROR_PERCENT);
    between("messPercent", messPercent, 0, MAX_MESS_PERCENT);
    if (singleFile && messPercent > 0) {
      throw new IllegalArgumentException(
          "foreign forms are asked for in a single file, which has one form: set messPercent to 0,"
              + " or singleFile to false");
    }
    if (singleFile && errorPercent > 0) {
      throw new IllegalArgumentException(
          "errors are asked for in a single file, but some of them need a second one sent later:"
              + " set errorPercent to 0, or singleFile to false");
    }
    int others = Headcount.of(persons, statePayroll, flat).otherStaff();
    if (others < LEAST_STAFF_PER_EMPLOYER * employers) {
      throw new IllegalArgumentException(
          "%d persons, %d of them on the State's payroll, leave %d staff for %d employers; at least %d are needed: ask for more persons or fewer employers"
              .formatted(
                  persons,
                  statePayroll,
                  Math.max(0, others),
                  employers,
                  LEAST_STAFF_PER_EMPLOYER * employers));
    }
  }

  /** One whose senders all use Caisse's own format. */
  public FundOptions(
      long seed,
      int employers,
      int persons,
      YearMonth period,
      int statePayroll,
      boolean flat,
      int errorPercent,
      boolean singleFile) {
    this(
        seed,
        employers,
        persons,
        period,
        statePayroll,
        flat,
        errorPercent,
        singleFile,
        0,
        Scheme.BF_AMU);
  }

  /** The same with a share of senders that have forms of their own. */
  public FundOptions withMess(int percent) {
    return new FundOptions(
        seed,
        employers,
        persons,
        period,
        statePayroll,
        flat,
        errorPercent,
        singleFile,
        percent,
        scheme);
  }

  /** The same under another law. */
  public FundOptions under(Scheme other) {
    return new FundOptions(
        seed,
        employers,
        persons,
        period,
        statePayroll,
        flat,
        errorPercent,
        singleFile,
        messPercent,
        other);
  }

  /** The same with so many mistakes, in percent of the usual rates. */
  public FundOptions withErrors(int percent) {
    return new FundOptions(
        seed,
        employers,
        persons,
        period,
        statePayroll,
        flat,
        percent,
        singleFile,
        messPercent,
        scheme);
  }

  /** The fund of the demonstration: 3,000 employers and 60,000 persons. */
  public static FundOptions demo() {
    return sized(42, 3_000, 60_000, DEMO_PERIOD);
  }

  /** A fund with everything in it, errors included. */
  public static FundOptions sized(long seed, int employers, int persons, YearMonth period) {
    return new FundOptions(
        seed, employers, persons, period, statePayrollOf(persons), true, 100, false);
  }

  /**
   * A fund for measuring: one file without errors, the State's payroll, and an employer for every
   * 20 lines.
   *
   * @param lines lines of persons in the file; the file has this many, or up to two fewer where the
   *     counts do not divide
   */
  public static FundOptions lines(int lines) {
    int low = 1;
    int high = lines + 1;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (Headcount.of(middle, statePayrollOf(middle), false).lines() <= lines) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return new FundOptions(
        42,
        Math.max(MIN_EMPLOYERS, lines / 20),
        low,
        DEMO_PERIOD,
        statePayrollOf(low),
        false,
        0,
        true);
  }

  private static int statePayrollOf(int persons) {
    return Math.min(MAX_STATE_PAYROLL, persons / 2);
  }

  private static void between(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s is %d; %d to %d are possible".formatted(name, value, least, most));
    }
  }
}
