package org.caisse.app.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.caisse.config.pack.BundledPacks;
import org.caisse.config.pack.PackLoader;
import org.caisse.config.settings.SettingsLoader;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.Pack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The truth was computed without the rules; here the rules read the files and must agree. */
class TruthAgainstRulesTest {

  @TempDir Path fund;

  @ParameterizedTest
  @CsvSource({
    "42, 3000, 60000, 2026-02, 100",
    "7, 200, 2500, 2026-02, 100",
    "99, 400, 6000, 2025-12, 1000",
    "5, 350, 5000, 2024-02, 0",
    "1, 25, 400, 2026-07, 100"
  })
  void theRulesFindWhatTheTruthSays(
      long seed, int employers, int persons, YearMonth period, int errorPercent)
      throws IOException {
    FundOptions options =
        new FundOptions(seed, employers, persons, period, persons / 2, true, errorPercent, false);
    agree(DemoLaw.law(), options, FundGenerator.generate(options, fund));
  }

  @ParameterizedTest
  @CsvSource({"3, 300, 4000, 2026-02, 100", "8, 60, 900, 2026-03, 0", "9, 60, 900, 2026-01, 100"})
  void thePackOfMaliFindsWhatTheTruthSays(
      long seed, int employers, int persons, YearMonth period, int errorPercent)
      throws IOException {
    FundOptions options =
        FundOptions.sized(seed, employers, persons, period)
            .withErrors(errorPercent)
            .under(Scheme.ML_AMO);
    Path packs = fund.resolve("packs");
    BundledPacks.copyTo(packs);
    Path settings = fund.resolve("settings.yaml");
    SettingsLoader.copyDemoTo(settings, options.scheme().pack());
    Pack pack = PackLoader.load(packs, options.scheme().pack());
    Law law = new Law(pack, SettingsLoader.load(settings, pack).fund());
    agree(law, options, FundGenerator.generate(options, fund));
  }

  @Test
  void aSingleFileIsRightFromTheFirstLineToTheLast() throws IOException {
    FundOptions options = FundOptions.lines(30_000);
    GeneratedFund made = FundGenerator.generate(options, fund);
    agree(DemoLaw.law(), options, made);
    assertThat(truth("rejects.csv")).isEmpty();
  }

  private void agree(Law law, FundOptions options, GeneratedFund made) throws IOException {
    JudgedFund judged = new JudgedFund(law, fund, options.period().atDay(1));
    List<String> paths =
        ReadBack.rows(fund.resolve("truth/files.csv")).stream().map(List::getFirst).toList();
    for (LocalDate day : made.receipts()) {
      for (String path : paths) {
        if (path.startsWith("declarations/" + day + '/')) {
          judged.read(path, day);
        }
      }
      assertThat(judged.employers())
          .as("employers " + day)
          .isEqualTo(truth("employers-" + day + ".csv"));
      assertThat(judged.flat())
          .as("flat " + day)
          .containsExactlyInAnyOrderElementsOf(truth("flat-" + day + ".csv"));
    }
    assertThat(judged.files()).isEqualTo(truth("files.csv"));
    assertThat(judged.rejects()).isEqualTo(truth("rejects.csv"));
  }

  private List<String> truth(String name) throws IOException {
    List<String> lines = ReadBack.lines(fund.resolve("truth").resolve(name));
    return IntStream.range(1, lines.size()).mapToObj(lines::get).toList();
  }
}
