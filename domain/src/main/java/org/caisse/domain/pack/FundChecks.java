package org.caisse.domain.pack;

import org.caisse.domain.person.MatchSettings;

/**
 * What the fund wants people to look at, which no law says.
 *
 * @param persons when two numbers may be one person; null when nobody said
 * @param declarations what of a month's declarations is worth a look; null when nobody said
 */
public record FundChecks(MatchSettings persons, OfDeclarations declarations) {

  /** A fund that said nothing. */
  public static final FundChecks NONE = new FundChecks(null, null);

  /**
   * What of a month's declarations is worth a look.
   *
   * @param payDropPercent a pay that is lower than the last month's, or than the one of a list, by
   *     more than so many percent
   */
  public record OfDeclarations(int payDropPercent) {}
}
