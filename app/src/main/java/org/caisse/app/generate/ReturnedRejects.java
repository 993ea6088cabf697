package org.caisse.app.generate;

import java.io.IOException;
import java.time.LocalDate;

/**
 * A reject file as the fund sent it to people (docs/formats.md, in French) that comes back with
 * lines put right, written without the help of the code that writes such files.
 */
final class ReturnedRejects {

  private static final String NAME = "rejets-corriges.csv";

  private final Fund fund;
  private final LineText text;
  private final RefusedLines refused;

  ReturnedRejects(Fund fund, LineText text, RefusedLines refused) {
    this.fund = fund;
    this.text = text;
    this.refused = refused;
  }

  /** Name of the file. */
  static String name() {
    return NAME;
  }

  void titles(RowWriter out) throws IOException {
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
        "Employeur",
        "Période",
        "Numéro d’ordre",
        "Assuré",
        "Nom",
        "Entrée",
        "Sortie",
        "Jours",
        "Salaire brut",
        "Ligne d’origine");
  }

  /** One line, put right. */
  int line(RowWriter out, PayLine line) throws IOException {
    RefusedLines.Place place = refused.of(line.employer());
    int person = line.person();
    String name = fund.names().lastName(person) + ' ' + fund.names().firstNames(person);
    return out.row(
        place.file(),
        place.line(),
        "302 PERSON_UNKNOWN",
        "Assuré",
        null,
        null,
        "Le numéro d’assuré n’est pas au registre.",
        "Comparez-le à la carte de l’assuré.",
        "ligne",
        LineText.employer(fund.employers().number(line.employer())),
        fund.month().month().toString(),
        "1",
        LineText.person(text.personNumber(line)),
        name,
        day(text.entry(line)),
        day(text.exit(line)),
        line.days() < 0 ? null : line.days(),
        line.grossMinor(),
        null);
  }

  private static LocalDate day(int epochDay) {
    return epochDay == CsvFile.NO_DAY ? null : LocalDate.ofEpochDay(epochDay);
  }
}
