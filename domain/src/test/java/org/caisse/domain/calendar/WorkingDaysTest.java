package org.caisse.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

  private static final WorkingDays FRANCE =
      new WorkingDays(
          Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
          Set.of(MonthDay.of(5, 1)),
          Set.of(LocalDate.of(2026, 4, 6)));

  @ParameterizedTest
  @CsvSource({
    "2026-05-05, 2026-05-05",
    "2026-07-05, 2026-07-06",
    "2026-04-04, 2026-04-07",
    "2026-05-01, 2026-05-04"
  })
  void aDayOnWhichNobodyWorksIsMovedToTheNextThatIsWorked(LocalDate day, LocalDate moved) {
    assertThat(FRANCE.onOrAfter(day)).isEqualTo(moved);
  }

  @Test
  void aWeekWithoutWorkIsNone() {
    assertThatThrownBy(() -> new WorkingDays(EnumSet.allOf(DayOfWeek.class), Set.of(), Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
