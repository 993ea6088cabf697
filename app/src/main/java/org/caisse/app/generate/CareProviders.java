package org.caisse.app.generate;

import java.util.List;
import org.caisse.app.generate.ExampleCare.Level;

/** The providers of care of a fund, each a function of its index. */
final class CareProviders {

  private static final int LINES_OF_A_PROVIDER = 266;
  private static final int LEAST = 10;

  /** Of 100 providers, how many are of which level: the last ones are pharmacies, laboratories. */
  private static final int PHARMACIES = 25;

  private static final int LABORATORIES = 8;
  private static final int IN_HUNDRED = 100;

  private static final List<String> REGIONS = List.of("KADIOGO", "GUIRIKO", "NORD", "EST");

  private final long seed;
  private final List<Level> levels;
  private final int count;

  CareProviders(long seed, List<Level> levels, int claims) {
    this.seed = seed;
    this.levels = levels;
    this.count = Math.max(LEAST, claims / LINES_OF_A_PROVIDER);
  }

  int count() {
    return count;
  }

  String number(int provider) {
    return "F%05d".formatted(provider + 1);
  }

  Level level(int provider) {
    int drawn = Draw.CARE_PROVIDER.below(IN_HUNDRED, seed, provider);
    int last = levels.size() - 1;
    if (drawn < PHARMACIES) {
      return levels.get(last - 1);
    }
    return drawn < PHARMACIES + LABORATORIES
        ? levels.get(last)
        : levels.get(drawn % (levels.size() - 2));
  }

  String region(int provider) {
    return REGIONS.get(Draw.CARE_REGION.below(REGIONS.size(), seed, provider));
  }

  /** Whether its contract ended before the month. */
  boolean contractEnded(int provider) {
    return Draw.CARE_CONTRACT.below(IN_HUNDRED, seed, provider) < 2;
  }

  /**
   * In which form it sends, or null for Caisse's own.
   *
   * @param messPercent of them who have another; where there is one of a form, there is one of each
   */
  InvoiceSender sender(int provider, int messPercent) {
    InvoiceSender[] forms = InvoiceSender.values();
    if (messPercent == 0) {
      return null;
    }
    int step = count / Math.max(forms.length, count * messPercent / IN_HUNDRED);
    return provider % step == 1 ? forms[provider / step % forms.length] : null;
  }

  /** Whether it is not in the registry at all: of 300 there is one. */
  boolean unknown(int provider) {
    return count >= IN_HUNDRED && provider == count / 2;
  }
}
