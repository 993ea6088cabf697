package org.caisse.app.generate;

import java.time.LocalDate;
import java.time.Period;

/**
 * Who is cared for: insured persons, most of them of the State's payroll, and their dependants, who
 * are persons of their own with numbers that begin with D.
 */
final class Patients {

  private static final int CLAIMS_OF_A_DEPENDANT = 4;
  private static final int DAYS_A_YEAR = 365;
  private static final int IN_HUNDRED = 100;
  private static final int HEADS_OF_ONE_IN_BED = 500;

  private final Fund fund;
  private final long seed;
  private final int heads;

  /**
   * A patient as an invoice names it.
   *
   * @param who it is
   * @param number insured number
   * @param rank of a dependant on the card of that person, 0 for the person itself
   * @param closed whether the person's registration ended before the month
   */
  record Patient(Insured who, String number, int rank, boolean closed) {}

  Patients(Fund fund, int claims) {
    this.fund = fund;
    this.seed = fund.options().seed();
    this.heads = Math.min(fund.heads().salaried(), Math.max(1, claims / CLAIMS_OF_A_DEPENDANT / 2));
  }

  /** Heads who have a spouse and a child. */
  int heads() {
    return heads;
  }

  String head(int head) {
    return person(head);
  }

  /** The number of the spouse (rank 1) or the child (rank 2) of a head. */
  String dependant(int head, int rank) {
    return "D%07d".formatted(2 * head + rank);
  }

  /** Epoch day of birth of a dependant: children are 0 to 19 years old. */
  int birth(int head, int rank) {
    int drawn = Draw.BIRTH.below(20 * DAYS_A_YEAR, seed, -1L - head);
    return rank == 1
        ? fund.persons().birth(head) + drawn / 4 - 2 * DAYS_A_YEAR
        : fund.month().firstDay() - drawn;
  }

  boolean woman(int head, int rank) {
    return rank == 1 ? !fund.names().woman(head) : Draw.CARE_STATUS.below(2, seed, -1L - head) == 0;
  }

  /** Epoch day of birth of a patient. */
  int birth(Insured who) {
    return who.rank() == 0 ? fund.persons().birth(who.head()) : birth(who.head(), who.rank());
  }

  boolean woman(Insured who) {
    return who.rank() == 0 ? fund.names().woman(who.head()) : woman(who.head(), who.rank());
  }

  /** Age on a day in whole months. */
  int months(Insured who, int day) {
    return (int)
        Period.between(LocalDate.ofEpochDay(birth(who)), LocalDate.ofEpochDay(day)).toTotalMonths();
  }

  boolean disabled(Insured who) {
    return who.rank() == 0 && who.head() < heads && status(who.head()) < 2;
  }

  boolean chronic(int head) {
    return status(head) >= 2 && status(head) < 6;
  }

  boolean pregnant(Insured who) {
    if (who.rank() == 0) {
      return who.head() < heads && status(who.head()) % 33 == 9 && fund.names().woman(who.head());
    }
    return who.rank() == 1 && status(who.head()) % 25 == 0 && woman(who.head(), 1);
  }

  /** Whether the child of a head is at school. */
  boolean student(int head) {
    return status(head) % 10 == 1;
  }

  /** Whether a head has a complementary mutual. */
  boolean mutual(int head) {
    return head < heads && status(head) >= 66 && status(head) < 74;
  }

  /** Where a person lives; empty for those of whom nobody says it. */
  String region(int person) {
    if (person >= Math.max(heads, fund.heads().state())) {
      return "";
    }
    return status(person) < 92 ? "KADIOGO" : "NORD";
  }

  private int status(int head) {
    return Draw.CARE_STATUS.below(IN_HUNDRED, seed, head);
  }

  int firstIndigent() {
    return fund.heads().declared() + fund.heads().independents() + fund.heads().informal();
  }

  /** Whether a person is helped as an indigent. */
  boolean indigent(int person) {
    int place = person - firstIndigent();
    return place >= 0 && place < fund.heads().indigents();
  }

  /** Who is cared for at a visit. */
  Patient of(long visit) {
    int drawn = Draw.CARE_PATIENT.below(IN_HUNDRED, seed, visit);
    int any = Draw.CARE_DEPENDANT.below(Integer.MAX_VALUE, seed, visit);
    if (drawn < 1) {
      return insured(fund.persons().someoneEnded(any % 1_000), true);
    }
    Insured dependant = new Insured(any % heads, 1 + any % 2);
    if (drawn < 35) {
      return new Patient(dependant, person(dependant.head()), dependant.rank(), false);
    }
    if (drawn < 45) {
      return new Patient(dependant, dependant(dependant.head(), dependant.rank()), 0, false);
    }
    if (drawn >= 98 && fund.heads().indigents() > 0) {
      return insured(firstIndigent() + any % fund.heads().indigents(), false);
    }
    return insured(drawn < 85 ? any % fund.heads().state() : any % fund.heads().declared(), false);
  }

  /** One of a few who are long in hospital. */
  Patient inBed(long visit) {
    int any = Draw.CARE_DEPENDANT.below(Integer.MAX_VALUE, seed, visit);
    return insured(any % Math.max(1, heads / HEADS_OF_ONE_IN_BED), false);
  }

  private Patient insured(int person, boolean closed) {
    return new Patient(new Insured(person, 0), person(person), 0, closed);
  }

  /** A number that nobody has. */
  String nobody(long visit) {
    int person = Draw.CARE_DEPENDANT.below(fund.heads().declared(), seed, visit);
    return "P%08d".formatted(fund.persons().wrongNumber(person, 3));
  }

  private String person(int index) {
    return "P%08d".formatted(fund.persons().number(index));
  }
}
