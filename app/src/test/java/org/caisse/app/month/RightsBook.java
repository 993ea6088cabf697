package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.contribution.ContributionAssessment;
import org.caisse.jobs.entitlement.Entitlement;
import org.caisse.jobs.run.RunOutcome;

/**
 * A fund of Burkina Faso with one public employer: Awa, her husband Issa and their child Ali;
 * Salif, who lives where benefits have not begun; Rasmané, an indigent.
 */
final class RightsBook {

  private static final String BENEFITS_OF_OTHERS =
      "independent_formal, informal, indigent], from: none";

  private final LoadedFund fund;
  private final Path folder;
  private final Money money;
  private int files;

  RightsBook(LoadedFund fund, Path folder) {
    this.fund = fund;
    this.folder = folder;
    this.money = new Money(fund, folder);
  }

  /** The registry, and the day on which benefits begin for indigents. */
  RightsBook begin() {
    try {
      Path care = fund.workspace().packs().resolve("bf/care.yaml");
      String law = Files.readString(care);
      assertThat(law).contains(BENEFITS_OF_OTHERS);
      Files.writeString(
          care,
          law.replace(
              BENEFITS_OF_OTHERS, BENEFITS_OF_OTHERS.replace("from: none", "from: 2026-02-01")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    CareRegistry.load(
        fund,
        folder,
        "2026-01-02",
        Map.of(
            "ogds", "ogd;name;valid_from;valid_to\nCNSS;CNSS;2025-01-01;\n",
            "employers",
                """
                employer;name;population;ogd;valid_from;valid_to
                E000001;Mairie;salaried_public;CNSS;2025-01-01;
                """,
            "persons",
                """
                person;last_name;first_name;birth_date;sex;population;ogd;valid_from;valid_to
                AWA;OUEDRAOGO;Awa;1985-06-12;F;;;2025-01-01;
                ISSA;OUEDRAOGO;Issa;1980-02-03;M;;;2025-01-01;
                ALI;OUEDRAOGO;Ali;2005-08-20;M;;;2025-01-01;
                SALIF;KABORE;Salif;1990-01-01;M;;;2025-01-01;
                RAS;SAWADOGO;Rasmané;1970-01-01;M;indigent;CNSS;2026-01-15;
                """,
            "dependants",
                """
                head;dependant;relation;rank;valid_from;valid_to
                AWA;ISSA;spouse;1;2026-01-01;
                AWA;ALI;child;2;2026-01-01;
                """,
            "statuses",
                """
                person;kind;detail;reference;valid_from;valid_to
                AWA;region;KADIOGO;;2025-01-01;
                ALI;student;;;2025-09-01;2026-10-01
                """));
    return this;
  }

  /** Declares, and assesses on the same day. */
  void declare(String period, String day, int sequence, String... persons) {
    StringBuilder text =
        new StringBuilder(
            "D;E000001;%s;%s;%d;%d;;;;;;%d\n"
                .formatted(
                    period,
                    sequence == 1 ? "original" : "replacement",
                    sequence,
                    persons.length,
                    200_000L * persons.length));
    for (String person : persons) {
      text.append("L;E000001;%s;;;;%s;TEST;;;;200000\n".formatted(period, person));
    }
    Path file = Typed.file(folder.resolve("declared-%d.csv".formatted(++files)), text.toString());
    assertThat(fund.intake(LocalDate.parse(day), file).exitCode()).isZero();
    assertThat(
            fund.run(
                    FailPoint.NONE,
                    ContributionAssessment.NAME,
                    Map.of("period", List.of(period), "date", List.of(day)))
                .exitCode())
        .isZero();
  }

  /** Pays so much, and settles on the same day. */
  void pay(String day, long minor) {
    LocalDate on = LocalDate.parse(day);
    assertThat(money.take(on, Money.line("R" + day, on, minor, "Mairie", "E000001")).exitCode())
        .isZero();
    money.settle(on);
  }

  RunOutcome entitle(FailPoint failing, String day) {
    return fund.run(failing, Entitlement.NAME, Map.of("date", List.of(day)));
  }

  RightsBook entitle(String day) {
    RunOutcome outcome = entitle(FailPoint.NONE, day);
    assertThat(outcome.result()).as(outcome.toString()).isEqualTo(RunOutcome.Result.COMPLETED);
    return this;
  }

  /** What stands: person, payer, from, to, why, why it ends. */
  List<String> stands() {
    return fund.sql()
        .sql(
            """
            SELECT concat_ws(' ', person_no, payer, valid_from, coalesce(valid_to::text, '-'), why, coalesce(end_why, '-'))
            FROM standing_right(ARRAY(SELECT run_id FROM run WHERE status = 'COMPLETED')) JOIN person USING (person_id)
            ORDER BY person_no COLLATE "C", payer, valid_from
            """)
        .query(String.class)
        .list();
  }

  /** Days that the last run closed after they had passed. */
  List<String> closedLate() {
    return fund.sql()
        .sql(
            """
            SELECT concat_ws(' ', person_no, lost_from, lost_to, why)
            FROM right_closed_late JOIN person USING (person_id)
            WHERE right_closed_late.run_id = (SELECT max(run_id) FROM run WHERE job = 'entitlement')
            ORDER BY 1
            """)
        .query(String.class)
        .list();
  }

  /** A file that the first run of a day sent. */
  String file(String day, String name) {
    try {
      return Files.readString(outbox(day).resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path outbox(String day) {
    return fund.workspace().outbox().resolve(day + "/entitlement-1");
  }

  /** Who has each full file takes the changes of the next day, and has the next full file. */
  void changesLeadFromDayToDay(String... days) {
    for (int i = 1; i < days.length; i++) {
      List<String> changes = rows(days[i], "eligibility-changes-");
      List<String> kept =
          rows(days[i - 1], "eligibility-").stream()
              .filter(row -> changes.stream().noneMatch(change -> key(change).equals(key(row))))
              .toList();
      List<String> next = new ArrayList<>(kept);
      changes.stream().filter(change -> !change.endsWith(";;")).forEach(next::add);
      assertThat(next)
          .as(days[i])
          .containsExactlyInAnyOrderElementsOf(rows(days[i], "eligibility-"));
    }
  }

  private List<String> rows(String day, String name) {
    return file(day, name + day + ".csv").lines().skip(1).toList();
  }

  /** Person and payer. */
  private static String key(String row) {
    String[] cells = row.split(";", -1);
    return cells[0] + ";" + cells[3];
  }
}
