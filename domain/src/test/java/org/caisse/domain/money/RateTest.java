package org.caisse.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {

  @ParameterizedTest(name = "{0} % of {1} is {2}")
  @CsvSource({
    "2.5, 333333, 8333",
    "2.5, 100020, 2501",
    "2.5, 100019, 2500",
    "3.06, 28460, 871",
    "3.50, 28460, 996",
    "3.06, 100010, 3060",
    "3.50, 100010, 3500",
    "4.1, 2500000, 102500",
    "2, 125, 3",
    "0, 999, 0",
    "100, 7, 7",
    "2.5, -20, -1",
    "2.5, -19, 0"
  })
  void aPercentageIsRoundedHalfAwayFromZero(BigDecimal percent, long amount, long expected) {
    assertThat(Rate.percent(percent).of(amount)).isEqualTo(expected);
  }

  @Test
  void anyRateOfAnyAmountIsWhatExactArithmeticGives() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 20_000; i++) {
      BigDecimal percent = BigDecimal.valueOf(random.nextLong(0, 1_000_000), random.nextInt(1, 7));
      long amount = random.nextLong(-1_000_000_000_000_000L, 1_000_000_000_000_000L);
      long exact =
          percent
              .movePointLeft(2)
              .multiply(BigDecimal.valueOf(amount))
              .setScale(0, RoundingMode.HALF_UP)
              .longValueExact();
      assertThat(Rate.percent(percent).of(amount))
          .as("%s %% of %d", percent, amount)
          .isEqualTo(exact);
    }
  }

  @Test
  void whatDoesNotFitIsAnErrorAndNeverAWrongAmount() {
    assertThatThrownBy(() -> Rate.percent(new BigDecimal("20000")).of(Long.MAX_VALUE))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Rate.percent(new BigDecimal("-1")))
        .hasMessageContaining("negative rate");
  }

  @Test
  void someMonthsOfARateAreOneRateAndRoundOnce() {
    Rate perMonth = Rate.percent(BigDecimal.ONE);
    assertThat(perMonth.times(3).of(150)).isEqualTo(5);
    assertThat(perMonth.times(3).toPercent()).isEqualByComparingTo("3");
  }

  @Test
  void ratesAddUpExactly() {
    Rate total = Rate.percent(new BigDecimal("3.06")).plus(Rate.percent(new BigDecimal("3.5")));

    assertThat(total.toPercent()).isEqualByComparingTo("6.56");
    assertThat(total.of(100_010)).isEqualTo(6_561);
    assertThat(total.plus(Rate.ZERO).of(100_010)).isEqualTo(6_561);
  }
}
