package org.caisse.writers.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.caisse.config.text.Language;
import org.caisse.domain.pack.Shares;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.caisse.domain.run.FailPoint;
import org.caisse.writers.workbook.ReadBack;
import org.caisse.writers.workbook.WorkbookFile;
import org.caisse.writers.workbook.WorkbookHead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workbooks of documents, as another library reads them. */
class WorkbooksTest {

  private static final LocalDate ISSUED = LocalDate.of(2026, 4, 15);
  private static final Map<String, String> POPULATIONS =
      Map.of("salaried_private", "Salariés du secteur privé", "informal", "Secteur informel");
  private static final int ABOVE = 3;

  @TempDir private Path folder;

  private final Letterhead letterhead = Samples.FR;
  private final WorkbookTitles titles = new WorkbookTitles(letterhead, ISSUED);

  private Map<String, List<List<Object>>> written(WorkbookHead head, WorkbookFile.Content content)
      throws IOException {
    Path file = folder.resolve("book.xlsx");
    WorkbookFile.write(file, FailPoint.NONE, head, content);
    return ReadBack.sheets(file);
  }

  private static BigDecimal number(long number) {
    return BigDecimal.valueOf(number);
  }

  private static List<Object> texts(List<Object> row) {
    return row.stream().filter(String.class::isInstance).toList();
  }

  @Test
  void aBodySeesItsEmployersAndTheirTotal() throws IOException {
    WorkbookHead head =
        titles.ogd(Samples.OGD, "Caisse nationale de sécurité sociale", Samples.FEBRUARY);
    List<List<Object>> rows =
        written(
                head,
                book -> {
                  OgdWorkbook sheet = new OgdWorkbook(book, head, letterhead, POPULATIONS);
                  sheet.employer(Samples.declared("E000001", "=SONATAM"));
                  sheet.employer(Samples.missing());
                  sheet.enrolled("informal", 10, new Shares(0, 40_000, 0));
                  sheet.finish();
                })
            .get("À recouvrer");

    assertThat(rows.get(0).getFirst())
        .isEqualTo("Caisse nationale de sécurité sociale\u00a0: à recouvrer pour février 2026");
    assertThat(rows.get(1).getFirst())
        .isEqualTo("Caisse nationale d’assurance maladie · OGD-2026-000007 · Établi le 15/04/2026");
    assertThat(rows.get(2).getFirst())
        .isEqualTo("EXEMPLE – document de démonstration, sans valeur");
    assertThat(rows.get(ABOVE)).startsWith("N°\u00a0employeur", "Raison sociale").hasSize(12);
    assertThat(rows.get(ABOVE + 1))
        .containsExactly(
            "E000001",
            "=SONATAM",
            "Salariés du secteur privé",
            "déclarée",
            number(87),
            number(12_345_678),
            number(308_643),
            number(308_643),
            number(0),
            number(12_346),
            number(629_632),
            number(2));
    assertThat(texts(rows.get(ABOVE + 3)))
        .containsExactly("Personnes sans employeur", "Secteur informel");
    assertThat(rows.getLast())
        .containsSequence(
            number(97),
            number(12_345_678),
            number(308_643),
            number(348_643),
            number(0),
            number(12_346),
            number(669_632));
  }

  @Test
  void statementsRunOnAndAddUp() throws IOException {
    WorkbookHead head = titles.statements("statements-2026-02", Samples.FEBRUARY);
    List<List<Object>> rows =
        written(
                head,
                book -> {
                  StatementsWorkbook sheet = new StatementsWorkbook(book, head, letterhead);
                  sheet.append(Samples.STATEMENT, Samples.declared(), 5_000, Samples.ledger());
                  sheet.append(Samples.STATEMENT, Samples.missing(), 0, List.of());
                  sheet.finish();
                })
            .get("Relevés");

    assertThat(rows).hasSize(ABOVE + 1 + 6 + 1);
    assertThat(rows.get(ABOVE + 1))
        .contains("RELEVE-2026-000045", "Solde d’ouverture", number(5_000));
    assertThat(rows.subList(ABOVE + 1, ABOVE + 7))
        .extracting(row -> row.get(10))
        .containsExactly(
            number(5_000),
            number(313_642),
            number(622_285),
            number(634_631),
            number(325_989),
            number(634_632));
    assertThat(rows.get(ABOVE + 5).get(6))
        .isEqualTo("Annulation de la révision 1\u00a0: Cotisation");
    assertThat(rows.getLast().subList(8, 11))
        .containsExactly(number(938_274), number(308_642), number(634_632));
  }

