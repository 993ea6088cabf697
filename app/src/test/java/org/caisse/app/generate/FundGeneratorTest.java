package org.caisse.app.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FundGeneratorTest {

  private static final FundOptions SMALL =
      FundOptions.sized(11, 300, 5_000, FundOptions.DEMO_PERIOD);

  @TempDir Path folder;

  @Test
  void theSameOptionsGiveTheSameBytes() throws IOException {
    FundGenerator.generate(SMALL, folder.resolve("a"));
    FundGenerator.generate(SMALL, folder.resolve("b"));
    assertThat(tree("a")).isEqualTo(tree("b"));
  }

  /** Fails when a change alters what a seed means on this or another machine. */
  @Test
  void aSeedMeansTheSameFundForEver() throws IOException {
    FundGenerator.generate(SMALL, folder.resolve("a"));
    assertThat(tree("a").get("registry/persons.csv")).isEqualTo("01d4ca985c0a56fb");
    assertThat(tree("a").get("declarations/2026-03-09/cnss-2026-02.csv"))
        .isEqualTo("2fd3477d705e4626");
  }

  @Test
  void anotherSeedGivesAnotherFund() throws IOException {
    FundGenerator.generate(SMALL, folder.resolve("a"));
    FundGenerator.generate(
        FundOptions.sized(12, 300, 5_000, FundOptions.DEMO_PERIOD), folder.resolve("b"));
    Map<String, String> a = tree("a");
    for (Map.Entry<String, String> file : tree("b").entrySet()) {
      if (!file.getKey().equals("registry/ogds.csv")) {
        assertThat(file.getValue()).as(file.getKey()).isNotEqualTo(a.get(file.getKey()));
      }
    }
  }

  @Test
  void theMessOfSendersIsTheSameForASeedAndInEveryForm() throws IOException {
    FundGenerator.generate(SMALL.withMess(2), folder.resolve("a"));
    FundGenerator.generate(SMALL.withMess(2), folder.resolve("b"));
    Map<String, String> made = tree("a");
    assertThat(tree("b")).isEqualTo(made);
    for (SenderForm form : SenderForm.values()) {
      String start = form.fileName("#", Month.of(SMALL)).split("[#0]", 2)[0];
      assertThat(made.keySet().stream().filter(path -> path.contains('/' + start)))
          .as(form.name())
          .isNotEmpty();
    }
    assertThat(made.keySet().stream().filter(path -> path.startsWith("senders/"))).hasSize(4);
    assertThat(made).containsKey("declarations/2026-03-25/rejets-corriges.csv");
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    FundGenerator.generate(SMALL, folder);
    assertThatThrownBy(() -> FundGenerator.generate(SMALL, folder))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageContaining("name another one");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyRejectCodeOfADeclarationFileOccurs(long seed) throws IOException {
    FundOptions least =
        new FundOptions(seed, 200, 600, FundOptions.DEMO_PERIOD, 20, true, 100, false);
    FundGenerator.generate(least, folder);
    Set<String> found =
        rows("truth/rejects.csv").stream().map(row -> row.get(2)).collect(Collectors.toSet());
    assertThat(found)
        .containsAll(Stream.of(WrongLine.values()).map(Enum::name).toList())
        .containsAll(Stream.of(WrongDeclaration.values()).map(Enum::name).toList());
    for (List<String> rate : rows("truth/rates.csv")) {
      long times =
          rows("truth/rejects.csv").stream().filter(row -> row.get(2).equals(rate.get(0))).count();
      assertThat(rate.get(3)).as(rate.get(0)).isEqualTo(Long.toString(times));
    }
  }

  @Test
  void wrongLinesComeAtTheStatedRates() throws IOException {
    FundOptions options = FundOptions.sized(3, 2_000, 200_000, FundOptions.DEMO_PERIOD);
    GeneratedFund made = FundGenerator.generate(options, folder);
    for (WrongLine wrong : WrongLine.values()) {
      long expected = made.lines() * wrong.perMillion() / 1_000_000;
      long found =
          rows("truth/rejects.csv").stream().filter(r -> r.get(2).equals(wrong.name())).count();
      long off = found - expected;
      // Five standard deviations.
      assertThat(off * off).as(wrong.name()).isLessThanOrEqualTo(25 * (expected + 1));
    }
  }

  @Test
  void aFundWithoutErrorsHasNoRejects() throws IOException {
    FundOptions options =
        new FundOptions(3, 300, 5_000, FundOptions.DEMO_PERIOD, 2_000, false, 0, false);
    GeneratedFund made = FundGenerator.generate(options, folder);
    assertThat(made.rejects()).isZero();
    assertThat(rows("truth/rejects.csv")).isEmpty();
    assertThat(rows("truth/flat-2026-03-09.csv")).isEmpty();
  }

  @Test
  void everyPhysicalLineIsCounted() throws IOException {
    GeneratedFund made = FundGenerator.generate(SMALL, folder);
    long bytes = 0;
    for (List<String> row : rows("truth/files.csv")) {
      Path file = folder.resolve(row.get(0));
      assertThat(ReadBack.lines(file)).as(row.get(0)).hasSize(Integer.parseInt(row.get(1)));
      bytes += Files.size(file);
    }
    assertThat(made.bytes()).isEqualTo(bytes);
    assertThat(made.files()).isEqualTo(rows("truth/files.csv").size());
    try (Stream<Path> files = Files.walk(folder.resolve("declarations"))) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(made.files());
    }
  }

  @Test
  void theStateDeclaresInOneFileOfItsOwn() throws IOException {
    FundGenerator.generate(SMALL, folder);
    List<String> lines = ReadBack.lines(folder.resolve("declarations/2026-03-09/etat-2026-02.csv"));
    assertThat(lines.get(0)).isEqualTo(LineText.COLUMNS);
    assertThat(lines.stream().filter(line -> line.startsWith("D;"))).hasSize(1);
    assertThat(lines).hasSizeGreaterThan(SMALL.statePayroll());
  }

  @Test
  void employersAddUpToTheTotals() throws IOException {
    GeneratedFund made = FundGenerator.generate(SMALL, folder);
    for (LocalDate day : made.receipts()) {
      long[] employers = new long[4];
      for (List<String> row : rows("truth/employers-" + day + ".csv")) {
        add(employers, row, 2, 4, 5, 7);
      }
      long[] totals = new long[4];
      for (List<String> row : rows("truth/totals-" + day + ".csv")) {
        if (!row.get(0).equals("MUTUELLES")) {
          add(totals, row, 2, 3, 4, 6);
        }
      }
      assertThat(totals).isEqualTo(employers);
    }
  }

  @Test
  void everyWayToDeclareIsThere() throws IOException {
    FundGenerator.generate(SMALL, folder);
    Set<String> first = states("2026-03-09");
    assertThat(first).containsExactlyInAnyOrder("declared;0", "nil;0", "missing;0");
    assertThat(states("2026-04-13"))
        .contains("declared;0", "declared;1", "declared;2", "nil;0", "nil;1", "missing;0");
    assertThat(changed("2026-03-09", "2026-03-25")).isPositive();
    assertThat(changed("2026-03-25", "2026-04-13")).isPositive();
  }

  @Test
  void personsAndEmployersHaveOneNumberEach() throws IOException {
    FundGenerator.generate(SMALL, folder);
    assertThat(rows("registry/persons.csv").stream().map(List::getFirst))
        .hasSize(SMALL.persons())
        .doesNotHaveDuplicates()
        .isSorted();
    assertThat(rows("registry/employers.csv").stream().map(List::getFirst))
        .hasSize(SMALL.employers())
        .doesNotHaveDuplicates()
        .isSorted();
  }

  /** Employers that had declared before and whose base is another one now. */
  private long changed(String before, String after) throws IOException {
    List<List<String>> old = rows("truth/employers-" + before + ".csv");
    List<List<String>> now = rows("truth/employers-" + after + ".csv");
    long count = 0;
    for (int i = 0; i < old.size(); i++) {
      boolean declared = old.get(i).get(1).equals("declared");
      count += declared && !old.get(i).get(3).equals(now.get(i).get(3)) ? 1 : 0;
    }
    return count;
  }

  private Set<String> states(String day) throws IOException {
    return rows("truth/employers-" + day + ".csv").stream()
        .map(row -> row.get(1) + ';' + row.get(6))
        .collect(Collectors.toSet());
  }

  private static void add(long[] sums, List<String> row, int... columns) {
    for (int i = 0; i < columns.length; i++) {
      sums[i] += Long.parseLong(row.get(columns[i]));
    }
  }

  private List<List<String>> rows(String path) throws IOException {
    return ReadBack.rows(folder.resolve(path));
  }

  private Map<String, String> tree(String below) throws IOException {
    Path root = folder.resolve(below);
    Map<String, String> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        hashes.put(root.relativize(file).toString().replace('\\', '/'), Sha256.of(file));
      }
    }
    return hashes;
  }
}
