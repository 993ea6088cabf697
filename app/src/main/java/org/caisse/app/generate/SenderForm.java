package org.caisse.app.generate;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The forms in which senders send what their payroll programs and spreadsheets make. */
enum SenderForm {
  /** Saved by a spreadsheet on Windows set to English: commas, cents after a point. */
  COMMA_WINDOWS("liste-%s-%s.csv", ",", Charset.forName("windows-1252"), RowText.Amounts.CENTS),
  /** Copied out of a program: tabs, groups of digits, days without separators, a total. */
  TAB_TOTAL("export-%s-%s.txt", "\t", StandardCharsets.UTF_8, RowText.Amounts.SPACES),
  /** Points between groups, a comma before cents, days first: the mapping says that. */
  BAR_POINTS("salaires-%s-%s.csv", "|", StandardCharsets.ISO_8859_1, RowText.Amounts.POINTS),
  /** Its own titles and numbers without leading zeros: needs a mapping. */
  OWN_TITLES("paie-%s-%s.csv", ";", Charset.forName("windows-1252"), RowText.Amounts.SPACES),
  /** A workbook with numbers as numbers and days as days. */
  WORKBOOK("paie-%s-%s.xlsx", "", StandardCharsets.UTF_8, RowText.Amounts.PLAIN),
  /** Côte d'Ivoire's ten columns, in a workbook: the employer is in a mapping. */
  TEN_COLUMNS(
      "Appel_Cotisation_CNPS_%2$s_%1$s.xlsx", "", StandardCharsets.UTF_8, RowText.Amounts.PLAIN),
  /** Bénin's list with totals in the first row. */
  FIRST_ROW("liste-nominative-%s-%s.csv", ";", StandardCharsets.UTF_8, RowText.Amounts.PLAIN),
  /** Burkina Faso's BNTS: the employer is in a mapping. */
  BNTS("bnts-%s-%s.csv", ";", Charset.forName("windows-1252"), RowText.Amounts.COMMA_CENTS);

  private final String name;
  private final String separator;
  private final Charset encoding;
  private final RowText.Amounts amounts;

  SenderForm(String name, String separator, Charset encoding, RowText.Amounts amounts) {
    this.name = name;
    this.separator = separator;
    this.encoding = encoding;
    this.amounts = amounts;
  }

  /** Name of a file, from the employer's number and the month as the form writes it. */
  String fileName(String employer, Month month) {
    return name.formatted(employer, monthText(month));
  }

  private String monthText(Month month) {
    String text = "%02d_%04d".formatted(month.month().getMonthValue(), month.month().getYear());
    return isDatedByName() ? text : month.month().toString();
  }

  private boolean isDatedByName() {
    return this == OWN_TITLES || this == TEN_COLUMNS;
  }

  boolean isWorkbook() {
    return separator.isEmpty();
  }

  String separator() {
    return separator;
  }

  Charset encoding() {
    return encoding;
  }

  RowText.Amounts amounts() {
    return amounts;
  }

  /** The mapping of a sender, or null when its files speak for themselves. */
  String mapping(String employer) {
    String pattern = name.formatted(employer, "{month}_{year}");
    return switch (this) {
      case OWN_TITLES ->
          """
          title: paie de %1$s
          kind: declaration
          files: ["%2$s"]
          dates: dmy
          columns:
            person: {title: Mat., width: 8, prefix: P}
            gross: Brut imposable
          for_all_lines: {employer: %1$s}
          """
              .formatted(employer, pattern);
      case TEN_COLUMNS ->
          """
          title: appel de cotisation de %1$s
          format: ci-cnps
          files: ["%2$s"]
          for_all_lines: {employer: %1$s}
          """
              .formatted(employer, pattern);
      case BNTS ->
          """
          title: bordereaux de %1$s
          format: bf-cnss-bnts
          files: ["bnts-%1$s-*.csv"]
          for_all_lines: {employer: %1$s}
          """
              .formatted(employer);
      case BAR_POINTS ->
          """
          title: salaires de %1$s
          kind: declaration
          files: ["salaires-%1$s-*.csv"]
          dates: dmy
          """
              .formatted(employer);
      case COMMA_WINDOWS, TAB_TOTAL, WORKBOOK, FIRST_ROW -> null;
    };
  }
}
