package org.caisse.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.caisse.app.TestHome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The benchmark on a small file: that it measures, and that it notices when sums differ. */
@ResourceLock(TestHome.LOCK)
class BenchTest {

  @TempDir private static Path folder;

  @Test
  void measuresBothAndFailsWhenTheyDoNotComputeTheSame() throws IOException {
    TestHome home = new TestHome(folder.resolve("home"));
    TestHome.Said said = home.caisse("bench", "--lines", "2000", "--rounds", "1", "--json");
    assertThat(said.exit()).as(said.toString()).isZero();
    assertThat(said.out())
        .contains("\"lines\" : 2000", "SQL script", "caisse month", "two processes")
        .contains("declaration-intake read", "COPY plain_line FROM", "until the first step");

    Path settings = home.home().resolve("bench/prepared-2000/settings.yaml");
    Files.writeString(
        settings, Files.readString(settings).replace("base_floor: 45000", "base_floor: 45007"));
    said = home.caisse("bench", "--lines", "2000", "--rounds", "1", "--json");
    assertThat(said.exit()).as(said.toString()).isEqualTo(3);
    assertThat(said.err()).contains("do not agree").contains("employerMinor");
  }

  @Test
  void ofCareTooLittleIsRefused() {
    TestHome home = new TestHome(folder.resolve("other"));
    TestHome.Said said = home.caisse("bench", "--claims", "--lines", "2000", "--history", "10");
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("--history 10").contains("2400");
    said = home.caisse("bench", "--history", "2400");
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("--claims");
  }

  @Test
  void tooFewLinesAreRefused() {
    TestHome.Said said = new TestHome(folder.resolve("other")).caisse("bench", "--lines", "10");
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("--lines 10").contains("1000");
  }
}
