package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipFile;
import org.caisse.app.TestHome;
import org.caisse.app.month.Typed.Line;
import org.caisse.config.database.Database;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.contribution.ContributionAssessment;
import org.caisse.jobs.regularisation.Regularisation;
import org.caisse.jobs.replay.Replay;
import org.caisse.jobs.run.RunOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A law that changes for past months: one line in the pack, and what follows. */
class RegularisationTest {

  private static final String EMPLOYER = "E000001";
  private static final LocalDate DAY = LocalDate.of(2026, 4, 20);
  private static final String LATER = "2026-05-04";

  @TempDir private Path folder;

  /** 3 % instead of 2.5 % on the employer, from February 2026 on. */
  private static void decree(Path packs) throws IOException {
    Path pack = packs.resolve("bf/amu.yaml");
    String text = Files.readString(pack);
    int rate = text.indexOf("  salaried_employer_rate:");
    int end = text.indexOf("  salaried_insured_rate:");
    assertThat(rate).isBetween(1, end);
    Files.writeString(
        pack,
        text.substring(0, end)
            + "    - {from: 2026-02-01, value: 3, mark: C, source: \"lefaso.net/999\", text: {fr:"
            + " Décret n° 2026-0012 d’essai, en: Decree 2026-0012 (trial)}}\n"
            + text.substring(end));
  }

  private static String person(JdbcClient sql) {
    return sql.sql(
            "SELECT min(person_no) FROM person JOIN person_version USING (person_id) WHERE"
                + " population = '' AND valid_to IS NULL AND valid_from < '2025-12-31'")
        .query(String.class)
        .single();
  }

  private Path declaration(String month, String person) {
    return Typed.file(
        folder.resolve("sent-" + month + ".csv"),
        Typed.declaration(EMPLOYER, "original", 1, List.of(Line.of(person, 100_020)))
            .replace("2026-02", month));
  }

  /** What stands of the employer's month, all payers, and where the last entries were booked. */
  private static List<String> owed(JdbcClient sql) {
    return sql.sql(
            "SELECT concat_ws(' ', to_char(value_period, 'YYYY-MM'), sum(CASE WHEN reverses IS NULL"
                + " THEN amount_minor ELSE -amount_minor END), to_char(max(posting_period),"
                + " 'YYYY-MM')) FROM ledger_entry JOIN employer ON employer_id = debtor_id WHERE"
                + " debtor = 'EMPLOYER' AND employer_no = ? AND component = 'CONTRIBUTION' GROUP BY"
                + " value_period ORDER BY 1")
        .param(EMPLOYER)
        .query(String.class)
        .list();
  }

  @Test
  void aDecreeThatReachesBackIsTriedOutAndThenPostedAndToldOnce() throws IOException {
    TestHome home = PreparedHome.copyTo(folder.resolve("home"));
    try (Database database = home.database()) {
      JdbcClient sql = JdbcClient.create(database.dataSource());
      String person = person(sql);
      for (String month : List.of("2026-01", "2026-02", "2026-03")) {
        said(
            0,
            home.caisse(
                "run", "declaration-intake", "date=" + DAY, "file=" + declaration(month, person)));
        said(0, home.caisse("run", "contribution-assessment", "period=" + month, "date=" + DAY));
      }
      List<String> before = owed(sql);
      assertThat(before).hasSize(3).allMatch(row -> row.contains(" 5002 "));
      said(2, home.caisse("regularise", "from=2025-01", "to=2025-06"));
      TestHome.Said nothing =
          home.caisse("regularise", "from=2026-01", "to=2026-03", "date=" + LATER);
      assertThat(said(0, nothing)).contains("nobody is told anything");

      sql.sql("INSERT INTO period_state VALUES ('2026-02-01', 'test')").update();
      decree(home.home().resolve("packs"));
      HomeState untouched = HomeState.of(sql, home.home());
      String dry =
          said(
              0,
              home.caisse(
                  "regularise", "from=2026-01", "to=2026-03", "date=" + LATER, "--dry-run"));
      assertThat(dry.replace('\u202f', ' ').replace('\u00a0', ' '))
          .contains("nothing of it stays", "Employers, by month", EMPLOYER)
          .containsPattern("2026-02 +1 +5 102 +5 612 +510")
          .containsPattern("total +1 +10 154 +11 169 +1 015");
      assertThat(HomeState.of(sql, home.home()).differencesFrom(untouched)).isEmpty();

      said(0, home.caisse("regularise", "from=2026-01", "to=2026-03", "date=" + LATER));
      assertThat(owed(sql))
          .as("the closed month's difference is booked in the next open one")
          .containsExactly("2026-01 5002 2026-01", "2026-02 5502 2026-03", "2026-03 5502 2026-03");
      String notice = notice(home.home(), "avis-de-rectification.html");
      assertThat(notice.replace('\u202f', ' ').replace('\u00a0', ' '))
          .contains("RECT-2026-000001", "Vous devez 1 015 F CFA de plus", "AVIS-2026-", "EXEMPLE")
          .contains("février 2026", "mars 2026", "Décret n° 2024-0345", "Décret n° 2026-0012")
          .doesNotContain("janvier 2026", "[[", "{{");
      assertThat(said(0, home.caisse("show", "RECT-2026-000001")))
          .contains(
              "rectifications-2026-01_2026-03.zip!" + EMPLOYER + "/avis-de-rectification.html");
      assertThat(said(0, home.caisse("replay", "2026-01_2026-03/regularisation-1"))).isNotEmpty();
      assertThat(said(0, home.caisse("verify"))).isNotEmpty();

      String again =
          said(0, home.caisse("regularise", "from=2026-01", "to=2026-03", "date=" + LATER));
      assertThat(again).contains("nobody is told anything");
    }
  }

