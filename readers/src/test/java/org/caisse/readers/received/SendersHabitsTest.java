package org.caisse.readers.received;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.caisse.config.format.FileKind;
import org.caisse.domain.reject.RejectCode;
import org.caisse.readers.table.TextProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One small list of pays in the many ways in which people save it. */
class SendersHabitsTest {

  @TempDir private Path folder;
  private Door door;

  @BeforeEach
  void openTheDoor() {
    door = new Door(folder);
  }

  /** The canonical line of a list with one line, given some of its fields. */
  private String only(String person, String entry, String days, String gross) throws IOException {
    return Door.line(door.text("list.csv", Door.list(person, entry, days, gross)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '"',
      value = {
        "150000 ! 150000",
        "150 000 ! 150000",
        "150\u00A0000 ! 150000",
        "150\u202F000 ! 150000",
        "1 250 000 ! 1250000",
        "150000,00 ! 150000",
        "150000.00 ! 150000",
        "150 000,00 ! 150000",
        "1.250.000 ! 1250000",
        "1,250,000 ! 1250000",
        "1.250.000,00 ! 1250000",
        "150.000,00 ! 150000",
        "150,000.00 ! 150000",
        "'150000 ! 150000",
        "\"  150000  \" ! 150000",
        "0150000 ! 150000",
        "-5000 ! -5000",
        "0,500 ! 0.5",
        "0 ! 0"
      })
  void anAmountThatCanOnlyBeReadInOneWay(String written, String read) throws IOException {
    assertThat(only("P1", "", "28", written)).endsWith(";;;28;" + read + problem(read));
  }

  /** A pay that no rule could take stands apart, so that it is in no total that was made here. */
  private static String problem(String gross) {
    return gross.equals("-5000") ? ";GROSS_NEGATIVE;gross;-5000;" : "";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"15O000", "150 00", "1 50 000", "150,", ",50", "1.25.000", "150 000 F", "1,2,3.4"})
  void whatIsNoAmountStaysAsItIsForTheRulesToRefuse(String written) throws IOException {
    assertThat(only("P1", "", "28", "\"" + written + "\"")).endsWith(";28;" + written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"150.000", "150,000", "1.500", "-12,345"})
  void anAmountThatCanBeReadInTwoWaysIsAsked(String written) throws IOException {
    Door.Result result = door.text("list.csv", Door.list("P1", "", "28", "\"" + written + "\""));

    assertThat(result.question())
        .isEqualTo(
            new Question(
                RejectCode.AMOUNT_AMBIGUOUS,
                2,
                "brut",
                written,
                "columns: {gross: {decimal: \",\", thousands: \".\"}}"));
  }

  /** One value of the column shows what the mark of all others means. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "150.000 ! 1.250.000 ! 150000",
        "150.000 ! 99.500,00 ! 150000",
        "150.000 ! 99500,5 ! 150000",
        "150,000 ! 1,250,000 ! 150000",
        "150,000 ! 99,500.00 ! 150000",
        "150.000 ! 0.500 ! 150",
        "150,000 ! 1250,500 ! 150"
      })
  void anotherValueOfTheColumnShowsIt(String ambiguous, String telling, String read)
      throws IOException {
    String content =
        Door.list("P1", "", "28", ambiguous) + "E1;2026-02;P2;ZONGO;;;28;" + telling + "\n";

    assertThat(Door.line(door.text("list.csv", content))).endsWith(";28;" + read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        // the same mark before decimals and between thousands
        "150.000 ! 1.250.000 ! 99.5",
        // decimals of another length say nothing of three digits
        "150.000 ! 99.50 ! 100"
      })
  void valuesThatContradictEachOtherDecideNothing(String ambiguous, String one, String other)
      throws IOException {
    String content =
        Door.list("P1", "", "28", ambiguous)
            + "E1;2026-02;P2;ZONGO;;;28;%s\nE1;2026-02;P3;BARRY;;;28;%s\n".formatted(one, other);

    assertThat(door.text("list.csv", content).question().code())
        .isEqualTo(RejectCode.AMOUNT_AMBIGUOUS);
  }

  /** A file is not stopped by a line: what few values leave open costs these lines alone. */
  @Test
  void anEmployersNumberThatBeginsLikeARecordMakesNoFixedWidth() throws IOException {
    Door.Result result =
        door.text(
            "liste.csv",
            """
            E000189;2;2026;2;204799
            1;P00008656;BARRO;Noëlie;28/11/2023;;28;59245;
            2;P00028029;BAYALA;Sylvie;23/09/2020;;28;145554;
            """);
    assertThat(result.recognition().format()).isEqualTo("bj-cnss");
    assertThat(result.lines()).hasSize(3);
  }

  @Test
  void fewValuesThatStayOpenAreRefusedByThemselves() throws IOException {
    StringBuilder content = new StringBuilder(Door.list("P0", "03/02/2026", "28", "150.000"));
    for (int i = 1; i < 30; i++) {
      content.append("E1;2026-02;P%d;X;2026-02-05;;;%d\n".formatted(i, 100_000 + i));
    }
    Door.Result result = door.text("list.csv", content.toString());

    assertThat(result.question()).isNull();
    assertThat(result.lines()).element(1).asString().endsWith(";03/02/2026;;28;150.000");
    assertThat(result.lines()).element(2).asString().endsWith(";2026-02-05;;;100001");
    assertThat(result.recognition().columns())
        .filteredOn(column -> column.field().equals("gross"))
        .extracting(RecognisedColumn::openMarks)
        .containsExactly(".");
  }

  /** Nor does one slip turn around what all the others show. */
  @Test
  void oneSlipDecidesNothing() throws IOException {
    StringBuilder content = new StringBuilder(Door.list("P0", "13/02/2026", "28", "1.250.000"));
    for (int i = 1; i < 30; i++) {
      content.append("E1;2026-02;P%d;X;%d/02/2026;;;1.%d.000\n".formatted(i, i % 14 + 13, 100 + i));
    }
    content.append("E1;2026-02;P30;X;02/17/2026;;;150.5\nE1;2026-02;P31;X;03/02/2026;;;150.000\n");
    Door.Result result = door.text("list.csv", content.toString());

    assertThat(result.lines()).element(31).asString().endsWith(";02/17/2026;;;150.5");
    assertThat(result.lines()).element(32).asString().endsWith(";2026-02-03;;;150000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.23E+11", "1,23E+11", "1E+09"})
  void anIdentifierWithAnExponentHasLostItsDigits(String written) throws IOException {
    assertThat(only(written, "", "28", "150000"))
        .isEqualTo(
            "L;E1;2026-02;;;;%1$s;KABORE;;;28;150000;DIGITS_LOST;person;%1$s;".formatted(written));
  }

  @Test
  void anAmountWithAnExponentIsRefusedToo() throws IOException {
    assertThat(only("P1", "", "28", "1,5E+05")).endsWith(";1,5E+05;DIGITS_LOST;gross;1,5E+05;");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02, 2026-02", "02/2026, 2026-02", "2/2026, 2026-02", "202602, 2026-02",
    "022026, 2026-02", "2026/02, 2026-02", "01/02/2026, 01/02/2026", "févr-26, févr-26"
  })
  void aMonthIsReadWhereItIsOne(String written, String read) throws IOException {
    Door.Result result =
        door.text("list.csv", Door.list("P1", "", "", "1").replace("2026-02", written));

    if (written.startsWith("01/02")) {
      assertThat(result.question().code()).isEqualTo(RejectCode.DATE_AMBIGUOUS);
    } else {
      assertThat(Door.line(result)).startsWith("L;E1;" + read + ";");
    }
  }

