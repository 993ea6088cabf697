package org.caisse.readers.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.caisse.readers.workbook.CellValue;
import org.caisse.readers.workbook.CellValue.ValueType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a stored value is to whoever looks at the sheet. */
class SheetValueTest {

  @ParameterizedTest
  @CsvSource({
    "150000, 150000",
    "0, 0",
    "-0, 0",
    "0.0, 0",
    "007, 7",
    "+5, 5",
    "5., 5",
    "-1500.50, -1500.5",
    "150000.00000000003, 150000",
    "149999.99999999997, 150000",
    "0.30000000000000004, 0.3",
    "4.5600000000000002E-2, 0.0456",
    "1.23E+11, 123000000000",
    "1e3, 1000",
    "123456789012345, 123456789012345",
    "123456789012.12345, 123456789012.123",
    "999999999999999.4, 999999999999999",
    "100000000000000, 100000000000000",
    "0.000000000000001, 0.000000000000001",
    "' 12 ', 12"
  })
  void numbersAreTheDigitsThatAreShown(String stored, String digits) {
    assertThat(number(stored)).isEqualTo(new Cell.Decimal(digits));
  }

  @ParameterizedTest
  @CsvSource({
    "1234567890123456, 1.23456789012346E+15",
    "1.2345678901234568E+18, 1.23456789012346E+18",
    "1E+15, 1E+15",
    "999999999999999.5, 1E+15",
    "-1E+300, -1E+300",
    "1E9999, 1E+9999",
    "-2.7755575615628914E-17, -2.77555756156289E-17"
  })
  void whereDigitsAreLostTheNumberStaysScientific(String stored, String text) {
    assertThat(number(stored)).isEqualTo(new Cell.Text(text));
  }

  @ParameterizedTest
  @CsvSource({"12abc", "1E99999", "--1", "1/2", "NaN", "Infinity", "0x10", "1_000", "'1 000'", "٣"})
  void whatIsNoNumberStaysWhatItIs(String stored) {
    assertThat(number(stored)).isEqualTo(new Cell.Text(stored));
  }

  @Test
  void aNumberOfManyDigitsIsText() {
    String digits = "9".repeat(65);

    assertThat(number(digits)).isEqualTo(new Cell.Text(digits));
    assertThat(number("9".repeat(64))).isEqualTo(new Cell.Text("1E+64"));
  }

  @ParameterizedTest
  @CsvSource({
    "46063, 2026-02-10",
    "46063.0, 2026-02-10",
    "46062.999999999, 2026-02-10",
    "46063.000000001, 2026-02-10",
    "1, 1900-01-01",
    "59, 1900-02-28",
    "61, 1900-03-01",
    "2958465, 9999-12-31"
  })
  void daysSince1900(String stored, LocalDate day) {
    assertThat(day(stored, false)).isEqualTo(new Cell.Day(day));
  }

  @ParameterizedTest
  @CsvSource({"0, 1904-01-01", "1, 1904-01-02", "44601, 2026-02-10", "60, 1904-03-01"})
  void daysSince1904(String stored, LocalDate day) {
    assertThat(day(stored, true)).isEqualTo(new Cell.Day(day));
  }

  @Test
  void aTimeOfDayMakesItText() {
    assertThat(day("46063.5", false)).isEqualTo(new Cell.Text("2026-02-10 12:00:00"));
    assertThat(day("46063.999988", false)).isEqualTo(new Cell.Text("2026-02-10 23:59:59"));
  }

  @ParameterizedTest
  @CsvSource({"60, 60", "0, 0", "0.25, 0.25", "-1, -1", "2958466, 2958466"})
  void whatIsNoDayOfTheCalendarStaysANumber(String stored, String digits) {
    assertThat(day(stored, false)).isEqualTo(new Cell.Decimal(digits));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-10, 2026-02-10",
    "2026-02-10T00:00:00, 2026-02-10",
    "2026-02-10T00:00:00Z, 2026-02-10",
    "2026-02-10T00:00:00.000, 2026-02-10"
  })
  void daysInIsoForm(String stored, LocalDate day) {
    assertThat(time(stored)).isEqualTo(new Cell.Day(day));
  }

  @Test
  void timesInIsoFormAreText() {
    assertThat(time("2026-02-10T08:30:00")).isEqualTo(new Cell.Text("2026-02-10 08:30:00"));
    assertThat(time("2026-02-30")).isEqualTo(new Cell.Text("2026-02-30"));
    assertThat(time("T08:30")).isEqualTo(new Cell.Text("T08:30"));
  }

  @Test
  void textIsOneLine() {
    assertThat(text("SALAIRE\r\nBRUT")).isEqualTo(new Cell.Text("SALAIRE BRUT"));
    assertThat(text("a\tb\u2028c")).isEqualTo(new Cell.Text("a b c"));
    assertThat(text("KABORÉ  Awa ")).isEqualTo(new Cell.Text("KABORÉ  Awa "));
    assertThat(text(" \n ")).isEqualTo(Cell.BLANK);
  }

  @Test
  void truthIsWritten() {
    assertThat(SheetValue.of(new CellValue(ValueType.TRUTH, "1", false), false))
        .isEqualTo(new Cell.Text("TRUE"));
    assertThat(SheetValue.of(new CellValue(ValueType.TRUTH, "0", false), false))
        .isEqualTo(new Cell.Text("FALSE"));
    assertThat(SheetValue.of(new CellValue(ValueType.TRUTH, "2", false), false))
        .isEqualTo(new Cell.Text("2"));
  }

  private static Cell number(String stored) {
    return SheetValue.of(new CellValue(ValueType.NUMBER, stored, false), false);
  }

  private static Cell day(String stored, boolean since1904) {
    return SheetValue.of(new CellValue(ValueType.NUMBER, stored, true), since1904);
  }

  private static Cell time(String stored) {
    return SheetValue.of(new CellValue(ValueType.TIME, stored, true), false);
  }

  private static Cell text(String stored) {
    return SheetValue.of(new CellValue(ValueType.TEXT, stored, false), false);
  }
}
