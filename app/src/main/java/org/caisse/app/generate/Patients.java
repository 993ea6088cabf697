package org.caisse.app.generate;

/**
 * Who is cared for: insured persons, most of them of the State's payroll, and their dependants, who
 * are persons of their own with numbers that begin with D.
 */
final class Patients {

  private static final int CLAIMS_OF_A_DEPENDANT = 4;
  private static final int DAYS_A_YEAR = 365;
  private static final int IN_HUNDRED = 100;

  private final Fund fund;
  private final long seed;
  private final int heads;

  /**
   * A patient as an invoice names it.
   *
   * @param number insured number
   * @param rank of a dependant on the card of that person, 0 for the person itself
   * @param closed whether the person's registration ended before the month
   */
  record Patient(String number, int rank, boolean closed) {}

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

  /** Who is cared for at a visit. */
  Patient of(long visit) {
    int drawn = Draw.CARE_PATIENT.below(IN_HUNDRED, seed, visit);
    int any = Draw.CARE_DEPENDANT.below(Integer.MAX_VALUE, seed, visit);
    if (drawn < 1) {
      return new Patient(person(fund.persons().someoneEnded(any % 1_000)), 0, true);
    }
    if (drawn < 35) {
      return new Patient(person(any % heads), 1 + any % 2, false);
    }
    if (drawn < 45) {
      return new Patient(dependant(any % heads, 1 + any % 2), 0, false);
    }
    int state = fund.heads().state();
    return new Patient(person(drawn < 85 ? any % state : any % fund.heads().declared()), 0, false);
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
