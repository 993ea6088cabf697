package org.caisse.app;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.caisse.config.workspace.Workspace;

/**
 * The program's log, for whoever looks into a failure: in the workspace once it is known, else in
 * the temporary folder. It comes into being with its first line, is for its owner only, since what
 * failed may name people, and is kept small: beyond a size it becomes the old one, and the one
 * before goes.
 */
public final class ProgramLog extends OutputStreamAppender<ILoggingEvent> {

  /** Environment variable with another file to write to. */
  static final String VARIABLE = "CAISSE_LOG";

  private static final String NAME = "caisse.log";
  private static final long MOST_BYTES = 4L << 20;

  /** What the configuration file of the logging library cannot know. */
  private static volatile Path file = path(null, System.getenv());

  private final long mostBytes;
  private Path opened;

  /** For the configuration file. */
  public ProgramLog() {
    this(MOST_BYTES);
  }

  ProgramLog(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** From now on the log is that of a workspace, if the folder is one. */
  static void in(Workspace workspace, Map<String, String> environment) {
    file = path(workspace, environment);
  }

  /** Where it is. */
  static Path file() {
    return file;
  }

  private static Path path(Workspace workspace, Map<String, String> environment) {
    String chosen = environment.getOrDefault(VARIABLE, "");
    if (!chosen.isBlank()) {
      return Path.of(chosen).toAbsolutePath();
    }
    if (workspace != null && Files.exists(workspace.settings())) {
      return workspace.log().resolve(NAME);
    }
    return Path.of(
        System.getProperty("java.io.tmpdir"),
        "caisse-" + System.getProperty("user.name", "unknown") + ".log");
  }

  @Override
  public void start() {
    setOutputStream(OutputStream.nullOutputStream());
    super.start();
  }

  @Override
  protected void writeOut(ILoggingEvent event) throws IOException {
    streamWriteLock.lock();
    try {
      Path now = file;
      if (!now.equals(opened) || Files.size(now) > mostBytes) {
        setOutputStream(open(now));
        opened = now;
      }
      super.writeOut(event);
    } finally {
      streamWriteLock.unlock();
    }
  }

  private OutputStream open(Path log) throws IOException {
    Files.createDirectories(log.getParent());
    if (Files.exists(log) && Files.size(log) > mostBytes) {
      Files.move(
          log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }
    if (!Files.exists(log)) {
      Files.createFile(
          log, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    return Files.newOutputStream(log, StandardOpenOption.APPEND);
  }
}
