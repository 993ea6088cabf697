package org.caisse.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.caisse.config.workspace.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class ProgramLogTest {

  private static final int MOST_BYTES = 1_000;

  @TempDir private Path folder;
  private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
  private final Logger logger = context.getLogger("a");
  private ProgramLog log;
  private Workspace workspace;

  @BeforeEach
  void start() throws IOException {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%msg%n");
    encoder.start();
    log = new ProgramLog(MOST_BYTES);
    log.setContext(context);
    log.setEncoder(encoder);
    log.start();
    workspace = new Workspace(folder.resolve("home")).create();
    Files.writeString(workspace.settings(), "");
  }

  @AfterEach
  void stop() {
    log.stop();
    ProgramLog.in(new Workspace(folder.resolve("none")), Map.of());
  }

  private void write(String line) {
    log.doAppend(new LoggingEvent("", logger, Level.WARN, line, null, null));
  }

  @Test
  void isInTheWorkspaceForItsOwnerOnlyOnceThereIsSomethingToSay() throws IOException {
    ProgramLog.in(workspace, Map.of());
    assertThat(workspace.log()).doesNotExist();
    write("first");
    write("second");
    assertThat(workspace.log().resolve("caisse.log")).hasContent("first\nsecond\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ProgramLog.file())))
        .isEqualTo("rw-------");
  }

  @Test
  void isWhereTheEnvironmentSays() {
    ProgramLog.in(workspace, Map.of("CAISSE_LOG", folder.resolve("elsewhere").toString()));
    write("here");
    assertThat(folder.resolve("elsewhere")).hasContent("here\n");
    assertThat(workspace.log()).doesNotExist();
  }

  @Test
  void isNotInAFolderThatIsNoWorkspace() {
    Workspace none = new Workspace(folder.resolve("none"));
    ProgramLog.in(none, Map.of());
    assertThat(ProgramLog.file()).hasParent(Path.of(System.getProperty("java.io.tmpdir")));
    assertThat(none.home()).doesNotExist();
  }

  @Test
  void staysSmallHoweverMuchThereIsToSay() throws IOException {
    ProgramLog.in(workspace, Map.of());
    String line = "x".repeat(99);
    for (int i = 0; i < 100; i++) {
      write(line + i);
    }
    Path old = workspace.log().resolve("caisse.log.1");
    assertThat(workspace.log()).isDirectoryContaining(file -> file.equals(old));
    for (Path file : new Path[] {ProgramLog.file(), old}) {
      assertThat(Files.size(file)).isPositive().isLessThan(MOST_BYTES + 200);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
    assertThat(ProgramLog.file()).content().endsWith(line + "99\n");
    assertThat(workspace.log()).isDirectoryNotContaining("glob:**.2");
  }
}
