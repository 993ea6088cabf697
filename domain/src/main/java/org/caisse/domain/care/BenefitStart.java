package org.caisse.domain.care;

import java.time.LocalDate;
import java.util.List;

/**
 * From when benefits are given to some populations, which may be long after they began to
 * contribute.
 *
 * @param populations to whom
 * @param regions in which regions of the registry; empty for all that no other row names
 * @param from first day; null where none is fixed yet
 * @param source where it was read
 */
public record BenefitStart(
    List<String> populations, List<String> regions, LocalDate from, String source) {

  public BenefitStart {
    populations = List.copyOf(populations);
    regions = List.copyOf(regions);
  }
}
