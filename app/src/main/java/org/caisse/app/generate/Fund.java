package org.caisse.app.generate;

/** All that the options make, ready to be asked. */
record Fund(
    FundOptions options,
    Month month,
    Headcount heads,
    Employers employers,
    Persons persons,
    Names names,
    Declarations declarations,
    Payroll payroll) {

  static Fund of(FundOptions options) {
    Month month = Month.of(options);
    Headcount heads = Headcount.of(options.persons(), options.statePayroll(), options.flat());
    Employers employers = new Employers(options, month, heads);
    Persons persons = new Persons(options, month, heads);
    return new Fund(
        options,
        month,
        heads,
        employers,
        persons,
        new Names(options),
        new Declarations(options, employers),
        new Payroll(options, month, employers, persons));
  }

  Tally tally(Declaration declaration) {
    return Tally.of(
        declaration, payroll, options.scheme().rates(employers.sort(declaration.employer())));
  }
}
