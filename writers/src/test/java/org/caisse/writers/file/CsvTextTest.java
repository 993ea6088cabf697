package org.caisse.writers.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.caisse.domain.money.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {

  private static final Currency MAD = new Currency("MAD", 2);

  @Test
  void machinesGetPlainLines() {
    CsvText csv = CsvText.forMachines();
    csv.code("E").text("=1+1").text("a;b").number(-5).amount(150, MAD).empty(2).endRow();
    csv.empty(1).number(0).endRow();

    assertThat(text(csv)).isEqualTo("E;=1+1;\"a;b\";-5;1.50;;\n;0\n");
  }

  @Test
  void peopleGetWhatTheirSpreadsheetOpens() {
    CsvText csv = CsvText.forPeople(',');
    csv.text("OUÉDRAOGO").amount(-150, MAD).amount(-1200, Currency.XOF).endRow();

    assertThat(text(csv)).isEqualTo("\uFEFFOUÉDRAOGO;-1,50;-1200\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=HYPERLINK(\"x\")", "+226 70 00 00 00", "-1", "@SUM(A1)", "\tcmd", "\rcmd"})
  void textThatASpreadsheetWouldExecuteIsMadeHarmlessForPeopleOnly(String cell) throws IOException {
    assertThat(readBack(CsvText.forPeople(',').text(cell))).isEqualTo("'" + cell);
    assertThat(readBack(CsvText.forMachines().text(cell))).isEqualTo(cell);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"plain", "a;b", "say \"no\"", "two\nlines", "two\r\nlines", "", " x ", "été 😀 Ɔ"})
  void anyTextIsReadBackAsItWas(String cell) throws IOException {
    assertThat(readBack(CsvText.forPeople('.').text(cell))).isEqualTo(cell);
    assertThat(readBack(CsvText.forMachines().text(cell))).isEqualTo(cell);
  }

  @Test
  void controlCharactersAndBrokenCharactersBecomeVisibleForPeople() throws IOException {
    assertThat(readBack(CsvText.forPeople('.').text("a\0b\u0007\uD800")))
        .isEqualTo("a\uFFFDb\uFFFD\uFFFD");
  }

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "9,9",
    "10,10",
    "-1,-1",
    "9223372036854775807,9223372036854775807",
    "-9223372036854775808,-9223372036854775808"
  })
  void numbersAreExact(long number, String shown) {
    assertThat(text(CsvText.forMachines().number(number))).isEqualTo(shown);
  }

  @Test
  void aCodeThatNeedsQuotesIsAMistakeOfOurs() {
    CsvText csv = CsvText.forMachines();
    assertThatThrownBy(() -> csv.code("a;b")).hasMessageContaining("write it as text");
  }

  @Test
  void theNextFileStartsAnew() {
    CsvText csv = CsvText.forPeople(',');
    csv.text("first");
    csv.startAnew();
    csv.text("second");

    assertThat(text(csv)).isEqualTo("\uFEFFsecond");
  }

  private static String text(CsvText csv) {
    return new String(csv.toBytes(), StandardCharsets.UTF_8);
  }

  private static String readBack(CsvText csv) throws IOException {
    String text = text(csv.number(7).endRow());
    String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
    CSVRecord row =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(';')
            .get()
            .parse(new StringReader(body))
            .getRecords()
            .getFirst();
    assertThat(row.get(1)).isEqualTo("7");
    return row.get(0);
  }
}
