package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.control.Control;
import org.caisse.jobs.run.RunOutcome;
import org.caisse.jobs.withdrawal.FileWithdrawal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Providers, dependants, acts and prices: what is taken, and what is refused with what to do. */
class CareRegistryTest {

  private static final String ACTS =
      """
      act;nomenclature;label;group;letter;coefficient;flat;sex;min_months;max_months;levels;agreement;valid_from;valid_to
      C01;Exemple 2026;Consultation générale;consultation;C;1;;;;;cma, chr;no;2025-01-01;
      B12;Exemple 2026;Hémogramme;biology;B;12.5;;;;;;;2025-01-01;
      ACC;Exemple 2026;Accouchement;delivery;;;15000;F;144;660;;yes;2025-01-01;
      X1;Exemple 2026;Sans coefficient;surgery;K;;;;;;;no;2025-01-01;
      X2;Exemple 2026;Deux prix;surgery;K;10;500;;;;;no;2025-01-01;
      X3;Exemple 2026;Âges;surgery;K;10;;;24;12;;no;2025-01-01;
      C01;Exemple 2026;Deux fois;consultation;C;1;;;;;;no;2025-01-01;
      """;

  @Test
  void everyKindIsTakenInVersionsAndWhatDoesNotFitSaysWhatToDo(@TempDir Path folder) {
    try (LoadedFund fund = LoadedFund.in(folder)) {
      RunOutcome loaded =
          CareRegistry.load(
              fund,
              folder,
              "2026-03-01",
              Map.ofEntries(
                  Map.entry("persons-typed", CareRegistry.PERSONS),
                  Map.entry(
                      "providers",
                      CareRegistry.PROVIDERS + "F3;Clinique;clinic;;;NOBODY;2025-01-01;\n"),
                  Map.entry(
                      "conventions",
                      """
                      provider;reference;level;valid_from;valid_to
                      F1;C-2025/17;;2025-01-01;2026-07-01
                      F9;C-2025/18;;2025-01-01;
                      """),
                  Map.entry(
                      "dependants",
                      """
                      head;dependant;relation;rank;valid_from;valid_to
                      T1;T2;child;1;2025-01-01;
                      T1;T1;spouse;2;2025-01-01;
                      T3;T9;child;1;2025-01-01;
                      T3;T2;cousin;1;2025-01-01;
                      """),
                  Map.entry(
                      "statuses",
                      """
                      person;kind;detail;reference;valid_from;valid_to
                      T1;pregnancy;;CPN-7;2026-01-10;2026-10-10
                      T1;chronic;E11;;2025-06-01;
                      T3;chronic;;;2025-06-01;
                      """),
                  Map.entry("acts", ACTS),
                  Map.entry(
                      "crosswalks",
                      """
                      old_act;new_act;valid_from;valid_to
                      C;C01;2026-01-01;
                      D;D01;2026-01-01;
                      """),
                  Map.entry(
                      "tariffs",
                      """
                      basis;item;level;unit;valid_from;valid_to
                      letter;C;cma;1000;2025-01-01;2026-01-01
                      letter;C;cma;1200;2026-01-01;
                      letter;C;chr;1500;2025-01-01;
                      act;C99;;700;2025-01-01;
                      letter;B;;-5;2025-01-01;
                      """),
                  Map.entry(
                      "medicines",
                      """
                      medicine;label;dci;reference_price;generic_group;programme;agreement;valid_from;valid_to
                      M1;Paracétamol 500 mg;paracetamol;25;PARA500;;no;2025-01-01;
                      M2;Artéméther-luméfantrine;artemether;;;malaria;no;2025-01-01;
                      """),
                  Map.entry(
                      "agreements",
                      """
                      agreement;person;basis;item;asked_quantity;approved_quantity;approved_price;reference;valid_from;valid_to
                      EP1;T1;act;ACC;1;1;;Dr KABRE;2026-02-01;2026-05-01
                      EP1;T1;medicine;M1;20;10.5;20;Dr KABRE;2026-02-01;2026-05-01
                      EP2;T1;act;C99;1;1;;;2026-02-01;
                      EP3;T9;act;C01;1;1;;;2026-02-01;
                      """)));

      assertThat(loaded.rejects()).isEqualTo(15);
      assertThat(rows(fund, "SELECT count(*) FROM act_version")).containsExactly("3");
      assertThat(
              rows(
                  fund,
                  "SELECT coefficient || ' ' || levels || '/' || agreement FROM act_version JOIN"
                      + " act USING (act_id) WHERE letter <> '' ORDER BY act_code"))
          .containsExactly("12.500 /false", "1.000 cma,chr/false");
      assertThat(rows(fund, "SELECT level || ' ' || unit_minor FROM tariff ORDER BY 1"))
          .containsExactly("chr 1500", "cma 1000", "cma 1200");
      assertThat(
              rows(
                  fund,
                  "SELECT item || ' ' || approved_quantity || ' ' || coalesce(approved_unit_minor,"
                      + " -1) FROM prior_agreement_version ORDER BY 1"))
          .containsExactly("ACC 1.000 -1", "M1 10.500 20");
      assertThat(rows(fund, "SELECT relation || rank FROM dependant_link"))
          .containsExactly("child1");
      String rejects = read(fund, "2026-03-01/registry-load-1/rejects.csv");
      assertThat(rejects)
          .contains("OGD_UNKNOWN", "PROVIDER_UNKNOWN", "ACT_UNKNOWN", "PERSON_UNKNOWN")
          .contains(
              "Aucun prestataire de soins n’a le numéro « F9 ».",
              "faites d’abord enregistrer le prestataire");

      aChangedVersionIsAddedAndTheSameIsNot(fund, folder);
      aWithdrawnFileCountsNoMore(fund);
      assertThat(Control.ofEverything(fund.sql())).isEmpty();
      assertThat(fund.findings()).isEmpty();
    }
  }

  private static void aChangedVersionIsAddedAndTheSameIsNot(LoadedFund fund, Path folder) {
    String changed =
        CareRegistry.PROVIDERS.replace("F2;Pharmacie du Progrès", "F2;Pharmacie neuve");
    CareRegistry.load(fund, folder, "2026-03-02", Map.of("providers", changed));
    assertThat(
            rows(
                fund,
                "SELECT provider_no || ' ' || name FROM provider_version JOIN provider USING"
                    + " (provider_id) WHERE provider_version.file_id = (SELECT max(file_id) FROM"
                    + " file)"))
        .containsExactly("F2 Pharmacie neuve");
  }

  private static void aWithdrawnFileCountsNoMore(LoadedFund fund) {
    RunOutcome withdrawn =
        fund.run(
            FailPoint.NONE,
            FileWithdrawal.NAME,
            Map.of(
                "date", List.of("2026-03-03"),
                "file", List.of("2026-03-02/registry-load-1/1"),
                "reason", List.of("wrong file")));
    assertThat(withdrawn.exitCode()).as(withdrawn.toString()).isZero();
    assertThat(read(fund, "2026-03-03/file-withdrawal-1/withdrawal-providers.csv.html"))
        .contains("providers.csv");
  }

  private static List<String> rows(LoadedFund fund, String sql) {
    return fund.sql().sql(sql).query(String.class).list();
  }

  private static String read(LoadedFund fund, String file) {
    try {
      return Files.readString(fund.workspace().outbox().resolve(file)).replace('\u00A0', ' ');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
