package org.caisse.writers.document;

import java.util.List;
import org.caisse.domain.document.DocumentNumber;

/**
 * What an insured person is told of the care of the household: what was paid, to whom, and what is
 * left to pay. Amounts in minor units.
 *
 * @param number its own
 * @param headNo number of the head of the household
 * @param headName name on the day
 */
public record CareStatement(
    DocumentNumber number, String headNo, String headName, List<Care> cares) {

  public CareStatement {
    cares = List.copyOf(cares);
  }

  /**
   * Care that was given.
   *
   * @param personName who was cared for
   * @param providerName who gave it
   * @param reimbursed whether the insured person is paid; else the provider is
   * @param takenBack whether a statement of before told it and this one takes it back
   */
  public record Care(
      String personName,
      String providerName,
      boolean reimbursed,
      boolean takenBack,
      Remittance.Line line) {

    /** -1 for what is taken back, else 1. */
    public int sign() {
      return takenBack ? -1 : 1;
    }

    /** What is paid to the insured person. */
    public long reimbursedMinor() {
      return reimbursed ? sign() * line.payableMinor() : 0;
    }

    /** What is paid to the provider. */
    public long toProviderMinor() {
      return reimbursed ? 0 : sign() * line.payableMinor();
    }

    /** What is left to the patient. */
    public long patientMinor() {
      return sign() * Math.addExact(line.copayMinor(), line.patientMinor());
    }
  }
}
