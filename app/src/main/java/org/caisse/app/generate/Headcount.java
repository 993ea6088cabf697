package org.caisse.app.generate;

/**
 * How many persons of each sort a fund has. Persons are numbered from 0 in this order: State,
 * public bodies and private employers, pensioners of the two pension bodies, independents, informal
 * workers, indigents, and those whose registration ended before the period.
 *
 * @param state on the State's payroll
 * @param publicStaff of public bodies
 * @param privateStaff of private employers
 */
record Headcount(
    int state,
    int publicStaff,
    int privateStaff,
    int privatePensioners,
    int publicPensioners,
    int independents,
    int informal,
    int indigents,
    int ended) {

  private static final int SECOND_JOB_ONE_IN = 50;
  private static final int SECOND_SPELL_ONE_IN = 100;

  /** So that the declaration of a pension body has room for two lines of each {@link WrongLine}. */
  private static final int LEAST_PENSIONERS = 2 * WrongLine.values().length + 1;

  static Headcount of(int persons, int statePayroll, boolean flat) {
    int ended = Math.max(3, persons / 200);
    int privatePensioners = Math.max(LEAST_PENSIONERS, part(persons, 3));
    int publicPensioners = part(persons, 2);
    int independents = flat ? part(persons, 3) : 0;
    int informal = flat ? part(persons, 6) : 0;
    int indigents = flat ? part(persons, 6) : 0;
    int others =
        persons
            - ended
            - privatePensioners
            - publicPensioners
            - independents
            - informal
            - indigents
            - statePayroll;
    int publicStaff = others / 10;
    return new Headcount(
        statePayroll,
        publicStaff,
        others - publicStaff,
        privatePensioners,
        publicPensioners,
        independents,
        informal,
        indigents,
        ended);
  }

  private static int part(int persons, int percent) {
    return (int) ((long) persons * percent / 100);
  }

  /** Staff of all employers but the State. */
  int otherStaff() {
    return publicStaff + privateStaff;
  }

  int salaried() {
    return state + otherStaff();
  }

  /** Persons whom somebody declares. */
  int declared() {
    return salaried() + privatePensioners + publicPensioners;
  }

  int flat() {
    return independents + informal + indigents;
  }

  int persons() {
    return declared() + flat() + ended;
  }

  /** Salaried persons with a second employer, or a second spell where that would be the first. */
  int secondJobs() {
    return salaried() / SECOND_JOB_ONE_IN;
  }

  /** Salaried persons with two spells at their employer. */
  int secondSpells() {
    return salaried() / SECOND_SPELL_ONE_IN;
  }

  /** Lines when everybody is declared once and nothing is wrong. */
  int lines() {
    return declared() + secondJobs() + secondSpells();
  }
}
