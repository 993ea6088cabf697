package org.caisse.readers.receipt;

import java.time.LocalDate;
import org.caisse.domain.ledger.Component;

/** A line of a file of bank statements, or of one of remittances. */
public sealed interface ReceiptLine {

  /** The fund's account at the bank; of a remittance, the delegated body. */
  String account();

  /**
   * Opens a statement.
   *
   * @param reference number of the statement
   * @param count of its lines; null when it does not say
   * @param opening balance before the first line, minor units; null when it does not say
   * @param closing balance after the last line, minor units; null when it does not say
   */
  record Head(String account, String reference, Integer count, Long opening, Long closing)
      implements ReceiptLine {}

  /**
   * Money that came or went.
   *
   * @param bankRef unique within the account
   * @param amountMinor minor units, not zero; negative for money that went
   * @param balance of the account after the line, minor units; null when it does not say
   * @param takesBack the bank's reference of the receipt that is taken back, or empty
   */
  record Movement(
      String account,
      LocalDate bookingDate,
      LocalDate valueDate,
      String bankRef,
      long amountMinor,
      Long balance,
      String payerAccount,
      String payerName,
      String text,
      String takesBack)
      implements ReceiptLine {}

  /**
   * Opens a remittance.
   *
   * @param number given once by the body
   * @param on day of the remittance
   * @param count of its lines; null when it does not say
   * @param total of its lines, minor units; null when it does not say
   * @param withheldMinor what the body keeps, minor units
   * @param transferRef the bank's reference of the transfer, or empty
   */
  record Remittance(
      String account,
      String number,
      LocalDate on,
      Integer count,
      Long total,
      long withheldMinor,
      String transferRef)
      implements ReceiptLine {}

  /**
   * Money that a delegated body has from an employer.
   *
   * @param number of the remittance
   * @param on day on which the employer paid; null for that of the remittance
   * @param employer number of the employer
   * @param period first day of the month that is paid, or null
   * @param component what is paid first of that month, or null
   * @param amountMinor minor units, not zero; negative where it is taken back
   * @param takesBack remittance and line that are taken back, or empty
   */
  record Collected(
      String account,
      String number,
      LocalDate on,
      String employer,
      LocalDate period,
      Component component,
      long amountMinor,
      String text,
      String takesBack)
      implements ReceiptLine {}
}
