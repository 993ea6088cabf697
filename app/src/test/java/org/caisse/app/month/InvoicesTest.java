package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.control.Control;
import org.caisse.jobs.declaration.IntakeSizes;
import org.caisse.jobs.invoice.InvoiceIntake;
import org.caisse.jobs.keyed.KeyedSizes;
import org.caisse.jobs.replay.Replay;
import org.caisse.jobs.run.RunKey;
import org.caisse.jobs.run.RunOutcome;
import org.caisse.jobs.withdrawal.FileWithdrawal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invoices of providers, from the file to the lines that are to be adjudicated. */
class InvoicesTest {

  private static final String LINES =
      "SELECT i.invoice_no || '/' || i.version || ' ' || p.person_no || ' ' || l.care_on || ' ' ||"
          + " l.act_code || l.letter || l.medicine_code || ' ' || l.quantity || ' ' ||"
          + " l.charged_minor || CASE WHEN l.late THEN ' late' ELSE '' END FROM claim_line l JOIN"
          + " person p USING (person_id) JOIN invoice i USING (invoice_id) ORDER BY claim_line_id";

  private static final String TITLES =
      "record;provider;lot;invoice;version;period;lot_invoices;lot_total;invoice_lines;invoice_total;person;rank;care_on;act;letter;coefficient;quantity;unit;charged;fund_share;patient_share\n";

  /** Two lots with what can be wrong in them; the third invoice of the first is sound. */
  private static final String LOTS =
      TITLES
          + """
          B;F1;L1;;;2026-02;3;15050;;;;;;;;;;;;;
          I;;;17;;;;;7;10550;;;;;;;;;;;
          L;;;;;;;;;;T1;;2026-02-03;C01;;;1;1000;1000;800;200
          L;;;;;;;;;;T1;1;2026-01-31;;B;12.5;1;;1250;;
          L;;;;;;;;;;T1;9;2026-02-03;C01;;;1;1000;1000;;
          L;;;;;;;;;;T3;;2026-02-04;C01;;;2;1000;1500;;
          L;;;;;;;;;;T9;;2026-02-04;C01;;;;;1800;;
          L;;;;;;;;;;T3;;2026-04-04;C01;;;;;2000;;
          L;;;;;;;;;;T3;;2026-02-05;C01;K;;;;2000;;
          I;;;18;;;;;2;2000;;;;;;;;;;;
          L;;;;;;;;;;T3;;2026-02-06;C01;;;1;2000;2000;;
          I;;;19;;;;;2;2500;;;;;;;;;;;
          L;;;;;;;;;;T3;;2026-02-07;C01;;;1;1000;1000;900;50
          L;;;;;;;;;;T3;;07/13/2026;C01;;;1;1500;1500;;
          B;F2;L2;;;2026-02;1;700;;;;;;;;;;;;;
          I;;;5;;;;;1;500;;;;;;;;;;;
          L;;;;;;;;;;T3;;2026-02-07;C01;;;1;500;500;;
          B;F9;L3;;;2026-02;;;;;;;;;;;;;;;
          I;;;1;;;;;;;;;;;;;;;;;
          L;;;;;;;;;;T3;;2026-02-07;C01;;;1;500;500;;
          """;

  @TempDir private Path folder;
  private LoadedFund fund;

  @BeforeEach
  void open() {
    fund = opened();
  }

  private LoadedFund opened() {
    LoadedFund opened = LoadedFund.in(folder);
    CareRegistry.load(
        opened,
        folder,
        "2026-03-01",
        Map.of(
            "persons-typed",
            CareRegistry.PERSONS,
            "providers",
            CareRegistry.PROVIDERS,
            "dependants",
            "head;dependant;relation;rank;valid_from;valid_to\nT1;T2;child;1;2025-01-01;\n"));
    return opened;
  }

  @AfterEach
  void close() {
    fund.close();
  }

