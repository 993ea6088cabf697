package org.caisse.writers.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.caisse.domain.run.FailPoint;

/** The list of checksums of a directory, in the format of {@code sha256sum -c}. */
public final class Sha256Sums {

  /** Name of the list in its directory. */
  public static final String NAME = "SHA256SUMS";

  private static final int HASH_LENGTH = 64;

  private Sha256Sums() {}

  /**
   * Writes the list, sorted by name, in place of the one that was there.
   *
   * @param directory the directory that contains all the files, directly or deeper
   * @param files what it lists
   * @throws IllegalArgumentException when a file is outside of the directory, or listed twice
   */
  public static WrittenFile write(Path directory, List<WrittenFile> files, FailPoint failPoint)
      throws IOException {
    TreeMap<String, WrittenFile> sums = new TreeMap<>();
    for (WrittenFile file : files) {
      String name = relative(directory, file.path());
      if (sums.put(name, file) != null) {
        throw new IllegalArgumentException(name + " is listed twice in " + NAME);
      }
    }
    byte[] list = list(sums, WrittenFile::sha256);
    WrittenFile written =
        AtomicFile.replace(directory.resolve(NAME), failPoint, out -> out.write(list));
    // The list of files whose bytes may differ differs with them: its content is what theirs is.
    return files.stream().allMatch(file -> file.contentSha256() == null)
        ? written
        : written.withContent(Sha256.of(list(sums, Sha256Sums::content)));
  }

  private static String content(WrittenFile file) {
    return file.contentSha256() == null ? file.sha256() : file.contentSha256();
  }

  private static byte[] list(
      SortedMap<String, WrittenFile> sums, Function<WrittenFile, String> hash) {
    StringBuilder text = new StringBuilder();
    sums.forEach(
        (name, file) -> text.append(hash.apply(file)).append("  ").append(name).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Compares the files of a directory with its list.
   *
   * @return what differs, one sentence each; empty when all is as listed
   */
  public static List<String> verify(Path directory) throws IOException {
    List<String> problems = new ArrayList<>();
    for (String line : Files.readAllLines(directory.resolve(NAME))) {
      if (line.length() < HASH_LENGTH + 3) {
        problems.add("%s: '%s' is not a checksum and a name".formatted(NAME, line));
        continue;
      }
      String name = line.substring(HASH_LENGTH + 2);
      Path file = directory.resolve(name).normalize();
      if (!file.startsWith(directory.normalize())) {
        problems.add("%s: '%s' leads out of the directory".formatted(NAME, name));
      } else if (!Files.isRegularFile(file)) {
        problems.add(name + " is listed in " + NAME + " and is not there");
      } else if (!Sha256.of(file).equals(line.substring(0, HASH_LENGTH))) {
        problems.add(name + " is not what was written: its sha256 differs from " + NAME);
      }
    }
    return problems;
  }

  private static String relative(Path directory, Path file) {
    Path name =
        directory.toAbsolutePath().normalize().relativize(file.toAbsolutePath().normalize());
    if (name.startsWith("..") || name.toString().isEmpty()) {
      throw new IllegalArgumentException(file + " is not in " + directory);
    }
    List<String> segments = new ArrayList<>();
    name.forEach(segment -> segments.add(segment.toString()));
    return EntryName.checked(String.join("/", segments));
  }
}
