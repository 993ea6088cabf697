package org.caisse.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.caisse.app.TestHome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The benchmark of care on a small file: a minute, so it is among the longer checks. */
@ResourceLock(TestHome.LOCK)
@EnabledIfSystemProperty(named = "caisse.bench.claims", matches = "true")
class ClaimsBenchTest {

  @Test
  void aMonthOfCareAddsUpAfterItsHistory(@TempDir Path folder) {
    TestHome home = new TestHome(folder);
    TestHome.Said said =
        home.caisse("bench", "--claims", "--lines", "2000", "--history", "2400", "--json");
    assertThat(said.exit()).as(said.toString()).isZero();
    assertThat(said.out())
        .contains("\"lines\" : 2000", "\"history\" : 2400", "contribution month")
        .contains("invoice-intake", "claim-adjudication", "remittance", "intake to remittance")
        .contains("of the contribution month", "peak MB", "CPU s server", "plan", "households")
        .contains("\"read\" : 2000");

    // The earlier months hold all that is asked of books, but nobody signed for them.
    said = new TestHome(home.home().resolve("bench/claims-prepared-2000-2400")).caisse("verify");
    assertThat(said.exit()).as(said.toString()).isEqualTo(3);
    assertThat(said.out().lines().filter(line -> line.contains("BROKEN")))
        .as(said.out())
        .isNotEmpty()
        .allMatch(line -> line.contains("a run that ended for good has a manifest"));
  }
}
