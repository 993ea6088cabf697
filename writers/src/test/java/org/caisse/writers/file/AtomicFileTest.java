package org.caisse.writers.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.caisse.domain.run.FailPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtomicFileTest {

  private static final byte[] CONTENT =
      "contribution;100\n".repeat(50_000).getBytes(StandardCharsets.UTF_8);

  @TempDir Path directory;

  @Test
  void aFileIsThereWithItsSizeAndHash() throws IOException {
    WrittenFile written =
        AtomicFile.write(
            directory.resolve("abc.txt"),
            FailPoint.NONE,
            out -> out.write("abc".getBytes(StandardCharsets.UTF_8)));

    assertThat(written)
        .isEqualTo(
            new WrittenFile(
                directory.resolve("abc.txt"),
                3,
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    assertThat(directory.resolve("abc.txt")).hasContent("abc");
    assertThat(names()).containsExactly("abc.txt");
  }

  @Test
  void placesAreReachedInOrder() throws IOException {
    List<String> places = new ArrayList<>();
    AtomicFile.write(directory.resolve("a.csv"), places::add, out -> out.write(CONTENT));

    assertThat(places).containsExactly("force a.csv", "rename a.csv", "force directory of a.csv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"force a.csv", "rename a.csv", "force directory of a.csv"})
  void afterAFailureTheFileIsWholeOrAbsent(String place) throws IOException {
    Path target = directory.resolve("a.csv");
    assertThatThrownBy(() -> AtomicFile.write(target, failingAt(place), out -> out.write(CONTENT)))
        .isInstanceOf(IllegalStateException.class);

    if (place.startsWith("force directory")) {
      assertThat(target).hasBinaryContent(CONTENT);
      assertThat(names()).containsExactly("a.csv");
    } else {
      assertThat(names()).isEmpty();
    }
    AtomicFile.write(target, FailPoint.NONE, out -> out.write(CONTENT));
    assertThat(target).hasBinaryContent(CONTENT);
  }

  @Test
  void contentThatFailsHalfWayLeavesNothing() throws IOException {
    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    directory.resolve("a.csv"),
                    FailPoint.NONE,
                    out -> {
                      out.write(CONTENT);
                      throw new IOException("no space left on device");
                    }))
        .hasMessage("no space left on device");
    assertThat(names()).isEmpty();
  }

  @Test
  void theRemainsOfDeadProcessesGo() throws IOException {
    long beyondAnyProcess = Long.MAX_VALUE / 100;
    Files.write(directory.resolve(".a.csv." + beyondAnyProcess + "-1.part"), new byte[2_000_000]);
    Files.write(
        directory.resolve(".a.csv." + ProcessHandle.current().pid() + "-1.part"), new byte[2]);
    AtomicFile.write(directory.resolve("a.csv"), FailPoint.NONE, out -> out.write(CONTENT));

    assertThat(directory.resolve("a.csv")).hasBinaryContent(CONTENT);
    assertThat(names()).containsExactly("a.csv");
  }

  @Test
  void theSameContentMayBeWrittenAgainButOtherContentIsRefused() throws IOException {
    Path target = directory.resolve("a.csv");
    AtomicFile.write(target, FailPoint.NONE, out -> out.write(CONTENT));
    AtomicFile.write(target, FailPoint.NONE, out -> out.write(CONTENT));

    assertThatThrownBy(() -> AtomicFile.write(target, FailPoint.NONE, out -> out.write('x')))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageContaining("a.csv")
        .hasMessageContaining("move it away");
    assertThat(target).hasBinaryContent(CONTENT);
    assertThat(names()).containsExactly("a.csv");
  }

  @Test
  void whatIsChangedBehindOurBackIsNoticed() throws IOException {
    FailPoint meddler =
        place -> {
          if (place.startsWith("force a")) {
            overwriteThePart();
          }
        };
    assertThatThrownBy(
            () -> AtomicFile.write(directory.resolve("a.csv"), meddler, o -> o.write(CONTENT)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("a.csv does not read back as it was written");
    assertThat(names()).isEmpty();
  }

  @Test
  void twoWhoWriteTheSameFileAtOnceDoNotWriteIntoEachOthers() throws IOException {
    Path target = directory.resolve("a.csv");
    FailPoint second =
        place -> {
          if (place.startsWith("rename a")) {
            try {
              AtomicFile.write(target, FailPoint.NONE, out -> out.write(CONTENT));
            } catch (IOException e) {
              throw new IllegalStateException(e);
            }
          }
        };
    AtomicFile.write(target, second, out -> out.write(CONTENT));

    assertThat(target).hasBinaryContent(CONTENT);
    assertThat(names()).containsExactly("a.csv");
  }

  private void overwriteThePart() {
    try {
      Files.writeString(directory.resolve(names().getFirst()), "something else");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static FailPoint failingAt(String place) {
    return reached -> {
      if (reached.equals(place)) {
        throw new IllegalStateException("killed before " + reached);
      }
    };
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }
}
