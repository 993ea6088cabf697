package org.caisse.domain.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.caisse.domain.money.Rate;
import org.junit.jupiter.api.Test;

class ContributionTermsTest {

  private static final Rate HALF = Rate.percent(new BigDecimal("2.5"));

  /** These keys are stored in databases of version 0.1.0. */
  @Test
  void plainTermsKeepTheKeyUnderWhichTheyWereStored() {
    assertThat(
            new ContributionTerms(
                    "salaried", 45_000, 3_000_000, HALF, HALF, Rate.ZERO, Shares.NOTHING)
                .key())
        .isEqualTo("9780fe910e5464ea");
    assertThat(
            new ContributionTerms(
                    "indigent",
                    0,
                    ContributionTerms.NO_CEILING,
                    Rate.ZERO,
                    Rate.ZERO,
                    Rate.ZERO,
                    new Shares(0, 0, 4_000))
                .key())
        .isEqualTo("9d9f78cca3a52e1e");
  }

  @Test
  void whateverAShapeSaysIsInItsKey() {
    String key = shaped(Circumstances.NONE, 100).key();

    assertThat(shaped(Circumstances.NONE, 100).key()).isEqualTo(key);
    assertThat(shaped(Circumstances.NONE, 101).key()).isNotEqualTo(key);
    TreeMap<String, String> words = new TreeMap<>();
    words.put("poverty", "poor");
    assertThat(shaped(new Circumstances(null, null, null, -1, -1, 0, null, null, words), 100).key())
        .isNotEqualTo(key);
    assertThat(ContributionTerms.exempt("rule").key()).isNotEqualTo(key);
  }

  private static ContributionTerms shaped(Circumstances fixed, long amountMinor) {
    return ContributionTerms.shaped(
        new Shape(
            "rule",
            LocalDate.of(2026, 2, 1),
            new Shape.Whole.Flat(
                List.of(new Shape.PayerAmount(Payer.INSURED, Lookup.always(amountMinor))), null),
            Span.QUARTER,
            Owing.BY_MONTH,
            AbovePay.OWED,
            fixed));
  }
}
