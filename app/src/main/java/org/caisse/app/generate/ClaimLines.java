package org.caisse.app.generate;

import java.time.LocalDate;
import java.util.List;
import org.caisse.app.generate.ExampleCare.Act;
import org.caisse.app.generate.ExampleCare.Level;
import org.caisse.app.generate.ExampleCare.Medicine;

/** Makes lines of invoices, each a function of its number, but for duplicates of the one before. */
final class ClaimLines {

  private static final int DAYS_A_MONTH = 30;
  private static final int MOST_UNITS = 30;
  private static final int LEAST_DAYS = 30;
  private static final int DAYS_SPAN = 60;
  private static final int COVERED_PERCENT = 70;
  private static final int IN_HUNDRED = 100;
  private static final int UNSUITED_PERCENT = 8;
  private static final int AGREEMENT_PERCENT = 30;
  private static final int DRAWS = 16;
  private static final int KNOWN_AFFECTION_PERCENT = 80;

  private final Fund fund;
  private final long seed;
  private final int percent;
  private final ExampleCare care;
  private final Patients patients;
  private ClaimLine sound;

  /** Where a line stands, and what is peculiar about it. */
  private record Place(long number, long visit, Level level, WrongClaim wrong, ClaimMess mess) {

    boolean pharmacy() {
      return level.code().equals("pharmacy");
    }

    boolean laboratory() {
      return level.code().equals("laboratory");
    }

    boolean is(ClaimMess asked) {
      return mess == asked;
    }

    boolean is(WrongClaim asked) {
      return wrong == asked;
    }
  }

  ClaimLines(Fund fund, ExampleCare care, Patients patients) {
    this.fund = fund;
    this.seed = fund.options().seed();
    this.percent = fund.options().errorPercent();
    this.care = care;
    this.patients = patients;
  }

  /**
   * A line.
   *
   * @param number of the line in the fund
   * @param visit whose patient it has
   */
  ClaimLine of(long number, long visit, Level level) {
    WrongClaim wrong = WrongClaim.of(Draw.CARE_WRONG.below(WrongClaim.OF, seed, number), percent);
    ClaimMess mess =
        wrong != null
            ? null
            : ClaimMess.of(Draw.CARE_MESS.below(WrongClaim.OF, seed, number), percent);
    if (mess == ClaimMess.DUPLICATE && sound != null) {
      return new ClaimLine(
          sound.sent(), sound.care(), sound.charged(), null, ClaimMess.DUPLICATE.name());
    }
    ClaimLine line = line(new Place(number, visit, level, wrong, possible(mess, level)));
    if (wrong == null && line.mess().isEmpty() && number % 7 == 0) {
      sound = line;
    }
    return line;
  }

  /** The same line without what was wrong with it. */
  ClaimLine corrected(long number, long visit, Level level) {
    return line(new Place(number, visit, level, null, null));
  }

  /** Who sells medicines or makes tests has no patients in bed, and no old acts to sell. */
  private static ClaimMess possible(ClaimMess mess, Level level) {
    boolean shop = level.code().equals("pharmacy");
    boolean bedless = shop || level.code().equals("laboratory");
    return (mess == ClaimMess.OLD_ACT && shop) || (mess == ClaimMess.LONG_STAY && bedless)
        ? null
        : mess;
  }

