package org.caisse.writers.document;

import java.time.LocalDate;
import java.util.List;
import org.caisse.domain.document.DocumentNumber;
import org.caisse.domain.ledger.Component;

/**
 * What a statement of the account of an employer, or of a person who owes himself, says; amounts in
 * minor units, what the debtor owes is positive.
 *
 * @param number its own
 * @param ofPerson whether the debtor is a person
 * @param debtorNo number of the employer or person
 * @param before the statement before; null for the first
 * @param since day of that statement; null for the first
 * @param openingMinor balance then
 * @param lines what moved the account since, in the order in which it is printed
 * @param months what is open, the oldest first; under no month what waits as advance
 * @param closingMinor balance now
 */
public record DebtorStatement(
    DocumentNumber number,
    boolean ofPerson,
    String debtorNo,
    String name,
    DocumentNumber before,
    LocalDate since,
    long openingMinor,
    List<Line> lines,
    List<OpenMonth> months,
    long closingMinor) {

  /**
   * Something that moved the account.
   *
   * @param component a debt, a surcharge, a remission, a refund, or {@code RECEIVED}
   * @param period first day of the month; null for money received
   * @param on day on which the fund had the money; null for anything else
   * @param reference of the bank, or of the body's remittance
   * @param holder the fund's account at the bank, or the body that collected
   * @param ofBody whether a body collected it
   * @param minor what it adds to what is owed
   * @param uses what the money pays
   */
  public record Line(
      Component component,
      LocalDate period,
      LocalDate on,
      String reference,
      String holder,
      boolean ofBody,
      long minor,
      List<Use> uses) {

    public Line {
      uses = List.copyOf(uses);
    }
  }

  /**
   * What a part of a receipt pays.
   *
   * @param period first day of the month; null for what waits
   */
  public record Use(LocalDate period, Component component, long minor) {}

  /**
   * What is open of a month.
   *
   * @param period first day of the month; null for what waits as advance, which is negative
   * @param ofCare whether it is care of the month that was paid for days closed afterwards, and
   *     nothing else
   * @param due last day on which it is paid in time; null where there is none
   * @param owedMinor contributions and surcharge for late declaration, or that care
   * @param lateMinor surcharge for late payment
   */
  public record OpenMonth(
      LocalDate period,
      boolean ofCare,
      LocalDate due,
      long owedMinor,
      long lateMinor,
      long paidMinor,
      long givenUpMinor,
      long openMinor) {}

  /**
   * @throws IllegalStateException when opening, lines and closing do not add up, or the open months
   *     do not give the closing balance: no such statement can be sent
   */
  public DebtorStatement {
    lines = List.copyOf(lines);
    months = List.copyOf(months);
    long moved = lines.stream().mapToLong(Line::minor).reduce(openingMinor, Math::addExact);
    long open = months.stream().mapToLong(OpenMonth::openMinor).reduce(0, Math::addExact);
    if (moved != closingMinor || open != closingMinor) {
      throw new IllegalStateException(
          ("account of %s, %s: opening balance and lines give %d, the open months %d, and the"
                  + " ledger says %d (minor units); no statement can be sent before they agree")
              .formatted(debtorNo, number, moved, open, closingMinor));
    }
  }

  /** What is due already on a day. */
  long overdueMinor(LocalDate day) {
    return months.stream()
        .filter(month -> month.period() != null && isOverdue(month, day))
        .mapToLong(OpenMonth::openMinor)
        .sum();
  }

  /** Whether a debt is due already that grows with each month begun. */
  boolean grows(LocalDate day) {
    return !ofPerson
        && months.stream()
            .anyMatch(month -> month.period() != null && !month.ofCare() && isOverdue(month, day));
  }

  /** Whether care of closed days is open. */
  boolean asksForCare() {
    return months.stream().anyMatch(OpenMonth::ofCare);
  }

  /** What is paid in time still, the earliest due day first. */
  List<OpenMonth> dueLater(LocalDate day) {
    return months.stream()
        .filter(month -> month.period() != null && !isOverdue(month, day))
        .toList();
  }

  /** What waits for the next debt. */
  long waitingMinor() {
    return months.stream()
        .filter(month -> month.period() == null)
        .mapToLong(month -> -month.openMinor())
        .sum();
  }

  private static boolean isOverdue(OpenMonth month, LocalDate day) {
    return month.due() == null || month.due().isBefore(day);
  }
}
