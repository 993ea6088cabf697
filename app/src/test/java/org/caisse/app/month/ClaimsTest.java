package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.caisse.app.TestHome;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.claim.ClaimAdjudication;
import org.caisse.jobs.replay.Replay;
import org.caisse.jobs.run.RunKey;
import org.caisse.jobs.run.RunOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Care from the provider's file to the remittance, every franc worked out by hand. */
class ClaimsTest {

  private static final LocalDate RECEIVED = LocalDate.of(2026, 3, 2);
  private static final LocalDate DECIDED = LocalDate.of(2026, 3, 5);
  private static final LocalDate TOLD = LocalDate.of(2026, 3, 15);
  private static final LocalDate LATER = LocalDate.of(2026, 3, 20);
  private static final LocalDate CORRECTED = LocalDate.of(2026, 3, 25);

  /**
   * The insurance pays 70 % of the tariff, the patient the rest and what is above it; children
   * under five are free. A consultation of February is 2,000 F (the letter was raised on the 1st),
   * the blood count 20 x 150 = 3,000 F, the medicine at most its group's least reference price, 700
   * F.
   */
  private static final String[] FEBRUARY = {
    "CMA-1;F-1;1;;8500;A;2026-02-10;C1;;;;1;2500;2500;;;",
    "CMA-1;F-1;1;;8500;A;2026-02-10;NFS;;;;1;3000;3000;DR-9;;",
    "CMA-1;F-1;1;;8500;B;2026-02-11;C1;;;;1;2000;2000;;;",
    "CMA-1;F-1;1;;8500;D;2026-02-11;C1;;;;1;1000;1000;;;"
  };

  private static final String[] PHARMACY = {
    "PH-1;P-7;1;;3000;A;2026-02-10;;;;AMX;3;1000;3000;DR-9;ORD-1;"
  };

  /** The blood count once more, from another hospital, under another number. */
  private static final String[] AGAIN = {
    "CMA-2;X-3;1;;3000;A;2026-02-10;NFS;;;;1;3000;3000;DR-4;;"
  };

  private static final List<String> DECISIONS =
      List.of(
          // 2,500 = 1,400 (70 % of 2,000) + 600 + 500 above the tariff.
          "CMA-1 F-1 1 1 PAID 2500 amu=1400 copay=600 550/PATIENT=500",
          "CMA-1 F-1 1 2 PAID 3000 amu=2100 copay=900",
          "CMA-1 F-1 1 3 PAID 2000 women_and_children=2000 copay=0",
          "CMA-1 F-1 1 4 REFUSED 1000 copay=0 501/PATIENT=1000",
          "CMA-2 X-3 1 1 REFUSED 3000 copay=0 531/PROVIDER=3000",
          // 3 x 700 = 2,100: 1,470 + 630; 900 above the reference price.
          "PH-1 P-7 1 1 PAID 3000 amu=1470 copay=630 551/PATIENT=900");

  private static final List<String> LEDGER =
      List.of(
          "CMA-1 F-1 1 CARE amu 3500",
          "CMA-1 F-1 1 CARE women_and_children 2000",
          "PH-1 P-7 1 CARE amu 1470");

  @Test
  void anInvoiceIsDecidedToldExplainedAndCorrectedToTheFranc(@TempDir Path folder)
      throws IOException {
    try (CareFund care = CareFund.in(folder)) {
      taken(care, FailPoint.NONE);
      assertThat(care.adjudicate(FailPoint.NONE, DECIDED).exitCode()).isZero();

      assertThat(care.decided()).containsExactlyElementsOf(DECISIONS);
      assertThat(care.ledger()).isEqualTo(LEDGER);
      assertThat(care.adjudicate(FailPoint.NONE, DECIDED).result())
          .isEqualTo(RunOutcome.Result.ALREADY_DONE);
      assertThat(care.remit(FailPoint.NONE, TOLD).exitCode()).isZero();
      remittanceSays(care);
      statementSays(care);

      // What was told is firm: nothing is judged again, nothing is posted, nothing is told twice.
      assertThat(care.adjudicate(FailPoint.NONE, LATER).exitCode()).isZero();
      assertThat(care.remit(FailPoint.NONE, LATER).exitCode()).isZero();
      assertThat(care.adjudicate(FailPoint.NONE, LATER).result())
          .as("a remittance alone is nothing to decide on anew")
          .isEqualTo(RunOutcome.Result.ALREADY_DONE);
      assertThat(care.count("SELECT count(*) FROM claim_decision WHERE rev > 1")).isZero();
      assertThat(care.count("SELECT count(*) FROM claim_told")).isEqualTo(6);
      assertThat(care.count("SELECT count(*) FROM ledger_entry WHERE reverses IS NOT NULL"))
          .isZero();
      assertThat(care.fund().findings()).isEmpty();
      explained(care);
      corrected(care);
      for (LocalDate day : List.of(DECIDED, LATER, CORRECTED)) {
        assertThat(replayed(care, day)).isEmpty();
      }
    }
  }

