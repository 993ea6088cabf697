package org.caisse.app.generate;

import java.io.IOException;
import java.time.LocalDate;

/** One declaration in the form of its sender, with the truth about it. */
final class ForeignFile {

  private final Fund fund;
  private final LineText text;
  private final SenderForm form;
  private final Declaration declaration;
  private final RowWriter out;
  private final FileTruth truth;
  private final RefusedLines refused;
  private int order;
  private int blank;

  ForeignFile(
      Fund fund,
      LineText text,
      SenderForm form,
      Declaration declaration,
      RowWriter out,
      FileTruth truth,
      RefusedLines refused) {
    this.fund = fund;
    this.text = text;
    this.form = form;
    this.declaration = declaration;
    this.out = out;
    this.truth = truth;
    this.refused = refused;
  }

  void write(CsvFile about) throws IOException {
    Tally tally = truth.declaration(declaration, 1);
    head(tally);
    fund.payroll().forEach(declaration, this::line);
    if (form == SenderForm.TAB_TOTAL) {
      out.row(null, null, null, "TOTAL", null, null, null, null, tally.declaredMinor());
    }
    truth.describe(about, out.rows(), blank);
  }

  private String employer() {
    return LineText.employer(fund.employers().number(declaration.employer()));
  }

  private void head(Tally tally) throws IOException {
    switch (form) {
      case COMMA_WINDOWS, TAB_TOTAL, BAR_POINTS, WORKBOOK ->
          out.row(
              "Employeur",
              "Période",
              "N° assuré",
              "Nom",
              "Prénoms",
              "Entrée",
              "Sortie",
              "Jours",
              "Salaire brut");
      case OWN_TITLES -> {
        out.row("Livre de paie", null, null, null, null, null);
        out.row(null, null, null, null, null, null);
        blank++;
        out.row("Mat.", "Nom et prénoms", "Entrée", "Sortie", "Jours", "Brut imposable");
      }
      case TEN_COLUMNS ->
          out.row(
              "NUMERO CNPS",
              "NOM",
              "PRENOMS",
              "ANNEE DE NAISSANCE",
              "DATE D'EMBAUCHE",
              "DATE DE DEPART",
              "TYPE SALARIE",
              "DUREE TRAVAILLE",
              "SALAIRE BRUT",
              "BRANCHE COTISEE");
      case FIRST_ROW ->
          out.row(
              employer(),
              fund.month().month().getMonthValue(),
              fund.month().month().getYear(),
              tally.lines(),
              tally.declaredMinor());
      case BNTS ->
          out.row("N°", "N° CNSS", "Nom", "Prénom", "Période début", "Période fin", "Salaire brut");
    }
  }

  private void line(PayLine line) throws IOException {
    int row = row(line);
    truth.line(line, row);
    refused.note(declaration, line, row);
  }

  private int row(PayLine line) throws IOException {
    String person = LineText.person(text.personNumber(line));
    String last = fund.names().lastName(line.person());
    String first = fund.names().firstNames(line.person());
    LocalDate entry = day(text.entry(line));
    LocalDate exit = day(text.exit(line));
    Integer days = line.days() < 0 ? null : line.days();
    Long gross = line.grossMinor();
    order++;
    return switch (form) {
      case COMMA_WINDOWS, TAB_TOTAL, BAR_POINTS, WORKBOOK ->
          out.row(
              employer(),
              fund.month().month().toString(),
              person,
              last,
              first,
              entry,
              exit,
              days,
              gross);
      case OWN_TITLES ->
          out.row(
              Long.toString(text.personNumber(line)), last + ' ' + first, entry, exit, days, gross);
      case TEN_COLUMNS -> {
        int born = LocalDate.ofEpochDay(fund.persons().birth(line.person())).getYear();
        yield out.row(person, last, first, born, entry, exit, "M", 1, gross, "1234");
      }
      case FIRST_ROW -> out.row(order, person, last, first, entry, exit, days, gross, null);
      case BNTS -> {
        int before = fund.month().firstDay() - 1;
        LocalDate from = day(before + line.fromDay());
        yield out.row(order, person, last, first, from, day(before + line.toDay()), gross);
      }
    };
  }

  private static LocalDate day(int epochDay) {
    return epochDay == CsvFile.NO_DAY ? null : LocalDate.ofEpochDay(epochDay);
  }
}
