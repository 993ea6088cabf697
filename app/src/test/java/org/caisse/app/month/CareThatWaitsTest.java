package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.caisse.domain.run.FailPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Care that waits for somebody: for a prior agreement to be decided, for a day of birth. */
class CareThatWaitsTest {

  private static final LocalDate RECEIVED = LocalDate.of(2026, 3, 4);
  private static final LocalDate DECIDED = LocalDate.of(2026, 3, 5);
  private static final LocalDate LATER = LocalDate.of(2026, 3, 20);

  @Test
  void whereARequestStandsDecidesWhatBecomesOfItsLine(@TempDir Path folder) throws IOException {
    try (CareFund care = CareFund.in(folder)) {
      assertThat(
              care.agreements(
                      RECEIVED,
                      "asked.csv",
                      "PA-1;C;act;IRM;1;;;;2026-02-15;;requested",
                      "PA-2;A;act;IRM;1;;;Dr KABRE;2026-02-01;2026-02-11;refused",
                      "PA-3;A;act;IRM;;2;;Dr KABRE;2026-02-11;2026-02-15;granted",
                      "PA-9;A;act;IRM;1;1;;;2026-02-01;;requested")
                  .rejects())
          .as("asked for and approved at once")
          .isEqualTo(1);
      Path file =
          care.invoices(
              "mri.csv",
              "CMA-1;F-1;1;;240000;C;2026-02-10;IRM;;;;1;60000;60000;DR-9;;",
              "CMA-1;F-1;1;;240000;C;2026-02-20;IRM;;;;1;60000;60000;DR-9;;PA-1",
              "CMA-1;F-1;1;;240000;A;2026-02-10;IRM;;;;1;60000;60000;DR-9;;PA-2",
              "CMA-1;F-1;1;;240000;A;2026-02-20;IRM;;;;1;60000;60000;DR-9;;PA-3");
      assertThat(care.intake(FailPoint.NONE, RECEIVED, file).rejects()).isZero();
      assertThat(care.adjudicate(FailPoint.NONE, DECIDED).exitCode()).isZero();

      assertThat(care.decided())
          .containsExactly(
              "CMA-1 F-1 1 1 REFUSED 60000 copay=0 541/PROVIDER=60000",
              "CMA-1 F-1 1 2 PENDED 60000 amu=42000 copay=18000",
              "CMA-1 F-1 1 3 REFUSED 60000 copay=0 542/PATIENT=60000",
              "CMA-1 F-1 1 4 REFUSED 60000 copay=0 544/PROVIDER=60000");
      assertThat(list(care, DECIDED, "pended"))
          .hasSize(2)
          .anyMatch(line -> line.contains("L’entente préalable est demandée"));
      assertThat(list(care, DECIDED, "decisions"))
          .anyMatch(line -> line.contains("PA-3 ne valait plus") && line.contains("15/02/2026"));

      assertThat(
              care.agreements(
                      LATER, "decided.csv", "PA-1;C;act;IRM;1;1;;Dr KABRE;2026-02-15;;granted")
                  .rejects())
          .isZero();
      assertThat(care.adjudicate(FailPoint.NONE, LATER).exitCode()).isZero();
      assertThat(care.decided()).contains("CMA-1 F-1 1 2 PAID 60000 amu=42000 copay=18000");
      assertThat(list(care, LATER, "pended")).hasSize(1);
      assertThat(care.fund().findings()).isEmpty();
    }
  }

  @Test
  void whoseDayOfBirthIsMissingIsOnAListUntilItIsLoaded(@TempDir Path folder) throws IOException {
    try (CareFund care = CareFund.in(folder)) {
      born(care, folder, "2026-02-02", "");
      Path file =
          care.invoices(
              "c.csv",
              "CMA-1;F-1;1;;4000;C;2026-02-10;C1;;;;1;2000;2000;;;",
              "CMA-1;F-1;1;;4000;C;2026-02-20;C1;;;;1;2000;2000;;;");
      assertThat(care.intake(FailPoint.NONE, RECEIVED, file).rejects()).isZero();
      assertThat(care.adjudicate(FailPoint.NONE, DECIDED).exitCode()).isZero();

      assertThat(list(care, DECIDED, "birth-unknown"))
          .hasSize(2)
          .anyMatch(
              line ->
                  line.startsWith("C;OUEDRAOGO;Cheick;2026-03-04;2;")
                      && line.contains(";CMA-1;Demandez l’acte de naissance"));

      born(care, folder, "2026-03-19", "1978-02-02");
      assertThat(care.adjudicate(FailPoint.NONE, LATER).exitCode()).isZero();
      assertThat(list(care, LATER, "birth-unknown")).hasSize(1);
      assertThat(care.decided())
          .containsExactly(
              "CMA-1 F-1 1 1 PAID 2000 amu=1400 copay=600",
              "CMA-1 F-1 1 2 PAID 2000 amu=1400 copay=600");
    }
  }

  /** An act whose price is 50 % of what is charged. */
  @Test
  void anActMayBePaidByAPartOfWhatIsCharged(@TempDir Path folder) {
    try (CareFund care = CareFund.in(folder)) {
      String titles =
          "act;label;group;letter;coefficient;flat;agreement;valid_from;part_of_charge\n";
      assertThat(
              CareRegistry.load(
                      care.fund(),
                      folder,
                      "2026-02-03",
                      Map.of(
                          "acts",
                          titles
                              + "HALF;Prothèse;imaging;;;;no;2025-01-01;50\n"
                              + "BOTH;Deux prix;imaging;;;500;no;2025-01-01;50\n"))
                  .rejects())
          .isEqualTo(1);
      Path file =
          care.invoices("half.csv", "CMA-1;F-1;1;;3001;A;2026-02-10;HALF;;;;1;3001;3001;DR-9;;");
      assertThat(care.intake(FailPoint.NONE, RECEIVED, file).rejects()).isZero();
      assertThat(care.adjudicate(FailPoint.NONE, DECIDED).exitCode()).isZero();

      // Half of 3,001 is 1,501; 70 % of it 1,051, half up; what is above is the patient's.
      assertThat(care.decided())
          .containsExactly("CMA-1 F-1 1 1 PAID 3001 amu=1051 copay=450 550/PATIENT=1500");
      assertThat(care.caisse("explain", "CMA-1/F-1/1").out())
          .containsPattern("50.% du montant facturé");
    }
  }

  private static void born(CareFund care, Path folder, String day, String birth) {
    CareRegistry.load(
        care.fund(),
        folder,
        day,
        Map.of(
            "persons",
            "person;last_name;first_name;birth_date;sex;population;ogd;valid_from;valid_to\n"
                + "C;OUEDRAOGO;Cheick;"
                + birth
                + ";M;;;2024-01-01;\n"));
  }

  private static List<String> list(CareFund care, LocalDate day, String name) throws IOException {
    return Files.readAllLines(
        care.fund()
            .workspace()
            .outbox()
            .resolve("%s/claim-adjudication-1/%s-%s.csv".formatted(day, name, day)));
  }
}
