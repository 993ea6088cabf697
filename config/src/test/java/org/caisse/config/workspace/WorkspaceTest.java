package org.caisse.config.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {

  @TempDir Path folder;

  @Test
  void makesItsFoldersAndKeepsWhatIsThere() throws IOException {
    Workspace workspace = new Workspace(folder.resolve("fund"));
    workspace.create();
    Path file = Files.writeString(workspace.inbox().resolve("declarations.csv"), "x");

    workspace.create();

    assertThat(file).hasContent("x");
    assertThat(workspace.home())
        .isDirectoryContaining("glob:**/{inbox}")
        .isDirectoryContaining("glob:**/{outbox}")
        .isDirectoryContaining("glob:**/{archive}")
        .isDirectoryContaining("glob:**/{manifests}")
        .isDirectoryContaining("glob:**/{packs}");
  }

  @Test
  void hidesDatabaseAndKeysFromOthers() throws IOException {
    Workspace workspace = new Workspace(folder).create();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(workspace.db())))
        .isEqualTo("rwx------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(workspace.keys())))
        .isEqualTo("rwx------");
  }

  @Test
  void saysWhereAFolderCannotBeMade() throws IOException {
    Path file = Files.writeString(folder.resolve("not-a-folder"), "");

    assertThatThrownBy(() -> new Workspace(file).create())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("--home");
  }
}
