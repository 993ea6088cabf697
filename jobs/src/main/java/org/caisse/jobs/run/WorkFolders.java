package org.caisse.jobs.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.caisse.config.workspace.Workspace;

/**
 * What runs under way can make again. Nothing in it is needed once they are completed, and then it
 * goes: it holds what senders sent, and would only be one more copy to look after.
 */
final class WorkFolders {

  private final Workspace workspace;
  private final RunStore store;

  WorkFolders(RunEnvironment environment) {
    this.workspace = environment.workspace();
    this.store = new RunStore(environment);
  }

  /** Removes the folders of completed runs, also those that a dead process left. */
  void clear() {
    for (Path scope : children(workspace.work())) {
      for (Path folder : children(scope)) {
        RunKey key = RunKey.parse(workspace.work().relativize(folder).toString());
        boolean completed =
            key != null && store.find(key).filter(run -> !run.status().isUnfinished()).isPresent();
        if (completed) {
          delete(folder);
        }
      }
      deleteIfEmpty(scope);
    }
  }

  private static List<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("folder " + folder + " cannot be read", e);
    }
  }

  /** Deletes a folder with everything in it, if it is there. */
  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("folder " + folder + " cannot be removed", e);
    }
  }

  private static void deleteIfEmpty(Path folder) {
    try (Stream<Path> children =
        Files.isDirectory(folder) ? Files.list(folder) : Stream.of(folder)) {
      if (children.findAny().isEmpty()) {
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("folder " + folder + " cannot be removed", e);
    }
  }
}
