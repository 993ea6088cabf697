package org.caisse.domain.pack;

import java.util.List;
import org.caisse.domain.money.Rate;

/**
 * A {@link FundingKey} in numbers.
 *
 * @param id of the key
 * @param parts who bears what; the last one bears the rest
 */
public record FundingTerms(String id, List<Part> parts) {

  public FundingTerms {
    parts = List.copyOf(parts);
  }

  /**
   * Who bears how much.
   *
   * @param funder id
   * @param percent null for all that the others leave
   */
  public record Part(String funder, Rate percent) {}
}
