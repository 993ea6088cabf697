package org.caisse.domain.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FundSettingsTest {

  private static final LocalDate CHANGE = LocalDate.of(2024, 1, 1);

  @Test
  void aValueThatTheFundChangedHoldsFromItsDay() {
    FundSettings settings =
        new FundSettings(
            "fund",
            false,
            Map.of("floor", Optional.of(BigDecimal.ONE)),
            Map.of(
                "rate",
                List.of(
                    new FundSettings.Change(LocalDate.of(2020, 1, 1), Optional.of(BigDecimal.TWO)),
                    new FundSettings.Change(CHANGE, Optional.empty()))),
            Map.of(),
            "");

    assertThat(settings.says("rate", LocalDate.of(2019, 12, 31))).isFalse();
    assertThat(settings.value("rate", LocalDate.of(2019, 12, 31))).isEmpty();
    assertThat(settings.value("rate", CHANGE.minusDays(1))).contains(BigDecimal.TWO);
    assertThat(settings.says("rate", CHANGE)).isTrue();
    assertThat(settings.value("rate", CHANGE)).isEmpty();
    assertThat(settings.value("floor", LocalDate.MIN)).contains(BigDecimal.ONE);
    assertThat(settings.says("ceiling", CHANGE)).isFalse();
  }
}
