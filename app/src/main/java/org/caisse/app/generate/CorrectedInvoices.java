package org.caisse.app.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A reject file of an intake of invoices as the fund sent it to people (docs/formats.md, in French)
 * that comes back with lines put right, written without the help of the code that writes such
 * files.
 */
final class CorrectedInvoices implements AutoCloseable {

  static final String NAME = "rejets-de-factures-corriges.csv";

  private final RowText out;

  CorrectedInvoices(Path path) throws IOException {
    out = new RowText(path, ";", StandardCharsets.UTF_8, RowText.Amounts.PLAIN);
    out.row(
        "Fichier",
        "Ligne",
        "Code",
        "Champ",
        "Valeur",
        "Attendu",
        "Motif",
        "Que faire",
        "À renvoyer",
        "Prestataire",
        "Facture",
        "Version",
        "N° dans la facture",
        "Assuré",
        "Rang",
        "Date des soins",
        "Acte",
        "Lettre",
        "Coefficient",
        "Médicament",
        "Quantité",
        "Prix unitaire",
        "Montant facturé",
        "Taux",
        "Part caisse",
        "Part assuré",
        "Prescripteur",
        "Ordonnance",
        "Affection",
        "Lieu",
        "Ligne d’origine");
  }

  /**
   * A line that was refused, put right.
   *
   * @param file and {@code line}: where it stood
   * @param number of the line within its invoice
   * @return its number in this file
   */
  int line(
      String file,
      int line,
      String provider,
      int invoice,
      int number,
      WrongClaim wrong,
      ClaimText right)
      throws IOException {
    return out.row(
        file,
        line,
        wrong.code().number() + " " + wrong.code().name(),
        null,
        null,
        null,
        "La ligne n’est pas juste.",
        "Corrigez la ligne.",
        "ligne",
        provider,
        invoice,
        1,
        number,
        right.person(),
        right.rankText(),
        right.day(),
        right.act(),
        right.letter(),
        right.coefficient(),
        right.medicine(),
        right.quantity(),
        right.unit(),
        right.charged(),
        right.rate(),
        right.fundShare(),
        right.patientShare(),
        right.prescriber(),
        right.prescription(),
        right.affection(),
        right.place(),
        null);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
