package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.caisse.app.TestHome;
import org.caisse.config.database.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What rows refer to exists and stays; and of a person's versions the last one counts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferencesTest {

  @TempDir private static Path folder;

  private TestHome home;
  private Database database;

  @BeforeAll
  void open() {
    home = PreparedHome.copyTo(folder.resolve("home"));
    database = home.database();
  }

  @AfterAll
  void close() {
    database.close();
  }

  private JdbcClient sql() {
    return JdbcClient.create(database.dataSource());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO ledger_entry SELECT '2026-02-01', 'EMPLOYER', 1, 1, 999, '2026-02-01', 'CNSS',"
            + " 'CONTRIBUTION', 'EMPLOYER', NULL, 5",
        "INSERT INTO assessment SELECT 999, '2026-02-01', NULL, 1, 1, NULL, 'r', 'p', 'CNSS', NULL,"
            + " 0, 0, 0, 0",
        "INSERT INTO declaration_posting SELECT 999999, '2026-02-01', 1, 1, NULL, 't', true, 1",
        "INSERT INTO declaration_posting SELECT 1, '2026-02-01', 1, 1, 999, 't', true, 1",
        "INSERT INTO employer_standing SELECT 1, 999999, 'ABSENT', NULL, NULL, 't', 'p', 'CNSS',"
            + " '2026-01-01', NULL",
        "INSERT INTO employer_assessment SELECT 999, 1, '2026-02-01', 'NIL', 'p', 'CNSS', 'r',"
            + " NULL, NULL, '2026-03-10', 0, 0, 0, 0, 0, 0, 0",
        "INSERT INTO declaration SELECT 1, 1, 999, 1, NULL, 'E', NULL, NULL, 0, '2026-03-01',"
            + " 'REFUSED', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, '', '', ''"
      })
  void aRowThatRefersToNothingIsRefusedAtOnce(String insert) {
    assertThatThrownBy(() -> sql().sql(insert).update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("refers to")
        .hasMessageContaining("999");
  }

  @Test
  void oneBadRowAmongGoodOnesRefusesThemAll() {
    assertThatThrownBy(
            () ->
                sql()
                    .sql(
                        "INSERT INTO declaration_posting SELECT e, '2031-01-01', 1, 1, NULL, 't',"
                            + " true, 1 FROM unnest(ARRAY[1, 2, 888888]) AS e")
                    .update())
        .hasMessageContaining("employer_id 888888 which is not in employer");
    assertThat(
            sql()
                .sql("SELECT count(*) FROM declaration_posting WHERE period = '2031-01-01'")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void aRunCannotBeDeleted() {
    assertThatThrownBy(() -> sql().sql("DELETE FROM run WHERE run_id = 1").update())
        .hasMessageContaining("cannot be deleted");
  }

  @Test
  void aPersonAndDayThatStandsTwiceInARunIsTakenOnceInWhicheverFiles() throws Exception {
    Path registry = Files.createDirectories(folder.resolve("twice"));
    String header =
        "person;last_name;first_name;birth_date;sex;population;ogd;valid_from;valid_to\n";
    Files.writeString(
        registry.resolve("persons-1.csv"),
        header
            + "TWICE1;A;B;1990-01-01;F;;;2020-01-01;\n"
            + "TWICE1;A;C;1990-01-01;F;;;2020-01-01;\n"
            + "TWICE1;A;D;1990-01-01;F;;;2021-01-01;\n"
            + "TWICE2;A;B;1990-01-01;F;;;2020-01-01;\n");
    Files.writeString(
        registry.resolve("persons-2.csv"),
        header
            + "TWICE3;A;B;1990-01-01;F;;;2020-01-01;\n"
            + "TWICE2;A;E;1990-01-01;F;;;2020-01-01;\n"
            + "TWICE2;A;F;1990-01-01;F;;;2020-01-01;\n"
            + "TWICE2;A;G;1990-01-01;F;;;2021-01-01;\n");
    TestHome.Said loaded =
        home.caisse("run", "registry-load", "date=2026-02-16", "file=" + registry);
    assertThat(loaded.exit()).as(loaded.toString()).isEqualTo(1);
    assertThat(
            sql()
                .sql(
                    "SELECT f.name || ' ' || line_no || ' ' || code FROM line_reject JOIN file f"
                        + " USING (file_id) WHERE raw LIKE 'TWICE%' ORDER BY 1")
                .query(String.class)
                .list())
        .containsExactly("persons-1.csv 3 404", "persons-2.csv 3 404", "persons-2.csv 4 404");
    assertThat(
            sql()
                .sql(
                    "SELECT person_no || ' ' || valid_from || ' ' || first_name FROM person_version"
                        + " JOIN person USING (person_id) WHERE person_no LIKE 'TWICE%' ORDER BY 1")
                .query(String.class)
                .list())
        .containsExactly(
            "TWICE1 2020-01-01 B",
            "TWICE1 2021-01-01 D",
            "TWICE2 2020-01-01 B",
            "TWICE2 2021-01-01 G",
            "TWICE3 2020-01-01 B");
  }

  @Test
  void ofThePersonsVersionsTheLastOneCounts() throws Exception {
    Path registry = Files.createDirectories(folder.resolve("registry"));
    Files.writeString(
        registry.resolve("persons.csv"),
        """
        person;last_name;first_name;birth_date;sex;population;ogd;valid_from;valid_to
        BACKAGAIN;A;B;1990-01-01;F;;;2020-01-01;2025-06-01
        BACKAGAIN;A;B;1990-01-01;F;;;2025-09-01;
        GONE;A;B;1990-01-01;F;;;2020-01-01;
        GONE;A;B;1990-01-01;F;;;2025-01-01;2026-01-01
        """);
    TestHome.Said loaded =
        home.caisse("run", "registry-load", "date=2026-02-15", "file=" + registry);
    assertThat(loaded.exit()).as(loaded.toString()).isZero();
    Path file =
        Files.writeString(
            folder.resolve("versions.csv"),
            """
            record;employer;period;kind;sequence;count;person;name;entry;exit;days;gross
            D;E000001;2026-02;original;77;2;;;;;;300000
            L;E000001;2026-02;;;;BACKAGAIN;A B;;;28;100000
            L;E000001;2026-02;;;;GONE;A B;;;28;200000
            """);
    TestHome.Said taken =
        home.caisse("run", "declaration-intake", "date=2026-03-02", "file=" + file);
    assertThat(taken.exit()).as(taken.toString()).isEqualTo(1);
    List<String> refused =
        sql()
            .sql(
                "SELECT line_no || ' ' || code FROM line_reject WHERE raw LIKE '%;A B;%' ORDER BY"
                    + " 1")
            .query(String.class)
            .list();
    assertThat(refused).containsExactly("4 303");
  }
}
