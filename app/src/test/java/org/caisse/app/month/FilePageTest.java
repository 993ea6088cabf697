package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caisse.app.TestHome;
import org.caisse.config.database.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The page of a file, from arrival to effect, over the life of one: three lines of which one is
 * refused and comes back corrected, then the withdrawal. Pays are 100,000, 200,000 and 85,000
 * francs; employer and insured each owe 2.5 %.
 */
class FilePageTest {

  private static final String HEADER =
      "record;employer;period;kind;sequence;count;person;name;entry;exit;days;gross\n";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder;

  private TestHome home;

  @Test
  void theFilesPageTellsItsWholeLifeToTheFranc() throws IOException {
    home = PreparedHome.copyTo(folder.resolve("home"));
    // Held open so that the server does not stop and start between commands.
    try (Database database = home.database()) {
      JdbcClient sql = JdbcClient.create(database.dataSource());
      arrives(sql);
      isCorrected();
      isWithdrawn();
    }
  }

  private void arrives(JdbcClient sql) throws IOException {
    List<String> employers =
        texts(
            sql,
            "SELECT employer_no FROM employer JOIN employer_version USING (employer_id) WHERE"
                + " population = 'salaried_public' AND valid_from < '2026-01-01' AND valid_to IS"
                + " NULL ORDER BY 1 LIMIT 2");
    List<String> persons =
        texts(
            sql,
            "SELECT person_no FROM person JOIN person_version USING (person_id) WHERE population ="
                + " '' AND valid_from < '2026-01-01' AND valid_to IS NULL ORDER BY 1 LIMIT 4");
    String pay =
        HEADER
            + "D;%1$s;2026-02;original;1;3;;;;;;385000\n".formatted(employers.get(0))
            + line(employers.get(0), persons.get(0), "100000")
            + line(employers.get(0), persons.get(1), "200000")
            + line(employers.get(0), persons.get(2), "85000F")
            + "D;%1$s;2026-02;original;1;2;;;;;;70000\n".formatted(employers.get(1))
            + line(employers.get(1), persons.get(3), "70000");
    exits(1, "run", "declaration-intake", "date=2026-03-09", "file=" + file("pay.csv", pay));
    exits(0, "run", "contribution-assessment", "period=2026-02", "date=2026-03-09");

    JsonNode page = page("pay.csv");
    assertThat(page.get("state").asString()).isEqualTo("STANDING");
    assertThat(page.get("received_on").asString()).isEqualTo("2026-03-09");
    assertThat(page.get("bytes").asLong()).isEqualTo(pay.length());
    assertThat(page.get("acknowledgement").asString()).isEqualTo("AR-2026-000001");
    assertThat(page.get("read").get("format").asString()).isEqualTo("caisse-declarations");
    assertThat(numbers(page.get("counts")))
        .containsEntry("person_lines", 4L)
        .containsEntry("accepted", 2L)
        .containsEntry("rejected", 2L)
        .containsEntry("accepted_gross_minor", 300_000L);
    assertThat(page.get("refusals").valueStream().map(r -> r.get("name").asString()))
        .containsExactlyInAnyOrder("COUNT_MISMATCH", "GROSS_UNREADABLE");
    assertThat(Path.of(page.get("reject_file").asString())).isRegularFile();
    assertThat(
            page.get("declarations")
                .valueStream()
                .map(d -> d.get("verdict").asString() + " " + d.get("control").asString("")))
        .containsExactly("FILED ", "REFUSED 2");
    assertThat(effect(page))
        .containsExactly(
            "BEGAN 1 EMPLOYER 7500 0", "BEGAN 1 INSURED 7500 0", "BEGAN AVIS 1", "BEGAN RELEVE 1");
    assertThat(stands(page)).containsExactly("EMPLOYER 7500", "INSURED 7500");
  }

  private void isCorrected() throws IOException {
    Path rejects = home.home().resolve("outbox/2026-03-09/declaration-intake-1/rejects.csv");
    String corrected = Files.readString(rejects).replaceAll(";85000F(;EXEMPLE;)", ";85000$1");
    Path back =
        file("back.csv", corrected.lines().filter(l -> !l.contains("COUNT_MISMATCH")).toList());
    exits(0, "run", "declaration-intake", "date=2026-03-20", "file=" + back);
    exits(0, "run", "contribution-assessment", "period=2026-02", "date=2026-03-20");

    JsonNode page = page("2026-03-09/pay.csv");
    JsonNode related = page.get("related").get(0);
    assertThat(related.get("how").asString() + " " + related.get("name").asString())
        .isEqualTo("CORRECTS back.csv");
    assertThat(related.get("accepted").asLong()).isEqualTo(1);
    assertThat(related.get("gross_minor").asLong()).isEqualTo(85_000);
    assertThat(effect(page))
        .contains("CHANGED 1 EMPLOYER 9625 7500", "CHANGED 1 INSURED 9625 7500", "CHANGED AVIS 1");
    assertThat(stands(page)).containsExactly("EMPLOYER 9625", "INSURED 9625");
    JsonNode other = page("back.csv");
    assertThat(other.get("related").get(0).get("how").asString()).isEqualTo("COMPLETED_BY_IT");
    assertThat(effect(other)).contains("BEGAN 1 EMPLOYER 9625 7500", "BEGAN 1 INSURED 9625 7500");
  }

