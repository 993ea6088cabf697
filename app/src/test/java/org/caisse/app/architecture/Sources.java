package org.caisse.app.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The repository as text. */
final class Sources {

  /** The top of the repository: tests run in the folder of their module. */
  static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  private Sources() {}

  /** The folders of the modules that have something in them, in the order of their names. */
  static List<Path> modules() {
    try (Stream<Path> folders = Files.walk(ROOT, 2)) {
      return folders
          .filter(folder -> !folder.equals(ROOT))
          .filter(folder -> Files.exists(folder.resolve("pom.xml")))
          .filter(folder -> Files.isDirectory(folder.resolve("src")))
          .sorted(Comparator.comparing(Path::getFileName))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The files of all modules under a folder, in order.
   *
   * @param folder such as {@code src/main}
   * @param ending such as {@code .java}
   */
  static List<Path> files(String folder, String ending) {
    return modules().stream()
        .map(module -> module.resolve(folder))
        .filter(Files::isDirectory)
        .flatMap(start -> tree(start).stream())
        .filter(file -> file.toString().endsWith(ending))
        .toList();
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How people name a file of the repository. */
  static String name(Path file) {
    return ROOT.relativize(file).toString();
  }

  private static List<Path> tree(Path start) {
    try (Stream<Path> files = Files.walk(start)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
