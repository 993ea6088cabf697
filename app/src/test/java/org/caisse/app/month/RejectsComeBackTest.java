package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caisse.jobs.run.RunOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A spreadsheet with mistakes, its reject files corrected by a clerk who has only them to go by,
 * and what comes of it.
 */
class RejectsComeBackTest {

  private static final LocalDate FIRST = LoadedFund.FIRST_RECEIPT;

  @TempDir private Path folder;
  private LoadedFund fund;
  private List<String> persons;
  private String employer;

  @BeforeEach
  void open() {
    fund = LoadedFund.in(folder);
    employer =
        fund.sql()
            .sql(
                "SELECT min(employer_no) FROM employer JOIN employer_version USING (employer_id)"
                    + " WHERE population = 'salaried_private' AND valid_to IS NULL AND valid_from"
                    + " < '2025-01-01'")
            .query(String.class)
            .single();
    persons =
        fund.sql()
            .sql(
                "SELECT DISTINCT person_no FROM person JOIN person_version USING (person_id) WHERE"
                    + " population = '' AND valid_to IS NULL AND valid_from < '2026-01-01' ORDER BY"
                    + " 1 LIMIT 7")
            .query(String.class)
            .list();
  }

  @AfterEach
  void close() {
    fund.close();
  }

  private Path sent() throws IOException {
    Files.createDirectories(fund.workspace().senders());
    Files.writeString(
        fund.workspace().senders().resolve("paie.yaml"),
        "kind: declaration\nfiles: [\"paie_{employer}_{month}_{year}*\"]\n");
    String text =
        """
        N° assuré;Nom et prénoms;Date d’entrée;Date de sortie;Jours travaillés;Salaire brut
        %s;OUÉDRAOGO Awa;;;28;100 000
        %s;SAWADOGO Ali;10/02/2026;;19;200 000
        %s;KÉRÉ Issa;;;28;cent mille
        %s;ZONGO Éric;31/02/2026;;10;300 000
        P99999999;TRAORÉ Fanta;;;28;150 000
        %s;-DIALLO Ami;;;35;250 000
        ;SANOU Paul;;;28;175 000
        """
            .formatted(
                persons.get(0), persons.get(1), persons.get(2), persons.get(3), persons.get(4));
    return Files.write(
        folder.resolve("paie_%s_02_2026.csv".formatted(employer)),
        text.replace("\n", "\r\n").getBytes(Charset.forName("windows-1252")));
  }

  private Path rejects(RunOutcome outcome, String ending) {
    return fund.workspace()
        .outbox()
        .resolve(outcome.run().key().label())
        .resolve("rejects." + ending);
  }

  /** Lines and pay that count, then what is assessed on them. */
  private String totals() {
    return fund.sql()
        .sql(
            "SELECT concat_ws(' ', sum(accepted), sum(accepted_gross_minor), (SELECT"
                + " sum(base_minor) FROM contribution JOIN employer e USING (employer_id) WHERE"
                + " e.employer_no = d.employer_no)) FROM declaration d WHERE employer_no = ? GROUP"
                + " BY employer_no")
        .param(employer)
        .query(String.class)
        .single();
  }

  private List<String> codes(RunOutcome outcome) {
    return fund.sql()
        .sql("SELECT concat_ws(' ', line_no, code) FROM line_reject WHERE run_id = ? ORDER BY 1")
        .param(outcome.run().id())
        .query(String.class)
        .list();
  }

  private RunOutcome taken(LocalDate day, Path file) {
    RunOutcome outcome = fund.intake(day, file);
    if (outcome.result() == RunOutcome.Result.COMPLETED) {
      assertThat(fund.assess(day).exitCode()).isZero();
    }
    return outcome;
  }

  @Test
  void correctedInEitherFormOnlyItsLinesComeInAndOnlyOnce() throws IOException {
    RunOutcome first = taken(FIRST, sent());
    assertThat(first.exitCode()).isEqualTo(1);
    assertThat(codes(first)).containsExactly("4 304", "5 307", "6 302", "7 309", "8 301");
    assertThat(totals()).isEqualTo("2 300000 300000");
    Path workbook = rejects(first, "xlsx");
    assertThat(Clerk.marked(workbook))
        .containsExactly("4 Salaire brut", "5 Entrée", "6 Assuré", "7 Jours", "8 Assuré");

    Path csv =
        Clerk.csv(
            rejects(first, "csv"),
            folder.resolve("rejects.csv"),
            Set.of("4", "5", "7")::contains,
            Map.of(
                "4", Map.of("Salaire brut", "110 000"),
                "5", Map.of("Entrée", "19/02/2026"),
                "7", Map.of("Jours", "")));
    assertThat(taken(FIRST.plusDays(1), csv).exitCode()).isZero();
    assertThat(totals()).as("110 000 + 300 000 + 250 000 more").isEqualTo("5 960000 960000");

    Map<String, Map<String, String>> corrections =
        Map.of(
            "4", Map.of("Salaire brut", "110000"),
            "5", Map.of("Entrée", "2026-02-19"),
            "6", Map.of("Assuré", persons.get(5), "Salaire brut", "160000"),
            "7", Map.of("Jours", ""),
            "8", Map.of("Assuré", persons.get(6)));
    Path all = Clerk.workbook(workbook, folder.resolve("rejets corrigés.xlsx"), corrections);
    RunOutcome second = taken(FIRST.plusDays(2), all);
    assertThat(codes(second)).containsExactly("2 320", "3 320", "5 320");
    assertThat(totals()).as("160 000 + 175 000 more").isEqualTo("7 1295000 1295000");

    RunOutcome again = taken(FIRST.plusDays(3), all);
    assertThat(again.result()).isEqualTo(RunOutcome.Result.ALREADY_DONE);
    Path renamed = Clerk.workbook(all, folder.resolve("encore.xlsx"), Map.of());
    taken(FIRST.plusDays(4), renamed);
    RunOutcome nothing = taken(FIRST.plusDays(5), rejects(second, "xlsx"));
    assertThat(codes(nothing)).as("what is not to be sent back is passed over").isEmpty();
    assertThat(totals()).isEqualTo("7 1295000 1295000");
    assertThat(fund.findings()).isEmpty();
  }
}
