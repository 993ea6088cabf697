package org.caisse.readers.receipt;

import java.time.LocalDate;

/** A line of a file of bank statements. */
public sealed interface ReceiptLine {

  /** The fund's account at the bank. */
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
}
