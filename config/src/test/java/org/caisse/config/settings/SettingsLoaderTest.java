package org.caisse.config.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.caisse.config.pack.BundledPacks;
import org.caisse.config.pack.PackLoader;
import org.caisse.config.text.Language;
import org.caisse.domain.ledger.Accounts;
import org.caisse.domain.pack.FundSettings;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.Pack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The settings file against the pack it names. */
class SettingsLoaderTest {

  private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);

  @TempDir private Path home;
  private Path file;
  private Pack pack;
  private String demo;

  @BeforeEach
  void load() throws IOException {
    BundledPacks.copyTo(home.resolve("packs"));
    file = home.resolve("settings.yaml");
    SettingsLoader.copyDemoTo(file);
    pack = PackLoader.load(home.resolve("packs"), SettingsLoader.packId(file));
    demo = Files.readString(file);
  }

  @Test
  void theDemonstrationIsCompleteAndMarkedAsAnExample() {
    Settings settings = SettingsLoader.load(file, pack);

    assertThat(settings.packId()).isEqualTo("bf-amu");
    assertThat(settings.language()).isEqualTo(Language.FR);
    assertThat(settings.fund().example()).isTrue();
    assertThat(settings.fund().parameters())
        .containsEntry("base_floor", Optional.of(BigDecimal.valueOf(45_000)))
        .containsEntry("base_ceiling", Optional.of(BigDecimal.valueOf(3_000_000)));
    assertThat(new Accounts(settings.fund().accounts()).numbers().keySet())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(
                    Accounts.ROLES,
                    Accounts.MONEY_ROLES,
                    Accounts.LOSS_ROLES,
                    Accounts.CARE_ROLES,
                    List.of(Accounts.FEE_ROLE, Accounts.OPENING_ROLE))
                .flatMap(List::stream)
                .toList());
    assertThat(settings.fund().sha256()).matches("[0-9a-f]{64}");
    assertThat(new Law(pack, settings.fund()).unset(FEBRUARY)).isEmpty();
  }

  @Test
  void anExistingFileIsNeverOverwritten() throws IOException {
    Files.writeString(file, "mine");

    assertThat(SettingsLoader.copyDemoTo(file)).isFalse();
    assertThat(file).hasContent("mine");
  }

  @Test
  void personsAreSentStatementsUnlessTheFundSaysNo() throws IOException {
    Files.writeString(file, demo.replace("person_statements: true\n", ""));
    assertThat(SettingsLoader.load(file, pack).fund().personStatements()).isTrue();
    Files.writeString(file, demo.replace("person_statements: true", "person_statements: false"));
    assertThat(SettingsLoader.load(file, pack).fund().personStatements()).isFalse();
  }

  @Test
  void workbooksAreWrittenUnlessTheFundSaysNo() throws IOException {
    assertThat(SettingsLoader.load(file, pack).fund().workbooks()).isTrue();
    Files.writeString(file, demo.replace("xlsx: true\n", ""));
    assertThat(SettingsLoader.load(file, pack).fund().workbooks()).isTrue();
    Files.writeString(file, demo.replace("xlsx: true", "xlsx: false"));
    assertThat(SettingsLoader.load(file, pack).fund().workbooks()).isFalse();
    Files.writeString(file, demo.replace("xlsx: true", "xlsx: perhaps"));
    assertThatThrownBy(() -> SettingsLoader.load(file, pack)).hasMessageContaining("xlsx");
  }

  @Test
  void aListLongerThanTheFundSaysHasNoWorkbook() throws IOException {
    FundSettings fund = SettingsLoader.load(file, pack).fund();
    assertThat(fund.workbookOf(100_000)).isTrue();
    assertThat(fund.workbookOf(100_001)).isFalse();
    Files.writeString(file, demo.replace("xlsx_rows: 100000\n", ""));
    assertThat(SettingsLoader.load(file, pack).fund().workbookRows())
        .isEqualTo(fund.workbookRows());
    Files.writeString(file, demo.replace("xlsx_rows: 100000", "xlsx_rows: 7"));
    assertThat(SettingsLoader.load(file, pack).fund().workbookOf(7)).isTrue();
    assertThat(SettingsLoader.load(file, pack).fund().workbookOf(8)).isFalse();
    Files.writeString(file, demo.replace("xlsx: true", "xlsx: false"));
    assertThat(SettingsLoader.load(file, pack).fund().workbookOf(1)).isFalse();
    Files.writeString(file, demo.replace("xlsx_rows: 100000", "xlsx_rows: 0"));
    assertThatThrownBy(() -> SettingsLoader.load(file, pack)).hasMessageContaining("xlsx_rows");
  }

  @Test
  void noneIsAValueAndALineLeftOutIsUnset() throws IOException {
    Files.writeString(
        file,
        demo.replace("base_floor: 45000", "base_floor: none")
            .replace("  base_ceiling: 3000000\n", ""));

    Law law = new Law(pack, SettingsLoader.load(file, pack).fund());

    assertThat(law.settings().parameters()).containsEntry("base_floor", Optional.empty());
    assertThat(law.unset(FEBRUARY)).containsExactly("base_ceiling");
  }

  @Test
  void thePackIsKnownBeforeAnythingElseIsRight() throws IOException {
    Files.writeString(file, "pack: ml-amo\nanything: [1, 2]\n");
    assertThat(SettingsLoader.packId(file)).isEqualTo("ml-amo");

    Files.writeString(file, "language: fr\n");
    assertThatThrownBy(() -> SettingsLoader.packId(file))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("settings.yaml:1: 'pack' is missing");
    Files.delete(file);
    assertThatThrownBy(() -> SettingsLoader.packId(file))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("cannot be read")
        .hasMessageContaining(file.toString());
  }

  @Test
  void anArchivedFileLoadsWithoutAWorkspace() throws IOException {
    byte[] archived = Files.readAllBytes(file);
    Settings settings = SettingsLoader.load(file, pack);
    Files.delete(file);

    assertThat(SettingsLoader.packId(archived, "settings.yaml")).isEqualTo("bf-amu");
    assertThat(SettingsLoader.load(archived, "settings.yaml", pack)).isEqualTo(settings);
    assertThat(SettingsLoader.parse(demo, pack)).isEqualTo(settings);
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of("base_floor: 45000", "base_floor: -1", "is -1: the least allowed is 0"),
        Arguments.of("base_floor: 45000", "base_floor: 45000.5", "has at most 0 decimals"),
        Arguments.of("base_floor: 45000", "base_floor: 45 000", "'45 000', which is not a number"),
        Arguments.of("base_floor: 45000", "base_floor:", "'parameters.base_floor' is empty"),
        Arguments.of("base_floor: 45000", "base_floor: 4000000", "is above base_ceiling 3000000"),
        Arguments.of(
            "base_floor",
            "base_flour",
            "no parameter 'base_flour'; remove it, or set one of: base_floor, base_ceiling"),
        Arguments.of("base_floor: 45000", "pensioner_rate: 3", "is set by the law, in pack bf-amu"),
        Arguments.of("pack: bf-amu", "pack: bf-cnss", "the settings are for pack 'bf-cnss'"),
        Arguments.of("language: fr", "language: de", "write one of: fr, en"),
        Arguments.of("example: true", "example: yes", "'fund.example' is 'yes'"),
        Arguments.of("  example: true", "", "'example' is missing in 'fund'"),
        Arguments.of("language: fr", "language: fr\nlangue: fr", "unknown key 'langue'"),
        Arguments.of("receivable.state:", "receivable.sate:", "no account role 'receivable.sate'"),
        Arguments.of(
            "receivable.state:", "receivable.sate:", "no account number for receivable.state"),
        Arguments.of("\"411100\"", "\"41 11\"", "is '41 11'; an account number has"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("wrong")
  void whatIsWrongIsRefusedWithItsLine(String old, String changed, String words) {
    assertThat(demo).contains(old);
    byte[] content = demo.replace(old, changed).getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> SettingsLoader.load(content, "settings.yaml", pack))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(words)
        .hasMessageMatching("(?s).*settings\\.yaml:[0-9]+: .*");
  }

  @Test
  void boundsOfThePackAreKept() throws IOException {
    Path amu = home.resolve("packs/bf/amu.yaml");
    Files.writeString(
        amu,
        Files.readString(amu).replaceFirst("optional: true\n    min: 0", "min: 100\n    max: 200"));
    Pack bounded = PackLoader.load(home.resolve("packs"), "bf-amu");

    assertThatThrownBy(() -> set(bounded, "none")).hasMessageContaining("a number is needed");
    assertThatThrownBy(() -> set(bounded, "99")).hasMessageContaining("the least allowed is 100");
    assertThatThrownBy(() -> set(bounded, "201")).hasMessageContaining("the most allowed is 200");
    assertThat(set(bounded, "100").fund().parameters().get("base_floor"))
        .hasValue(new BigDecimal("100"));
    assertThat(set(bounded, "200").fund().parameters().get("base_floor"))
        .hasValue(new BigDecimal("200"));
  }

  @Test
  void aValueThatTheFundChangesIsGivenWithItsDays() {
    Settings settings =
        set(pack, "[{from: 2024-04-01, value: none}, {from: 2026-01-01, value: 50000}]");
    Law law = new Law(pack, settings.fund());

    assertThat(law.unset(LocalDate.of(2024, 3, 31))).containsExactly("base_floor");
    assertThat(law.unset(FEBRUARY)).isEmpty();
    assertThat(floor(law, LocalDate.of(2025, 12, 1))).isZero();
    assertThat(floor(law, LocalDate.of(2026, 1, 1))).isEqualTo(50_000);
  }

  @Test
  void daysOfChangesAscendAndTheirValuesKeepTheBounds() {
    String twice = "[{from: 2026-01-01, value: 1}, {from: 2026-01-01, value: 2}]";
    String above = "[{from: 2026-01-01, value: 45000}, {from: 2027-01-01, value: 3000001}]";

    assertThatThrownBy(() -> set(pack, twice))
        .hasMessageContaining("not after the value before it (2026-01-01)");
    assertThatThrownBy(() -> set(pack, "[{from: 2026-01-01, value: -1}]"))
        .hasMessageContaining("the least allowed is 0");
    assertThatThrownBy(() -> set(pack, above))
        .hasMessageContaining("base_floor 3000001 is above base_ceiling 3000000")
        .hasMessageContaining("2027-01-01");
    assertThatThrownBy(() -> set(pack, "[{from: unknown, value: 1}]"))
        .hasMessageContaining("what has no date cannot be applied");
  }

  private static long floor(Law law, LocalDate month) {
    return law.contribution("pensioner", month).orElseThrow().floorMinor();
  }

  private Settings set(Pack bounded, String floor) {
    byte[] content =
        demo.replace("base_floor: 45000", "base_floor: " + floor).getBytes(StandardCharsets.UTF_8);
    return SettingsLoader.load(content, "settings.yaml", bounded);
  }
}
