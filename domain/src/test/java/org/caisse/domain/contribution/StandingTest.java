package org.caisse.domain.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is to be done with an employer's month, case by case; the terms in force are T. */
class StandingTest {

  @ParameterizedTest(
      name = "filed {0} added {1} read {2} gap {3}; posted {4} same {5} as read {6} under {7}: {8}")
  @CsvSource({
    "false, 0, '', false, false, true, false, '', ABSENT",
    "true, 1, T, false, false, false, false, '', AS_READ",
    "true, 3, T, false, false, false, false, '', AS_READ",
    "true, 1, S, false, false, false, false, '', ANEW",
    "true, 2, '', false, false, false, false, '', ANEW",
    "true, 2, T, true, false, false, false, '', ANEW",
    "true, 0, T, false, true, true, true, T, UNCHANGED",
    "true, 0, S, false, true, true, false, T, UNCHANGED",
    "true, 0, '', true, true, true, false, T, UNCHANGED",
    "false, 0, '', false, true, true, false, T, UNCHANGED",
    "true, 0, T, false, true, true, true, S, ANEW",
    "true, 1, T, false, true, false, true, T, ANEW",
    "false, 0, '', false, true, false, true, T, ANEW",
    "true, 1, T, false, true, true, true, T, COMPLETED",
    "true, 1, T, false, true, true, false, T, ANEW",
    "true, 1, '', false, true, true, true, T, ANEW",
    "true, 1, T, true, true, true, true, T, ANEW",
    "true, 1, T, false, true, true, true, S, ANEW"
  })
  void whatIsToBeDone(
      boolean filed,
      int added,
      String readUnder,
      boolean gap,
      boolean postedBefore,
      boolean same,
      boolean asRead,
      String postedUnder,
      Standing expected) {
    assertThat(
            Standing.of(
                new Standing.Facts(
                    filed, added, readUnder, gap, postedBefore, same, asRead, postedUnder, "T")))
        .isEqualTo(expected);
  }
}