  @Test
  void theOrderOfFilesDoesNotMatterAndRunsThatDieAnywhereLeaveTheSame(@TempDir Path folder)
      throws IOException {
    try (CareFund care = CareFund.in(folder)) {
      Random random = new Random(20_260_305);
      List<String> places = new ArrayList<>();
      List<Path> files = files(care).reversed();
      for (int i = 0; i < files.size(); i++) {
        Path file = files.get(i);
        LocalDate day = RECEIVED.plusDays(i);
        places.addAll(LoadedFund.untilDone(random, 6, failing -> care.intake(failing, day, file)));
      }
      places.addAll(LoadedFund.untilDone(random, 6, failing -> care.adjudicate(failing, DECIDED)));
      places.addAll(LoadedFund.untilDone(random, 6, failing -> care.remit(failing, TOLD)));

      assertThat(places).hasSizeGreaterThan(3);
      assertThat(care.decided()).isEqualTo(DECISIONS);
      assertThat(care.ledger()).isEqualTo(LEDGER);
      remittanceSays(care);
      statementSays(care);
      assertThat(care.fund().findings()).isEmpty();
      assertThat(care.count("SELECT count(*) FROM claim_work")).isZero();
    }
  }

  /** One hospital takes the blood count off its invoice; the other one's is paid then. */
  private static void corrected(CareFund care) throws IOException {
    Path file =
        care.invoices(
            "corrected.csv",
            "CMA-1;F-1;2;;4000;A;2026-02-10;C1;;;;1;2000;2000;;;",
            "CMA-1;F-1;2;;4000;B;2026-02-11;C1;;;;1;2000;2000;;;",
            "CMA-2;X-3;2;;3000;A;2026-02-10;NFS;;;;1;3000;3000;DR-4;;");
    assertThat(care.intake(FailPoint.NONE, CORRECTED, file).rejects()).isZero();
    assertThat(care.adjudicate(FailPoint.NONE, CORRECTED).exitCode()).isZero();
    assertThat(care.decided())
        .containsExactly(
            "CMA-1 F-1 2 1 PAID 2000 amu=1400 copay=600",
            "CMA-1 F-1 2 2 PAID 2000 women_and_children=2000 copay=0",
            "CMA-2 X-3 2 1 PAID 3000 amu=2100 copay=900",
            DECISIONS.getLast());
    assertThat(care.ledger())
        .containsExactly(
            "CMA-1 F-1 2 CARE amu 1400",
            "CMA-1 F-1 2 CARE women_and_children 2000",
            "CMA-2 X-3 2 CARE amu 2100",
            "PH-1 P-7 1 CARE amu 1470");
    assertThat(care.remit(FailPoint.NONE, CORRECTED).exitCode()).isZero();
    // 5,500 taken back, 3,400 anew.
    assertThat(
            reconciliation(care, CORRECTED, "CMA-1/BORD-2026-000004.ndjson")
                .at("/paymentAmount/value")
                .longValue())
        .isEqualTo(-2_100);
    assertThat(care.fund().findings()).isEmpty();
    assertThat(care.caisse("explain", "CMA-1/F-1/2", "--version-of-invoice", "1").out())
        .contains("ne compte plus");
  }

