package org.caisse.app.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caisse.app.TestHome;
import org.caisse.app.month.Books;
import org.caisse.app.month.PreparedCare;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The month, contributions and care, in a process of its own that is killed at random moments, or
 * whose database server is, and is asked again until it is done: everything is as if nothing had
 * happened. The number of kills is the system property {@code caisse.kills}, their moments follow
 * from {@code caisse.kills.seed}.
 */
@ResourceLock(TestHome.LOCK)
class KillTest {

  private static final int KILLS_PER_MONTH = 4;

  /** Lines that the command prints: one a step, one a run. */
  private static final int LINES_OF_A_MONTH = 110;

  private static final int LONGEST_PAUSE_MILLIS = 150;
  private static final int PATIENCE_SECONDS = 120;
  private static final Pattern PID = Pattern.compile("\"pid\":(\\d+)");

  @Test
  void aMonthThatIsKilledAtRandomMomentsLeavesTheSameBooks(@TempDir Path folder) throws Exception {
    int kills = Integer.getInteger("caisse.kills", 3);
    long seed = Long.getLong("caisse.kills.seed", 20_260_309L);
    Random random = new Random(seed);
    for (int done = 0, month = 1; done < kills; month++) {
      TestHome home = PreparedCare.copyWithServer(folder.resolve("home-" + month));
      int now = Math.min(KILLS_PER_MONTH, kills - done);
      List<String> story = new ArrayList<>();
      story.add("seed " + seed + ", month " + month);
      for (int kill = 0; kill < now; kill++) {
        boolean server = (done + kill) % 2 == 1;
        int lines = random.nextInt(LINES_OF_A_MONTH / now);
        int pause = random.nextInt(LONGEST_PAUSE_MILLIS);
        story.add(
            "%s killed %d ms after line %d".formatted(server ? "server" : "month", pause, lines));
        killed(home, server, lines, pause, story);
        if (kill == 0 && !server) {
          assertDiedAndRecovered(home, story);
        }
      }
      complete(home, story);
      done += now;
    }
  }

  @Test
  void aPowerCutJustBeforeACommitForceOrRenameLeavesTheSameBooks(@TempDir Path folder)
      throws Exception {
    TestHome home = PreparedCare.copyWithServer(folder.resolve("home"));
    List<String> story = new ArrayList<>();
    for (int nth : new int[] {1, 2, 3, 40, 150}) {
      Process month = month(home, Map.of("CAISSE_HALT_AT", Integer.toString(nth)));
      String said = new String(month.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(month.waitFor()).as("halted at " + nth + "\n" + said).isEqualTo(137);
      story.add("halted at " + nth);
    }
    complete(home, story);
  }

  /** Starts the month and kills it, or its server, some moments after a line that it printed. */
  private static void killed(
      TestHome home, boolean server, int lines, int pauseMillis, List<String> story)
      throws IOException, InterruptedException {
    Process month = month(home, Map.of());
    try (BufferedReader said = month.inputReader(StandardCharsets.UTF_8)) {
      for (int i = 0; i < lines; i++) {
        if (said.readLine() == null) {
          break;
        }
      }
      Thread.sleep(pauseMillis);
      if (server) {
        story.add("server " + killServer(home));
        said.lines().forEach(line -> {});
      } else {
        month.destroyForcibly();
      }
    }
    assertThat(month.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as(story.toString()).isTrue();
    story.add("exit " + month.exitValue());
  }

  private static String killServer(TestHome home) throws IOException {
    Path address = home.home().resolve("db/server.json");
    Matcher pid = PID.matcher(Files.exists(address) ? Files.readString(address) : "");
    if (!pid.find()) {
      return "not up yet";
    }
    ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid.group(1))).orElse(null);
    boolean ours =
        postmaster != null
            && postmaster.info().command().filter(c -> c.endsWith("/postgres")).isPresent()
            && Files.isSameFile(
                Path.of("/proc", pid.group(1), "cwd"), home.home().resolve("db/cluster/data"));
    return ours && postmaster.destroyForcibly() ? "killed" : "gone already";
  }

  private static void assertDiedAndRecovered(TestHome home, List<String> story) {
    TestHome.Said recovered = home.caisse("recover");
    story.add(recovered.toString());
    assertThat(recovered.exit()).as(story.toString()).isZero();
    assertThat(home.caisse("recover").out()).as(story.toString()).contains("No run");
  }

  private static void complete(TestHome home, List<String> story) {
    TestHome.Said said = home.caisse("month", "2026-02");
    story.add(said.toString());
    assertThat(said.exit()).as(story.toString()).isEqualTo(1);
    Books undisturbed = PreparedCare.undisturbed();
    assertThat(PreparedCare.books(home).differencesFrom(undisturbed))
        .as(story.toString())
        .isEmpty();
  }

  private static Process month(TestHome home, Map<String, String> variables) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "org.caisse.app.Caisse",
            "month",
            "2026-02",
            "--home",
            home.home().toString());
    builder.environment().putAll(variables);
    return builder.redirectErrorStream(true).start();
  }
}
