package org.caisse.readers.table;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.caisse.readers.workbook.MadeWorkbook;
import org.caisse.readers.workbook.RawZip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are no archives of a workbook, broken ones, and ones made to do harm. */
class HostileArchiveTest extends RawWorkbooks {

  static Stream<String> firstBytes() {
    return Stream.of(
        "d0cf11e0a1b11ae1 .xls",
        "0900040002001000 .xls",
        "504b0506" + "00".repeat(18) + " .zip",
        "255044462d312e37 .pdf",
        "526172211a070100 .rar",
        "377abcaf271c0004 .7z",
        "1f8b080000000000 .gz",
        "89504e470d0a1a0a .png",
        "ffd8ffe000104a46 .jpg",
        "5045523b4e4f4d0a .txt",
        "50 .txt");
  }

  @ParameterizedTest
  @MethodSource("firstBytes")
  void otherFormatsAreToldByTheirFirstBytes(String bytesAndExtension) throws IOException {
    String[] parts = bytesAndExtension.split(" ", 2);
    byte[] content = Arrays.copyOf(HexFormat.of().parseHex(parts[0]), parts[0].length() / 2);
    Path file = Files.write(folder.resolve("paie.xlsx"), content);

    assertThat(refusal(file))
        .isEqualTo(new Reject(1, RejectCode.WORKBOOK_FORMAT, "", parts[1], ".xlsx"));
  }

  @Test
  void anEmptyFileIsNoWorkbook() throws IOException {
    assertThat(refusal(Files.createFile(folder.resolve("f"))).code())
        .isEqualTo(RejectCode.WORKBOOK_FORMAT);
  }

  @Test
  void aWorkbookUnderAPasswordIsNamedAsSuch() throws IOException {
    byte[] content = new byte[300 * 1024];
    System.arraycopy(HexFormat.of().parseHex("d0cf11e0a1b11ae1"), 0, content, 0, 8);
    byte[] stream = "EncryptedPackage\0".getBytes(UTF_16LE);
    System.arraycopy(stream, 0, content, 200 * 1024 + 384, stream.length);

    assertThat(refusal(Files.write(folder.resolve("f"), content)).code())
        .isEqualTo(RejectCode.WORKBOOK_PROTECTED);
  }

  @Test
  void otherArchivesAreNoWorkbooks() throws IOException {
    MadeWorkbook sheets = new MadeWorkbook().part("mimetype", "application/vnd.oasis.opendocument");
    MadeWorkbook binary =
        new MadeWorkbook()
            .part(
                "_rels/.rels",
                "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\""
                    + " Target=\"xl/workbook.bin\"/></Relationships>");
    MadeWorkbook document =
        new MadeWorkbook()
            .part(
                "_rels/.rels",
                "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\""
                    + " Target=\"word/document.xml\"/></Relationships>")
            .part("word/document.xml", "<document/>");

    assertThat(refusal(sheets).value()).isEqualTo(".ods");
    assertThat(refusal(binary).value()).isEqualTo(".xlsb");
    assertThat(refusal(document).value()).isEqualTo(".zip");
    RawZip zip = new RawZip();
    zip.add("paie.csv", "a;b");
    assertThat(refusal(zip).value()).isEqualTo(".zip");
  }

  @Test
  void whatUnpacksToFarMoreThanItsSizeIsStopped() throws IOException {
    MadeWorkbook.Part bomb =
        out -> {
          for (int i = 0; i < 80; i++) {
            out.write(" ".repeat(1 << 20));
          }
        };

    assertThat(refusal(new MadeWorkbook().sheet("A", "", bomb)).code())
        .isEqualTo(RejectCode.WORKBOOK_TOO_LARGE);
    assertThat(refusal(new MadeWorkbook().sheet("A", ROW).texts(bomb)).code())
        .isEqualTo(RejectCode.WORKBOOK_TOO_LARGE);
    assertThat(refusal(new MadeWorkbook().sheet("A", ROW).part("xl/workbook.xml", bomb)).code())
        .isEqualTo(RejectCode.WORKBOOK_TOO_LARGE);
  }

  @Test
  void manySmallBombsCountTogether() throws IOException {
    MadeWorkbook book = new MadeWorkbook();
    for (int i = 0; i < 10; i++) {
      book.sheet("S" + i, "", out -> out.write(" ".repeat(9 << 20)));
    }

    assertThat(refusal(book).code()).isEqualTo(RejectCode.WORKBOOK_TOO_LARGE);
  }

