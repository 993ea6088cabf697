package org.caisse.writers.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

  @ParameterizedTest
  @CsvSource({
    "declaration_2026-02.csv, declaration_2026-02.csv",
    "Société Générale 02/2026.csv, Societe_Generale_02_2026.csv",
    "../../etc/passwd, etc_passwd",
    "'..', file",
    "'', file",
    "C:\\Temp\\a.csv, C_Temp_a.csv",
    ".hidden, hidden",
    "-rf, rf",
    "nul.csv, file_nul.csv",
    "a.csv..., a.csv",
    "工资.csv, csv"
  })
  void aNameFromOutsideIsPlain(String outside, String safe) {
    assertThat(FileName.safe(outside)).isEqualTo(safe);
  }

  @Test
  void aLongNameKeepsItsExtension() {
    assertThat(FileName.safe("x".repeat(500) + ".CSV"))
        .hasSize(FileName.MAX_LENGTH)
        .endsWith("x.csv");
    assertThat(FileName.safe("x".repeat(500))).hasSize(FileName.MAX_LENGTH);
  }

  @Test
  void anythingAtAllIsAValidEntryName() {
    for (int c = 0; c < 0x3000; c++) {
      String name = FileName.safe("a" + (char) c + "b");
      assertThat(EntryName.checked(name)).matches("[A-Za-z0-9._-]+");
    }
  }
}