  private ClaimLine line(Place at) {
    Patients.Patient patient =
        at.is(ClaimMess.LONG_STAY) ? patients.inBed(at.visit()) : patients.of(at.visit());
    int day = day(at);
    Medicine medicine = at.pharmacy() ? drawn(at.number(), care.medicines()) : null;
    Act act = at.pharmacy() ? null : act(at, patient.who(), day);
    long unit = at.pharmacy() ? medicine.price() : act.price(at.level());
    int units = units(at);
    if (at.is(ClaimMess.ABOVE_TARIFF)) {
      unit = unit * 3 / 2;
    }
    boolean unknown = at.is(ClaimMess.UNKNOWN_ACT);
    boolean prescribed = !at.is(ClaimMess.NO_PRESCRIBER);
    String prescription = at.pharmacy() || at.laboratory() ? "ORD%07d".formatted(at.visit()) : "";
    String affection = affection(at, act, medicine);
    boolean stay = act != null && act.group().equals("stay");
    ClaimLine.Care given =
        new ClaimLine.Care(
            patient.who(),
            day,
            unknown ? null : act,
            unknown ? null : medicine,
            units,
            prescribed,
            prescription,
            affection,
            stay);
    long charged = unit * units + (at.is(WrongClaim.PRODUCT) ? 5 : 0);
    long fundShare = charged * COVERED_PERCENT / IN_HUNDRED;
    boolean twoWays = at.is(WrongClaim.TWO_WAYS);
    ClaimText sent =
        new ClaimText(
            at.is(WrongClaim.NOBODY) ? patients.nobody(at.visit()) : patient.number(),
            at.is(WrongClaim.NO_RANK) ? 9 : patient.rank(),
            at.is(WrongClaim.NO_DATE) ? ClaimText.NO_DAY : LocalDate.ofEpochDay(day).toString(),
            actCode(at, act),
            twoWays ? "K" : "",
            twoWays ? "5" : "",
            medicine == null || twoWays ? "" : unknown ? "MED999" : medicine.code(),
            units,
            unit,
            charged,
            COVERED_PERCENT,
            fundShare,
            charged - fundShare + (at.is(WrongClaim.SHARES) ? -1 : 0),
            prescribed ? "DR%04d".formatted(at.visit() % 900) : "",
            prescription,
            affection,
            stay ? "stay" : "ambulatory");
    String found = at.mess() != null ? at.mess().name() : patient.closed() ? "CLOSED" : "";
    return new ClaimLine(sent, given, charged, at.wrong(), at.wrong() == null ? found : "");
  }

  private int units(Place at) {
    if (at.is(ClaimMess.LONG_STAY)) {
      return LEAST_DAYS + Draw.CARE_QUANTITY.below(DAYS_SPAN, seed, at.number());
    }
    return at.pharmacy() ? 1 + Draw.CARE_QUANTITY.below(MOST_UNITS, seed, at.number()) : 1;
  }

  /** Mostly one that suits the patient and the provider, and seldom one that needs agreement. */
  private Act act(Place at, Insured who, int day) {
    if (at.is(ClaimMess.LONG_STAY)) {
      return care.act("H02");
    }
    List<Act> acts =
        at.laboratory()
            ? care.acts().stream().filter(act -> act.group().equals("biology")).toList()
            : care.acts();
    Act act = drawn(at.number(), acts);
    int chance = Draw.CARE_FITS.below(IN_HUNDRED, seed, at.number());
    if (chance < UNSUITED_PERCENT * percent / IN_HUNDRED) {
      return act;
    }
    boolean agreement = chance < AGREEMENT_PERCENT * percent / IN_HUNDRED;
    int months = patients.months(who, day);
    String sex = patients.woman(who) ? "F" : "M";
    for (int again = 1; again < DRAWS && !suits(act, at.level(), months, sex, agreement); again++) {
      act = drawn(at.number() * DRAWS + again, acts);
    }
    return act;
  }

  private static boolean suits(Act act, Level level, int months, String sex, boolean agreement) {
    return act.fits(months)
        && (act.sex().isEmpty() || act.sex().equals(sex))
        && (agreement || !act.agreement())
        && ExampleCare.mayGive(act, level);
  }

  private <T> T drawn(long item, List<T> all) {
    return all.get(Draw.CARE_ACT.below(all.size(), seed, item));
  }

  /** Of some care it is known for which affection it mostly is. */
  private String affection(Place at, Act act, Medicine medicine) {
    String usual = care.affection(act == null ? medicine.code() : act.code());
    int drawn = Draw.CARE_AFFECTION.below(IN_HUNDRED, seed, at.number());
    return drawn < KNOWN_AFFECTION_PERCENT ? usual : "";
  }

  private static String actCode(Place at, Act act) {
    if (act == null) {
      return at.is(WrongClaim.TWO_WAYS) ? "C01" : "";
    }
    if (at.is(ClaimMess.UNKNOWN_ACT)) {
      return "ZZ99";
    }
    return (at.is(ClaimMess.OLD_ACT) ? "X-" : "") + act.code();
  }

  private int day(Place at) {
    int first = fund.month().firstDay();
    int day = first + Draw.CARE_DAY.below(fund.month().length(), seed, at.visit());
    if (at.is(WrongClaim.FUTURE)) {
      return day + 4 * DAYS_A_MONTH;
    }
    return at.is(ClaimMess.LATE)
        ? first - 1 - Draw.CARE_QUANTITY.below(2 * DAYS_A_MONTH, seed, at.number())
        : day;
  }
}
