package org.caisse.app;

import picocli.CommandLine.Parameters;

/** Which debt of which debtor a command means, and how much of it. */
final class NamedDebt {

  @Parameters(
      index = "0",
      paramLabel = "EMPLOYER|PERSON",
      description = "number of the employer, or of the insured person who owes himself")
  private String employer;

  @Parameters(index = "1", paramLabel = "PERIOD", description = "month, like 2026-02")
  private String period;

  @Parameters(
      index = "2",
      paramLabel = "COMPONENT",
      description = "contribution, late_declaration, late_payment or closed_late")
  private String component;

  @Parameters(index = "3", paramLabel = "AMOUNT", description = "how much at most")
  private String amount;

  /** Adds it to what is decided. */
  Decide to(Decide decide) {
    return decide
        .with("employer", employer)
        .with("period", period)
        .with("component", component)
        .with("amount", amount);
  }
}
