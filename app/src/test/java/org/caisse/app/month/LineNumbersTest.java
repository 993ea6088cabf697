package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.caisse.app.TestHome;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.invoice.InvoiceIntake;
import org.caisse.jobs.replay.Replay;
import org.caisse.jobs.run.RunKey;
import org.caisse.readers.table.TableRow;
import org.caisse.readers.table.XlsxSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A provider's accountant finds each line of the invoice under the number that it had there. */
class LineNumbersTest {

  private static final String SHEET = "Lignes";

  /** Column of what is charged. */
  private static final int CHARGED = 11;

  private static final LocalDate RECEIVED = LocalDate.of(2026, 3, 2);
  private static final LocalDate TOLD = LocalDate.of(2026, 3, 15);
  private static final LocalDate CORRECTED = LocalDate.of(2026, 3, 20);

  @Test
  void refusedLinesKeepTheirPlaceAndTheInvoiceTiesToWhatWasSent(@TempDir Path folder)
      throws IOException {
    try (CareFund care = CareFund.in(folder)) {
      Path file =
          care.invoices(
              "f1.csv",
              "CMA-1;F-1;1;;9500;A;2026-02-10;C1;;;;1;2000;2000;;;",
              "CMA-1;F-1;1;;9500;ZZ;2026-02-10;C1;;;;1;2000;2000;;;",
              "CMA-1;F-1;1;;9500;A;2026-02-11;NFS;;;;1;3000;3000;DR-9;;",
              "CMA-1;F-1;1;;9500;C;2026-02-11;C1;;;;1;2000;2500;;;");
      assertThat(care.intake(FailPoint.NONE, RECEIVED, file).rejects()).isEqualTo(2);
      told(care, TOLD);

      assertThat(care.decided())
          .containsExactly(
              "CMA-1 F-1 1 1 PAID 2000 amu=1400 copay=600",
              "CMA-1 F-1 1 3 PAID 3000 amu=2100 copay=900");
      List<String> told = remittance(care, TOLD, "CMA-1/BORD-2026-000001.csv");
      assertThat(told).hasSize(8);
      assertThat(told.get(1)).contains(";F-1;1;1;A;", ";payée;");
      assertThat(told.get(2)).contains(";F-1;1;3;A;", ";payée;");
      assertThat(told.get(3)).contains(";Total;;5000;;;3500;1500;0;0;");
      assertThat(told.get(4))
          .contains(";F-1;1;2;ZZ;2026-02-10;C1;", ";2000;refusée à la réception;;0;0;0;2000;")
          .contains("[302]", "elle garde son numéro");
      assertThat(told.get(5)).contains(";F-1;1;4;C;", ";2500;refusée à la réception;", "[340]");
      assertThat(told.get(6)).contains(";F-1;1;;;;;Facture telle que reçue;;9500;");

      workbookSaysTheSame(care, told);
      explained(care);
      comesBack(care);
      assertThat(care.fund().findings()).isEmpty();
    }
  }

  @Test
  void aSendersOwnNumbersAreUsedWhereEachLineHasOne(@TempDir Path folder) throws IOException {
    try (CareFund care = CareFund.in(folder)) {
      Path file =
          Files.write(
              folder.resolve("own.csv"),
              List.of(
                  "prestataire;facture;n° de ligne;assuré;date des soins;acte;montant",
                  "CMA-1;F-7;010;A;2026-02-10;C1;2000",
                  "CMA-1;F-7;020;C;2026-02-10;C1;2000",
                  "CMA-1;F-8;1;A;2026-02-11;C1;2000",
                  "CMA-1;F-8;1;C;2026-02-11;C1;2000",
                  "CMA-1;F-9;7;A;2026-02-12;C1;2000",
                  "CMA-1;F-9;;C;2026-02-12;C1;2000"));
      assertThat(care.intake(FailPoint.NONE, RECEIVED, file).rejects()).isZero();

      assertThat(
              care.fund()
                  .sql()
                  .sql(
                      "SELECT invoice_no || ' ' || no FROM claim_line JOIN invoice USING"
                          + " (invoice_id) ORDER BY claim_line_id")
                  .query(String.class)
                  .list())
          .containsExactly("F-7 10", "F-7 20", "F-8 1", "F-8 2", "F-9 1", "F-9 2");
    }
  }

