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
 * @param shape how it is computed when percentages and flat amounts do not say it all (they are
 *     zero then); null otherwise, which is the common case
 */
public record ContributionTerms(
    String rule,
    long floorMinor,
    long ceilingMinor,
    Rate employer,
    Rate insured,
    Rate state,
    Shares flat,
    Shape shape) {

  /** The ceiling of a base that has none. */
  public static final long NO_CEILING = Long.MAX_VALUE;

  public ContributionTerms {
    if (floorMinor < 0 || ceilingMinor < floorMinor) {
      throw new IllegalArgumentException(
          "rule %s: floor %d and ceiling %d do not fit".formatted(rule, floorMinor, ceilingMinor));
    }
  }

  /** Terms that are percentages of the pay and flat amounts, and nothing else. */
  public ContributionTerms(
      String rule,
      long floorMinor,
      long ceilingMinor,
      Rate employer,
      Rate insured,
      Rate state,
      Shares flat) {
    this(rule, floorMinor, ceilingMinor, employer, insured, state, flat, null);
  }

  /** Terms under which nobody owes anything. */
  public static ContributionTerms exempt(String rule) {
    return new ContributionTerms(
        rule, 0, NO_CEILING, Rate.ZERO, Rate.ZERO, Rate.ZERO, Shares.NOTHING);
  }

  /** Terms that only their shape tells. */
  static ContributionTerms shaped(Shape shape) {
    return new ContributionTerms(
        shape.rule(), 0, NO_CEILING, Rate.ZERO, Rate.ZERO, Rate.ZERO, Shares.NOTHING, shape);
  }

  /**
   * What these terms are, as a short key: two periods or packs with the same key give the same
   * amounts. Lets a run see that what was assessed when a file was read still stands.
   */
  public String key() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(words().getBytes(StandardCharsets.UTF_8)), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * As this record wrote itself before it had a shape: keys are stored with what was assessed, and
   * terms that did not change keep theirs.
   */
  private String words() {
    String plain =
        ("ContributionTerms[rule=" + rule)
            + (", floorMinor=" + floorMinor)
            + (", ceilingMinor=" + ceilingMinor)
            + (", employer=" + employer)
            + (", insured=" + insured)
            + (", state=" + state)
            + (", flat=" + flat + "]");
    return shape == null ? plain : plain + shape;
  }
}