  @Test
  void partsThatNobodyNeedsAreNeverUnpacked() throws IOException {
    MadeWorkbook book =
        new MadeWorkbook()
            .sheet("A", ROW)
            .part(
                "xl/media/image1.png",
                out -> {
                  for (int i = 0; i < 80; i++) {
                    out.write("\0".repeat(1 << 20));
                  }
                })
            .part("xl/embeddings/inner.zip", "PK\3\4 not even a zip")
            .part("../../../../tmp/caisse-evil", "x")
            .part("/etc/caisse-evil", "x")
            .part("C:\\caisse-evil", "x")
            .part("nul\0l", "x");

    assertThat(raws(book)).containsExactly("1");
    assertThat(Path.of("/tmp/caisse-evil")).doesNotExist();
    assertThat(Path.of("/etc/caisse-evil")).doesNotExist();
  }

  @Test
  void twoPartsOfOneNameAreRefused() throws IOException {
    for (String name : List.of("xl/s.xml", "XL/S.XML", "xl\\s.xml")) {
      RawZip zip = small();
      zip.add(name, SHEET);
      assertThat(refusal(zip).code()).as(name).isEqualTo(RejectCode.WORKBOOK_DAMAGED);
    }
  }

  @Test
  void entriesThatShareTheirBytesAreRefused() throws IOException {
    RawZip zip = small();
    RawZip.Entry kernel = zip.add("kernel", new Random(1).ints(4000).boxed().toList().toString());
    for (int i = 0; i < 100; i++) {
      zip.addAgain(kernel, "again" + i);
    }

    assertThat(refusal(zip).code()).isEqualTo(RejectCode.WORKBOOK_DAMAGED);
  }

  @Test
  void aDirectoryThatWouldFillTheMemoryIsNotRead() throws IOException {
    RawZip many = small();
    for (int i = 0; i < 10_000; i++) {
      many.add("e" + i, "");
    }
    RawZip large = small().comment(60_000);
    for (int i = 0; i < 50; i++) {
      large.add("e" + i, "");
    }

    assertThat(refusal(many).code()).isEqualTo(RejectCode.WORKBOOK_TOO_LARGE);
    assertThat(refusal(large).code()).isEqualTo(RejectCode.WORKBOOK_TOO_LARGE);
    assertThat(refusal(small().count(0xFFFF)).code()).isEqualTo(RejectCode.WORKBOOK_TOO_LARGE);
  }

  @Test
  void whatTheDirectorySaysMustBeTrue() throws IOException {
    RawZip checksum = frame();
    checksum.add("xl/s.xml", SHEET).checksum(7);
    RawZip longer = frame();
    longer.add("xl/s.xml", SHEET).size(SHEET.length() + 1);
    RawZip encrypted = frame();
    encrypted.add("xl/s.xml", SHEET).flags(1);
    RawZip method = frame();
    method.add("xl/s.xml", SHEET).method(12);
    RawZip stored = frame();
    stored.add("xl/s.xml", SHEET).method(0);

    List<RawZip> lies = List.of(checksum, longer, encrypted, method, stored, small().count(1));
    for (int i = 0; i < lies.size(); i++) {
      assertThat(refusal(lies.get(i)).code()).as("%d", i).isEqualTo(RejectCode.WORKBOOK_DAMAGED);
    }
  }

  @Test
  void nothingMayStandBeforeOrAfterTheArchive() throws IOException {
    byte[] zip = small().bytes();
    byte[] after = Arrays.copyOf(zip, zip.length + 1);
    byte[] before = new byte[zip.length + 4];
    System.arraycopy(zip, 0, before, 0, 4);
    System.arraycopy(zip, 0, before, 4, zip.length);

    for (byte[] content : List.of(after, before)) {
      Path file = Files.write(folder.resolve("f.xlsx"), content);
      assertThat(refusal(file).code()).isEqualTo(RejectCode.WORKBOOK_DAMAGED);
    }
  }

  @Test
  void aFileCutAnywhereIsRefused() throws IOException {
    byte[] whole = small().bytes();
    for (int length = 4; length < whole.length; length++) {
      Path file = Files.write(folder.resolve("f.xlsx"), Arrays.copyOf(whole, length));
      assertThat(refusal(file).code()).as("%d", length).isEqualTo(RejectCode.WORKBOOK_DAMAGED);
    }
  }

  @Test
  void aByteChangedAnywhereIsHarmlessOrRefused() throws IOException {
    byte[] whole = small().bytes();
    for (int at = 4; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= (byte) (1 + at % 255);
      Path file = Files.write(folder.resolve("f.xlsx"), changed);
      try {
        assertThat(raws(file)).as("%d", at).containsExactly("1");
      } catch (UnreadableTableException e) {
        assertThat(e.reject().code().number()).isBetween(125, 129);
      }
    }
  }
}
