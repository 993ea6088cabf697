package org.caisse.writers.workbook;

import java.time.LocalDate;
import java.util.Objects;
import org.caisse.config.text.Language;
import org.caisse.domain.money.Currency;

/**
 * What all sheets of a workbook have in common; most of it is printed on every page.
 *
 * @param fundName who sends it
 * @param title what it is
 * @param reference its number or file name
 * @param mark EXEMPLE or EXAMPLE, or empty
 * @param created day that it gives as that of its making: the business date, never the clock's
 * @param language of the reader, for the form of days
 * @param currency of the amounts
 */
public record WorkbookHead(
    String fundName,
    String title,
    String reference,
    String mark,
    LocalDate created,
    Language language,
    Currency currency) {

  public WorkbookHead {
    Objects.requireNonNull(fundName, "fundName");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(reference, "reference");
    Objects.requireNonNull(mark, "mark");
    Objects.requireNonNull(created, "created");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(currency, "currency");
  }
}
