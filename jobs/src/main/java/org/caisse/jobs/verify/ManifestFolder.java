package org.caisse.jobs.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.caisse.config.workspace.Workspace;
import org.caisse.jobs.run.ManifestFiles;
import org.caisse.jobs.run.RunKey;

/** The manifests of a workspace, as files. */
public final class ManifestFolder {

  private static final Pattern NAME = Pattern.compile("(\\d{6,9})-.+\\.json");

  private final Path folder;

  /**
   * A file that is named like a manifest.
   *
   * @param seq its place in the chain
   */
  public record Entry(int seq, Path file) {}

  public ManifestFolder(Workspace workspace) {
    this.folder = workspace.manifests();
  }

  /** The file of a run's manifest, if there is one. */
  public Optional<Path> find(RunKey key) {
    return entries().stream()
        .filter(entry -> entry.file().equals(ManifestFiles.file(folder, entry.seq(), key)))
        .map(Entry::file)
        .findFirst();
  }

  /** Files that are named like manifests, in the order of the chain. */
  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (Path file : files()) {
      Matcher name = NAME.matcher(file.getFileName().toString());
      if (name.matches()) {
        entries.add(new Entry(Integer.parseInt(name.group(1)), file));
      }
    }
    entries.sort(Comparator.comparingInt(Entry::seq).thenComparing(Entry::file));
    return entries;
  }

  /** Everything in the folder that is not named like a manifest. */
  List<Path> others() {
    return files().stream()
        .filter(file -> !NAME.matcher(file.getFileName().toString()).matches())
        .toList();
  }

  private List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("folder " + folder + " cannot be read", e);
    }
  }
}
