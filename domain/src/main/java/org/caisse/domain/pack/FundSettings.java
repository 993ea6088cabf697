package org.caisse.domain.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the law leaves to the fund: the values of the parameters it sets, its accounts, its name.
 *
 * @param fundName printed on documents
 * @param example true for the demonstration: every document for people is marked EXAMPLE / EXEMPLE
 * @param parameters values of the parameters marked {@code set_by: fund}, for all days; an empty
 *     value is an explicit {@code none}
 * @param changes values of those that the fund changed, by ascending date
 * @param accounts ledger account number by role
 * @param sha256 of the settings file, in lower-case hexadecimal
 * @param workbooks whether files for people are also written as XLSX
 * @param workbookRows so many rows a list may have that is also written as XLSX; nobody opens a
 *     longer one in a spreadsheet
 * @param personStatements whether persons who owe themselves are sent statements of their accounts
 * @param checks what the fund wants people to look at
 */
public record FundSettings(
    String fundName,
    boolean example,
    Map<String, Optional<BigDecimal>> parameters,
    Map<String, List<Change>> changes,
    Map<String, String> accounts,
    String sha256,
    boolean workbooks,
    int workbookRows,
    boolean personStatements,
    FundChecks checks) {

  /** Rows of the longest list that is also written as XLSX, unless the fund says otherwise. */
  public static final int WORKBOOK_ROWS = 100_000;

  /**
   * A value that the fund set.
   *
   * @param from first day in force
   * @param value empty for an explicit {@code none}
   */
  public record Change(LocalDate from, Optional<BigDecimal> value) {}

  public FundSettings {
    parameters = Map.copyOf(parameters);
    changes = Map.copyOf(changes);
    accounts = Map.copyOf(accounts);
  }

  /** Settings that say nothing of what people look at. */
  public FundSettings(
      String fundName,
      boolean example,
      Map<String, Optional<BigDecimal>> parameters,
      Map<String, List<Change>> changes,
      Map<String, String> accounts,
      String sha256,
      boolean workbooks) {
    this(
        fundName,
        example,
        parameters,
        changes,
        accounts,
        sha256,
        workbooks,
        WORKBOOK_ROWS,
        true,
        FundChecks.NONE);
  }

  /** Settings that say nothing of workbooks: they are written. */
  public FundSettings(
      String fundName,
      boolean example,
      Map<String, Optional<BigDecimal>> parameters,
      Map<String, List<Change>> changes,
      Map<String, String> accounts,
      String sha256) {
    this(fundName, example, parameters, changes, accounts, sha256, true);
  }

  /** Settings of which no value ever changed. */
  public FundSettings(
      String fundName,
      boolean example,
      Map<String, Optional<BigDecimal>> parameters,
      Map<String, String> accounts,
      String sha256) {
    this(fundName, example, parameters, Map.of(), accounts, sha256);
  }

  /**
   * Whether a list of so many rows, sums not counted, is also written as XLSX.
   *
   * @param rows of it
   */
  public boolean workbookOf(long rows) {
    return workbooks && rows <= workbookRows;
  }

  /** Whether the fund said a number or none for a parameter and day. */
  public boolean says(String parameter, LocalDate day) {
    return parameters.containsKey(parameter)
        || changes.getOrDefault(parameter, List.of()).stream()
            .anyMatch(change -> !change.from().isAfter(day));
  }

  /**
   * The number that the fund set for a parameter and day; empty for none, and when it said nothing.
   */
  public Optional<BigDecimal> value(String parameter, LocalDate day) {
    return changes.getOrDefault(parameter, List.of()).stream()
        .filter(change -> !change.from().isAfter(day))
        .reduce((_, later) -> later)
        .map(Change::value)
        .orElseGet(() -> parameters.getOrDefault(parameter, Optional.empty()));
  }
}
