package org.caisse.writers.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import org.caisse.config.text.Language;
import org.junit.jupiter.api.Test;

class MissingFileTest {

  @Test
  void employersAreListed() throws IOException {
    assertThat(file(Samples.letterhead(Language.FR, false)))
        .isEqualTo(
            "\uFEFFPériode;N°\u00a0employeur;Raison sociale;Organisme collecteur (OGD);Affilié"
                + " depuis le\r\n"
                + "2026-02;E000002;'=BOULANGERIE;CNSS;2024-11-01\r\n");
  }

  @Test
  void anExampleIsMarked() throws IOException {
    assertThat(file(Samples.EN))
        .contains("Affiliated since;EXAMPLE\r\n", ";2024-11-01;EXAMPLE\r\n");
  }

  @Test
  void whatWasOnlyTriedOutIsMarked() throws IOException {
    assertThat(file(Samples.letterhead(Language.EN, Letterhead.Mark.DRY_RUN)))
        .contains("Affiliated since;DRY RUN\r\n", ";2024-11-01;DRY RUN\r\n");
  }

  private static String file(Letterhead letterhead) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    MissingFile file = new MissingFile(out, letterhead, Samples.FEBRUARY);
    file.append("E000002", "=BOULANGERIE", "CNSS", LocalDate.of(2024, 11, 1));
    file.finish();
    assertThat(file.rows()).isEqualTo(1);
    return Samples.text(out.toByteArray());
  }
}
