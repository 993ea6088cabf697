package org.caisse.domain.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WithdrawalEffectTest {

  @ParameterizedTest(name = "stood {0}, number {1}, without it {2}: {3}")
  @CsvSource({
    "false, 1, 0, NOTHING",
    "false, 2, 1, NOTHING",
    "true, 1, 0, MISSING",
    "true, 3, 1, EARLIER_COUNTS",
    "true, 1, 3, REPLACED",
    "true, 2, 2, SAME_ELSEWHERE"
  })
  void whatIsLeftDecides(boolean stood, int sequence, int otherSequence, WithdrawalEffect effect) {
    assertThat(WithdrawalEffect.of(stood, sequence, otherSequence)).isEqualTo(effect);
  }
}