  private static String said(int exit, TestHome.Said said) {
    assertThat(said.exit()).as(said.toString()).isEqualTo(exit);
    return said.out();
  }

  private static String notice(Path home, String name) throws IOException {
    Path zip =
        home.resolve("outbox/2026-01_2026-03/regularisation-1")
            .resolve("rectifications-2026-01_2026-03.zip");
    try (ZipFile file = new ZipFile(zip.toFile())) {
      return new String(
          file.getInputStream(file.getEntry(EMPLOYER + "/" + name)).readAllBytes(),
          StandardCharsets.UTF_8);
    }
  }

  @Test
  void howeverOftenItIsDisturbedItTellsEachEmployerOnce() throws IOException {
    try (LoadedFund fund = LoadedFund.afterMonth(folder)) {
      decree(fund.workspace().packs());
      assess(fund);
      Map<String, List<String>> parameters =
          Map.of("from", List.of("2026-01"), "to", List.of("2026-02"), "date", List.of(LATER));
      List<String> places =
          LoadedFund.untilDone(new Random(5), 3, failing -> told(fund, failing, parameters));
      assertThat(places).isNotEmpty();
      assertThat(
              fund.sql()
                  .sql(
                      "SELECT count(*) FROM (SELECT employer_id FROM rectification EXCEPT SELECT"
                          + " employer_id FROM document WHERE series = 'RECT') x")
                  .query(Long.class)
                  .single())
          .isZero();
      assertThat(
              fund.sql()
                  .sql(
                      "SELECT sum(after_minor - before_minor) = (SELECT sum(CASE WHEN reverses IS"
                          + " NULL THEN amount_minor ELSE -amount_minor END) FROM ledger_entry"
                          + " WHERE debtor = 'EMPLOYER' AND run_id IN (SELECT assessment_run_id"
                          + " FROM rectified_run)) AND sum(after_minor - before_minor) > 0 FROM"
                          + " rectification")
                  .query(Boolean.class)
                  .single())
          .isTrue();
      assertThat(fund.findings()).isEmpty();
      assertThat(
              Replay.run(
                      fund.workspace(),
                      fund.runs().last(Regularisation.NAME, "2026-01_2026-02").orElseThrow().key())
                  .differences())
          .isEmpty();
    }
  }

  /** Nothing else goes wrong than what is drawn. */
  private static RunOutcome told(
      LoadedFund fund, FailPoint failing, Map<String, List<String>> parameters) {
    RunOutcome outcome = fund.run(failing, Regularisation.NAME, parameters);
    if (outcome.result() == RunOutcome.Result.FAILED) {
      assertThat(outcome.message()).isEqualTo("the disk is full");
    }
    return outcome;
  }

  private static void assess(LoadedFund fund) {
    RunOutcome outcome =
        fund.run(
            FailPoint.NONE,
            ContributionAssessment.NAME,
            Map.of("period", List.of("2026-02"), "date", List.of(LATER)));
    assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
  }
}