  @Test
  void anEncodingIsToldByAllBytesOfTheFile() throws IOException {
    Charset windows = TextProfile.WINDOWS_1252;
    String accents = Door.list("P1", "", "28", "1").replace("KABORE", "KABORÉ");
    String quote = accents.replace("KABORÉ", "N’GUESSAN É");

    assertThat(encoding(accents.getBytes(UTF_8))).containsExactly("UTF-8");
    assertThat(encoding(("\uFEFF" + accents).getBytes(UTF_8))).containsExactly("UTF-8");
    assertThat(encoding(accents.getBytes(windows))).containsExactly("windows-1252", "ISO-8859-1");
    assertThat(encoding(accents.getBytes(ISO_8859_1)))
        .containsExactly("windows-1252", "ISO-8859-1");
    assertThat(encoding(quote.getBytes(windows))).containsExactly("windows-1252");
    assertThat(Door.line(door.text("list.csv", quote, windows))).contains(";N’GUESSAN É;");
    assertThat(Door.line(door.text("list.csv", quote, UTF_8))).contains(";N’GUESSAN É;");
  }

  private List<String> encoding(byte[] content) throws IOException {
    Recognition recognition = door.bytes("list.csv", FileKind.DECLARATION, content).recognition();
    List<String> all = new java.util.ArrayList<>(List.of(recognition.encoding()));
    all.addAll(recognition.alsoFits());
    return all;
  }

