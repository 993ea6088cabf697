package org.caisse.readers.table;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no workbooks, broken ones, and ones made to do harm. */
class HostileWorkbookTest {

  private static final String ROW = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
  private static final String RELATIONS =
      "<Relationships><Relationship Id=\"rId1\" Type=\"x/worksheet\""
          + " Target=\"s.xml\"/></Relationships>";
  private static final String BOOK =
      "<workbook xmlns:r=\"r\"><sheets><sheet name=\"A\" r:id=\"rId1\"/></sheets></workbook>";
  private static final String SHEET = "<worksheet><sheetData>" + ROW + "</sheetData></worksheet>";

  @TempDir private Path folder;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../../../../../../../etc/passwd",
        "/etc/passwd",
        "file:///etc/passwd",
        "http://127.0.0.1:1/sheet.xml",
        "",
        "worksheets/absent.xml",
        "%2e%2e/x"
      })
  void aTargetIsNothingButTheNameOfAPart(String target) throws IOException {
    RawZip zip = new RawZip();
    zip.add("xl/workbook.xml", BOOK);
    zip.add("xl/_rels/workbook.xml.rels", RELATIONS.replace("s.xml", target));

    assertThat(refusal(zip).code()).isEqualTo(RejectCode.WORKBOOK_DAMAGED);
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "_rels/.rels",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        "xl/sharedStrings.xml",
        "xl/worksheets/sheet1.xml"
      })
  void documentTypesAndEntitiesAreRefusedInEveryPart(String part) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "12345");
    String root = part.endsWith(".rels") ? "Relationships" : rootOf(part);
    List<String> contents =
        List.of(
            "<!DOCTYPE %s [<!ENTITY e SYSTEM \"%s\">]><%s>&e;</%s>"
                .formatted(root, secret.toUri(), root, root),
            "<!DOCTYPE %s SYSTEM \"http://127.0.0.1:1/x.dtd\"><%s/>".formatted(root, root),
            "<!DOCTYPE %s [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><%s a=\"&b;\"/>"
                .formatted(root, root),
            "<%s>&e;</%s>".formatted(root, root),
            "<%s a=\"&e;\"/>".formatted(root));
    for (String content : contents) {
      for (byte[] bytes : List.of(content.getBytes(UTF_8), content.getBytes(UTF_16))) {
        MadeWorkbook book =
            new MadeWorkbook().sheet("A", ROW).texts(out -> out.write("")).styles("");
        Path file = book.part(part, "").write(folder.resolve("f.xlsx"));
        assertThat(refusal(withPart(file, part, bytes)).code())
            .as(content)
            .isEqualTo(RejectCode.WORKBOOK_DAMAGED);
      }
    }
  }

  static Stream<String> floods() {
    return Stream.of(
        "<a>".repeat(300) + "</a>".repeat(300),
        "<" + "a".repeat(300) + "/>",
        "<" + "a".repeat(2 << 20) + "/>",
        "<row x=\"" + "a".repeat(2 << 20) + "\"/>",
        "<row x='" + ">".repeat(2 << 20) + "'/>",
        "<!--" + "> <".repeat(1 << 20) + "-->",
        "<![CDATA[" + "]>".repeat(1 << 20) + "]]>",
        "<?a " + "<>".repeat(1 << 20) + "?>",
        "<row " + numbered(" a%d=\"\"", 300) + "/>",
        numbered("<a%d/>", 6000),
        numbered("<a a%d=\"\"/>", 6000),
        numbered("<a xmlns=\"urn:%d\"/>", 6000),
        numbered("<a xmlns:a%d=\"u\"/>", 6000),
        numbered("<?a%d ?>", 6000));
  }

  @ParameterizedTest
  @MethodSource("floods")
  void whatAParserWouldCollectIsBounded(String rows) throws IOException {
    assertThat(refusal(new MadeWorkbook().sheet("A", rows)).code())
        .isIn(RejectCode.WORKBOOK_TOO_LARGE, RejectCode.WORKBOOK_DAMAGED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<row r=\"0\"/>",
        "<row r=\"-1\"/>",
        "<row r=\"x\"/>",
        "<row r=\"1048577\"/>",
        "<row r=\"99999999999999999999\"/>",
        "<row r=\"1048576\"/><row/>",
        "<row r=\"2\"/><row r=\"2\"/>",
        "<row r=\"2\"/><row r=\"1\"/>",
        "<row r=\"1\"><c r=\"A2\"/></row>",
        "<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>",
        "<row r=\"1\"><c r=\"A1\"/><c r=\"A1\"/></row>",
        "<row r=\"1\"><c r=\"XFE1\"/></row>",
        "<row r=\"1\"><c r=\"ZZZZZZ1\"/></row>",
        "<row r=\"1\"><c r=\"1\"/></row>",
        "<row r=\"1\"><c r=\"A\"/></row>",
        "<row r=\"1\"><c r=\"\"/></row>",
        "<row r=\"1\"><c t=\"s\"><v>0</v></c></row>",
        "<row r=\"1\"><c t=\"s\"><v>-1</v></c></row>",
        "<row r=\"1\"><c t=\"s\"><v>x</v></c></row>",
        "<row r=\"1\"><c>",
        "</sheetData><x>",
        "\u0001",
        "<row a=\"1\" a=\"2\"/>",
        "<row r=\"1\"/></row>",
        "<y:row/>"
      })
  void whatNoProgramWritesIsRefused(String rows) throws IOException {
    assertThat(refusal(new MadeWorkbook().sheet("A", rows)).code())
        .isEqualTo(RejectCode.WORKBOOK_DAMAGED);
  }

  @Test
  void whatStandsAfterTheRowsMustBeWholeToo() throws IOException {
    RawZip zip = frame();
    zip.add("xl/s.xml", "<worksheet><sheetData>" + ROW + "</sheetData><mergeCells>");

    assertThat(refusal(zip).code()).isEqualTo(RejectCode.WORKBOOK_DAMAGED);
  }

  @Test
  void endlessRowsAndCellsAreCountedNotKept() throws IOException {
    MadeWorkbook book =
        new MadeWorkbook()
            .sheet(
                "A",
                "<row r=\"1\">%s</row><row r=\"2\"><c r=\"A2\"><v>7</v></c></row>"
                    .formatted("<c><v>1</v></c>".repeat(16_384)));

    List<TableRow> rows = rows(book.write(folder.resolve("f.xlsx")));

    assertThat(rows.get(0).problem())
        .isEqualTo(new Reject(1, RejectCode.FIELD_COUNT, "", "16384", "256"));
    assertThat(rows.get(1).raw()).isEqualTo("7");
  }

  @Test
  void listsThatNeverEndAreRefused() throws IOException {
    MadeWorkbook sheets = new MadeWorkbook();
    for (int i = 0; i < 1001; i++) {
      sheets.sheet("S" + i, "");
    }
    MadeWorkbook relations = new MadeWorkbook().sheet("A", ROW);
    for (int i = 0; i < 10_001; i++) {
      relations.relation("image", "x", "image" + i);
    }
    String formats = numbered("<numFmt numFmtId=\"%d\" formatCode=\"0\"/>", 10_001);
    MadeWorkbook numberFormats =
        new MadeWorkbook().sheet("A", ROW).styles("<numFmts>" + formats + "</numFmts>");
    MadeWorkbook styles =
        new MadeWorkbook()
            .sheet("A", ROW)
            .styles("<cellXfs>" + "<xf/>".repeat(100_001) + "</cellXfs>");

    for (MadeWorkbook book : List.of(sheets, relations, numberFormats, styles)) {
      assertThat(refusal(book).code()).isEqualTo(RejectCode.WORKBOOK_TOO_LARGE);
    }
  }

  @Test
  void namesOfSheetsAreOnlyNames() throws IOException {
    MadeWorkbook book = new MadeWorkbook().sheet("../=cmd|' /C calc'!A0", ROW);
    Path file = book.write(folder.resolve("=1+1.xlsx"));

    try (XlsxSource source = XlsxSource.open(file, "")) {
      assertThat(source.sheet()).isEqualTo("../=cmd|' /C calc'!A0");
    }
    assertThat(refusal(new MadeWorkbook().sheet("A", ROW).sheet("a", "")).code())
        .isEqualTo(RejectCode.WORKBOOK_DAMAGED);
  }

  /** Everything but the sheet. */
  private static RawZip frame() {
    RawZip zip = new RawZip();
    zip.add("xl/workbook.xml", BOOK);
    zip.add("xl/_rels/workbook.xml.rels", RELATIONS);
    return zip;
  }

  private static RawZip small() {
    RawZip zip = frame();
    zip.add("xl/s.xml", SHEET);
    return zip;
  }

  private static String rootOf(String part) {
    return part.contains("sheet1")
        ? "worksheet"
        : part.contains("styles") ? "styleSheet" : part.contains("shared") ? "sst" : "workbook";
  }

  private static String numbered(String item, int count) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < count; i++) {
      all.append(item.formatted(i));
    }
    return all.toString();
  }

  private static Path withPart(Path file, String part, byte[] content) throws IOException {
    try (var archive = java.nio.file.FileSystems.newFileSystem(file)) {
      Files.write(archive.getPath(part), content);
    }
    return file;
  }

  private Reject refusal(MadeWorkbook book) throws IOException {
    return refusal(book.write(folder.resolve("made.xlsx")));
  }

  private Reject refusal(RawZip zip) throws IOException {
    return refusal(zip.write(folder.resolve("raw.xlsx")));
  }

  private static Reject refusal(Path file) throws IOException {
    try {
      throw new AssertionError("not refused: " + raws(file));
    } catch (UnreadableTableException e) {
      return e.reject();
    }
  }

  private List<String> raws(MadeWorkbook book) throws IOException {
    return raws(book.write(folder.resolve("made.xlsx")));
  }

  private static List<String> raws(Path file) throws IOException {
    return rows(file).stream().map(TableRow::raw).toList();
  }

  private static List<TableRow> rows(Path file) throws IOException {
    List<TableRow> rows = new ArrayList<>();
    try (XlsxSource source = XlsxSource.open(file, "")) {
      TableRow row;
      while ((row = source.next()) != null) {
        rows.add(row);
      }
    }
    return rows;
  }
}
