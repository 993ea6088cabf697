package org.caisse.jobs.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files that an intake is pointed at: single files, or folders with everything in them that
 * ends in {@code .csv}.
 */
public final class InboxFiles {

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

  private static List<Path> inFolder(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(
              file -> Files.isRegularFile(file) && file.getFileName().toString().endsWith(".csv"))
          .sorted(Comparator.comparing(file -> file.getFileName().toString()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("folder " + folder + " cannot be read", e);
    }
  }
}
