package org.caisse.app.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallHeapTest {

  @TempDir Path folder;

  /** What the other process runs: 300,000 lines with everything in them. */
  static final class Main {

    private Main() {}

    public static void main(String[] args) throws IOException {
      FundOptions options = FundOptions.sized(1, 15_000, 355_000, FundOptions.DEMO_PERIOD);
      System.out.println(FundGenerator.generate(options, Path.of(args[0])).lines());
    }
  }

  @Test
  void threeHundredThousandLinesFitASmallHeap() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx32m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Main.class.getName(),
                    folder.toString()))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    assertThat(Integer.parseInt(said.strip())).isGreaterThan(300_000);
  }
}
