package org.caisse.writers.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names for files that are not whole yet: {@code .NAME.PROCESS-NANOS.part} beside the target. No
 * two writers share one, so that two processes which write the same file at once, or one that was
 * taken for dead, never write into each other's.
 */
public final class PartFile {

  private static final Pattern NAME = Pattern.compile("\\..+\\.([0-9]{1,18})-[0-9]+\\.part");
  private static final int MOST_REMEMBERED = 64;

  /** What this process is writing now. */
  private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

  /** Folders that it has looked through: a run writes hundreds of files into one. */
  private static final Set<Path> SWEPT = ConcurrentHashMap.newKeySet();

  private PartFile() {}

  /** A new name; what dead processes left unfinished in the same folder is deleted, once. */
  public static Path of(Path target) throws IOException {
    Path absolute = target.toAbsolutePath();
    sweep(absolute.getParent());
    Path part;
    do {
      part =
          absolute.resolveSibling(
              ".%s.%d-%d.part"
                  .formatted(
                      absolute.getFileName(), ProcessHandle.current().pid(), System.nanoTime()));
    } while (!OPEN.add(part));
    return part;
  }

  /** Ends the use of a name; what is still under it goes. */
  public static void delete(Path part) throws IOException {
    OPEN.remove(part);
    Files.deleteIfExists(part);
  }

  private static void sweep(Path folder) throws IOException {
    if (SWEPT.contains(folder)) {
      return;
    }
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, PartFile::abandoned)) {
      for (Path part : parts) {
        Files.deleteIfExists(part);
      }
    }
    if (SWEPT.size() >= MOST_REMEMBERED) {
      SWEPT.clear();
    }
    SWEPT.add(folder);
  }

  private static boolean abandoned(Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    if (!name.matches() || OPEN.contains(file)) {
      return false;
    }
    long process = Long.parseLong(name.group(1));
    return process == ProcessHandle.current().pid() || ProcessHandle.of(process).isEmpty();
  }
}
