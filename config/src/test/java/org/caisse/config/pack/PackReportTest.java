package org.caisse.config.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.caisse.config.settings.Settings;
import org.caisse.config.settings.SettingsLoader;
import org.caisse.config.text.Language;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.Pack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code packs show} and {@code packs check} print. */
class PackReportTest {

  private static final LocalDate DAY = LocalDate.of(2026, 2, 14);

  @TempDir private Path home;
  private Pack pack;
  private Law demo;

  @BeforeEach
  void load() throws IOException {
    BundledPacks.copyTo(home);
    SettingsLoader.copyDemoTo(home.resolve("settings.yaml"));
    pack = PackLoader.load(home, SettingsLoader.packId(home.resolve("settings.yaml")));
    Settings settings = SettingsLoader.load(home.resolve("settings.yaml"), pack);
    demo = new Law(pack, settings.fund());
  }

  @Test
  void showsWhatIsInForceWithItsSource() {
    List<String> lines = PackReport.show(demo, DAY, Language.EN);

    assertThat(lines)
        .anySatisfy(
            line ->
                assertThat(line).matches(" +pensioner_rate +2 +percent +1 April 2024 +C +Décret.*"))
        .anySatisfy(
            line ->
                assertThat(line).matches(" +base_floor +45,000 +XOF/month +≥ 0 or none +Least.*"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .matches(" +salaried_public +2.5% +2.5% +– +45,000 +3,000,000 +salaried: .*"))
        .anySatisfy(line -> assertThat(line).matches(" +indigent +– +– +4,000 +indigent: .*"))
        .anySatisfy(line -> assertThat(line).contains("by 10 March 2026; when late, 1%"));
  }

  @Test
  void speaksFrench() {
    assertThat(PackReport.show(demo, DAY, Language.FR))
        .contains("En vigueur le 14/02/2026", "Cotisations dues pour février 2026")
        .anySatisfy(line -> assertThat(line).contains("15\u202F000"));
  }

  @Test
  void fitsOnALineWhateverIsSet() {
    Law unset = new Law(pack, SettingsLoader.NOTHING_SET);
    for (Language language : Language.values()) {
      for (Law law : List.of(demo, unset)) {
        for (int year : new int[] {2023, 2024, 2026}) {
          assertThat(PackReport.show(law, LocalDate.of(year, 5, 31), language))
              .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(120));
        }
      }
    }
  }

  @Test
  void namesWhatIsUnset() {
    List<String> lines =
        PackReport.show(new Law(pack, SettingsLoader.NOTHING_SET), DAY, Language.EN);

    assertThat(lines)
        .anySatisfy(line -> assertThat(line).matches(" +base_floor +to be set .*"))
        .anySatisfy(line -> assertThat(line).matches(" +salaried_private +base_floor is missing"));
    assertThat(String.join(" ", lines))
        .contains(": base_floor, base_ceiling, late_payment_rate, ogd_fee_rate");
  }

  @Test
  void saysThatNothingIsOwedBeforeTheStart() {
    assertThat(PackReport.show(demo, LocalDate.of(2024, 3, 31), Language.EN))
        .anySatisfy(line -> assertThat(line).matches(" +informal +nothing is owed for this month"))
        .anySatisfy(
            line -> assertThat(line).matches(" +pensioner_rate +– +percent +from 1 April 2024 .*"));
  }

  @Test
  void aCheckEndsWithItsOutcome() throws IOException {
    assertThat(PackReport.check("bf-amu", PackLoader.check(home, "bf-amu"), 0))
        .containsExactly("bf-amu: in order");
    SmallPack.write(home, "floor: $floor", "floor: none");
    assertThat(PackReport.check("zz-one", SmallPack.check(home), 3))
        .containsExactly(
            "zz/one.yaml:20: warning: no rule uses parameter 'floor'",
            "    remove it, or refer to it as $floor",
            "zz-one: in order, 3 cases, 1 warning");
    SmallPack.write(home, "mark: C2", "mark: X");
    assertThat(PackReport.check("zz-one", SmallPack.check(home), 3))
        .contains("zz/one.yaml:14: error: 'parameters.rate.values[2].mark' is 'X'")
        .endsWith("zz-one: cannot be used, 3 cases, 1 error");
  }
}
