package org.caisse.app.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the registry: bodies, employers and persons, each by ascending number. */
final class RegistryFiles {

  private static final int OGD_YEARS = 6;

  private final Fund fund;
  private final Path folder;
  private final Scheme scheme;

  RegistryFiles(Fund fund, Path out) {
    this.fund = fund;
    this.folder = out.resolve("registry");
    this.scheme = fund.options().scheme();
  }

  void write() throws IOException {
    Files.createDirectory(folder);
    ogds();
    employers();
    persons();
  }

  private void ogds() throws IOException {
    try (CsvFile file = new CsvFile(folder.resolve("ogds.csv"))) {
      file.line("ogd;name;valid_from;valid_to");
      for (Body body : Body.values()) {
        if (body.title(scheme) == null) {
          continue;
        }
        file.put(body.code(scheme)).next().put(body.title(scheme)).next();
        file.day(fund.month().monthStart(-12 * OGD_YEARS)).next().endLine();
      }
    }
  }

  private void employers() throws IOException {
    Employers employers = fund.employers();
    try (CsvFile file = new CsvFile(folder.resolve("employers.csv"))) {
      file.line("employer;name;population;ogd;valid_from;valid_to");
      for (int number = 1; number <= employers.count(); number++) {
        int e = employers.ofNumber(number);
        Sort sort = employers.sort(e);
        file.put('E').put(number, 6).next().put(fund.names().employer(sort, e)).next();
        file.put(scheme.population(sort)).next().put(sort.body().code(scheme)).next();
        file.day(employers.validFrom(e)).next().day(employers.validTo(e)).endLine();
      }
    }
  }

  private void persons() throws IOException {
    Persons persons = fund.persons();
    try (CsvFile file = new CsvFile(folder.resolve("persons.csv"))) {
      file.line("person;last_name;first_name;birth_date;sex;population;ogd;valid_from;valid_to");
      for (int place = 0; place < persons.count(); place++) {
        person(file, persons.atPlace(place));
      }
    }
  }

  private void person(CsvFile file, int person) throws IOException {
    Names names = fund.names();
    Persons persons = fund.persons();
    String population = persons.population(person);
    byte[] second = names.secondName(person);
    file.put('P').put(persons.number(person), 8).next();
    file.put(names.surname(person)).next().put(names.givenName(person));
    if (second != null) {
      file.put(' ').put(second);
    }
    file.next().day(persons.birth(person)).next().put(names.woman(person) ? 'F' : 'M').next();
    file.put(population).next().put(population.isEmpty() ? "" : Body.MEMBERS.code(scheme)).next();
    file.day(persons.validFrom(person)).next().day(persons.validTo(person)).endLine();
  }
}
