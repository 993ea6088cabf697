package org.caisse.writers.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.caisse.domain.run.FailPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredZipTest {

  @TempDir Path directory;

  @Test
  void documentsAreReadBackInOrder() throws IOException {
    Path file = directory.resolve("notices.zip");
    AtomicFile.write(
        file,
        FailPoint.NONE,
        out -> {
          StoredZip zip = new StoredZip(out);
          zip.add("2026-02/B.html", utf8("bé"));
          zip.add("2026-02/été.html", utf8("a"));
          zip.add("2026-02/A.html", new byte[0]);
          zip.finish();
        });

    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName))
          .containsExactly("2026-02/B.html", "2026-02/été.html", "2026-02/A.html");
      assertThat(zip.stream().map(ZipEntry::getMethod)).containsOnly(ZipEntry.STORED);
      assertThat(zip.getInputStream(zip.getEntry("2026-02/B.html")).readAllBytes())
          .isEqualTo(utf8("bé"));
    }
  }

  @Test
  void theSameDocumentsGiveTheSameBytesInEveryTimeZone() throws IOException {
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Africa/Ouagadougou"));
      byte[] first = zipOf(20);
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
      assertThat(zipOf(20)).isEqualTo(first);
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void moreDocumentsThanAPlainZipCanCountAreAllThere() throws IOException, InterruptedException {
    Path file = directory.resolve("many.zip");
    Files.write(file, zipOf(70_000));

    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.size()).isEqualTo(70_000);
      assertThat(zip.getInputStream(zip.getEntry("d/69999.txt")).readAllBytes())
          .isEqualTo(utf8("69999"));
    }
    unzipAgrees(file);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/etc/passwd", "../a", "a/../b", "a//b", "a/", "", ".", "a\\b", "C:a", "a\nb"})
  void namesThatLeadElsewhereAreRefused(String name) {
    StoredZip zip = new StoredZip(new ByteArrayOutputStream());
    assertThatThrownBy(() -> zip.add(name, new byte[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is refused");
  }

  @Test
  void aNameIsUsedOnce() throws IOException {
    StoredZip zip = new StoredZip(new ByteArrayOutputStream());
    zip.add("a", new byte[0]);
    assertThatThrownBy(() -> zip.add("a", new byte[0])).isInstanceOf(ZipException.class);
    assertThat(zip.entries()).isEqualTo(1);
  }

  private static void unzipAgrees(Path file) throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/unzip")), "unzip is not installed");
    Process unzip =
        new ProcessBuilder("/usr/bin/unzip", "-tqq", file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(unzip.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(unzip.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(unzip.exitValue()).as(said).isZero();
  }

  private static byte[] zipOf(int documents) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StoredZip zip = new StoredZip(out);
    for (int i = 0; i < documents; i++) {
      zip.add("d/" + i + ".txt", utf8(Integer.toString(i)));
    }
    zip.finish();
    return out.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
