package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.registry.RegistryLoad;
import org.caisse.jobs.run.RunOutcome;

/** A registry of care that is small enough to be read: files as somebody would write them. */
final class CareRegistry {

  static final String PERSONS =
      """
      person;last_name;first_name;birth_date;sex;population;ogd;valid_from;valid_to
      T1;OUEDRAOGO;Awa;1985-06-12;F;;;2025-01-01;
      T2;OUEDRAOGO;Issa;2019-02-03;M;;;2025-01-01;
      T3;COMPAORE;Hassane;1992-05-05;M;;;2025-01-01;
      """;

  static final String PROVIDERS =
      """
      provider;name;level;specialty;region;ogd;valid_from;valid_to
      F1;CMA de Pissy;cma;;centre;CNSS;2025-01-01;
      F2;Pharmacie du Progrès;pharmacy;;centre;;2025-01-01;
      """;

  private CareRegistry() {}

  /** One provider, and one consultation at 2,000. */
  static void loadConsultation(LoadedFund fund, Path folder) {
    load(
        fund,
        folder,
        "2026-01-03",
        Map.of(
            "providers",
            """
            provider;name;level;specialty;region;ogd;valid_from;valid_to
            CMA-1;CMA;cma;;KADIOGO;;2024-01-01;
            """,
            "conventions",
            """
            provider;reference;level;valid_from;valid_to
            CMA-1;K1;;2025-01-01;
            """,
            "acts",
            """
            act;nomenclature;label;group;letter;coefficient;flat;sex;min_months;max_months;levels;agreement;valid_from;valid_to
            C1;N;Consultation;consultation;;;2000;;;;;no;2025-01-01;
            """));
  }

  /** Loads files of the registry, named by their kinds. */
  static RunOutcome load(LoadedFund fund, Path folder, String date, Map<String, String> files) {
    try {
      Path place = Files.createDirectories(folder.resolve("registry-" + date));
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(place.resolve(file.getKey() + ".csv"), file.getValue());
      }
      RunOutcome outcome =
          fund.run(
              FailPoint.NONE,
              RegistryLoad.NAME,
              Map.of("date", List.of(date), "file", List.of(place.toString())));
      assertThat(outcome.result()).as(outcome.toString()).isEqualTo(RunOutcome.Result.COMPLETED);
      return outcome;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
