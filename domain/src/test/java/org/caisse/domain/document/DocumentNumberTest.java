package org.caisse.domain.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentNumberTest {

  @ParameterizedTest
  @CsvSource({
    "AVIS, 2026, 123, AVIS-2026-000123",
    "AR, 2026, 1, AR-2026-000001",
    "RELEVE, 2031, 999999, RELEVE-2031-999999",
    "ETAT, 2026, 1000000, ETAT-2026-1000000"
  })
  void isPrintedAndFoundAgain(DocumentSeries series, int year, int number, String printed) {
    DocumentNumber document = new DocumentNumber(series, year, number);

    assertThat(document).hasToString(printed);
    assertThat(DocumentNumber.parse(printed)).contains(document);
  }

  @Test
  void isFoundAsPeopleTypeIt() {
    assertThat(DocumentNumber.parse(" avis-2026-123 "))
        .contains(new DocumentNumber(DocumentSeries.AVIS, 2026, 123));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"12", "2026-02/contribution-assessment-1", "XY-2026-1", "AVIS-2026-0", "AVIS", ""})
  void otherWordsMeanNoDocument(String word) {
    assertThat(DocumentNumber.parse(word)).isEmpty();
  }

  @Test
  void thereIsNoDocumentBeforeTheFirst() {
    assertThatThrownBy(() -> new DocumentNumber(DocumentSeries.OGD, 2026, 0))
        .hasMessageContaining("document 0 of series OGD");
  }
}
