package org.caisse.config.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.caisse.domain.money.Currency;
import org.junit.jupiter.api.Test;

/** Amounts and dates as people read them. */
class AmountsTest {

  private final Amounts french = new Amounts(Language.FR, Currency.XOF);
  private final Amounts english = new Amounts(Language.EN, Currency.XOF);

  @Test
  void amountsAreGroupedWithTheirCurrency() {
    assertThat(french.money(1_234_567)).isEqualTo("1\u202F234\u202F567\u00A0F\u00A0CFA");
    assertThat(english.money(1_234_567)).isEqualTo("XOF 1,234,567");
    assertThat(french.money(0)).isEqualTo("0\u00A0F\u00A0CFA");
    assertThat(french.number(-123_456)).isEqualTo("-123\u202F456");
    assertThat(english.number(999)).isEqualTo("999");
    assertThat(english.number(-1_000)).isEqualTo("-1,000");
    assertThat(english.count(Long.MIN_VALUE)).isEqualTo("-9,223,372,036,854,775,808");
  }

  @Test
  void aCurrencyWithDecimalsShowsThemAll() {
    Currency dirham = new Currency("MAD", 2);

    assertThat(new Amounts(Language.FR, dirham).money(123_450)).isEqualTo("1\u202F234,50\u00A0MAD");
    assertThat(new Amounts(Language.EN, dirham).money(-5)).isEqualTo("MAD -0.05");
  }

  @Test
  void percentagesHaveNoTrailingZeros() {
    assertThat(french.percent(new BigDecimal("2.50"))).isEqualTo("2,5\u202F%");
    assertThat(english.percent(new BigDecimal("2.50"))).isEqualTo("2.5%");
    assertThat(english.decimal(new BigDecimal("1E+3"))).isEqualTo("1,000");
  }

  @Test
  void datesAndMonths() {
    LocalDate day = LocalDate.of(2026, 3, 5);

    assertThat(french.date(day)).isEqualTo("05/03/2026");
    assertThat(english.date(day)).isEqualTo("5 March 2026");
    assertThat(french.month(YearMonth.of(2026, 2))).isEqualTo("février 2026");
    assertThat(english.month(LocalDate.of(2026, 2, 1))).isEqualTo("February 2026");
  }

  @Test
  void languagesAreFoundByTheirCode() {
    assertThat(Language.ofCode("fr")).contains(Language.FR);
    assertThat(Language.EN.code()).isEqualTo("en");
    assertThat(Language.ofCode("FR")).isEmpty();
  }
}
