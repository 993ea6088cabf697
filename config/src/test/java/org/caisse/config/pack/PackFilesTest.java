package org.caisse.config.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.caisse.domain.contribution.AssessContribution;
import org.caisse.domain.pack.FundSettings;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.Pack;
import org.caisse.domain.pack.Shares;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packs as files: bundled, edited, archived and loaded again. */
class PackFilesTest {

  private static final FundSettings NO_FLOOR =
      new FundSettings("Caisse", true, Map.of("floor", Optional.empty()), Map.of(), "");

  @TempDir private Path packs;

  @Test
  void anArchivedPackIsThePackThatWasArchived() throws IOException {
    SmallPack.write(packs, "scheme: one", "scheme: one");
    Pack pack = PackLoader.load(packs, "zz-one", SmallPack.TODAY);
    byte[] blob = PackLoader.files(packs, "zz-one").toBytes();

    PackFiles read = PackFiles.fromBytes(blob);

    assertThat(read.names()).containsExactly("country.yaml", "one.yaml");
    assertThat(read.content("one.yaml"))
        .isEqualTo(SmallPack.SCHEME.getBytes(StandardCharsets.UTF_8));
    assertThat(read.toBytes()).isEqualTo(blob);
    assertThat(PackFiles.fromText(read.toText()).toBytes()).isEqualTo(blob);
    assertThat(PackLoader.load(read, "zz-one")).isEqualTo(pack);
    assertThat(pack.sha256()).isEqualTo(read.sha256()).matches("[0-9a-f]{64}");
  }

  @Test
  void anyChangeInTheFolderChangesTheHash() throws IOException {
    SmallPack.write(packs, "scheme: one", "scheme: one");
    String before = PackLoader.files(packs, "zz-one").sha256();

    Files.writeString(packs.resolve("zz/notes.txt"), "not part of the pack");
    assertThat(PackLoader.files(packs, "zz-one").sha256()).isEqualTo(before);
    Files.writeString(packs.resolve("zz/country.yaml"), SmallPack.COUNTRY + "# a comment\n");
    String changed = PackLoader.files(packs, "zz-one").sha256();
    assertThat(changed).isNotEqualTo(before);
    Files.writeString(packs.resolve("zz/two.yaml"), "");
    assertThat(PackLoader.files(packs, "zz-one").sha256()).isNotEqualTo(changed);
  }

  @Test
  void aDamagedArchiveIsRefused() throws IOException {
    SmallPack.write(packs, "scheme: one", "scheme: one");
    byte[] blob = PackLoader.files(packs, "zz-one").toBytes();

    for (byte[] bad :
        new byte[][] {
          {},
          Arrays.copyOf(blob, blob.length - 1),
          Arrays.copyOf(blob, 30),
          "x\n".getBytes(StandardCharsets.UTF_8)
        }) {
      assertThatThrownBy(() -> PackFiles.fromBytes(bad))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void oneMoreLineChangesTheRateOfLaterMonthsOnly() throws IOException {
    String last = "- {from: 2024-01-01, value: 3, mark: C2, source: decree 2}";
    SmallPack.write(packs, "scheme: one", "scheme: one");
    Pack before = PackLoader.load(packs, "zz-one", SmallPack.TODAY);
    SmallPack.write(
        packs, last, last + "\n    - {from: 2026-03-01, value: 4, mark: C, source: decree 4}");
    Pack after = PackLoader.load(packs, "zz-one", SmallPack.TODAY);

    for (int year = 2020; year <= 2025; year++) {
      LocalDate month = LocalDate.of(year, 7, 1);
      assertThat(shares(after, month)).isEqualTo(shares(before, month));
    }
    assertThat(shares(after, LocalDate.of(2023, 12, 1))).isEqualTo(new Shares(2500, 2500, 0));
    assertThat(shares(after, LocalDate.of(2026, 2, 1))).isEqualTo(new Shares(3000, 3000, 0));
    assertThat(shares(after, LocalDate.of(2026, 3, 1))).isEqualTo(new Shares(4000, 4000, 0));
    assertThat(shares(before, LocalDate.of(2026, 3, 1))).isEqualTo(new Shares(3000, 3000, 0));
  }

  @Test
  void bundledPacksAreAllListedAllInOrderAndNeverOverwriteWhatIsThere() throws IOException {
    Path source = Path.of("src/main/resources/packs");
    try (Stream<Path> files = Files.walk(source)) {
      assertThat(files.filter(Files::isRegularFile).map(f -> source.relativize(f).toString()))
          .containsExactlyInAnyOrderElementsOf(BundledPacks.files());
    }
    Files.createDirectories(packs.resolve("bf"));
    Files.writeString(packs.resolve("bf/amu.yaml"), "mine");

    assertThat(BundledPacks.copyTo(packs))
        .contains(packs.resolve("bf/country.yaml"))
        .doesNotContain(packs.resolve("bf/amu.yaml"))
        .hasSize(BundledPacks.files().size() - 1);
    assertThat(packs.resolve("bf/amu.yaml")).hasContent("mine");
    Files.delete(packs.resolve("bf/amu.yaml"));
    assertThat(BundledPacks.copyTo(packs)).containsExactly(packs.resolve("bf/amu.yaml"));
    assertThat(BundledPacks.copyTo(packs)).isEmpty();
    try (Stream<Path> files = Files.list(packs.resolve("bf"))) {
      assertThat(files).hasSize(5);
    }
    assertThat(PackLoader.ids(packs)).containsExactly("bf-amu", "ml-amo");
  }

  @Test
  void casesBesideAPackAreNoPartOfTheLaw() throws IOException {
    SmallPack.write(packs, "scheme: one", "scheme: one");
    String before = PackLoader.files(packs, "zz-one").sha256();

    Files.writeString(packs.resolve("zz/one.cases.yaml"), "cases: []\n");

    assertThat(PackLoader.files(packs, "zz-one").sha256()).isEqualTo(before);
    assertThat(PackLoader.ids(packs)).containsExactly("zz-one");
  }

  private static Shares shares(Pack pack, LocalDate month) {
    return AssessContribution.assess(
        new Law(pack, NO_FLOOR).contribution("worker", month).orElseThrow(), 100_000);
  }
}
