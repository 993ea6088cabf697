package org.caisse.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Where tests put their workspaces and servers: in memory where the machine has a file system for
 * that with room for them, else where the system puts temporary files. On a disk, every test waits
 * for the forced writes of all others.
 *
 * <p>JUnit takes its temporary folders from here by {@code junit-platform.properties}.
 */
public final class TestFolders implements TempDirFactory {

  private static final Path IN_MEMORY = Path.of("/dev/shm");
  private static final String PREFIX = "caisse-tests-";

  /** All tests at once took 3 GB. */
  private static final long ROOM = 6L << 30;

  private static Path base;

  @Override
  public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext extension) {
    return create("junit-");
  }

  /** A new folder, to be given back by {@link #delete}. */
  public static Path create(String prefix) {
    try {
      return Files.createTempDirectory(base(), prefix);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static synchronized Path base() throws IOException {
    if (base == null) {
      boolean room =
          Files.isWritable(IN_MEMORY) && Files.getFileStore(IN_MEMORY).getUsableSpace() >= ROOM;
      Path parent = room ? IN_MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
      deleteLeftovers(parent);
      Path made = Files.createTempDirectory(parent, PREFIX + ProcessHandle.current().pid() + "-");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> deleteWhenEmpty(made)));
      base = made;
    }
    return base;
  }

  /** Folders of test processes that were killed: memory is not given back by itself. */
  private static void deleteLeftovers(Path parent) throws IOException {
    List<Path> ours;
    try (Stream<Path> entries = Files.list(parent)) {
      ours = entries.filter(entry -> entry.getFileName().toString().startsWith(PREFIX)).toList();
    }
    for (Path folder : ours) {
      String rest = folder.getFileName().toString().substring(PREFIX.length());
      String pid = rest.substring(0, rest.indexOf('-'));
      if (Files.isWritable(folder) && ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
        delete(folder);
      }
    }
  }

  /** Deletes a folder with everything in it. */
  public static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
      deleteWhenEmpty(folder.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last one out, at the end of the process, takes the common folder with it. */
  private static void deleteWhenEmpty(Path folder) {
    if (!folder.getFileName().toString().startsWith(PREFIX)) {
      return;
    }
    try {
      Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException _) {
      // Others are still at work in it.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