  @Test
  void eachLevelIsControlledByItselfAndWhatIsRefusedComesBack() {
    RunOutcome outcome = intake("2026-03-05", "lots.csv", LOTS);

    assertThat(outcome.rejects()).isEqualTo(10);
    assertThat(rows(LINES))
        .containsExactly(
            "17/1 T1 2026-02-03 C01 1.000 1000", "17/1 T2 2026-01-31 B 1.000 1250 late");
    assertThat(rows("SELECT lot_no || ' ' || refused FROM invoice_lot ORDER BY lot_id"))
        .containsExactly("L1 0", "L2 251", "L3 0");
    assertThat(rows("SELECT invoice_no || ' ' || status || ' ' || refused FROM invoice ORDER BY 1"))
        .containsExactly(
            "1 REFUSED 407", "17 FILED 0", "18 REFUSED 252", "19 FILED 0", "5 REFUSED 251");
    assertThat(
            rows(
                "SELECT person_lines || '=' || accepted || '+' || rejected || ' ' || amount_minor"
                    + " || ' ' || accepted_amount_minor FROM file_result WHERE run_id = (SELECT"
                    + " max(run_id) FROM run)"))
        .containsExactly("12=2+10 16050 2250");
    String rejects = read("2026-03-05/invoice-intake-1/rejects.csv");
    assertThat(rejects)
        .contains("RANK_UNKNOWN", "CHARGED_MISMATCH", "PERSON_UNKNOWN", "CARE_IN_FUTURE")
        .contains("CARE_UNCLEAR", "INVOICE_COUNT", "SHARES_MISMATCH", "LOT_TOTAL")
        .contains("PROVIDER_UNKNOWN", "bordereau", "facture", "ligne");
    assertThat(read("2026-03-05/invoice-intake-1/ack-0001-2026-03-05-lots.csv"))
        .contains("La facture a 1 ligne, elle en annonce 2.", "Bordereau concordant.");

    correctedLinesCompleteTheirInvoice(rejects);
    sameContentIsRecognisedAndAnotherVersionReplaces(rejects);
    for (String day : List.of("2026-03-05", "2026-03-06", "2026-03-09")) {
      assertThat(Replay.run(fund.workspace(), new RunKey(InvoiceIntake.NAME, day, 1)).differences())
          .isEmpty();
    }
    assertThat(Control.ofEverything(fund.sql())).isEmpty();
    assertThat(fund.findings()).isEmpty();
  }

  /** The clerk corrects in the reject file what it says, and sends that file back. */
  private void correctedLinesCompleteTheirInvoice(String rejects) {
    String corrected =
        rejects
            .replace(";T1;9;", ";T1;1;")
            .replace(";;2;1000;1500;", ";;2;1000;2000;")
            .replace(";T9;", ";T3;")
            .replace("2026-04-04;C01;", "2026-02-04;C02;");
    RunOutcome outcome = intake("2026-03-06", "corrected.csv", corrected);

    assertThat(rows(LINES))
        .containsExactly(
            "17/1 T1 2026-02-03 C01 1.000 1000",
            "17/1 T2 2026-01-31 B 1.000 1250 late",
            "17/1 T2 2026-02-03 C01 1.000 1000",
            "17/1 T3 2026-02-04 C01 2.000 2000",
            "17/1 T3 2026-02-04 C01 1.000 1800",
            "17/1 T3 2026-02-04 C02 1.000 2000");
    assertThat(outcome.rejects()).as("what was not corrected comes back once more").isEqualTo(3);
    assertThat(read("2026-03-06/invoice-intake-1/ack-0001-2026-03-06-corrected.csv"))
        .contains("Lignes corrigées ajoutées à la facture.");
  }

  private void sameContentIsRecognisedAndAnotherVersionReplaces(String rejects) {
    String invoice =
        TITLES
            + """
            I;F1;;20;;;;;1;1000;;;;;;;;;;;
            L;;;;;;;;;;T3;;2026-02-10;C01;;;1;1000;1000;;
            """;
    intake("2026-03-09", "a.csv", invoice);
    assertThat(intake("2026-03-10", "b.csv", invoice + "\n").rejects()).isZero();
    assertThat(rows("SELECT status FROM invoice WHERE invoice_no = '20' ORDER BY invoice_id"))
        .containsExactly("FILED", "REPEATED");
    assertThat(intake("2026-03-11", "c.csv", invoice.replace("C01", "C02")).rejects()).isEqualTo(1);
    assertThat(read("2026-03-11/invoice-intake-1/rejects.csv")).contains("INVOICE_REUSED");
    String replaced =
        TITLES
            + """
            I;F1;;17;2;;;;1;1000;;;;;;;;;;;
            L;;;;;;;;;;T1;;2026-02-03;C01;;;1;1000;1000;;
            """;
    assertThat(intake("2026-03-12", "v2.csv", replaced).rejects()).isZero();
    assertThat(
            rows(
                "SELECT invoice_no || '/' || version FROM standing_invoice(ARRAY(SELECT run_id FROM"
                    + " run), '{}') ORDER BY 1"))
        .containsExactly("17/2", "19/1", "20/1");
    aWithdrawnFileCountsNoMoreAndMayComeAgain(invoice);
    assertThat(intake("2026-03-13", "late.csv", rejects.replace(";T9;", ";T1;")).rejects())
        .isPositive();
    assertThat(read("2026-03-13/invoice-intake-1/rejects.csv")).contains("INVOICE_SUPERSEDED");
  }

