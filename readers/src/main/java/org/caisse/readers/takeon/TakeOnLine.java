package org.caisse.readers.takeon;

import java.time.LocalDate;

/** A line of one of the files with which a fund changes over; amounts are in minor units. */
public sealed interface TakeOnLine {

  /**
   * What an employer owes for a month.
   *
   * @param period first day of the month
   * @param component what is owed
   * @param due last day on which the month was paid in time
   * @param lateFrom the day from which late payment accrues here
   */
  record Debt(
      String employer,
      String ogd,
      LocalDate period,
      String component,
      LocalDate due,
      LocalDate lateFrom,
      long amountMinor)
      implements TakeOnLine {}

  /**
   * Money that was received and pays nothing yet.
   *
   * @param employer whose advance it is; empty when nobody knows whose it is
   * @param account of the fund at the bank
   * @param reference the bank's, unique within the account
   */
  record Money(
      String employer,
      String account,
      String reference,
      LocalDate valueDate,
      long amountMinor,
      String payerAccount,
      String payerName,
      String text)
      implements TakeOnLine {}

  /**
   * The balance of an account of the chart.
   *
   * @param amountMinor positive for a debit
   */
  record Account(String account, long amountMinor) implements TakeOnLine {}

  /** A month that a person had; amounts are null where only the fact is known. */
  record Contribution(
      String person,
      String employer,
      LocalDate period,
      Long base,
      Long employerShare,
      Long insuredShare,
      Long stateShare)
      implements TakeOnLine {}

  /**
   * Rights that a person had.
   *
   * @param validTo first day on which they no longer hold, or null
   * @param waitingMonths that count for the waiting period
   */
  record Right(
      String person, LocalDate validFrom, LocalDate validTo, int waitingMonths, String basis)
      implements TakeOnLine {}

  /**
   * What the old system counts.
   *
   * @param control section, employer or account
   * @param key which one
   * @param count of lines, or null
   * @param total sum of the amounts, or null
   */
  record Total(String control, String key, Integer count, Long total) implements TakeOnLine {}
}