  @Test
  void noticesAreListedWithTheirNumbers() throws IOException {
    WorkbookHead head = titles.notices("notices-2026-02", Samples.FEBRUARY);
    List<List<Object>> rows =
        written(
                head,
                book -> {
                  NoticesWorkbook sheet = new NoticesWorkbook(book, head, letterhead, POPULATIONS);
                  sheet.append(Samples.NOTICE, Samples.declared());
                  sheet.append(Samples.NOTICE, Samples.nil());
                  sheet.finish();
                })
            .get("Avis");

    assertThat(rows.get(ABOVE + 1))
        .startsWith("AVIS-2026-000123", "E-2026-02-E000001", "E000001")
        .endsWith(number(2), number(12_346), number(629_632));
    assertThat(rows.get(ABOVE + 2)).contains("néant");
    assertThat(rows.getLast()).endsWith(number(12_346), number(629_632)).contains(number(87));
  }

  @Test
  void theStateAndTheSilentHaveTheirLists() throws IOException {
    WorkbookHead state = titles.state(Samples.STATE, Samples.FEBRUARY);
    assertThat(
            written(
                    state,
                    book -> {
                      StateWorkbook sheet = new StateWorkbook(book, state, letterhead, POPULATIONS);
                      sheet.funded("CNSS", "Sécurité sociale", "indigent", 25, 100_000);
                      sheet.funded("CAMA", "Armées", "indigent", 5, 20_000);
                      sheet.finish();
                    })
                .get("Dû par l’État")
                .getLast())
        .contains("Total", number(30), number(120_000));
  }

  @Test
  void aListWithoutRowsIsAList() throws IOException {
    WorkbookHead head = titles.missing("missing-2026-02", Samples.FEBRUARY);
    assertThat(
            written(
                    head,
                    book -> new MissingWorkbook(book, head, letterhead, Samples.FEBRUARY).finish())
                .get("Non reçues"))
        .hasSize(ABOVE + 1);
  }

  @Test
  void anAcknowledgementHasASummaryTheReasonsAndEveryRefusedDeclaration() throws IOException {
    ReceivedFile file = AcknowledgementTest.withRejects(73);
    WorkbookHead head = titles.acknowledgement(Samples.RECEIPT, file.name());
    Map<String, List<List<Object>>> sheets =
        written(
            head,
            book -> {
              AcknowledgementWorkbook sheet = new AcknowledgementWorkbook(book, head, letterhead);
              sheet.file(Samples.RECEIPT, file);
              for (int line = 1; line <= 73; line++) {
                sheet.refused(
                    new ReceivedFile.Refused(
                        line,
                        "E1",
                        Samples.FEBRUARY,
                        null,
                        0,
                        new Reject(line, RejectCode.KIND_UNKNOWN, "kind", "x")));
              }
            });

    assertThat(sheets.keySet())
        .containsExactly("Résumé", "Motifs de rejet", "Déclarations refusées");
    List<List<Object>> summary = sheets.get("Résumé");
    assertThat(summary)
        .anySatisfy(row -> assertThat(row).startsWith("Lignes rejetées", number(37)));
    assertThat(summary)
        .anySatisfy(
            row ->
                assertThat(row)
                    .startsWith("Rémunérations acceptées", number(9_425_750_000L), "XOF"));
    assertThat(summary).anySatisfy(row -> assertThat(row).contains("AR-2026-000009"));
    assertThat(sheets.get("Motifs de rejet").get(ABOVE + 1))
        .startsWith("302 PERSON_UNKNOWN", number(21), number(17));
    assertThat(sheets.get("Déclarations refusées")).hasSize(ABOVE + 1 + 73);
  }

  @Test
  void anEnglishWorkbookIsEnglishAndARealOneHasNoMark() throws IOException {
    Letterhead real = Samples.letterhead(Language.EN, false);
    WorkbookHead head = new WorkbookTitles(real, ISSUED).state(Samples.STATE, Samples.FEBRUARY);
    List<List<Object>> rows =
        written(head, book -> new StateWorkbook(book, head, real, POPULATIONS).finish())
            .get("Owed by the State");

    assertThat(rows.get(0).getFirst()).isEqualTo("Owed by the State for February 2026");
    assertThat(rows.get(2)).startsWith("OGD", "Delegated body");
  }
}
