package org.caisse.app.generate;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The forms in which providers send invoices that are not Caisse's own: tables of lines. */
enum InvoiceSender {
  /** French titles, commas, saved on Windows: amounts in groups; few days tell their own order. */
  TITLES("bordereau-%s%s.csv", ",", Charset.forName("windows-1252"), RowText.Amounts.SPACES),
  /** The same titles in a workbook, with numbers as numbers and days as days. */
  WORKBOOK("bordereau-%s%s.xlsx", "", StandardCharsets.UTF_8, RowText.Amounts.PLAIN),
  /** Titles and marks of its own, without its number: a mapping says what is what. */
  OWN_TITLES("etat-%s%s.txt", "|", StandardCharsets.ISO_8859_1, RowText.Amounts.POINTS);

  private static final String[] FRENCH = {
    "Prestataire",
    "Bordereau",
    "Facture",
    "Version",
    "Nature",
    "Mois",
    "Nombre de factures",
    "Total bordereau",
    "Nombre de lignes",
    "Total facture",
    "N° assuré",
    "Rang",
    "Date des soins",
    "Code acte",
    "Lettre clé",
    "Coef",
    "Code médicament",
    "Quantité",
    "Prix unitaire",
    "Montant",
    "Taux",
    "Part caisse",
    "Part assuré",
    "Prescripteur",
    "Ordonnance",
    "CIM-10",
    "Lieu"
  };

  /** In the same order; the first column is not there. */
  private static final String[] OWN = {
    "", "Bord.", "Fact.", "Rect.", "Type", "Période", "Nb fact.", "Tot. bord.", "Nb lignes",
    "Tot. fact.", "Carte", "Ayant droit", "Soins du", "Prestation", "Clé", "Cot.", "Produit", "Nb",
    "P.U.", "Facturé", "%", "Tiers", "Patient", "Médecin", "Ord. n°", "Code CIM", "Régime"
  };

  private static final String[] COLUMNS = {
    "", "lot", "invoice", "version", "kind", "period", "lot_invoices", "lot_total",
    "invoice_lines", "invoice_total", "person", "rank", "care_on", "act", "letter", "coefficient",
    "medicine", "quantity", "unit", "charged", "rate", "fund_share", "patient_share", "prescriber",
    "prescription", "affection", "place"
  };

  private final String name;
  private final String separator;
  private final Charset encoding;
  private final RowText.Amounts amounts;

  InvoiceSender(String name, String separator, Charset encoding, RowText.Amounts amounts) {
    this.name = name;
    this.separator = separator;
    this.encoding = encoding;
    this.amounts = amounts;
  }

  /**
   * Name of a file.
   *
   * @param end what tells it from others of the provider
   */
  String fileName(String provider, String end) {
    return name.formatted(provider, end);
  }

  /** Opens a file, and writes its titles. */
  InvoiceForm open(Path path) throws IOException {
    RowWriter rows =
        separator.isEmpty()
            ? new RowWorkbook(path)
            : new RowText(path, separator, encoding, amounts);
    rows.row(cells((Object[]) (this == OWN_TITLES ? OWN : FRENCH)));
    return new Table(rows);
  }

  private Object[] cells(Object... cells) {
    return this == OWN_TITLES ? java.util.Arrays.copyOfRange(cells, 1, cells.length) : cells;
  }

  /** The mapping of a provider, or null where its files speak for themselves. */
  String mapping(String provider) {
    if (this != OWN_TITLES) {
      return null;
    }
    StringBuilder text =
        new StringBuilder(
            """
            title: états de %1$s
            kind: invoices
            files: ["etat-%1$s*.txt"]
            decimal: ","
            thousands: "."
            dates: dmy
            for_all_lines: {provider: %1$s}
            columns:
            """
                .formatted(provider));
    for (int i = 1; i < COLUMNS.length; i++) {
      text.append("  %s: \"%s\"%n".formatted(COLUMNS[i], OWN[i]));
    }
    return text.toString();
  }

  /** A table of lines, each with what lot and invoice say. */
  private final class Table implements InvoiceForm {

    private final RowWriter rows;
    private Lot lot;
    private GeneratedInvoice invoice;

    Table(RowWriter rows) {
      this.rows = rows;
    }

    @Override
    public void lot(Lot opened) {
      lot = opened;
    }

    @Override
    public void invoice(GeneratedInvoice opened) {
      invoice = opened;
    }

    @Override
    public int line(ClaimText line) throws IOException {
      return rows.row(
          cells(
              lot.provider(),
              lot.number(),
              invoice.number(),
              invoice.version(),
              invoice.reimbursed() ? "remboursement" : "tiers payant",
              lot.month().toString(),
              lot.invoices(),
              lot.total(),
              invoice.saidLines(),
              invoice.saidCharged(),
              line.person(),
              line.rankText(),
              line.day(),
              line.act(),
              line.letter(),
              line.coefficient(),
              line.medicine(),
              line.quantity(),
              line.unit(),
              line.charged(),
              line.rate(),
              line.fundShare(),
              line.patientShare(),
              line.prescriber(),
              line.prescription(),
              line.affection(),
              line.place()));
    }

    @Override
    public void close() throws IOException {
      rows.close();
    }
  }
}
