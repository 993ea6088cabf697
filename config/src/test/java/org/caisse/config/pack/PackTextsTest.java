package org.caisse.config.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.caisse.config.settings.SettingsLoader;
import org.caisse.config.text.Language;
import org.caisse.domain.pack.Law;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code packs show} and {@code packs diff} print, whole, as a lawyer reads it. The files
 * beside this test were read through by hand; fingerprints of packs stand as dots in them.
 */
class PackTextsTest {

  private static final Path EXPECTED = Path.of("src/test/resources/org/caisse/config/pack");

  @TempDir private Path home;
  @TempDir private Path old;

  private static Law law(Path folder, String pack) {
    return new Law(PackLoader.load(folder, pack), SettingsLoader.NOTHING_SET);
  }

  private static void are(String file, List<String> lines) throws IOException {
    assertThat(lines.stream().map(line -> line.replaceAll("\\b[0-9a-f]{12}\\b", "············")))
        .containsExactlyElementsOf(Files.readAllLines(EXPECTED.resolve(file)));
    assertThat(lines).allMatch(line -> line.length() <= 120);
  }

  @Test
  void aPackOfManyShapesIsShownThoughTheFundSetNothing() throws IOException {
    BundledPacks.copyTo(home);
    are(
        "show-ml-amo.fr.txt",
        PackReport.show(law(home, "ml-amo"), LocalDate.of(2026, 2, 1), Language.FR));
  }

  @Test
  void whatChangesBetweenTwoDaysIsToldWithItsSources() throws IOException {
    BundledPacks.copyTo(home);
    Law law = law(home, "ml-amo");
    are(
        "diff-ml-amo-days.en.txt",
        PackDiff.days(law, LocalDate.of(2010, 12, 1), law, LocalDate.of(2026, 1, 1), Language.EN));
  }

  @Test
  void whatChangesBetweenTwoVersionsIsTold() throws IOException {
    BundledPacks.copyTo(home);
    BundledPacks.copyTo(old);
    Path file = home.resolve("bf/amu.yaml");
    String now = Files.readString(file);
    String changed =
        now.replace("value: 15000", "value: 16000")
            .replace(
                "  pensioner_rate:\n",
                """
                    - {from: 2027-01-01, value: 3, mark: C, source: "Décret d’essai"}
                  pensioner_rate:
                """);
    Files.writeString(file, changed);
    are(
        "diff-bf-amu-versions.fr.txt",
        PackDiff.versions(law(old, "bf-amu"), law(home, "bf-amu"), Language.FR));
  }

  @Test
  void nothingIsToldWhereNothingChanges() throws IOException {
    BundledPacks.copyTo(home);
    Law law = law(home, "bf-amu");
    assertThat(PackDiff.versions(law, law, Language.EN))
        .last()
        .asString()
        .isEqualTo("  nothing changes");
  }
}
