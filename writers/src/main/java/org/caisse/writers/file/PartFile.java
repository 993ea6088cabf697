package org.caisse.writers.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names for files that are not whole yet: {@code .NAME.PROCESS-NANOS.part} beside the target. No
 * two writers share one, so that two processes which write the same file at once, or one that was
 * taken for dead, never write into each other's.
 */
public final class PartFile {

  /** What this process is writing now. */
  private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

  private PartFile() {}

  /** A new name; what dead processes left unfinished of the same target is deleted. */
  public static Path of(Path target) throws IOException {
    Path absolute = target.toAbsolutePath();
    String start = "." + absolute.getFileName() + ".";
    try (DirectoryStream<Path> siblings =
        Files.newDirectoryStream(
            absolute.getParent(), file -> file.getFileName().toString().startsWith(start))) {
      for (Path sibling : siblings) {
        if (abandoned(sibling, start)) {
          Files.deleteIfExists(sibling);
        }
      }
    }
    Path part;
    do {
      part =
          absolute.resolveSibling(
              start + ProcessHandle.current().pid() + "-" + System.nanoTime() + ".part");
    } while (!OPEN.add(part));
    return part;
  }

  /** Ends the use of a name; what is still under it goes. */
  public static void delete(Path part) throws IOException {
    OPEN.remove(part);
    Files.deleteIfExists(part);
  }

  private static boolean abandoned(Path file, String start) {
    String rest = file.getFileName().toString().substring(start.length());
    if (OPEN.contains(file) || !rest.matches("[0-9]{1,18}-[0-9]+\\.part")) {
      return false;
    }
    long process = Long.parseLong(rest.substring(0, rest.indexOf('-')));
    return process == ProcessHandle.current().pid() || ProcessHandle.of(process).isEmpty();
  }
}
