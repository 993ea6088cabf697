package org.caisse.domain.pack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.caisse.domain.money.Rate;

/**
 * A contribution rule with its parameters resolved for one period: all that is needed to assess a
 * person.
 *
 * @param rule id of the rule in the pack
 * @param floorMinor least base, minor units per month; 0 for none
 * @param ceilingMinor greatest base, minor units per month; {@link #NO_CEILING} for none
 * @param employer percentage borne by the employer
 * @param insured percentage borne by the insured person
 * @param state percentage borne by the State
 * @param flat amounts per person and month that do not depend on a base
 */
public record ContributionTerms(
    String rule,
    long floorMinor,
    long ceilingMinor,
    Rate employer,
    Rate insured,
    Rate state,
    Shares flat) {

  /** The ceiling of a base that has none. */
  public static final long NO_CEILING = Long.MAX_VALUE;

  public ContributionTerms {
    if (floorMinor < 0 || ceilingMinor < floorMinor) {
      throw new IllegalArgumentException(
          "rule %s: floor %d and ceiling %d do not fit".formatted(rule, floorMinor, ceilingMinor));
    }
  }

  /**
   * What these terms are, as a short key: two periods or packs with the same key give the same
   * amounts. Lets a run see that what was assessed when a file was read still stands.
   */
  public String key() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(toString().getBytes(StandardCharsets.UTF_8)), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