  private void aWithdrawnFileCountsNoMoreAndMayComeAgain(String invoice) {
    for (String file : List.of("2026-03-09/invoice-intake-1/1", "2026-03-10/invoice-intake-1/1")) {
      RunOutcome withdrawn =
          fund.run(
              FailPoint.NONE,
              FileWithdrawal.NAME,
              Map.of(
                  "date",
                  List.of("2026-03-12"),
                  "file",
                  List.of(file),
                  "reason",
                  List.of("sent by mistake")));
      assertThat(withdrawn.exitCode()).as(withdrawn.toString()).isZero();
    }
    assertThat(read("2026-03-12/file-withdrawal-1/withdrawal-2026-03-09-a.csv.html"))
        .contains("Factures", "1 000 F CFA", "La prochaine liquidation");
    assertThat(intake("2026-03-12", "a-again.csv", invoice).rejects()).isZero();
    assertThat(
            rows(
                "SELECT status || filing FROM invoice WHERE invoice_no = '20' ORDER BY invoice_id"))
        .containsExactly("FILED1", "REPEATED2", "REFUSED2", "FILED2");
  }

  @Test
  void tablesOfLinesWithTotalsRepeatedAreTheSameWhereverItFailsAndInOtherPortions() {
    String titles =
        "prestataire;bordereau;facture;nature;nombre de lignes;total facture;numéro assuré;date"
            + " des soins;code acte;quantité;prix unitaire;montant\n";
    List<StringBuilder> tables = List.of(new StringBuilder(titles), new StringBuilder(titles));
    for (int i = 0; i < 60; i++) {
      tables
          .get(i / 30)
          .append(
              "F%d;L%d;%d;%s;2;%s;T%d;%02d/02/2026;C01;1,5;1000;%s\n"
                  .formatted(
                      1 + i % 2,
                      i % 3,
                      i / 2 * 10 + i % 2,
                      i % 5 == 0 ? "remboursement" : "tiers payant",
                      "1 500",
                      1 + i % 3,
                      1 + i % 27,
                      i % 7 == 0 ? "1 400" : "1 500"));
    }
    List<String> contents =
        tables.stream().map(table -> table.toString().replace(";2;1 500;", ";1;1 500;")).toList();
    assertThat(intake("2026-03-05", "table.csv", contents, FailPoint.NONE).result())
        .isEqualTo(RunOutcome.Result.COMPLETED);
    List<String> calm = rows(LINES);
    assertThat(calm).hasSize(51);
    assertThat(rows("SELECT DISTINCT kind FROM invoice ORDER BY 1"))
        .containsExactly("reimbursement", "third_party");

    // Of two files each is a portion of its own.
    try (LoadedFund disturbed =
        opened().inPortions(IntakeSizes.STANDARD, new KeyedSizes(1, 5, 30))) {
      LoadedFund first = fund;
      List<String> places =
          LoadedFund.untilDone(
              new Random(5),
              6,
              failing -> {
                fund = disturbed;
                try {
                  return intake("2026-03-05", "table.csv", contents, failing);
                } finally {
                  fund = first;
                }
              });
      assertThat(places).hasSizeGreaterThan(2);
      assertThat(disturbed.sql().sql(LINES).query(String.class).list()).isEqualTo(calm);
      assertThat(Control.ofEverything(disturbed.sql())).isEmpty();
    }
  }

  private RunOutcome intake(String date, String name, String content) {
    RunOutcome outcome = intake(date, name, List.of(content), FailPoint.NONE);
    assertThat(outcome.result()).as(outcome.toString()).isEqualTo(RunOutcome.Result.COMPLETED);
    return outcome;
  }

  private RunOutcome intake(String date, String name, List<String> contents, FailPoint failing) {
    List<String> files = new ArrayList<>();
    try {
      for (String content : contents) {
        Path file = folder.resolve(date + (files.isEmpty() ? "" : "-" + files.size()) + "-" + name);
        Files.writeString(file, content);
        files.add(file.toString());
      }
      return fund.run(failing, InvoiceIntake.NAME, Map.of("date", List.of(date), "file", files));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> rows(String sql) {
    return fund.sql().sql(sql).query(String.class).list();
  }

  private String read(String file) {
    try {
      return Files.readString(fund.workspace().outbox().resolve(file))
          .replace('\u00A0', ' ')
          .replace('\u202F', ' ');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