  /** A provider checks its file, and sends it with what it has corrected on the same day. */
  @Test
  void correctedLinesCompleteAnInvoiceThatComesWithThem(@TempDir Path folder) throws IOException {
    try (CareFund care = CareFund.in(folder)) {
      Path file =
          care.invoices(
              "sent.csv",
              "CMA-1;F-1;1;;6500;A;2026-02-10;C1;;;;1;2000;2000;;;",
              "CMA-1;F-1;1;;6500;A;2026-02-11;NFS;;;;1;2500;3000;DR-9;;",
              "CMA-1;F-1;1;;6500;C;2026-02-11;C1;;;;1;1500;1500;;;");
      assertThat(care.caisse("validate", file.toString(), "--on", RECEIVED.toString()).exit())
          .isEqualTo(1);
      List<String> rejects = Files.readAllLines(file.resolveSibling("sent.csv-rejects.csv"));
      String corrected = rejects.get(1).replace(";1;2500;3000;", ";1;3000;3000;");
      assertThat(corrected).contains(";F-1;1;2;A;").isNotEqualTo(rejects.get(1));
      Path back =
          Files.write(folder.resolve("a-corrected.csv"), List.of(rejects.get(0), corrected));
      String first =
          corrected
              .replace(";A;;2026-02-11;NFS;", ";A;;2026-02-10;C1;")
              .replace(";1;3000;3000;", ";1;2000;2000;");
      assertThat(first).isNotEqualTo(corrected);
      Path again =
          Files.write(folder.resolve("b-again.csv"), List.of(rejects.get(0), corrected, first));

      assertThat(care.intake(FailPoint.NONE, RECEIVED, back, again, file).rejects())
          .as("the wrong line, its correction sent twice, and one that is there already")
          .isEqualTo(3);
      assertThat(
              care.fund()
                  .sql()
                  .sql("SELECT code::text FROM line_reject ORDER BY code")
                  .query(String.class)
                  .list())
          .containsExactly("320", "320", "340");
      told(care, TOLD);
      assertThat(care.decided())
          .containsExactly(
              "CMA-1 F-1 1 1 PAID 2000 amu=1400 copay=600",
              "CMA-1 F-1 1 2 PAID 3000 amu=2100 copay=900",
              "CMA-1 F-1 1 3 PAID 1500 amu=1050 copay=450");
      assertThat(
              Replay.run(
                      care.fund().workspace(),
                      new RunKey(InvoiceIntake.NAME, RECEIVED.toString(), 1))
                  .differences())
          .isEmpty();
      assertThat(care.fund().findings()).isEmpty();
    }
  }