  private static void explained(CareFund care) {
    TestHome.Said said = care.caisse("explain", "CMA-1/F-1/1", "--lang", "en");
    assertThat(said.exit()).as(said.toString()).isZero();
    assertThat(said.out())
        .contains(
            "Line 1 of invoice F-1 (version 1) of provider CMA-1",
            "CMA-1;F-1;1;;8500;A;2026-02-10;C1",
            "letter C × coefficient 1 × value of the letter XOF 2,000",
            "tariff C cma, in force since 1 February 2026 (file tariffs.csv, line 3)",
            "amu_rate, since 1 February 2026: allafrica 202602060319",
            "charged XOF 2,500, covered XOF 1,400, co-payment XOF 600",
            "XOF 500 borne by the patient, reason 550",
            "+BORD-2026-000001");
    assertThat(care.caisse("explain", "CMA-2/X-3/1").out())
        .contains("déjà sur la facture F-1 du prestataire CMA-1");
    assertThat(care.caisse("explain", "PH-1/P-7/1", "--json").out())
        .contains("\"GENERIC\"", "\"code\" : 551");
    assertThat(care.caisse("explain", "PH-1/P-7/9").exit()).isEqualTo(2);
    assertThat(care.caisse("show", "BORD-2026-000003").out()).contains("PH-1");
  }

  private static void taken(CareFund care, FailPoint failing) {
    for (Path file : files(care)) {
      assertThat(care.intake(failing, RECEIVED, file).rejects()).isZero();
    }
  }

  private static List<Path> files(CareFund care) {
    return List.of(
        care.invoices("february.csv", FEBRUARY),
        care.invoices("pharmacy.csv", PHARMACY),
        care.invoices("again.csv", AGAIN));
  }

  private static void remittanceSays(CareFund care) throws IOException {
    List<String> lines = entry(care, TOLD, "CMA-1/BORD-2026-000001.csv");
    assertThat(lines.get(1))
        .startsWith(
            "BORD-2026-000001;CMA-1;CMA de"
                + " Kossodo;F-1;1;1;A;2026-02-10;C1;Consultation;1;2500;payée;")
        .contains(";1400;600;500;0;[550] ");
    // Charged, paid, co-payment, patient, provider.
    assertThat(lines.getLast()).contains("Total BORD-2026-000001;;8500;;;5500;1500;1500;0;");
    JsonNode told = reconciliation(care, TOLD, "CMA-1/BORD-2026-000001.ndjson");
    assertThat(told.at("/paymentAmount/value").longValue()).isEqualTo(5_500);
    assertThat(String.join("\n", entry(care, TOLD, "CMA-1/BORD-2026-000001.html")))
        .contains("Il vous est dû 5\u202f500\u00a0F\u00a0CFA.", "CMA de Kossodo", "<td>F-1<td");
    assertThat(entry(care, TOLD, "CMA-2/BORD-2026-000002.csv").getLast())
        .contains(";3000;;;0;0;0;3000;");
  }

  private static void statementSays(CareFund care) throws IOException {
    Path list = remittance(care, TOLD).resolve("care-statements-" + TOLD + ".csv");
    assertThat(Files.readAllLines(list))
        .hasSize(7)
        .anyMatch(
            line ->
                line.startsWith("DECOMPTE-2026-000001;A;A;OUEDRAOGO Awa;2026-02-10;")
                    && line.contains(";1400;0;1100;"));
  }

  private static JsonNode reconciliation(CareFund care, LocalDate day, String name)
      throws IOException {
    return JsonMapper.builder().build().readTree(entry(care, day, name).getLast());
  }

  private static List<String> entry(CareFund care, LocalDate day, String name) throws IOException {
    Path zip = remittance(care, day).resolve("remittances-" + day + ".zip");
    try (ZipFile file = new ZipFile(zip.toFile())) {
      ZipEntry entry = file.getEntry(name);
      assertThat(entry).as(name).isNotNull();
      return new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    }
  }

  private static Path remittance(CareFund care, LocalDate day) {
    return care.fund().workspace().outbox().resolve(day + "/remittance-1");
  }

  private static List<?> replayed(CareFund care, LocalDate day) {
    return Replay.run(
            care.fund().workspace(), new RunKey(ClaimAdjudication.NAME, day.toString(), 1))
        .differences();
  }
}
