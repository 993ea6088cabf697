package org.caisse.app.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes what a correct assessment finds once everything received up to a day is in: a file per day
 * of receipt with every affiliated employer, one with the totals, one with the flat amounts.
 */
final class TruthFiles implements AutoCloseable {

  private static final int LATE_PERCENT_A_MONTH = 1;

  private final Fund fund;
  private final Path folder;
  private final Scheme scheme;
  private final List<CsvFile> files = new ArrayList<>();
  private final List<Map<String, long[]>> totals = new ArrayList<>();

  TruthFiles(Fund fund, Path out) {
    this.fund = fund;
    this.folder = out.resolve("truth");
    this.scheme = fund.options().scheme();
  }

  void write() throws IOException {
    for (int receipt = 0; receipt < fund.month().receipts().size(); receipt++) {
      CsvFile file = new CsvFile(path("employers", receipt));
      files.add(file);
      totals.add(new TreeMap<>());
      file.line("employer;state;persons;base;employer_share;insured_share;months_late;surcharge");
    }
    Employers employers = fund.employers();
    for (int number = 1; number <= employers.count(); number++) {
      int e = employers.ofNumber(number);
      if (employers.affiliated(e)) {
        employer(number, e);
      }
    }
    flat();
    totals();
  }

  private Path path(String name, int receipt) {
    return folder.resolve(name + '-' + fund.month().receipts().get(receipt) + ".csv");
  }

  /** What counts of an employer after each receipt: the last that was filed, late as the first. */
  private void employer(int number, int e) throws IOException {
    List<Declaration> sent = fund.declarations().of(fund.employers(), e);
    Declaration first = null;
    Declaration last = null;
    Tally tally = null;
    for (int receipt = 0; receipt < files.size(); receipt++) {
      for (Declaration declaration : sent) {
        if (declaration.receipt() == receipt && declaration.filed()) {
          first = first == null ? declaration : first;
          last = declaration.standing();
          tally = fund.tally(last);
        }
      }
      CsvFile file = files.get(receipt).put('E').put(number, 6).next();
      if (last == null) {
        file.line("missing;0;0;0;0;0;0");
      } else {
        Sort sort = fund.employers().sort(e);
        int monthsLate =
            fund.month()
                .monthsLate(
                    first.receipt(), scheme.due(fund.month().month(), sort, tally.persons()));
        boolean nil = last.kind() == Declaration.Kind.NIL;
        row(file, nil ? "nil" : "declared", tally, monthsLate);
        add(receipt, sort, tally, surcharge(tally, monthsLate));
      }
    }
  }

  private static void row(CsvFile file, String state, Tally tally, int monthsLate)
      throws IOException {
    file.put(state).next().put(tally.persons()).next().put(tally.baseMinor()).next();
    file.put(tally.employerMinor()).next().put(tally.insuredMinor()).next();
    file.put(monthsLate).next().put(surcharge(tally, monthsLate)).endLine();
  }

  private static long surcharge(Tally tally, int monthsLate) {
    long contributions = tally.employerMinor() + tally.insuredMinor();
    return (contributions * monthsLate * LATE_PERCENT_A_MONTH + 50) / 100;
  }

  private void add(int receipt, Sort sort, Tally tally, long surcharge) {
    add(
        receipt,
        sort.body(),
        scheme.population(sort),
        new long[] {tally.persons(), tally.employerMinor(), tally.insuredMinor(), 0, surcharge});
  }

  private void add(int receipt, Body body, String population, long[] amounts) {
    long[] sums =
        totals
            .get(receipt)
            .computeIfAbsent(body.code(scheme) + ';' + population, key -> new long[5]);
    for (int i = 0; i < sums.length; i++) {
      sums[i] += amounts[i];
    }
  }

  /** Flat amounts do not depend on what was received: the same in each file. */
  private void flat() throws IOException {
    List<Scheme.Member> members = scheme.members(fund.month().month());
    int[] persons = new int[members.size()];
    Headcount heads = fund.heads();
    for (int i = 0; i < heads.flat(); i++) {
      if (fund.persons().owesFlat(heads.declared() + i)) {
        persons[scheme.member(heads, i)]++;
      }
    }
    for (int receipt = 0; receipt < files.size(); receipt++) {
      try (CsvFile file = new CsvFile(path("flat", receipt))) {
        file.line("population;ogd;persons;amount");
        for (int i = 0; i < persons.length; i++) {
          flat(file, receipt, members.get(i), persons[i]);
        }
      }
    }
  }

  private void flat(CsvFile file, int receipt, Scheme.Member member, int persons)
      throws IOException {
    if (persons == 0) {
      return;
    }
    long amount = persons * member.each();
    file.put(member.population()).next().put(Body.MEMBERS.code(scheme)).next();
    file.put(persons).next().put(amount).endLine();
    long[] amounts = {persons, 0, member.state() ? 0 : amount, member.state() ? amount : 0, 0};
    add(receipt, Body.MEMBERS, member.population(), amounts);
  }

  private void totals() throws IOException {
    for (int receipt = 0; receipt < files.size(); receipt++) {
      try (CsvFile file = new CsvFile(path("totals", receipt))) {
        file.line("ogd;population;persons;employer;insured;state;surcharge");
        for (Map.Entry<String, long[]> row : totals.get(receipt).entrySet()) {
          file.put(row.getKey());
          for (long amount : row.getValue()) {
            file.next().put(amount);
          }
          file.endLine();
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    IOException failed = null;
    for (CsvFile file : files) {
      try {
        file.close();
      } catch (IOException e) {
        failed = e;
      }
    }
    if (failed != null) {
      throw failed;
    }
  }
}
