package org.caisse.app.generate;

/**
 * The line of one person, before it is written.
 *
 * @param employer index
 * @param person index of the person who was meant, whatever the line says
 * @param fromDay first day of the spell in the month
 * @param toDay last day
 * @param days worked, or -1 when left blank
 * @param grossMinor pay that the payroll added up, also where the line shows it unreadably
 * @param wrong what is wrong with it, or null
 * @param variant which of the ways to be wrong
 */
record PayLine(
    int employer,
    int person,
    int fromDay,
    int toDay,
    int days,
    long grossMinor,
    WrongLine wrong,
    int variant) {

  /** What takes the lines of a declaration, in their order. */
  interface Sink<X extends Exception> {
    void take(PayLine line) throws X;
  }

  PayLine wrong(WrongLine code, int way) {
    return new PayLine(employer, person, fromDay, toDay, days, grossMinor, code, way);
  }

  PayLine days(int other) {
    return new PayLine(employer, person, fromDay, toDay, other, grossMinor, wrong, variant);
  }

  PayLine gross(long other) {
    return new PayLine(employer, person, fromDay, toDay, days, other, wrong, variant);
  }
}
