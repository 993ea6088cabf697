package org.caisse.domain.claim;

import java.time.LocalDate;

/**
 * A line of an invoice or of a request for reimbursement, with what the registry knows of it on the
 * day of care.
 *
 * @param lineId what decisions refer to
 * @param personNo who was cared for
 * @param careOn the one day of care
 * @param invoice of which invoice
 * @param lineNo order within the invoice
 * @param provider who gave the care
 * @param act what was done, as the registry prices it on the day of care; null when the registry
 *     knows no such act, medicine or letter
 * @param actCode code as invoiced: an act, a medicine, or a letter with its coefficient
 * @param quantityMilli how many, thousandths
 * @param unitMinor price of one; {@link #UNSAID} when only the whole is said
 * @param chargedMinor what is charged
 * @param prescriber who prescribed it, or empty
 * @param prescriptionNo number of the prescription, or empty
 * @param referrer referring doctor, or empty
 * @param agreementNo number of the prior agreement that is invoked, or empty
 * @param affection code of the affection (CIM-10), or empty
 * @param place of care in the words of the care law, or empty
 * @param contentKey the same for two lines of a person that are the same care
 */
public record CareLine(
    long lineId,
    String personNo,
    LocalDate careOn,
    Invoice invoice,
    int lineNo,
    Provider provider,
    PricedAct act,
    String actCode,
    long quantityMilli,
    long unitMinor,
    long chargedMinor,
    String prescriber,
    String prescriptionNo,
    String referrer,
    String agreementNo,
    String affection,
    String place,
    String contentKey) {

  /** An amount that a line does not say. */
  public static final long UNSAID = -1;

  /**
   * The invoice of a line.
   *
   * @param invoiceNo its number
   * @param thirdParty whether the provider is paid; else the insured person, who has paid the
   *     provider
   * @param receivedOn when it was received
   * @param filedOn when the first of its number was received: a correction is not late for what was
   *     filed in time
   */
  public record Invoice(
      String invoiceNo, boolean thirdParty, LocalDate receivedOn, LocalDate filedOn) {}

  /**
   * The provider of a line, on the day of care.
   *
   * @param providerNo its number
   * @param level as the care law names it; empty when the registry has none on that day, which
   *     means that the provider is closed
   * @param specialty or empty
   * @param conventionFrom first day of its latest convention that begins by the day of care; null
   *     for none
   * @param conventionTo first day on which that one has ended, or null
   */
  public record Provider(
      String providerNo,
      String level,
      String specialty,
      LocalDate conventionFrom,
      LocalDate conventionTo) {

    /** Whether it is contracted on a day. */
    public boolean contracted(LocalDate day) {
      return conventionFrom != null
          && !conventionFrom.isAfter(day)
          && (conventionTo == null || day.isBefore(conventionTo));
    }
  }
}
