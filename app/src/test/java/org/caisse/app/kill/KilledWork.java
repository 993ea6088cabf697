package org.caisse.app.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caisse.app.TestHome;
import org.caisse.app.month.PreparedHome;
import org.caisse.config.database.Database;
import org.caisse.config.format.FileKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Work of a fund that is killed on its way.
 *
 * @param job whose run it is
 * @param command as it is typed; {file:…} and {receipt:…} stand for numbers, {files} for the folder
 *     of {@link #writeFiles}, {home} for the workspace
 */
record KilledWork(String job, String command) {

  /** The work of some months, in this order: at least one of every job. */
  static final List<KilledWork> ALL =
      List.of(
          run(
              "receipt-intake",
              "date=2026-03-08 file={files}/bank.csv remittance={files}/remittance.csv"),
          run("account-settlement", "date=2026-03-08"),
          run("declaration-intake", "date=2026-03-09 file={home}/inbox/2026-03-09"),
          run("contribution-assessment", "period=2026-02 date=2026-03-11"),
          run("receipt-intake", "date=2026-03-12 file={files}/bank-own.csv"),
          run("account-settlement", "date=2026-03-12"),
          new KilledWork(
              "decision",
              "settle {receipt:B3} --to E000007 --reason lettre --by Awa --date 2026-03-12"),
          new KilledWork(
              "decision",
              "waive E000006 2026-02 late_payment 10 --reason lettre --by Awa --date 2026-03-12"),
          new KilledWork("decision", "approve 2 --by Ali --date 2026-03-12"),
          run("registry-load", "date=2026-03-12 file={files}/persons-typed.csv"),
          run("person-match", "date=2026-03-12"),
          new KilledWork("person-decision", "merge T1 T2 --reason acte --by Awa --date 2026-03-12"),
          run("expected-intake", "date=2026-03-12 file={files}/solde.csv"),
          run("declaration-control", "period=2026-02 date=2026-03-12"),
          run("file-withdrawal", "date=2026-03-13 reason=erreur file={file:%}"),
          run("contribution-assessment", "period=2026-02 date=2026-03-13"),
          run("account-settlement", "date=2026-03-25"),
          run("collection-follow-up", "date=2026-03-25"),
          run("aged-balance", "date=2026-03-25"),
          run("clearance-certificate", "date=2026-03-25 employer=E000009 by=Awa"),
          run("registry-load", "date=2026-03-25 file={files}/care"),
          run("invoice-intake", "date=2026-03-25 file={files}/factures.csv"),
          run("registry-load", "date=2026-03-25 file={files}/made/registry"),
          run("take-on", "date=2026-02-01 file={files}/made/take-on"),
          run("entitlement", "date=2026-03-26"),
          run("invoice-intake", "date=2026-03-26 file={files}/made/invoices/2026-03-12"),
          run("claim-adjudication", "date=2026-03-26"),
          run("remittance", "date=2026-03-26"),
          run("trial-balance", "period=2026-03 date=2026-03-26"),
          new KilledWork("regularisation", "regularise from=2026-01 to=2026-02 date=2026-04-20"),
          run("take-on", "date=2026-01-01 file={files}/taken-on"),
          run("entitlement", "date=2026-04-21"),
          run("invoice-intake", "date=2026-04-21 file={files}/made/invoices/2026-03-26"),
          run("file-withdrawal", "date=2026-04-21 reason=erreur file={file:factures-F00003.csv}"),
          run("claim-adjudication", "date=2026-04-21"),
          run("remittance", "date=2026-04-21"));

  /** Of them, the first that are done in every build, too: they need no other. */
  static final int IN_EVERY_BUILD = 2;

  private static final int LINES_OF_CARE = 400;

  private static final Pattern NUMBER = Pattern.compile("\\{(file|receipt):([^}]*)}");

  private static KilledWork run(String job, String parameters) {
    return new KilledWork(job, "run " + job + " " + parameters);
  }

  /** What must be done in a workspace before the command. */
  void prepare(TestHome home) {
    if (job.equals("regularisation")) {
      decree(home.home().resolve("packs/bf/amu.yaml"));
    }
  }

  /** Another rate, from February 2026 on. */
  private static void decree(Path pack) {
    try {
      String text = Files.readString(pack);
      String next = "  salaried_insured_rate:";
      Files.writeString(
          pack,
          text.replace(
              next,
              "    - {from: 2026-02-01, value: 3, mark: C, source: \"lefaso.net/999\", text: {fr:"
                  + " Décret d’essai, en: Decree (trial)}}\n"
                  + next));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words of the command. */
  String[] words(TestHome home, Path files) {
    List<String> words = new ArrayList<>();
    for (String word : command.split(" ", -1)) {
      Matcher number = NUMBER.matcher(word);
      String known =
          number.find()
              ? number.replaceFirst(number(home, number.group(1), number.group(2)))
              : word;
      words.add(
          known.replace("{home}", home.home().toString()).replace("{files}", files.toString()));
    }
    return words.toArray(String[]::new);
  }

  /** The number of the first file of declarations or invoices, or of the receipt of a reference. */
  private static String number(TestHome home, String what, String name) {
    try (Database database = home.database()) {
      return JdbcClient.create(database.dataSource())
          .sql(
              what.equals("file")
                  ? "SELECT min(file_id)::text FROM file WHERE kind IN ('declarations', 'invoices')"
                      + " AND name LIKE ?"
                  : "SELECT receipt_no FROM receipt WHERE bank_ref = ?")
          .param(name)
          .query(String.class)
          .single();
    }
  }

  /** Writes what banks, bodies and others send. */
  static void writeFiles(Path folder) throws IOException {
    write(
        folder.resolve("bank.csv"),
        "record;account;booking_date;value_date;bank_ref;debit;credit;balance;payer_account;payer_name;text;takes_back;count;opening;closing",
        "R;BK1;;2026-03-08;B1;;60000;;ACC1;;cotisation E000006;;;;",
        "R;BK1;;2026-03-08;B2;;9000000;;ACC2;;E000009;;;;",
        "R;BK1;;2026-03-08;B3;;4321;;;;virement;;;;");
    Path own = PreparedHome.fund().resolve("receipts/2026-03-10/bank-BK1.csv");
    Files.copy(own, folder.resolve("bank-own.csv"));
    write(
        folder.resolve("remittance.csv"),
        "record;ogd;remittance;date;employer;period;component;amount;text;takes_back;count;total;withheld;transfer_ref",
        "S;CNSS;2026-03;2026-03-07;;;;;;;1;2000;;",
        "R;CNSS;2026-03;;E000010;2026-02;;2000;;;;;;");
    write(
        folder.resolve("persons-typed.csv"),
        "person;last_name;first_name;birth_date;sex;population;ogd;valid_from;valid_to",
        "T1;OUEDRAOGO;Awa;1985-06-12;F;;;2025-01-01;",
        "T2;Awa;Ouédraogo;1985-06-12;F;;;2025-01-01;",
        "T4;ZONGO;Mariam;1988-07-08;F;;;2025-01-01;");
    write(
        folder.resolve("solde.csv"),
        "list;period;employer;person;national_id;last_name;first_name;birth_date;sex;pay",
        "solde;2026-02;E000001;T1;;;;;;150000",
        "solde;2026-02;E000001;T4;;ZONGO;Mariam;;F;120000");
    Path care = Files.createDirectories(folder.resolve("care"));
    write(
        care.resolve("providers.csv"),
        "provider;name;level;specialty;region;ogd;valid_from;valid_to",
        "F1;CMA de Pissy;cma;;centre;CNSS;2025-01-01;");
    write(
        folder.resolve("factures.csv"),
        "record;provider;lot;invoice;invoice_lines;invoice_total;person;rank;care_on;act;medicine;quantity;unit;charged",
        "I;F1;;17;1;1000;;;;;;;;",
        "L;;;;;;T4;;2026-02-03;C01;;1;1000;1000");
    Path old = Files.createDirectories(folder.resolve("taken-on"));
    write(
        old.resolve("opening-balances.csv"),
        FileKind.OPENING_BALANCES.header(),
        "D;E000001;CNSS;2025-11;CONTRIBUTION;2025-12-10;2026-01-01;;;;50000;;;",
        "G;;;;;;;701100;;;-50000;;;");
    write(
        old.resolve("control.csv"),
        FileKind.TAKE_ON_CONTROL.header(),
        "FILE;opening-balances;2;0",
        "EMPLOYER;E000001;;50000",
        "ACCOUNT;411100;;50000",
        "ACCOUNT;701100;;-50000");
    PreparedHome.writeCare(folder.resolve("made"), LINES_OF_CARE);
  }

  private static void write(Path file, String... lines) throws IOException {
    Files.writeString(file, String.join("\n", lines) + "\n");
  }
}
