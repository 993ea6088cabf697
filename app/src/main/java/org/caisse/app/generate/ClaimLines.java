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
  private static final int COVERED_PERCENT = 70;
  private static final int IN_HUNDRED = 100;

  private final Fund fund;
  private final long seed;
  private final int percent;
  private final ExampleCare care;
  private final Patients patients;
  private ClaimLine sound;

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
      return new ClaimLine(sound.care(), sound.charged(), null, ClaimMess.DUPLICATE.name());
    }
    ClaimLine line = line(number, visit, level, wrong, mess);
    if (wrong == null && line.mess().isEmpty() && number % 7 == 0) {
      sound = line;
    }
    return line;
  }

  private ClaimLine line(long number, long visit, Level level, WrongClaim wrong, ClaimMess mess) {
    boolean pharmacy = level.code().equals("pharmacy");
    Medicine medicine =
        pharmacy
            ? care.medicines().get(Draw.CARE_ACT.below(care.medicines().size(), seed, number))
            : null;
    Act act = pharmacy ? null : act(number, level);
    long unit = pharmacy ? medicine.price() : act.price(level);
    int units = pharmacy ? 1 + Draw.CARE_QUANTITY.below(MOST_UNITS, seed, number) : 1;
    if (mess == ClaimMess.ABOVE_TARIFF) {
      unit = unit * 3 / 2;
    }
    long charged = unit * units + (wrong == WrongClaim.PRODUCT ? 5 : 0);
    long fundShare = charged * COVERED_PERCENT / IN_HUNDRED;
    long patientShare = charged - fundShare + (wrong == WrongClaim.SHARES ? -1 : 0);
    Patients.Patient patient = patients.of(visit);
    String person = wrong == WrongClaim.NOBODY ? patients.nobody(visit) : patient.number();
    int rank = wrong == WrongClaim.NO_RANK ? 9 : patient.rank();
    String named =
        String.join(
            ";",
            person,
            rank == 0 ? "" : Integer.toString(rank),
            day(number, visit, wrong, mess),
            what(act, medicine, wrong, mess));
    String sums =
        "%d;%d;%d;%d;%d;%d"
            .formatted(units, unit, charged, COVERED_PERCENT, fundShare, patientShare);
    String rest =
        pharmacy || level.code().equals("laboratory")
            ? ";DR%04d;ORD%07d;;;;;;ambulatory".formatted(visit % 900, visit)
            : ";DR%04d;;;;;;;%s".formatted(visit % 900, place(act));
    String found = mess != null ? mess.name() : patient.closed() ? "CLOSED" : "";
    return new ClaimLine(named + ";" + sums + rest, charged, wrong, wrong == null ? found : "");
  }

  private static String place(Act act) {
    return act != null && act.group().equals("stay") ? "stay" : "ambulatory";
  }

  private Act act(long number, Level level) {
    List<Act> acts =
        level.code().equals("laboratory")
            ? care.acts().stream().filter(act -> act.group().equals("biology")).toList()
            : care.acts();
    return acts.get(Draw.CARE_ACT.below(acts.size(), seed, number));
  }

  private String day(long number, long visit, WrongClaim wrong, ClaimMess mess) {
    if (wrong == WrongClaim.NO_DATE) {
      return "2026-02-30";
    }
    int day = fund.month().firstDay() + Draw.CARE_DAY.below(fund.month().length(), seed, visit);
    if (wrong == WrongClaim.FUTURE) {
      day += 4 * DAYS_A_MONTH;
    } else if (mess == ClaimMess.LATE) {
      day = fund.month().firstDay() - 1 - Draw.CARE_QUANTITY.below(2 * DAYS_A_MONTH, seed, number);
    }
    return LocalDate.ofEpochDay(day).toString();
  }

  /** Act, letter, coefficient and medicine. */
  private static String what(Act act, Medicine medicine, WrongClaim wrong, ClaimMess mess) {
    if (wrong == WrongClaim.TWO_WAYS) {
      return (act == null ? "C01" : act.code()) + ";K;5;";
    }
    if (medicine != null) {
      return ";;;" + (mess == ClaimMess.UNKNOWN_ACT ? "MED999" : medicine.code());
    }
    if (mess == ClaimMess.UNKNOWN_ACT) {
      return "ZZ99;;;";
    }
    return (mess == ClaimMess.OLD_ACT ? "X-" : "") + act.code() + ";;;";
  }
}
