package org.caisse.domain.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrescriptionTest {

  /** Acts are written like {@code PAYMENT:2022-01-15+SERVICE:2023-01-01}. */
  @ParameterizedTest
  @CsvSource({
    "2021-03-10, '', 60, 2026-03-10, 2026-03-10, false",
    "2021-03-10, '', 60, 2026-03-11, 2026-03-10, true",
    // An act begins the period anew, the last one counts, in whatever order they are told.
    "2021-03-10, PAYMENT:2022-01-15, 60, 2026-03-11, 2027-01-15, false",
    "2021-03-10, SERVICE:2023-06-01+PAYMENT:2022-01-15, 60, 2028-06-01, 2028-06-01, false",
    "2021-03-10, SERVICE:2023-06-01+PAYMENT:2022-01-15, 60, 2028-06-02, 2028-06-01, true",
    "2021-03-10, ACKNOWLEDGEMENT:2026-03-10, 60, 2026-03-11, 2031-03-10, false",
    // What comes after the period has run changes nothing.
    "2021-03-10, PAYMENT:2026-03-11, 60, 2026-04-01, 2026-03-10, true",
    // Neither does what comes before the due day, or after the day on which it is asked.
    "2021-03-10, PAYMENT:2021-03-01+SERVICE:2026-05-01, 60, 2026-03-10, 2026-03-10, false",
    // Months end with the month.
    "2024-02-29, '', 12, 2025-02-28, 2025-02-28, false",
  })
  void thePeriodRunsFromTheDueDayOrTheLastActThatCameInTime(
      LocalDate due, String acts, int months, LocalDate day, LocalDate last, boolean hasRun) {
    Prescription found = Prescription.judge(due, acts(acts), months, day);

    assertThat(found.last()).isEqualTo(last);
    assertThat(found.hasRun()).isEqualTo(hasRun);
  }

  private static List<Prescription.Act> acts(String text) {
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split("\\+", -1))
            .map(act -> act.split(":", -1))
            .map(
                act ->
                    new Prescription.Act(
                        Prescription.Kind.valueOf(act[0]), LocalDate.parse(act[1])))
            .toList();
  }
}
