package org.caisse.writers.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.caisse.config.text.Language;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.junit.jupiter.api.Test;

class RejectFileTest {

  private static final Reject UNKNOWN =
      new Reject(17, RejectCode.PERSON_UNKNOWN, "person", "P99999999");

  @Test
  void aRowSaysWhereWhatAndWhatToDo() throws IOException {
    List<List<String>> rows =
        Samples.rows(file(Samples.letterhead(Language.FR, false), "L;E1;2026-02;;;;P99999999"));

    assertThat(rows.getFirst())
        .containsExactly(
            "Fichier",
            "Ligne",
            "Code",
            "Champ",
            "Valeur",
            "Attendu",
            "Motif",
            "Que faire",
            "Ligne d’origine");
    List<String> row = rows.get(1);
    assertThat(row).startsWith("a.csv", "17", "302 PERSON_UNKNOWN", "person", "P99999999", "");
    assertThat(row.get(6)).contains("P99999999");
    assertThat(row.get(7)).isNotBlank();
    assertThat(row.getLast()).isEqualTo("L;E1;2026-02;;;;P99999999");
  }

  @Test
  void aLineThatASpreadsheetWouldExecuteIsMadeHarmless() throws IOException {
    List<List<String>> rows = Samples.rows(file(Samples.EN, "=cmd|' /C calc'!A0"));

    assertThat(rows.getFirst()).contains("What to do", "EXAMPLE");
    assertThat(rows.get(1).getLast()).isEqualTo("'=cmd|' /C calc'!A0");
    assertThat(rows.get(1).get(8)).isEqualTo("EXAMPLE");
  }

  @Test
  void aRowOfTheRegistryIsNotToBeCorrectedInTheRejectFile() throws IOException {
    for (RejectCode code : List.of(RejectCode.DATE_UNREADABLE, RejectCode.FIELD_COUNT)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      RejectFile file = new RejectFile(RejectForm.Kind.REGISTRY, out, Samples.EN);
      file.append("persons.csv", new Reject(2, code, "birth_date", "1990-02-31"), "P1;");
      file.finish();
      assertThat(Samples.rows(out.toByteArray()).get(1).get(7))
          .isEqualTo("Correct the line in your own file, then send it again.");
    }
  }

  @Test
  void aFaultInTheHeadOfADeclarationIsCorrectedInTheDeclaration() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RejectFile file = new RejectFile(RejectForm.Kind.DECLARATIONS, out, Samples.EN);
    for (RejectCode code : List.of(RejectCode.FIELD_MISSING, RejectCode.GROSS_MISMATCH)) {
      file.append(
          new RejectedLine(
              "a.csv",
              new Reject(1, code, "employer", "", ""),
              true,
              RejectedLine.Scope.DECLARATION,
              new RejectedLine.Columns("", "2026-02", "1", "", "", "", "", "", ""),
              "D;;2026-02;original;1"));
    }
    file.finish();
    String whole = "send the whole declaration again, with its header";
    List<List<String>> rows = Samples.rows(out.toByteArray());
    assertThat(rows.get(1).toString()).contains("401", whole);
    assertThat(rows.get(2).toString()).contains("208").doesNotContain(whole);
  }

  @Test
  void manyRejectsAreWrittenAsTheyCome() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RejectFile file = new RejectFile(RejectForm.Kind.REGISTRY, out, Samples.FR);
    for (int i = 0; i < 2_000; i++) {
      file.append("a.csv", UNKNOWN, "L;" + i);
    }
    assertThat(out.size()).isPositive();
    file.finish();

    assertThat(Samples.rows(out.toByteArray())).hasSize(2_001);
  }

  private static byte[] file(Letterhead letterhead, String raw) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RejectFile file = new RejectFile(RejectForm.Kind.REGISTRY, out, letterhead);
    file.append("a.csv", UNKNOWN, raw);
    file.finish();
    return out.toByteArray();
  }
}
