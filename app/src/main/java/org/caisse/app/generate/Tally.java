package org.caisse.app.generate;

/**
 * The truth about the lines of one declaration: control totals as the payroll added them up, and
 * what a correct assessment makes of the lines that are right. Integer arithmetic of its own; the
 * rates and bounds are those of the demonstration (2.5 % and 2.5 % of the pay, 2 % of a pension,
 * base between 45,000 and 3,000,000 francs, halves rounded up).
 */
final class Tally implements PayLine.Sink<RuntimeException> {

  static final long FLOOR = 45_000;
  static final long CEILING = 3_000_000;
  private static final int SALARIED_PER_MILLE = 25;
  private static final int PENSIONER_PER_MILLE = 20;
  private static final int NOBODY = -1;

  private final boolean pensions;
  private int lines;
  private long declaredMinor;
  private int accepted;
  private long acceptedMinor;
  private int persons;
  private long baseMinor;
  private long employerMinor;
  private long insuredMinor;
  private int person = NOBODY;
  private long personMinor;

  private Tally(boolean pensions) {
    this.pensions = pensions;
  }

  /** Goes through a declaration. */
  static Tally of(Declaration declaration, Payroll payroll, Sort sort) {
    Tally tally = new Tally(sort.pensions());
    payroll.forEach(declaration, tally);
    tally.closePerson();
    return tally;
  }

  @Override
  public void take(PayLine line) {
    lines++;
    declaredMinor += line.grossMinor();
    if (line.wrong() != null) {
      return;
    }
    accepted++;
    acceptedMinor += line.grossMinor();
    // The spells of a person follow each other.
    if (line.person() != person) {
      closePerson();
      person = line.person();
    }
    personMinor += line.grossMinor();
  }

  private void closePerson() {
    if (person == NOBODY) {
      return;
    }
    long base = Math.min(Math.max(personMinor, FLOOR), CEILING);
    persons++;
    baseMinor += base;
    if (pensions) {
      insuredMinor += (base * PENSIONER_PER_MILLE + 500) / 1000;
    } else {
      employerMinor += (base * SALARIED_PER_MILLE + 500) / 1000;
      insuredMinor += (base * SALARIED_PER_MILLE + 500) / 1000;
    }
    person = NOBODY;
    personMinor = 0;
  }

  int lines() {
    return lines;
  }

  long declaredMinor() {
    return declaredMinor;
  }

  int accepted() {
    return accepted;
  }

  long acceptedMinor() {
    return acceptedMinor;
  }

  int persons() {
    return persons;
  }

  long baseMinor() {
    return baseMinor;
  }

  long employerMinor() {
    return employerMinor;
  }

  long insuredMinor() {
    return insuredMinor;
  }
}
