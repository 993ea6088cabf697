package org.caisse.readers.received;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.caisse.config.format.FileKind;
import org.caisse.readers.receipt.ReceiptFile;
import org.caisse.readers.receipt.ReceiptLine;
import org.caisse.readers.registry.RegistryFile;
import org.caisse.readers.registry.RegistryLine;
import org.caisse.readers.workbook.MadeWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements as banks send them, through the door by a mapping. */
class BankStatementsTest {

  private static final String MAPPING =
      """
      title: Banque de l'Agriculture
      kind: receipts
      files: ["releve*"]
      decimal: ","
      thousands: " "
      dates: dmy
      for_all_lines: {account: BF042-01}
      columns:
        booking_date: Date opération
        value_date: Valeur
        bank_ref: {title: Réf.}
        debit: Débit
        credit: Crédit
        balance: Solde
        payer_name: Donneur
        text: Libellé
      """;

  @TempDir private Path folder;

  @Test
  void aBanksCsvInItsOwnEncodingWithCommasAndTwoColumnsOfAmounts() throws IOException {
    String csv =
        """
        Date opération;Valeur;Réf.;Libellé;Donneur;Débit;Crédit;Solde
        10/03/2026;11/03/2026;VIR001;Règlement AVIS-2026-000123;Société d'Été;;1 250 000,00;2 250 000,00
        12/03/2026;12/03/2026;CHQ9;Impayé;;50 000,00;;2 200 000,00
        """;

    Door.Result result =
        new Door(folder)
            .with("bdab", MAPPING)
            .bytes(
                "releve-mars.csv",
                FileKind.RECEIPTS,
                csv.getBytes(Charset.forName("windows-1252")));

    assertThat(result.question()).isNull();
    assertThat(result.recognition().encoding()).isEqualTo("windows-1252");
    assertThat(result.lines())
        .containsExactly(
            ";BF042-01;2026-03-10;2026-03-11;VIR001;;1250000;2250000;;Société d'Été;Règlement"
                + " AVIS-2026-000123;;;;",
            ";BF042-01;2026-03-12;2026-03-12;CHQ9;50000;;2200000;;;Impayé;;;;");
    assertThat(result.sources().getFirst()).startsWith("2: 10/03/2026;11/03/2026;VIR001");
    Path canonical =
        Files.writeString(
            folder.resolve("own.csv"),
            FileKind.RECEIPTS.header() + "\n" + String.join("\n", result.lines()) + "\n");
    try (RegistryFile<ReceiptLine> file = ReceiptFile.open(canonical, 0)) {
      assertThat(amount(file.read())).isEqualTo(1_250_000);
      assertThat(amount(file.read())).isEqualTo(-50_000);
    }
  }

  @Test
  void aBanksWorkbookWithDaysAsSpreadsheetsStoreThem() throws IOException {
    MadeWorkbook book =
        new MadeWorkbook()
            .styles(
                "<cellStyleXfs><xf numFmtId=\"0\"/></cellStyleXfs>"
                    + "<cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\""
                    + " applyNumberFormat=\"1\"/></cellXfs>")
            .sheet(
                "Relevé",
                "<row r=\"1\">"
                    + cells(
                        "Date opération",
                        "Valeur",
                        "Réf.",
                        "Libellé",
                        "Donneur",
                        "Débit",
                        "Crédit",
                        "Solde")
                    + "</row><row r=\"2\"><c s=\"1\"><v>46091</v></c><c s=\"1\"><v>46092</v></c>"
                    + cells("VIR002", "E000017", "SAVANA")
                    + "<c/><c><v>75000</v></c><c><v>75000</v></c></row>");

    Door.Result result =
        new Door(folder).with("bdab", MAPPING).bytes("releve.xlsx", FileKind.RECEIPTS, bytes(book));

    assertThat(result.question()).isNull();
    assertThat(result.lines())
        .containsExactly(";BF042-01;2026-03-10;2026-03-11;VIR002;;75000;75000;;SAVANA;E000017;;;;");
  }

  private static String cells(String... texts) {
    StringBuilder row = new StringBuilder();
    for (String text : texts) {
      row.append("<c t=\"inlineStr\"><is><t>").append(text).append("</t></is></c>");
    }
    return row.toString();
  }

  private byte[] bytes(MadeWorkbook book) throws IOException {
    Path file = folder.resolve("made.xlsx");
    book.write(file);
    return Files.readAllBytes(file);
  }

  private static long amount(RegistryLine<ReceiptLine> line) {
    assertThat(line).isInstanceOf(RegistryLine.Row.class);
    return ((ReceiptLine.Movement) ((RegistryLine.Row<ReceiptLine>) line).row()).amountMinor();
  }
}
