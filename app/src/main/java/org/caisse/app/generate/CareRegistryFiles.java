package org.caisse.app.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.caisse.app.generate.ExampleCare.Act;
import org.caisse.app.generate.ExampleCare.Level;
import org.caisse.app.generate.ExampleCare.Medicine;

/** Writes the registry of care beside that of the fund. */
final class CareRegistryFiles {

  /** Since when all of it holds. */
  static final String SINCE_DAY = "2025-01-01";

  private static final String SINCE = ";" + SINCE_DAY + ";";
  private final Fund fund;
  private final Path folder;
  private final ExampleCare care;
  private final CareProviders providers;
  private final Patients patients;

  CareRegistryFiles(
      Fund fund, Path out, ExampleCare care, CareProviders providers, Patients patients) {
    this.fund = fund;
    this.folder = out.resolve("registry");
    this.care = care;
    this.providers = providers;
    this.patients = patients;
  }

  void write() throws IOException {
    providers();
    acts();
    tariffs();
    medicines();
    dependants();
    statuses();
    agreements();
  }

  private void providers() throws IOException {
    try (CsvFile file = open("providers", "provider;name;level;specialty;region;ogd");
        CsvFile contracts = open("conventions", "provider;reference;level")) {
      for (int p = 0; p < providers.count(); p++) {
        if (providers.unknown(p)) {
          continue;
        }
        String number = providers.number(p);
        Level level = providers.level(p);
        file.line(
            number
                + ";"
                + level.title()
                + " n° "
                + (p + 1)
                + ";"
                + level.code()
                + ";;"
                + providers.region(p)
                + ";"
                + SINCE);
        contracts.put(number).put(";EX-").put(p + 1L, 4).put(";;2025-01-01;");
        if (providers.contractEnded(p)) {
          contracts.day(fund.month().firstDay());
        }
        contracts.endLine();
      }
    }
  }

  private void acts() throws IOException {
    try (CsvFile file =
            open(
                "acts",
                "act;nomenclature;label;group;letter;coefficient;flat;sex;min_months;max_months;levels;agreement");
        CsvFile old = open("crosswalks", "old_act;new_act")) {
      for (Act act : care.acts()) {
        List<String> row = act.row();
        file.line(
            row.getFirst()
                + ";Exemple 2025;"
                + String.join(";", row.subList(1, 9))
                + ';'
                + care.mayGive(act)
                + ';'
                + row.get(9)
                + SINCE);
        old.line("X-" + row.get(0) + ";" + row.get(0) + SINCE);
      }
    }
  }

  private void tariffs() throws IOException {
    try (CsvFile file = open("tariffs", "basis;item;level;unit")) {
      for (String letter : ExampleCare.letters()) {
        for (Level level : care.levels()) {
          file.line(
              "letter;"
                  + letter
                  + ";"
                  + level.code()
                  + ";"
                  + ExampleCare.unit(letter, level)
                  + SINCE);
        }
      }
    }
  }

  private void medicines() throws IOException {
    try (CsvFile file =
        open("medicines", "medicine;label;dci;reference_price;generic_group;programme;agreement")) {
      for (Medicine medicine : care.medicines()) {
        List<String> row = new ArrayList<>(medicine.row());
        row.set(row.size() - 2, care.supplier(medicine));
        file.line(String.join(";", row) + SINCE);
      }
    }
  }

  private void dependants() throws IOException {
    try (CsvFile persons =
            open(
                "persons-dependants", "person;last_name;first_name;birth_date;sex;population;ogd");
        CsvFile links = open("dependants", "head;dependant;relation;rank")) {
      for (int head = 0; head < patients.heads(); head++) {
        for (int rank = 1; rank <= 2; rank++) {
          String number = patients.dependant(head, rank);
          persons.put(number).next().put(fund.names().surname(head)).next();
          persons.put(fund.names().givenName(head)).put(rank == 1 ? "" : " fils ou fille").next();
          persons.day(patients.birth(head, rank)).next();
          persons.put(patients.woman(head, rank) ? 'F' : 'M').next().next();
          persons.put(SINCE).endLine();
          links.line(
              patients.head(head)
                  + ";"
                  + number
                  + ";"
                  + (rank == 1 ? "spouse" : "child")
                  + ";"
                  + rank
                  + SINCE);
        }
      }
    }
  }

  /** Region of everybody who may be a patient; pregnancy, disability, diseases of some. */
  private void statuses() throws IOException {
    try (CsvFile file = open("statuses", "person;kind;detail;reference")) {
      for (int head = 0; head < patients.heads(); head++) {
        String number = patients.head(head);
        region(file, head);
        if (patients.disabled(new Insured(head, 0))) {
          file.line(number + ";disability;;CI-" + head + SINCE);
        } else if (patients.chronic(head)) {
          file.line(number + ";chronic;E11;" + SINCE);
        }
        if (patients.mutual(head)) {
          file.line(number + ";mutual;Mutuelle exemple;" + SINCE);
        }
        if (patients.pregnant(new Insured(head, 0))) {
          file.line(number + ";pregnancy;;CPN-" + head + SINCE);
        }
        if (patients.pregnant(new Insured(head, 1))) {
          file.line(patients.dependant(head, 1) + ";pregnancy;;CPN-" + head + SINCE);
        }
        if (patients.student(head)) {
          file.line(patients.dependant(head, 2) + ";student;;" + SINCE);
        }
      }
      for (int person = patients.heads(); person < fund.heads().state(); person++) {
        region(file, person);
      }
      for (int i = 0; i < fund.heads().indigents(); i++) {
        file.line(patients.head(patients.firstIndigent() + i) + ";assistance;;" + SINCE);
      }
    }
  }

  private void region(CsvFile file, int person) throws IOException {
    file.line(patients.head(person) + ";region;" + patients.region(person) + ";" + SINCE);
  }

  private void agreements() throws IOException {
    try (CsvFile file =
        open(
            "agreements",
            "agreement;person;basis;item;asked_quantity;approved_quantity;approved_price;reference")) {
      for (int head = 0; head < patients.heads(); head++) {
        file.line(
            "EP-%05d;%s;%s".formatted(head, patients.head(head), PriorAgreement.of(head).text())
                + SINCE);
      }
    }
  }

  private CsvFile open(String kind, String columns) throws IOException {
    CsvFile file = new CsvFile(folder.resolve(kind + ".csv"));
    return file.put((columns + ";valid_from;valid_to").getBytes(StandardCharsets.UTF_8)).endLine();
  }
}
