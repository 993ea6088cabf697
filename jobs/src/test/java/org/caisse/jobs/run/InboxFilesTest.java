package org.caisse.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxFilesTest {

  @TempDir private Path folder;

  private void files(String... names) throws IOException {
    for (String name : names) {
      Files.writeString(folder.resolve(name), name);
    }
  }

  private List<String> found(String... given) {
    return InboxFiles.of(List.of(given)).stream()
        .map(file -> file.getFileName().toString())
        .toList();
  }

  @Test
  void everyFileOfAFolderIsTakenWhateverItsNameEndsIn() throws IOException {
    files("b.xlsx", "a.csv", "A.TXT", "c", "d.pdf", "f.xlsm", "e.csv.zip");
    assertThat(found(folder.toString()))
        .containsExactly("A.TXT", "a.csv", "b.xlsx", "c", "d.pdf", "e.csv.zip", "f.xlsm");
  }

  @Test
  void whatIsHiddenOpenElsewhereOrStillBeingCopiedIsPassedOver() throws IOException {
    files(".hidden.csv", "~$paie.xlsx", "a.csv.part", "b.csv.crdownload", "c.TMP", "d.filepart");
    Files.createDirectory(folder.resolve("sub.csv"));
    assertThat(found(folder.toString())).isEmpty();
  }

  @Test
  void aFileThatIsNamedIsTakenWhateverItsName() throws IOException {
    files(".hidden.csv", "b.csv");
    assertThat(found(folder.resolve("b.csv").toString(), folder.resolve(".hidden.csv").toString()))
        .containsExactly("b.csv", ".hidden.csv");
  }

  @Test
  void aPlaceThatDoesNotExistIsNamed() {
    assertThatThrownBy(() -> found(folder.resolve("nothing").toString()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("nothing");
  }
}
