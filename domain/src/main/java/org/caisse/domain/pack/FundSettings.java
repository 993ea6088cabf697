package org.caisse.domain.pack;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * What the law leaves to the fund: the values of the parameters it sets, its accounts, its name.
 *
 * @param fundName printed on documents
 * @param example true for the demonstration: every document for people is marked EXEMPLE / EXAMPLE
 * @param parameters values of the parameters marked {@code set_by: fund}; an empty value is an
 *     explicit {@code none}
 * @param accounts ledger account number by role
 * @param sha256 of the settings file, in lower-case hexadecimal
 */
public record FundSettings(
    String fundName,
    boolean example,
    Map<String, Optional<BigDecimal>> parameters,
    Map<String, String> accounts,
    String sha256) {

  public FundSettings {
    parameters = Map.copyOf(parameters);
    accounts = Map.copyOf(accounts);
  }
}