  private void isWithdrawn() throws IOException {
    exits(0, "withdraw", "pay.csv", "--reason", "not our payroll", "--date", "2026-04-20");

    JsonNode page = page("pay.csv");
    assertThat(page.get("state").asString()).isEqualTo("WITHDRAWN");
    assertThat(page.get("withdrawal").get("reason").asString()).isEqualTo("not our payroll");
    assertThat(page.get("withdrawal").get("notice").asString()).isEqualTo("RETRAIT-2026-000001");
    assertThat(effect(page))
        .contains("CEASED 1 EMPLOYER 0 9625", "CEASED 1 INSURED 0 9625", "CEASED RAPPEL 1");
    assertThat(stands(page)).isEmpty();
    assertThat(effect(page("back.csv"))).contains("CEASED 1 EMPLOYER 0 9625");

    Path again = folder.resolve("pay.csv");
    exits(1, "run", "declaration-intake", "date=2026-04-21", "file=" + again);
    readsWell();
    namesAreResolved(page.get("sha256").asString());
  }

  private void readsWell() {
    TestHome.Said french = home.caisse("show", "2026-03-09/pay.csv", "--lang", "fr");
    assertThat(french.out().replaceAll("[\u00a0\u202f]", " "))
        .contains("Fichier ", "retiré : rien de ce fichier ne compte", "not our payroll")
        .contains("19 250", "-19 250", "Rien de lui n’est dans les livres", "même contenu");
    TestHome.Said english = home.caisse("show", "2026-03-09/pay.csv", "--lang", "en");
    assertThat(english.out())
        .contains("withdrawn: nothing of it counts", "XOF 300,000", "2 said", "same content")
        .contains("corrects declarations of it: 1; lines accepted 1");
    TestHome.Said files = home.caisse("files");
    for (TestHome.Said said : List.of(french, english, files)) {
      assertThat(said.exit()).as(said.toString()).isZero();
      assertThat(said.out().lines().filter(line -> !line.contains(folder.toString())))
          .allMatch(line -> line.length() <= 100);
    }
    JsonNode listed =
        JSON.readTree(home.caisse("files", "pay", "--day", "2026-03-09", "--json").out());
    assertThat(listed).hasSize(1);
    assertThat(listed.get(0).get("state").asString()).isEqualTo("WITHDRAWN");
    assertThat(numbers(listed.get(0)))
        .containsEntry("declarations", 2L)
        .containsEntry("lines", 4L)
        .containsEntry("accepted", 2L)
        .containsEntry("rejected", 2L);
  }

  private void namesAreResolved(String sha256) {
    TestHome.Said several = home.caisse("show", "pay.csv");
    assertThat(several.exit()).isEqualTo(2);
    assertThat(several.err())
        .contains("may be 2 files", "2026-03-09/declaration-intake-1/1", "withdrawn 2026-04-20");
    assertThat(home.caisse("show", sha256.substring(0, 12)).err()).contains("may be 2 files");
    assertThat(home.caisse("show", "2026-04-21/pay.csv").exit()).isZero();
    assertThat(home.caisse("show", "2026-03-09/declaration-intake-1/1").exit()).isZero();
    TestHome.Said none = home.caisse("show", "nothing.csv");
    assertThat(none.exit()).isEqualTo(2);
    assertThat(none.err()).contains("names no run, no file, no employer and no person");
  }

  private static String line(String employer, String person, String gross) {
    return "L;%s;2026-02;;;;%s;TEST Awa;;;28;%s\n".formatted(employer, person, gross);
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private Path file(String name, List<String> lines) throws IOException {
    return Files.write(folder.resolve(name), lines);
  }

  private void exits(int exit, String... words) {
    TestHome.Said said = home.caisse(words);
    assertThat(said.exit()).as(said.toString()).isEqualTo(exit);
  }

  private JsonNode page(String word) {
    TestHome.Said said = home.caisse("show", word, "--json");
    assertThat(said.exit()).as(said.toString()).isZero();
    return JSON.readTree(said.out());
  }

  /** Per step: its amounts as they were posted and reversed, then its documents. */
  private static List<String> effect(JsonNode page) {
    return page.get("effect")
        .valueStream()
        .flatMap(
            step -> {
              String what = step.get("what").asString();
              return Stream.concat(
                  step.get("amounts")
                      .valueStream()
                      .map(
                          a ->
                              "%s %d %s %d %d"
                                  .formatted(
                                      what,
                                      step.get("employers").asLong(),
                                      a.get("payer").asString(),
                                      a.get("posted_minor").asLong(),
                                      a.get("reversed_minor").asLong())),
                  step.get("documents")
                      .valueStream()
                      .map(
                          d ->
                              "%s %s %d"
                                  .formatted(
                                      what,
                                      d.get("first").asString().replaceFirst("-.*", ""),
                                      d.get("documents").asLong())));
            })
        .toList();
  }

  private static List<String> stands(JsonNode page) {
    return page.get("stands")
        .valueStream()
        .map(row -> row.get("payer").asString() + " " + row.get("amount_minor").asLong())
        .toList();
  }

  private static Map<String, Long> numbers(JsonNode object) {
    return JSON.convertValue(
        JSON.createObjectNode()
            .setAll(
                object
                    .propertyStream()
                    .filter(p -> p.getValue().isNumber())
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))),
        new TypeReference<Map<String, Long>>() {});
  }

  private static List<String> texts(JdbcClient sql, String query) {
    return sql.sql(query).query(String.class).list();
  }
}
