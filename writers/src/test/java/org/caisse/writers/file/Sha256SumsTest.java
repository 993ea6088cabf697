package org.caisse.writers.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.caisse.domain.run.FailPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Sha256SumsTest {

  @TempDir Path directory;

  @Test
  void filesAreListedByName() throws IOException {
    Files.createDirectory(directory.resolve("ogd"));
    WrittenFile b = file("b.csv", "b");
    WrittenFile deep = file("ogd/a.csv", "abc");
    Sha256Sums.write(directory, List.of(deep, b), FailPoint.NONE);

    assertThat(directory.resolve("SHA256SUMS"))
        .hasContent(
            """
            3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d  b.csv
            ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  ogd/a.csv
            """);
    assertThat(Sha256Sums.verify(directory)).isEmpty();
  }

  @Test
  void theContentOfTheListDoesNotDependOnBytesThatMayDiffer() throws IOException {
    WrittenFile csv = file("a.csv", "a");
    WrittenFile here = file("b.xlsx", "bytes of this machine").withContent("c".repeat(64));
    WrittenFile mine = Sha256Sums.write(directory, List.of(csv, here), FailPoint.NONE);
    Files.delete(here.path());
    WrittenFile there = file("b.xlsx", "bytes of another one").withContent("c".repeat(64));
    WrittenFile theirs = Sha256Sums.write(directory, List.of(csv, there), FailPoint.NONE);
    WrittenFile other = there.withContent("d".repeat(64));

    assertThat(mine.sha256()).isNotEqualTo(theirs.sha256());
    assertThat(mine.contentSha256()).isEqualTo(theirs.contentSha256()).isNotNull();
    assertThat(Sha256Sums.write(directory, List.of(csv, other), FailPoint.NONE).contentSha256())
        .isNotEqualTo(mine.contentSha256());
    assertThat(Sha256Sums.write(directory, List.of(csv), FailPoint.NONE).contentSha256()).isNull();
  }

  @Test
  void theListIsMadeAnewWhenFilesAreAdded() throws IOException {
    WrittenFile a = file("a.csv", "a");
    Sha256Sums.write(directory, List.of(a), FailPoint.NONE);
    Sha256Sums.write(directory, List.of(a, file("b.csv", "b")), FailPoint.NONE);

    assertThat(Files.readAllLines(directory.resolve("SHA256SUMS"))).hasSize(2);
  }

  @Test
  void changedAndMissingFilesAreNamed() throws IOException {
    WrittenFile a = file("a.csv", "a");
    WrittenFile b = file("b.csv", "b");
    Sha256Sums.write(directory, List.of(a, b), FailPoint.NONE);
    Files.writeString(a.path(), "A");
    Files.delete(b.path());

    assertThat(Sha256Sums.verify(directory))
        .satisfiesExactly(
            changed -> assertThat(changed).startsWith("a.csv is not what was written"),
            missing -> assertThat(missing).startsWith("b.csv is listed in SHA256SUMS"));
  }

  @Test
  void aListThatLeadsOutOfTheDirectoryIsNotFollowed() throws IOException {
    Files.writeString(directory.resolve("SHA256SUMS"), "0".repeat(64) + "  ../secret\nnonsense\n");

    assertThat(Sha256Sums.verify(directory))
        .satisfiesExactly(
            outside -> assertThat(outside).contains("leads out of the directory"),
            nonsense -> assertThat(nonsense).contains("'nonsense' is not a checksum"));
  }

  @Test
  void aFileElsewhereIsRefused() throws IOException {
    WrittenFile elsewhere = new WrittenFile(directory.resolve("../x.csv"), 0, "0".repeat(64));
    assertThatThrownBy(() -> Sha256Sums.write(directory, List.of(elsewhere), FailPoint.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not in");
  }

  private WrittenFile file(String name, String content) throws IOException {
    return AtomicFile.write(
        directory.resolve(name),
        FailPoint.NONE,
        out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
  }
}
