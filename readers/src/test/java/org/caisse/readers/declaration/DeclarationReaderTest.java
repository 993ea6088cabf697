package org.caisse.readers.declaration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.caisse.domain.contribution.DeclarationKind;
import org.caisse.domain.contribution.DeclarationRecord;
import org.caisse.domain.contribution.DeclarationRecord.Header;
import org.caisse.domain.contribution.DeclarationRecord.Line;
import org.caisse.domain.contribution.DeclarationRecord.Unreadable;
import org.caisse.domain.contribution.EmployerFacts;
import org.caisse.domain.money.Currency;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.caisse.readers.line.Position;
import org.caisse.readers.line.UnknownFormatException;
import org.caisse.readers.registry.RegistrySnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclarationReaderTest {

  private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);
  private static final EmployerFacts EMPLOYER =
      new EmployerFacts(9, "E000001", "salaried_private", "CNSS", LocalDate.of(2020, 1, 1), null);
  private static final RegistrySnapshot REGISTRY =
      new RegistrySnapshot.Builder()
          .addEmployer(EMPLOYER.validFrom(), EMPLOYER)
          .addPerson("P00000017", 170, 18_000, 30_000)
          .addPerson("P00000018", 180, 19_000, Integer.MAX_VALUE)
          .build();

  private static final String FILE =
      """
      record;employer;period;kind;sequence;count;person;name;entry;exit;days;gross
      D;E000001;2026-02;original;1;2;;;;;;450000
      L;E000001;2026-02;;;;P00000017;OUEDRAOGO Awa;;;28;150000
      L;E000001;2026-02;;;;P00000018;"SAWADOGO; Ali";2026-02-10;;19;300000
      ;;;;;;;;;;;
      D;E000002;2026-02;nil;12;0;;;;;;0
      L;E000002;2026-02;;;;P00000099;KABORÉ;;2026-02-20;;-5
      """;

  private static final List<DeclarationRecord> RECORDS =
      List.of(
          new Header(
              2, "E000001", EMPLOYER, FEBRUARY, DeclarationKind.ORIGINAL, 1, 2, 450_000, null),
          new Line(
              3,
              "E000001",
              FEBRUARY,
              "P00000017",
              0,
              18_000,
              30_000,
              Line.OPEN,
              Line.OPEN,
              28,
              150_000,
              true,
              null),
          new Line(
              4,
              "E000001",
              FEBRUARY,
              "P00000018",
              1,
              19_000,
              Integer.MAX_VALUE,
              (int) LocalDate.of(2026, 2, 10).toEpochDay(),
              Line.OPEN,
              19,
              300_000,
              true,
              null),
          new Header(6, "E000002", null, FEBRUARY, DeclarationKind.NIL, 12, 0, 0, null),
          new Line(
              7,
              "E000002",
              FEBRUARY,
              "P00000099",
              -1,
              0,
              0,
              Line.OPEN,
              (int) LocalDate.of(2026, 2, 20).toEpochDay(),
              Line.BLANK,
              -5,
              true,
              null));

  @TempDir private Path folder;

  @Test
  void recordsAreTypedAndJoinedWithTheRegistry() throws IOException {
    DeclarationBlock block = blocks(file(FILE), Position.START, 100).getFirst();
    assertThat(block.records()).isEqualTo(RECORDS);
    assertThat(block.blankLines()).isEqualTo(1);
    assertThat(block.end()).isEqualTo(new Position(FILE.getBytes(UTF_8).length, 8));
    assertThat(block.raw().text(4))
        .isEqualTo("L;E000002;2026-02;;;;P00000099;KABORÉ;;2026-02-20;;-5");
  }

  @Test
  void lineEndsAndAByteOrderMarkChangeNothing() throws IOException {
    String windows = "\uFEFF" + FILE.replace("\n", "\r\n");
    for (String content : List.of(windows, windows.stripTrailing(), FILE.stripTrailing())) {
      List<DeclarationBlock> blocks = blocks(file(content), Position.START, 100);
      assertThat(records(blocks)).isEqualTo(RECORDS);
      assertThat(sha256(blocks)).isEqualTo(sha256(blocks(file(FILE), Position.START, 100)));
    }
  }

  @Test
  void readingGoesOnFromTheEndOfAnyBlock() throws IOException {
    Path file = file("\uFEFF" + FILE.replace("\n", "\r\n"));
    for (int size = 1; size < 8; size++) {
      List<DeclarationRecord> before = new ArrayList<>();
      int blank = 0;
      for (DeclarationBlock block : blocks(file, Position.START, size)) {
        before.addAll(block.records());
        blank += block.blankLines();
        List<DeclarationRecord> all = new ArrayList<>(before);
        all.addAll(records(blocks(file, block.end(), 2)));
        assertThat(all).isEqualTo(RECORDS);
      }
      assertThat(before).isEqualTo(RECORDS);
      assertThat(blank).isEqualTo(1);
    }
  }

  @Test
  void aFileWithoutRecordsHasNoBlocks() throws IOException {
    assertThat(blocks(file(DeclarationReader.HEADER), Position.START, 10)).isEmpty();
  }

  @Test
  void consecutiveLinesShareTheirEmployerAndPeriod() throws IOException {
    List<DeclarationRecord> records = records(blocks(file(FILE), Position.START, 100));
    Header header = (Header) records.get(0);
    Line line = (Line) records.get(1);
    assertThat(line.employerNo()).isSameAs(header.employerNo());
    assertThat(line.periodStart()).isSameAs(header.periodStart());
  }

  @Test
  void eachLineHasItsOwnEmployerAndPeriod() throws IOException {
    List<String> employers = List.of("E1", "E2", "E2", "", "E1");
    List<String> periods = List.of("2026-02", "2026-03", "x", "2026-03", "2026-02");
    StringBuilder content = new StringBuilder(DeclarationReader.HEADER);
    for (int i = 0; i < 5; i++) {
      content.append("\nL;%s;%s;;;;P1;;;;;1".formatted(employers.get(i), periods.get(i)));
    }
    List<Line> lines =
        records(blocks(file(content.toString()), Position.START, 10)).stream()
            .map(Line.class::cast)
            .toList();
    LocalDate march = LocalDate.of(2026, 3, 1);
    assertThat(lines).extracting(Line::employerNo).isEqualTo(employers);
    assertThat(lines)
        .extracting(Line::periodStart)
        .containsExactly(FEBRUARY, march, null, march, FEBRUARY);
  }

  @Test
  void amountsAreInTheMinorUnitOfTheCurrency() throws IOException {
    Path file = file(DeclarationReader.HEADER + "\nL;E1;2026-02;;;;P1;;;;;12.5\n");
    try (DeclarationReader reader =
        new DeclarationReader(file, Position.START, 10, REGISTRY, new Currency("MAD", 2))) {
      Line line = (Line) reader.read().records().getFirst();
      assertThat(line.grossMinor()).isEqualTo(1250);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "D;E000001;2026-02;original;1;0;;;;;;0\n", "record;employer\n"})
  void aFileWithoutTheHeaderIsRefusedAsAWhole(String content) throws IOException {
    Path file = file(content);
    assertThatThrownBy(
            () -> new DeclarationReader(file, Position.START, 10, REGISTRY, Currency.XOF))
        .isInstanceOf(UnknownFormatException.class)
        .hasMessageContaining(DeclarationReader.HEADER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          D;;2026-02;original;1;2;;;;;;5            | FIELD_MISSING     | employer | ``                   | ``
          D;E1;;original;1;2;;;;;;5                 | PERIOD_INVALID    | period   | ``                   | YYYY-MM
          D;E1;2026-2;x;0;-1;;;;;;x                 | PERIOD_INVALID    | period   | 2026-2               | YYYY-MM
          D;E1;2026-02;x;0;-1;;;;;;x                | KIND_UNKNOWN      | kind     | x                    | `original|replacement|nil|complement|differential`
          D;E1;2026-02;nil;0;-1;;;;;;x              | SEQUENCE_INVALID  | sequence | 0                    | 1..999999
          D;E1;2026-02;nil;1000000;2;;;;;;5         | SEQUENCE_INVALID  | sequence | 1000000              | 1..999999
          D;E1;2026-02;nil;1.0;2;;;;;;5             | SEQUENCE_INVALID  | sequence | 1.0                  | 1..999999
          D;E1;2026-02;nil;1;-1;;;;;;x              | TOTALS_UNREADABLE | count    | -1                   | ``
          D;E1;2026-02;nil;1;3000000000;;;;;;5      | TOTALS_UNREADABLE | count    | 3000000000           | ``
          D;E1;2026-02;nil;1;2;;;;;;                | TOTALS_UNREADABLE | gross    | ``                   | ``
          D;E1;2026-02;nil;1;2;;;;;;-5              | TOTALS_UNREADABLE | gross    | -5                   | ``
          L;E1;2026-02;;;; ;;x;x;x;x                | PERSON_MISSING    | person   | ` `                  | ``
          L;E1;2026-02;;;;P1;;x;x;x;x               | DATE_UNREADABLE   | entry    | x                    | YYYY-MM-DD
          L;E1;2026-02;;;;P1;;;2026-02-30;x;x       | DATE_UNREADABLE   | exit     | 2026-02-30           | YYYY-MM-DD
          L;E1;2026-02;;;;P1;;;;32;x                | DAYS_INVALID      | days     | 32                   | 0..31
          L;E1;2026-02;;;;P1;;;;-32;x               | DAYS_INVALID      | days     | -32                  | 0..31
          L;E1;2026-02;;;;P1;;;;1,5;x               | DAYS_INVALID      | days     | 1,5                  | 0..31
          L;E1;2026-02;;;;P1;;;;31;                 | GROSS_UNREADABLE  | gross    | ``                   | ``
          L;E1;2026-02;;;;P1;;;;31;15.5             | GROSS_UNREADABLE  | gross    | 15.5                 | ``
          L;E1;2026-02;;;;P1;;;;31;1000000000000000000 | GROSS_UNREADABLE | gross  | 1000000000000000000  | ``
          X;E1;2026-02;;;;P1;;;;31;15               | RECORD_UNKNOWN    | record   | X                    | `D|L`
          d;E1;2026-02;;;;P1;;;;31;15               | RECORD_UNKNOWN    | record   | d                    | `D|L`
          L;E1;2026-02;;;;P1;;;;31                  | FIELD_COUNT       | ``       | 11                   | 12
          L;E1;2026-02;;;;P1;;;;31;15;              | FIELD_COUNT       | ``       | 13                   | 12
          L;E1;2026-02;;;;P1;"x;;;31;15             | LINE_UNREADABLE   | ``       | ``                   | ``
          """)
  void theFirstFieldThatCannotBeTypedIsTheProblem(
      String line, RejectCode code, String field, String value, String expected)
      throws IOException {
    assertThat(problem(record(line))).isEqualTo(new Reject(2, code, field, value, expected));
  }

  @Test
  void aLineThatIsTooLongIsOneRecord() throws IOException {
    DeclarationRecord record = record("D;" + "x".repeat(70_000));
    assertThat(record)
        .isEqualTo(
            new Unreadable(2, true, new Reject(2, RejectCode.LINE_TOO_LONG, "", "70002", "4096")));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "D;E1;2026-02|true",
        "\"D\";E1;\"2026-02|true",
        "D|false",
        "DD;E1|false",
        "`  D;E1`|false",
        "L;E1;2026-02|false",
        "\"D;E1|false"
      })
  void anUnreadableLineSaysWhetherItOpensADeclaration(String line, boolean opens)
      throws IOException {
    assertThat(((Unreadable) record(line)).opensDeclaration()).isEqualTo(opens);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "L;E1;2026-02;;;;;;;;;150|150|true",
        "L;E1;2026-02;;;;P1;;x;;;-150|-150|true",
        "L;E1;;;;;P1;;;;99;999999999999999999|999999999999999999|true",
        "L;E1;2026-02;;;;P1;;;;99;15O|0|false"
      })
  void payIsReadWhateverIsWrongWithTheOtherFields(String line, long grossMinor, boolean readable)
      throws IOException {
    Line typed = (Line) record(line);
    assertThat(typed.grossMinor()).isEqualTo(grossMinor);
    assertThat(typed.grossReadable()).isEqualTo(readable);
  }

  @Test
  void aLineOfAnUnreadablePeriodHasNone() throws IOException {
    Line line = (Line) record("L;E1;02/2026;;;;P1;;;;;1");
    assertThat(line.periodStart()).isNull();
    assertThat(line.problem()).isNull();
  }

  @Test
  void fieldsOfAHeaderThatCannotBeReadHaveTheirMarks() throws IOException {
    assertThat(record("D;E000001;x;x;x;x;;;;;;x"))
        .isEqualTo(
            new Header(
                2,
                "E000001",
                null,
                null,
                null,
                0,
                -1,
                -1,
                new Reject(2, RejectCode.PERIOD_INVALID, "period", "x", "YYYY-MM")));
  }

  private DeclarationRecord record(String line) throws IOException {
    Path file = file(DeclarationReader.HEADER + "\n" + line + "\n");
    List<DeclarationRecord> records = records(blocks(file, Position.START, 10));
    assertThat(records).hasSize(1);
    return records.getFirst();
  }

  private static Reject problem(DeclarationRecord record) {
    return switch (record) {
      case Header header -> header.problem();
      case Line line -> line.problem();
      case Unreadable unreadable -> unreadable.problem();
    };
  }

  private static List<DeclarationRecord> records(List<DeclarationBlock> blocks) {
    return blocks.stream().flatMap(block -> block.records().stream()).toList();
  }

  private static List<DeclarationBlock> blocks(Path file, Position start, int linesPerBlock)
      throws IOException {
    List<DeclarationBlock> blocks = new ArrayList<>();
    try (DeclarationReader reader =
        new DeclarationReader(file, start, linesPerBlock, REGISTRY, Currency.XOF)) {
      DeclarationBlock block;
      while ((block = reader.read()) != null) {
        blocks.add(block);
      }
    }
    return blocks;
  }

  private static byte[] sha256(List<DeclarationBlock> blocks) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (DeclarationBlock block : blocks) {
        for (int i = 0; i < block.records().size(); i++) {
          block.raw().update(digest, i);
        }
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path file(String content) throws IOException {
    return Files.write(folder.resolve("f.csv"), content.getBytes(UTF_8));
  }
}
