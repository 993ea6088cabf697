package org.caisse.app.generate;

/**
 * The truth about the lines of one declaration: control totals as the payroll added them up, and
 * what a correct assessment makes of the lines that are right. Integer arithmetic of its own, with
 * the rates and bounds of the {@link Scheme}, halves rounded up.
 */
final class Tally implements PayLine.Sink<RuntimeException> {

  private static final int NOBODY = -1;

  private final Scheme.Rates rates;
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

  private Tally(Scheme.Rates rates) {
    this.rates = rates;
  }

  /** Goes through a declaration. */
  static Tally of(Declaration declaration, Payroll payroll, Scheme.Rates rates) {
    Tally tally = new Tally(rates);
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
    long base = rates.base(personMinor);
    persons++;
    baseMinor += base;
    employerMinor += Scheme.Rates.share(base, rates.employer());
    insuredMinor += Scheme.Rates.share(base, rates.insured());
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
