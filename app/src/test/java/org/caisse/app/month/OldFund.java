package org.caisse.app.month;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.caisse.config.format.FileKind;

/** The old system: one employer that owes, one that paid too much, two persons. */
record OldFund(
    Path folder, String debtor, String advancer, List<String> persons, List<String> lines) {

  /** The balance of income with which all ties. */
  static final String INCOME = "-129723";

  static OldFund of(LoadedFund fund, Path folder) {
    List<String> employers = first(fund, "employer");
    OldFund old =
        new OldFund(
            folder, employers.get(0), employers.get(1), first(fund, "person"), new ArrayList<>());
    String debt = "D;%s;CNSS;2025-11;%s;2025-12-10;2026-01-01;;;;%d;;;";
    old.add(debt.formatted(old.debtor, "CONTRIBUTION", 50_000));
    old.add(debt.formatted(old.debtor, "LATE_PAYMENT", 500));
    old.add("A;%s;;;;;;BK1;OLD-A;2025-12-29;20000;ACC;;avance".formatted(old.advancer));
    old.add("S;;;;;;;BK1;OLD-S;2025-12-30;777;;;inconnu");
    old.add("G;;;;;;;521100;;;100000;;;");
    return old;
  }

  private static List<String> first(LoadedFund fund, String table) {
    return fund.sql()
        .sql("SELECT %s_no FROM %s ORDER BY 1 LIMIT 2".formatted(table, table))
        .query(String.class)
        .list();
  }

  void add(String line) {
    lines.add(line);
  }

  /** What was forgotten: a debt of whoever has an advance. */
  void addDebt() {
    add("D;%s;CNSS;2025-10;CONTRIBUTION;2025-11-10;2026-01-01;;;;1000;;;".formatted(advancer));
  }

  Path balances() {
    List<String> all = new ArrayList<>(lines);
    return write(
        folder.resolve("opening-balances.csv"),
        FileKind.OPENING_BALANCES,
        all.toArray(String[]::new));
  }

  /** All files. */
  Path[] files(String income) {
    long more = lines.size() > 5 && lines.get(5).contains("2025-10") ? 1_000 : 0;
    long incomeFound = more == 0 ? -129_723 : -130_723;
    add("G;;;;;;;701100;;;%d;;;".formatted(incomeFound));
    Path balances = balances();
    lines.removeLast();
    List<String> months = new ArrayList<>();
    for (int month = 1; month <= 12; month++) {
      for (String person : persons) {
        months.add("%s;%s;2025-%02d;100000;2500;2500;".formatted(person, debtor, month));
      }
    }
    Path contributions =
        write(
            folder.resolve("earlier-contributions.csv"),
            FileKind.EARLIER_CONTRIBUTIONS,
            months.toArray(String[]::new));
    Path rights =
        write(
            folder.resolve("earlier-rights.csv"),
            FileKind.EARLIER_RIGHTS,
            persons.get(0) + ";2025-04-01;;3;DECLARED");
    long total = 50_500 + 20_000 + 777 + 100_000 + incomeFound + more;
    Path control =
        write(
            folder.resolve("control.csv"),
            FileKind.TAKE_ON_CONTROL,
            "FILE;opening-balances;%d;%d".formatted(lines.size() + 1, total),
            "FILE;earlier-contributions;24;120000",
            "FILE;earlier-rights;1;",
            "EMPLOYER;%s;;50500".formatted(debtor),
            "EMPLOYER;%s;;%d".formatted(advancer, more - 20_000),
            "ACCOUNT;411100;;%d".formatted(50_500 + more),
            "ACCOUNT;419100;;-20000",
            "ACCOUNT;471100;;-777",
            "ACCOUNT;521100;;100000",
            "ACCOUNT;701100;;" + income);
    return new Path[] {balances, contributions, rights, control};
  }

  static Path write(Path file, FileKind kind, String... lines) {
    try {
      return Files.writeString(file, kind.header() + "\n" + String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