  @Test
  void aLineThatIsNotInTheEncodingOfTheOthersIsRefusedAlone() throws IOException {
    byte[] good =
        (Door.list("P1", "", "28", "1") + "E1;2026-02;P2;KABORÉ;;;28;2\n").getBytes(UTF_8);
    byte[] bad = "E1;2026-02;P3;ZONGOÉ;;;28;4\n".getBytes(ISO_8859_1);
    byte[] both = new byte[good.length + bad.length];
    System.arraycopy(good, 0, both, 0, good.length);
    System.arraycopy(bad, 0, both, good.length, bad.length);

    Door.Result result = door.bytes("list.csv", FileKind.DECLARATION, both);

    assertThat(result.lines())
        .hasSize(4)
        .startsWith("D;E1;2026-02;original;1;3;;;;;;3")
        .endsWith("X;;;;;;;;;;;;LINE_UNREADABLE;;;");
  }

  @Test
  void whatIsNoTextIsNotRead() throws IOException {
    assertThat(door.text("f.csv", Door.TITLES, UTF_16LE).question().code())
        .isEqualTo(RejectCode.TEXT_UNREADABLE);
    assertThat(door.text("f.pdf", "%PDF-1.7\n").question())
        .extracting(Question::code, Question::value)
        .containsExactly(RejectCode.WORKBOOK_FORMAT, ".pdf");
    assertThat(door.text("f.csv", "").question().code()).isEqualTo(RejectCode.HEADER_UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void linesEndAsOnAnySystem(String end) throws IOException {
    String content = Door.list("P1", "", "28", "1") + "E1;2026-02;P2;X;;;28;2\n";

    assertThat(door.text("list.csv", content.replace("\n", end)).lines())
        .hasSize(3)
        .startsWith("D;E1;2026-02;original;1;2;;;;;;3");
  }

  @Test
  void linesAreCountedAsTheSenderSeesThem() throws IOException {
    Door.Result result =
        door.text(
            "list.csv",
            "Société X\n;;;\n"
                + Door.TITLES
                + "E1;2026-02;P1;A;;;28;1\n\n;;;;;;;\n"
                + Door.TITLES
                + "E1;2026-02;P2;\"B;;;28;2\n"
                + "E1;2026-02;P3;C;;;28\n"
                + "E1;2026-02;P4;D;;;28;4;;;\n"
                + "E1;2026-02;P5;E;;;28;5;x\n");

    assertThat(result.lines())
        .containsExactly(
            "D;E1;2026-02;original;1;5;;;;;;5",
            "L;E1;2026-02;;;;P1;A;;;28;1",
            "X;;;;;;;;;;;;LINE_UNREADABLE;;;",
            "X;;;;;;;;;;;;FIELD_COUNT;;7;8",
            "L;E1;2026-02;;;;P4;D;;;28;4",
            "X;;;;;;;;;;;;FIELD_COUNT;;9;8");
    assertThat(result.sources())
        .extracting(s -> s.substring(0, s.indexOf(':')))
        .containsExactly("4", "4", "8", "9", "10", "11");
    assertThat(result.normalised())
        .extracting(Normalised::rows, Normalised::blankRows, Normalised::otherRows)
        .containsExactly(11L, 3L, 3L);
  }

  @Test
  void linesOfOneEmployerAreOneDeclarationWhereverTheyStand() throws IOException {
    Door.Result result =
        door.text(
            "bulk.csv",
            Door.TITLES
                + "E1;2026-02;P1;;;;;1\nE2;2026-02;P2;;;;;2\nE1;2026-01;P3;;;;;4\n"
                + "E1;2026-02;P4;;;;;8\nE2;2026-02;P5;;;;;16\n");

    assertThat(result.lines())
        .containsExactly(
            "D;E1;2026-02;original;1;2;;;;;;9",
            "L;E1;2026-02;;;;P1;;;;;1",
            "L;E1;2026-02;;;;P4;;;;;8",
            "D;E2;2026-02;original;1;2;;;;;;18",
            "L;E2;2026-02;;;;P2;;;;;2",
            "L;E2;2026-02;;;;P5;;;;;16",
            "D;E1;2026-01;original;1;1;;;;;;4",
            "L;E1;2026-01;;;;P3;;;;;4");
    assertThat(result.sources()).element(2).asString().startsWith("5: E1;2026-02;P4");
  }

  @Test
  void aSecondSequenceReplacesTheFirst() throws IOException {
    assertThat(
            door.text(
                    "list.csv",
                    "employeur;période;numéro d’ordre;assuré;brut\nE1;2026-02;2;P1;100\n")
                .lines()
                .get(0))
        .isEqualTo("D;E1;2026-02;replacement;2;1;;;;;;100");
  }

  @Test
  void titlesAreFoundInOtherLanguagesAndOrders() throws IOException {
    Door.Result result =
        door.text(
            "x.csv", "GROSS PAY,Person_Number,Comment,Employer,PERIOD\n100,P1,hello,E1,2026-02\n");

    assertThat(result.lines()).endsWith("L;E1;2026-02;;;;P1;;;;;100");
    assertThat(result.remarks()).contains("received.separator[,]", "received.ignored[1, Comment]");
  }

  @Test
  void aMissingOrDoubledColumnIsNamed() throws IOException {
    assertThat(
            door.text("x.csv", "employeur;période;assuré;nom;Prime;Net\nE1;2026-02;P1;A;1;2\n")
                .question())
        .extracting(Question::code, Question::column, Question::value, Question::answer)
        .containsExactly(
            RejectCode.COLUMN_MISSING,
            "salaire brut, gross, brut, gross pay",
            "Prime, Net",
            "columns: {gross: …}");
    assertThat(door.text("x.csv", "assuré;brut;Brut\nP1;1;2\n").question())
        .extracting(Question::code, Question::value)
        .containsExactly(RejectCode.COLUMN_TWICE, "Brut");
    assertThat(door.text("x.csv", "\na;b;c\n1;2;3\n").question())
        .as("what was found, and what was expected")
        .extracting(Question::code, Question::value, Question::answer)
        .containsExactly(RejectCode.HEADER_UNKNOWN, "a;b;c", FileKind.DECLARATION.header());
    assertThat(door.text("x.csv", "x".repeat(5_000)).question().value())
        .isEqualTo("x".repeat(120) + "…");
    assertThat(door.text("x.csv", Door.TITLES).question().code()).isEqualTo(RejectCode.NO_LINES);
  }

  @Test
  void registryFilesComeThroughTheSameDoor() throws IOException {
    Door.Result result =
        door.text(
            "employeurs.csv",
            FileKind.EMPLOYERS,
            """
            N° employeur\tRaison sociale\tPopulation\tOGD\tValable du\tValable jusqu’au
            E1\tSAVANA; SARL\tsalaried_private\tCNSS\t13/01/2026\t
            E2\t"X
            """);

    assertThat(result.lines())
        .containsExactly(
            "E1;\"SAVANA; SARL\";salaried_private;CNSS;2026-01-13;", "X;;;;;;LINE_UNREADABLE;;;");
  }
}
