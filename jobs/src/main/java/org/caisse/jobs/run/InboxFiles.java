package org.caisse.jobs.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The files that an intake is pointed at: single files, or folders with every file directly in
 * them. A name says nothing about what a file holds, so none is left out for its ending: what
 * nobody can read is refused with a reason, where a file that was passed over would be missed by
 * nobody. Only what is not, or not yet, a file that somebody sent is passed over.
 */
public final class InboxFiles {

  /** How programs that copy, download or fetch call what they have not finished. */
  private static final List<String> UNFINISHED =
      List.of(".part", ".partial", ".filepart", ".crdownload", ".tmp");

  /** The mark that an office program leaves beside a file that it has open. */
  private static final String OPEN_ELSEWHERE = "~$";

  private InboxFiles() {}

  /**
   * @param given paths of files and folders
   * @return files in the order given; those of a folder by name, bytewise
   * @throws UsageException when one does not exist
   */
  public static List<Path> of(List<String> given) {
    List<Path> files = new ArrayList<>();
    for (String text : given) {
      Path path = Path.of(text);
      if (Files.isDirectory(path)) {
        files.addAll(inFolder(path));
      } else if (Files.isRegularFile(path)) {
        files.add(path);
      } else {
        throw new UsageException("there is no file or folder " + path);
      }
    }
    return files;
  }

  /** Whether a file was given itself, not found in a folder. */
  public static boolean isNamed(Path file, List<String> given) {
    return given.stream().map(Path::of).anyMatch(file::equals);
  }

  private static List<Path> inFolder(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(file -> Files.isRegularFile(file) && isSent(file.getFileName().toString()))
          .sorted(Comparator.comparing(file -> file.getFileName().toString()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("folder " + folder + " cannot be read", e);
    }
  }

  private static boolean isSent(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !name.startsWith(".")
        && !name.startsWith(OPEN_ELSEWHERE)
        && UNFINISHED.stream().noneMatch(lower::endsWith);
  }
}
