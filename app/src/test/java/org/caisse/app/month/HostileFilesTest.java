package org.caisse.app.month;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.caisse.jobs.run.RunOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are made to do harm, by their size, their names or what is in them. */
class HostileFilesTest {

  private static final String HEADER =
      "record;employer;period;kind;sequence;count;person;name;entry;exit;days;gross\n";
  private static final long GIGABYTE = 1L << 30;

  @TempDir private Path folder;

  @Test
  void aLineOfAGigabyteCostsItselfAndNoMemory() throws Exception {
    Path file = folder.resolve("gigabyte.csv");
    String before =
        HEADER
            + "D;E1;2026-02;original;1;3;;;;;;450000\nL;E1;2026-02;;;;P1;AWA;;;28;150000\n"
            + "L;E1;2026-02;;;;";
    String after = "\nL;E1;2026-02;;;;P2;ALI;2026-02-10;;19;300000\n";
    try (SeekableByteChannel sparse =
        Files.newByteChannel(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE,
            StandardOpenOption.SPARSE)) {
      sparse.write(ByteBuffer.wrap(before.getBytes(UTF_8)));
      sparse.position(sparse.position() + GIGABYTE);
      sparse.write(ByteBuffer.wrap(after.getBytes(UTF_8)));
    }

    // The quick compiler of the other processes costs four times as much over a gigabyte.
    assertThat(validated(file, "-XX:+TieredCompilation"))
        .contains("Lines: 3, of which accepted 2, refused 1")
        .contains("Line 4: The line is too long to be a record (bytes: 1,073,741,840");
    assertThat(Files.size(folder.resolve("gigabyte.csv-rejects.csv"))).isLessThan(10_000);
  }

  @Test
  void quotesWithoutEndCostTheirLinesOnly() throws Exception {
    Path file = folder.resolve("quotes.csv");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write("employer;period;person;name;days;gross\n".getBytes(UTF_8));
      out.write("E1;2026-02;P1;AWA;28;150000\n".getBytes(UTF_8));
      for (int line = 0; line < 20_000; line++) {
        out.write(("E1;2026-02;P" + line + ";\"" + "\"\"".repeat(50) + "\n").getBytes(UTF_8));
      }
      out.write("E1;2026-02;P2;ALI;28;300000\n".getBytes(UTF_8));
    }

    assertThat(validated(file, "-XX:TieredStopAtLevel=1"))
        .contains("Lines: 20,002, of which accepted 2, refused 20,000");
  }

  /** What a sender without a database sees, in a small heap. */
  private String validated(Path file, String compiler) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                "-XX:+UseSerialGC",
                compiler,
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "org.caisse.app.ValidateMain",
                "--lang",
                "en",
                "--on",
                "2026-03-09",
                "--home",
                folder.resolve("nowhere").toString(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isEqualTo(1);
    return said;
  }

  @Test
  void namesThatArePathsOrFormulasAreOnlyTextInWhatGoesOut() throws IOException {
    try (LoadedFund fund = LoadedFund.in(folder.resolve("fund"))) {
      String employer =
          fund.sql()
              .sql(
                  "SELECT min(employer_no) FROM employer JOIN employer_version USING (employer_id)"
                      + " WHERE population = 'salaried_private' AND valid_to IS NULL AND valid_from"
                      + " < '2025-01-01'")
              .query(String.class)
              .single();
      String line = "L;" + employer + ";2026-02;;;;";
      String content =
          HEADER
              + "D;%s;2026-02;original;1;6;;;;;;600\n".formatted(employer)
              + line
              + "=cmd|' /C calc'!A0;=HYPERLINK(\"\"http://x\"\");;;;100\n"
              + line
              + "@SUM(1+1);<script>alert(1)</script>;;;;100\n"
              + line
              + "+1+1;<img src=x onerror=alert(1)>;;;;100\n"
              + line
              + "-1+1;../../../etc/passwd;;;;100\n"
              + line
              + "\"=1+\"\"1\";\"a\"\"><b>\";=1;@2;+3;=4\n"
              + line
              + "&#61;1+1;\u2028=1;;;;100\n"
              + "=D;@;+;-\n"
              + "D;=cmd|'x';2026-02;original;1;0;;;;;;0\n";
      List<String> names =
          List.of(
              "=cmd|' C calc'!A0.csv",
              "@SUM(1).csv",
              "..\\..\\evil.csv",
              "...csv",
              "<script>alert(1)<\u2044script>.csv",
              "a\u0007\u001b[2Jb\nc.csv",
              "\"onload=\"x.csv",
              "%2e%2e%2fx.csv",
              "a".repeat(250) + ".csv");
      Path inbox = Files.createDirectories(folder.resolve("sent"));
      Path[] files = new Path[names.size()];
      for (int i = 0; i < files.length; i++) {
        files[i] = Files.writeString(inbox.resolve(names.get(i)), content + "#" + i + "\n");
      }
      List<Path> besides = around();

      RunOutcome outcome = fund.intake(LoadedFund.FIRST_RECEIPT, files);

      assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(1);
      assertThat(around()).isEqualTo(besides);
      Path outbox = fund.workspace().outbox().resolve(outcome.run().key().label());
      List<Path> out = filesIn(outbox);
      assertThat(out)
          .allSatisfy(path -> assertThat(path.getFileName().toString()).matches("[A-Za-z0-9._-]+"))
          .filteredOn(path -> path.getFileName().toString().startsWith("ack-"))
          .filteredOn(path -> path.toString().endsWith(".html"))
          .hasSize(files.length);
      for (Path path : out) {
        String name = path.getFileName().toString();
        if (name.endsWith(".html")) {
          assertThat(Files.readString(path))
              .as(name)
              .doesNotContain("<script>alert", "<img src=x", "\u0007", "\u001b", "<b>\"");
        } else if (name.endsWith(".csv")) {
          harmless(path);
        } else if (name.endsWith(".xlsx")) {
          withoutFormulas(path);
        }
      }
      assertThat(out)
          .extracting(path -> path.getFileName().toString())
          .contains("rejects.csv", "rejects.xlsx");
      assertThat(Files.readString(outbox.resolve("rejects.csv"))).contains("'=cmd|");
    }
  }

  /** What stands beside the fund's own folder, which no name may reach. */
  private List<Path> around() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static void harmless(Path csv) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(';').get();
    String text = Files.readString(csv).substring(1);
    try (CSVParser parser = CSVParser.parse(text, format)) {
      for (CSVRecord row : parser) {
        for (String cell : row) {
          assertThat(cell).as(row.toString()).doesNotMatch("(?s)[=+@\t\r].*|-.*[^0-9].*");
        }
      }
    }
  }

  private static void withoutFormulas(Path workbook) throws IOException {
    try (ZipFile zip = new ZipFile(workbook.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        assertThat(entry.getName()).doesNotContain("externalLink", "vba", "..");
        String part = new String(zip.getInputStream(entry).readAllBytes(), UTF_8);
        assertThat(part).as(entry.getName()).doesNotContain("<f>", "<f ", "<hyperlink", "<script>");
      }
    }
  }
}