  /** Each provider's own workbook has the rows of the CSV. */
  private static void workbookSaysTheSame(CareFund care, List<String> told) throws IOException {
    Path book = care.fund().workspace().home().resolve("bord.xlsx");
    try (ZipFile zip = new ZipFile(zip(care, TOLD).toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName))
          .contains(
              "CMA-1/BORD-2026-000001.csv",
              "CMA-1/BORD-2026-000001.xlsx",
              "CMA-1/BORD-2026-000001.ndjson");
      Files.write(
          book, zip.getInputStream(zip.getEntry("CMA-1/BORD-2026-000001.xlsx")).readAllBytes());
    }
    List<String> charged = new ArrayList<>();
    try (XlsxSource source = XlsxSource.open(book, SHEET)) {
      for (TableRow row = source.next(); row != null; row = source.next()) {
        if (row.cells().size() > CHARGED) {
          charged.add(row.cells().get(CHARGED).text());
        }
      }
    }
    assertThat(charged)
        .as("told, their total, refused at intake, the invoice, all that is told")
        .endsWith("2000", "3000", "5000", "2000", "2500", "9500", "5000")
        .hasSize(told.size());
  }

  private static void explained(CareFund care) {
    TestHome.Said third = care.caisse("explain", "CMA-1/F-1/3", "--lang", "en");
    assertThat(third.out())
        .contains("Line 3 of invoice F-1", "File f1.csv, line 4:", "A;2026-02-11;NFS");
    TestHome.Said second = care.caisse("explain", "CMA-1/F-1/2", "--lang", "en");
    assertThat(second.exit()).isZero();
    assertThat(second.out())
        .contains("Line 2 of invoice F-1", "File f1.csv, line 3:")
        .contains("Refused at intake by run 2026-03-02/invoice-intake-1, reason 302.")
        .contains("ZZ", "it keeps its number");
    assertThat(care.caisse("explain", "CMA-1/F-1/2", "--json").out())
        .contains("\"reject\" : \"PERSON_UNKNOWN\"");
    assertThat(care.caisse("explain", "CMA-1/F-1/5").exit()).isEqualTo(2);
  }

  /** The clerk corrects both lines, one of them into two, and sends the reject file back. */
  private static void comesBack(CareFund care) throws IOException {
    List<String> rejects =
        Files.readAllLines(
            care.fund()
                .workspace()
                .outbox()
                .resolve(RECEIVED + "/invoice-intake-1")
                .resolve("rejects.csv"));
    assertThat(rejects.get(0)).contains(";Version;N° dans la facture;Assuré;");
    assertThat(rejects.get(1)).contains(";F-1;1;2;ZZ;");
    String two = rejects.get(1).replace(";ZZ;", ";C;");
    Path back =
        Files.write(
            care.fund().workspace().home().resolve("back.csv"),
            List.of(
                rejects.get(0),
                two,
                two.replace(";2026-02-10;", ";2026-02-12;"),
                rejects.get(2).replace(";1;2000;2500;", ";1;2000;2000;")));
    assertThat(care.intake(FailPoint.NONE, CORRECTED, back).rejects()).isZero();
    told(care, CORRECTED);

    assertThat(care.decided())
        .as("the second of two lines under one number gets the next one")
        .containsExactly(
            "CMA-1 F-1 1 1 PAID 2000 amu=1400 copay=600",
            "CMA-1 F-1 1 2 PAID 2000 amu=1400 copay=600",
            "CMA-1 F-1 1 3 PAID 3000 amu=2100 copay=900",
            "CMA-1 F-1 1 4 PAID 2000 amu=1400 copay=600",
            "CMA-1 F-1 1 5 PAID 2000 amu=1400 copay=600");
    List<String> told = remittance(care, CORRECTED, "CMA-1/BORD-2026-000002.csv");
    assertThat(told.get(4)).contains(";Total;;6000;;;4200;1800;0;0;");
    assertThat(told.get(5)).contains(";Déjà notifié;;5000;");
    // 4,500 were refused, 6,000 came back.
    assertThat(told.get(6)).contains(";Lignes revenues corrigées, écart;;-1500;");
    assertThat(told.get(7)).contains(";Facture telle que reçue;;9500;");
  }

  private static void told(CareFund care, LocalDate day) {
    assertThat(care.adjudicate(FailPoint.NONE, day).exitCode()).isZero();
    assertThat(care.remit(FailPoint.NONE, day).exitCode()).isZero();
  }

  private static List<String> remittance(CareFund care, LocalDate day, String name)
      throws IOException {
    try (ZipFile file = new ZipFile(zip(care, day).toFile())) {
      return new String(
              file.getInputStream(file.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    }
  }

  private static Path zip(CareFund care, LocalDate day) {
    return care.fund()
        .workspace()
        .outbox()
        .resolve(day + "/remittance-1/remittances-" + day + ".zip");
  }
}
