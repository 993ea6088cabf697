package org.caisse.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LateMonthsTest {

  @ParameterizedTest(name = "due {0}, received {1}: {2}")
  @CsvSource({
    "2026-03-10, 2026-03-09, 0",
    "2026-03-10, 2026-03-10, 0",
    "2026-03-10, 2026-03-11, 1",
    "2026-03-10, 2026-04-10, 1",
    "2026-03-10, 2026-04-11, 2",
    "2026-03-10, 2027-03-10, 12",
    "2026-03-10, 2027-03-11, 13",
    "2026-01-31, 2026-02-28, 1",
    "2026-01-31, 2026-03-01, 2",
    "2024-01-31, 2024-02-29, 1"
  })
  void monthsRunFromAnniversaryToAnniversaryAndAFractionCountsWhole(
      LocalDate due, LocalDate received, int months) {
    assertThat(LateMonths.between(due, received)).isEqualTo(months);
  }
}
