package org.caisse.domain.document;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a document, printed as {@code AVIS-2026-000123}.
 *
 * @param series what is counted
 * @param year of the business date on which it was made
 * @param number from 1, without gap
 */
public record DocumentNumber(DocumentSeries series, int year, int number) {

  private static final int DIGITS = 6;
  private static final Pattern FORM = Pattern.compile("([A-Z]+)-(\\d{4})-(\\d{1,9})");

  public DocumentNumber {
    if (number < 1) {
      throw new IllegalArgumentException(
          "document %d of series %s: the first is 1".formatted(number, series));
    }
  }

  /** The number that a word means, in capitals or not, or nothing when it means none. */
  public static Optional<DocumentNumber> parse(String word) {
    Matcher form = FORM.matcher(word.strip().toUpperCase(Locale.ROOT));
    if (!form.matches()) {
      return Optional.empty();
    }
    for (DocumentSeries series : DocumentSeries.values()) {
      int number = Integer.parseInt(form.group(3));
      if (series.name().equals(form.group(1)) && number > 0) {
        return Optional.of(new DocumentNumber(series, Integer.parseInt(form.group(2)), number));
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    // A hundred thousand are printed in a month: padding by hand is ten times faster than a format.
    String digits = Integer.toString(number);
    return series.name()
        + '-'
        + year
        + '-'
        + (digits.length() < DIGITS ? "0".repeat(DIGITS - digits.length()) : "")
        + digits;
  }
}
