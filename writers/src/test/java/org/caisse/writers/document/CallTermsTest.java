package org.caisse.writers.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.caisse.config.pack.BundledPacks;
import org.caisse.config.pack.PackLoader;
import org.caisse.config.settings.SettingsLoader;
import org.caisse.config.text.Language;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.Pack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallTermsTest {

  @TempDir Path home;

  @Test
  void theLawGivesTheTermsOfTheNoticesOfAMonth() throws IOException {
    BundledPacks.copyTo(home.resolve("packs"));
    SettingsLoader.copyDemoTo(home.resolve("settings.yaml"));
    Pack pack = PackLoader.load(home.resolve("packs"), "bf-amu");
    Law law = new Law(pack, SettingsLoader.load(home.resolve("settings.yaml"), pack).fund());

    CallTerms terms =
        CallTerms.of(
            law,
            Samples.FEBRUARY,
            LocalDate.of(2026, 4, 15),
            Map.of("CNSS", "Sécurité"),
            Language.FR,
            Samples.CHAIN);

    assertThat(terms.populations())
        .containsOnlyKeys("salaried_private", "salaried_public", "pensioner");
    String notice =
        Samples.seen(new CallNotice(Samples.FR, terms).of(Samples.NOTICE, Samples.declared()));
    assertThat(notice)
        .contains("2,5 % de 12 345 678 F CFA")
        .contains("1 % × 2 mois ou fractions de mois")
        .contains("l’organisme collecteur – Sécurité – en rappelant")
        .contains("Textes appliqués : " + plain(pack.contributions().getFirst().citation().fr()));
  }

  private static String plain(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
