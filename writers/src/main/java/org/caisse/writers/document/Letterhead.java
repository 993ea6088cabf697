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
 * @param mark what every document bears that is not what it seems
 * @param language of the documents for people
 * @param currency of every amount
 */
public record Letterhead(String fundName, Mark mark, Language language, Currency currency) {

  /** So many hexadecimal digits of the chain of manifests are printed. */
  private static final int CHAIN_DIGITS = 16;

  /** What is printed on every document of a run. */
  public enum Mark {
    /** Nothing: it counts. */
    NONE,
    /** The fund is made up, or some of its settings are. */
    EXAMPLE,
    /** The run was only tried out: nothing of it stays. */
    DRY_RUN
  }

  public Letterhead {
    Objects.requireNonNull(mark, "mark");
    Objects.requireNonNull(fundName, "fundName");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(currency, "currency");
  }

  /**
   * The letterhead of a fund.
   *
   * @param dryRun whether the run is only tried out
   */
  public static Letterhead of(
      FundSettings fund, Currency currency, Language language, boolean dryRun) {
    Mark ofFund = fund.example() ? Mark.EXAMPLE : Mark.NONE;
    return new Letterhead(fund.fundName(), dryRun ? Mark.DRY_RUN : ofFund, language, currency);
  }

  boolean isMarked() {
    return mark != Mark.NONE;
  }

  /** The mark in a column of its own, in the language; empty when there is none. */
  String markText() {
    return isMarked() ? messages().get("mark." + mark) : "";
  }

  /** The mark in a sentence; empty when there is none. */
  String warning() {
    return isMarked() ? messages().get("mark." + mark + ".warning") : "";
  }

  /** The mark in a machine file, the same in every language; empty when there is none. */
  String machineMark() {
    return isMarked() ? mark.name().replace('_', ' ') : "";
  }

  /** The state of the chain of manifests as it is printed; a run that is tried out has none. */
  String chain(String chain) {
    return mark == Mark.DRY_RUN ? markText() : chain.substring(0, CHAIN_DIGITS);
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
    return new WorkbookHead(fundName, title, reference, warning(), issuedOn, language, currency);
  }

  /** A text of the language. */
  public String words(String key) {
    return messages().get(key);
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
