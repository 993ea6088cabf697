package org.caisse.readers.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which formats make a day of a number. */
class NumberFormatCodeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dd/mm/yyyy",
        "d/m/yy",
        "yyyy-mm-dd",
        "[$-40C]d mmmm yyyy;@",
        "dddd",
        "mmm-yy",
        "mmmm",
        "m/d/yy h:mm",
        "dd/mm/yyyy hh:mm:ss.000",
        "[Red]dd.mm.yyyy",
        "d \"de\" mmmm",
        "yyyy\\-mm\\-dd\\ hh:mm AM/PM",
        "DD/MM/YYYY"
      })
  void days(String code) {
    assertThat(NumberFormatCode.showsDay(code)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "General",
        "Standard",
        "0",
        "0.00",
        "#,##0",
        "# ##0\\ \"FCFA\"",
        "#,##0.00 [$F CFA-40C]",
        "0 \"jours par mois\"",
        "0.00E+00",
        "h:mm",
        "hh:mm:ss",
        "mm:ss.0",
        "[h]:mm",
        "[mm]:ss",
        "h:mm AM/PM",
        "@",
        "\"day\"",
        "\\d0",
        "0_d",
        "[Red]0",
        "0;[Red]-0;\"dd\"",
        "",
        "\"",
        "[",
        "\\"
      })
  void noDays(String code) {
    assertThat(NumberFormatCode.showsDay(code)).isFalse();
  }

  @Test
  void theBuiltInOnes() {
    List<Integer> days =
        IntStream.range(-1, 200).filter(NumberFormatCode::showsDay).boxed().toList();
    assertThat(days)
        .containsExactly(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58);
  }
}
