package org.caisse.readers.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTextTest {

  @Test
  void everyDayOfTheYears1To9999IsRead() {
    LocalDate day = LocalDate.of(1, 1, 1);
    while (day.getYear() < 10_000) {
      long expected = day.toEpochDay();
      long read = FieldText.epochDay(day.toString());
      if (read != expected) {
        assertThat(read).as(day.toString()).isEqualTo(expected);
      }
      day = day.plusDays(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "2026-02-29",
        "1900-02-29",
        "2026-04-31",
        "2026-00-10",
        "2026-13-01",
        "2026-01-00",
        "2026-01-32",
        "0000-01-01",
        "2026-1-01",
        "26-01-01",
        "2026/01/01",
        "2026-01/01",
        "01-01-2026",
        "2026-01-01 ",
        " 2026-01-1",
        "2026-01-01T00:00",
        "-026-01-01",
        "20a6-01-01",
        "2026-01-1a",
        "2026-+1-01",
        "٢٠٢٦-٠١-٠١"
      })
  void whatIsNoDayIsUnreadable(String text) {
    assertThat(FieldText.epochDay(text)).isEqualTo(FieldText.UNREADABLE);
  }

  @Test
  void monthsAreReadAsTheirFirstDay() {
    for (String month : new String[] {"0001-01", "2024-03", "2026-02", "9999-12"}) {
      assertThat(FieldText.monthStart(month))
          .isEqualTo(YearMonth.parse(month).atDay(1).toEpochDay());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "2026", "2026-2", "2026-00", "2026-13", "2026-021", "202602", "0000-01"})
  void whatIsNoMonthIsUnreadable(String text) {
    assertThat(FieldText.monthStart(text)).isEqualTo(FieldText.UNREADABLE);
  }

  @ParameterizedTest
  @CsvSource({"0,0", "007,7", "999999999999999999,999999999999999999"})
  void wholeNumbersAreRead(String text, long number) {
    assertThat(FieldText.wholeNumber(text)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "-1", "+1", "1 ", "1.0", "1e3", "1 000", "1000000000000000000", "٣"})
  void whatIsNoWholeNumberIsUnreadable(String text) {
    assertThat(FieldText.wholeNumber(text)).isEqualTo(FieldText.UNREADABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "150000,0,150000",
    "-1,0,-1",
    "-0,0,0",
    "0150,0,150",
    "999999999999999999,0,999999999999999999",
    "-999999999999999999,0,-999999999999999999",
    "12,2,1200",
    "12.3,2,1230",
    "12.34,2,1234",
    "-12.05,2,-1205",
    "0.001,3,1",
    "9999999999999999.99,2,999999999999999999"
  })
  void amountsAreReadInMinorUnits(String text, int decimals, long minor) {
    assertThat(FieldText.amountMinor(text, decimals)).isEqualTo(minor);
  }

  @ParameterizedTest
  @CsvSource({
    "'',0",
    "-,0",
    "' ',0",
    "+5,0",
    "5.,0",
    "5.0,0",
    "'5,0',0",
    "5 000,0",
    "5F,0",
    "--5,0",
    "1000000000000000000,0",
    "5.,2",
    ".5,2",
    "5.123,2",
    "5.1a,2",
    "5.-1,2",
    "5.1.2,2",
    "10000000000000000.00,2",
    "10000000000000000,2",
    "NaN,2",
    "1e5,2"
  })
  void whatIsNoAmountIsUnreadable(String text, int decimals) {
    assertThat(FieldText.amountMinor(text, decimals)).isEqualTo(FieldText.UNREADABLE);
  }
}
