package org.caisse.writers.document;

import java.time.LocalDate;
import java.util.Objects;
import org.caisse.config.text.Amounts;
import org.caisse.config.text.Language;
import org.caisse.config.text.Messages;
import org.caisse.config.text.RejectText;
import org.caisse.domain.money.Currency;
import org.caisse.domain.pack.FundSettings;
import org.caisse.writers.file.CsvText;
import org.caisse.writers.workbook.WorkbookHead;

/**
 * What all documents of a run have in common.
 *
 * @param fundName printed on every document
 * @param example whether every document for people is marked EXEMPLE / EXAMPLE
 * @param language of the documents for people
 * @param currency of every amount
 */
public record Letterhead(String fundName, boolean example, Language language, Currency currency) {

  public Letterhead {
    Objects.requireNonNull(fundName, "fundName");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(currency, "currency");
  }

  /** The letterhead of a fund. */
  public static Letterhead of(FundSettings fund, Currency currency, Language language) {
    return new Letterhead(fund.fundName(), fund.example(), language, currency);
  }

  Messages messages() {
    return Messages.of("documents", language);
  }

  Amounts amounts() {
    return new Amounts(language, currency);
  }

  RejectText rejectText() {
    return new RejectText(language, currency);
  }

  /**
   * What all sheets of a workbook have in common.
   *
   * @param title what it is, in the language
   * @param reference its number or name
   * @param issuedOn the business date
   */
  public WorkbookHead workbook(String title, String reference, LocalDate issuedOn) {
    return new WorkbookHead(
        fundName,
        title,
        reference,
        example ? messages().get("example.warning") : "",
        issuedOn,
        language,
        currency);
  }

  /** An empty CSV for people who speak the language. */
  CsvText csv() {
    return CsvText.forPeople(
        switch (language) {
          case FR -> ',';
          case EN -> '.';
        });
  }
}
