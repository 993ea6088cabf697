package org.caisse.config.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.caisse.config.archive.Recent;
import org.caisse.config.text.yaml.Problem;
import org.caisse.config.text.yaml.Problems;
import org.caisse.domain.pack.Pack;

/**
 * Loads scheme packs. A pack is loaded only when nothing is wrong with it; else everything that is
 * wrong is said at once, with file, line and what to do.
 */
public final class PackLoader {

  private static final long MAX_FILE_BYTES = 1L << 20;
  private static final int MAX_FILES = 100;

  /**
   * What the reading of a pack depends on.
   *
   * @param sha256 of all its files
   * @param until to which the law must reach; null when it does not matter
   */
  private record Asked(String sha256, String packId, LocalDate until) {}

  private static final Recent<Asked, Pack> RECENT = new Recent<>();

  private PackLoader() {}

  /**
   * The pack of a workspace.
   *
   * @param packsDir the folder that holds one folder a country
   * @param packId such as {@code bf-amu}: scheme {@code amu} in the folder {@code bf}
   * @throws PackException when it is missing or anything in it is wrong
   */
  public static Pack load(Path packsDir, String packId) {
    return load(packsDir, packId, today());
  }

  static Pack load(Path packsDir, String packId, LocalDate today) {
    return load(files(packsDir, packId), packId, today.plusYears(1));
  }

  /**
   * The pack of files that were archived. The calendar does not matter here: a law that has ended
   * since is replayed like any other.
   *
   * @throws PackException when anything in it is wrong
   */
  public static Pack load(PackFiles files, String packId) {
    return load(files, packId, null);
  }

  private static Pack load(PackFiles files, String packId, LocalDate until) {
    return RECENT.get(
        new Asked(files.sha256(), packId, until), asked -> read(files, packId, until));
  }

  private static Pack read(PackFiles files, String packId, LocalDate until) {
    Problems problems = new Problems();
    Optional<Pack> pack =
        id(packId, problems).flatMap(id -> new PackReader(id, files, problems).read(until));
    return pack.orElseThrow(() -> new PackException(packId, problems.errors()));
  }

  /** All that is wrong or doubtful, by file and line; empty when the pack is in order. */
  public static List<Problem> check(Path packsDir, String packId) {
    return check(packsDir, packId, today());
  }

  static List<Problem> check(Path packsDir, String packId, LocalDate today) {
    Problems problems = new Problems();
    Optional<PackId> id = id(packId, problems);
    if (id.isPresent()) {
      Optional<PackFiles> files = read(packsDir, id.get(), problems);
      files.ifPresent(f -> new PackReader(id.get(), f, problems).read(today.plusYears(1)));
    }
    return problems.list();
  }

  /**
   * The files of a pack, as they are, to be archived.
   *
   * @throws PackException when they cannot be read
   */
  public static PackFiles files(Path packsDir, String packId) {
    Problems problems = new Problems();
    return id(packId, problems)
        .flatMap(id -> read(packsDir, id, problems))
        .orElseThrow(() -> new PackException(packId, problems.errors()));
  }

  /**
   * The files of another version of a pack, to be compared.
   *
   * @param version a folder of packs, a file to be taken for the scheme's, or a pack as a run kept
   *     it
   * @param packsDir where the files beside a scheme's come from
   * @throws PackException when they cannot be read
   */
  public static PackFiles version(Path version, Path packsDir, String packId) throws IOException {
    if (Files.isDirectory(version)) {
      return files(version, packId);
    }
    byte[] content = Files.readAllBytes(version);
    if (PackFiles.isArchived(content)) {
      return PackFiles.fromBytes(content);
    }
    Problems problems = new Problems();
    PackId id =
        id(packId, problems).orElseThrow(() -> new PackException(packId, problems.errors()));
    Map<String, byte[]> contents = new TreeMap<>();
    PackFiles now = files(packsDir, packId);
    now.names().forEach(name -> contents.put(name, now.content(name)));
    contents.put(id.schemeFile(), content);
    return new PackFiles(contents);
  }

  /** The ids of the packs of a workspace, sorted, whether they are in order or not. */
  public static List<String> ids(Path packsDir) throws IOException {
    if (!Files.isDirectory(packsDir)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(packsDir, 2)) {
      return files
          .filter(Files::isRegularFile)
          .map(packsDir::relativize)
          .map(path -> path.toString().replace('\\', '/'))
          .filter(name -> name.endsWith(".yaml"))
          .map(name -> name.substring(0, name.length() - ".yaml".length()).replace('/', '-'))
          .filter(name -> PackId.of(name).isPresent())
          .sorted()
          .toList();
    }
  }

  /** The same bytes; reports those that are no text, also in files that the pack does not use. */
  private static byte[] text(String file, byte[] content, Problems problems) {
    String text = new String(content, StandardCharsets.UTF_8);
    boolean lossless = Arrays.equals(text.getBytes(StandardCharsets.UTF_8), content);
    if (!lossless || text.indexOf('\0') >= 0) {
      problems.error(file, 0, "the file is not UTF-8 text", "save it as UTF-8 in your editor");
    }
    return content;
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  private static Optional<PackId> id(String packId, Problems problems) {
    Optional<PackId> id = PackId.of(packId);
    if (id.isEmpty()) {
      problems.error(
          "packs",
          0,
          "'" + packId + "' is not the id of a pack",
          "write country-scheme in small letters, such as bf-amu");
    }
    return id;
  }

  private static Optional<PackFiles> read(Path packsDir, PackId id, Problems problems) {
    Path folder = packsDir.resolve(id.folder());
    Map<String, byte[]> contents = new TreeMap<>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.sorted().limit(MAX_FILES).toList()) {
        String name = path.getFileName().toString();
        if (!PackFiles.isName(name) || !Files.isRegularFile(path)) {
          continue;
        }
        if (Files.size(path) > MAX_FILE_BYTES) {
          problems.error(
              id.folder() + "/" + name, 0, "the file is larger than 1 MB", "is it a pack's file?");
        } else {
          contents.put(name, text(id.folder() + "/" + name, Files.readAllBytes(path), problems));
        }
      }
    } catch (IOException e) {
      problems.error(
          id.folder(),
          0,
          "the folder " + folder + " cannot be read (" + e.getClass().getSimpleName() + ")",
          "check that it exists in the workspace and may be read; " + id.meaning());
    }
    return problems.hasErrors() ? Optional.empty() : Optional.of(new PackFiles(contents));
  }
}
