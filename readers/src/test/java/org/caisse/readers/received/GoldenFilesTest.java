package org.caisse.readers.received;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.caisse.config.format.FileKind;
import org.caisse.domain.money.Currency;
import org.caisse.domain.reject.RejectCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A file of each template, made by hand from the description of the format ({@code received/…} of
 * the test resources), gives the lines that were worked out by hand, too.
 */
class GoldenFilesTest {

  private static final Currency DIRHAM = new Currency("MAD", 2);

  @TempDir private Path folder;

  @Test
  void ivoryCoastHasTenColumnsAndTheMonthInItsName() throws IOException {
    Door.Result result =
        new Door(folder)
            .with(
                "sodeci",
                """
                format: ci-cnps
                files: ["Appel_Cotisation_CNPS_{month}_{year}.*"]
                for_all_lines: {employer: E000123}
                """)
            .golden("Appel_Cotisation_CNPS_02_2026.csv");

    assertThat(result.lines())
        .containsExactly(
            "D;E000123;2026-02;original;1;5;;;;;;1028500",
            "L;E000123;2026-02;;;;184072631045;KOUASSI Aya Désirée;2014-03-01;;;285000",
            "L;E000123;2026-02;;;;290115478210;TRAORÉ Ibrahim;2026-02-16;;13;97500",
            "L;E000123;2026-02;;;;175063320187;YAO N'Guessan;2005-09-12;2026-02-20;;412000",
            "L;E000123;2026-02;;;;192088841003;KONÉ Fatou;2020-01-05;;;84000"
                + ";NOT_CONCERNED;BRANCHE COTISEE;123;",
            "L;E000123;2026-02;;;;281119045532;BAMBA Salimata;2011-05-02;;;150000"
                + ";VALUE_UNKNOWN;TYPE SALARIE;X;H|J|M");
    assertThat(result.sources())
        .startsWith("2: 184072631045;KOUASSI;Aya Désirée;1988;01/03/2014;;M;1;285 000;1234")
        .endsWith("7: 281119045532;BAMBA;Salimata;1981;02/05/2011;;X;1;150000;1234");
    assertThat(result.recognition().mapping()).isEqualTo("sodeci");
    assertThat(result.remarks())
        .contains(
            "received.encoding.several[windows-1252, ISO-8859-1]",
            "received.dates.DMY[]",
            "received.totals.none[]");
  }

  @Test
  void ivoryCoastWithoutMappingAsksForTheEmployer() throws IOException {
    Door.Result result = new Door(folder).golden("Appel_Cotisation_CNPS_02_2026.csv");

    assertThat(result.question())
        .isEqualTo(
            new Question(
                RejectCode.FACT_MISSING,
                1,
                "employer",
                "Appel_Cotisation_CNPS_02_2026.csv",
                "for_all_lines: {employer: …}"));
  }

  @Test
  void beninHasItsTotalsInTheFirstRow() throws IOException {
    Door.Result result = new Door(folder).golden("bj-liste-nominative.csv");

    assertThat(result.lines())
        .containsExactly(
            "D;82315204;2026-02;original;1;3;;;;;;780000",
            "L;82315204;2026-02;;;;10203040506;ADJOVI Codjo;2015-06-01;;;250000",
            "L;82315204;2026-02;;;;10203040507;HOUNSOU Afi;2026-02-10;;19;200000",
            "L;82315204;2026-02;;;;10203040508;DOSSOU Yao;2009-01-15;2026-02-18;18;330000");
    assertThat(result.recognition().format()).isEqualTo("bj-cnss");
    assertThat(result.normalised().records()).isEqualTo(3);
  }

  @Test
  void burkinaSaysTheMonthByThePeriodOfEachWorker() throws IOException {
    Door.Result result =
        new Door(folder)
            .with(
                "brakina",
                """
                format: bf-cnss-bnts
                files: ["bnts-*"]
                for_all_lines: {employer: {cell: B2}}
                """)
            .golden("bnts-fevrier.csv");

    assertThat(result.lines())
        .containsExactly(
            "D;1204567 A;2026-02;original;1;4;;;;;;1525000",
            "L;1204567 A;2026-02;;;;0104557;OUÉDRAOGO Awa;2026-02-01;2026-02-28;;150000",
            "L;1204567 A;2026-02;;;;0208871;SAWADOGO Ali;2026-02-10;2026-02-28;;1300000",
            "X;;;;;;;;;;;;PERIOD_TOO_LONG;exit;2026-01-01 .. 2026-02-28;",
            "L;1204567 A;2026-02;;;;0311955;KABORÉ Issa;2026-02-01;2026-02-28;;75000"
                + ";VALUE_UNKNOWN;Catégorie;Q;E|F|J|N|P|S|T");
    assertThat(result.recognition().titleRow()).isEqualTo(4);
    assertThat(result.remarks()).contains("received.decimal[Salaire brut, ,]");
  }

  @Test
  void moroccoHasFixedPlacesAndControlSums() throws IOException {
    Door.Result result = new Door(folder).in(DIRHAM).golden("DS_1234567_202602.txt");

    assertThat(result.lines())
        .containsExactly(
            "D;1234567;2026-02;original;1;3;;;;;;13200",
            "L;1234567;2026-02;;;;112345676;BENALI FATIMA ZAHRA;;;26;8500",
            "L;1234567;2026-02;;;;100455700;EL IDRISSI MOHAMED;;;12;3200",
            "L;1234567;2026-02;;;;133333337;CHRAIBI SALMA;;;10;1500");
    assertThat(result.sources())
        .extracting(s -> s.substring(0, 6))
        .containsExactly("2: B01", "3: B02", "4: B02", "7: B04");
    assertThat(result.remarks()).contains("received.absent[1]");
    assertThat(result.normalised().otherRows()).isEqualTo(6);
  }

  @Test
  void aMoroccanComplementIsNumberedByItsName() throws IOException {
    Door.Result result = new Door(folder).in(DIRHAM).golden("DSC1_1234567_202602.txt");

    assertThat(result.lines())
        .containsExactly(
            "D;1234567;2026-02;complement;2;1;;;;;;4100.5",
            "L;1234567;2026-02;;;;199999991;NACIRI YOUSSEF;;;20;4100.5");

    byte[] content = resource("DSC1_1234567_202602.txt");
    assertThat(new Door(folder).bytes("renamed.txt", FileKind.DECLARATION, content).question())
        .extracting(Question::code, Question::column, Question::answer)
        .containsExactly(RejectCode.FACT_MISSING, "sequence", "DSC{complement}_*");
  }

  /** What happens to the Moroccan file when one thing in it is changed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // a pay on a line: the line no longer proves itself, the totals no longer agree
        "0000000850000000600000|0000000850001000600000"
            + "|D;1234567;2026-02;original;1;3;;;;;;13200.01;TOTAL_MISMATCH;N_T_Salaire_Reel;1170001;1170000|L;1234567;2026-02;;;;112345676;BENALI"
            + " FATIMA ZAHRA;;;26;8500.01;CONTROL_SUM_MISMATCH;S_Ctr;113795703;113795702",
        // an insured number, with its control sum: only the sum of all numbers shows it
        "100455700EL IDRISSI|100455717EL IDRISSI"
            + "|D;1234567;2026-02;original;1;3;;;;;;13200"
            + ";HASH_TOTAL_MISMATCH;N_T_Num_Imma;400813733;400813716"
            + "|L;1234567;2026-02;;;;100455717;EL IDRISSI MOHAMED;;;12;3200"
            + ";CONTROL_SUM_MISMATCH;S_Ctr;101095733;101095716",
        // the control sum alone
        "0000000000101095716|0000000000101095717"
            + "|D;1234567;2026-02;original;1;3;;;;;;13200"
            + ";HASH_TOTAL_MISMATCH;N_T_Ctr;402923760;402923759"
            + "|L;1234567;2026-02;;;;100455700;EL IDRISSI MOHAMED;;;12;3200"
            + ";CONTROL_SUM_MISMATCH;S_Ctr;101095716;101095717",
        // the number of lines
        "B031234567202602000003|B031234567202602000004"
            + "|D;1234567;2026-02;original;1;3;;;;;;13200;COUNT_MISMATCH;N_Nbr_Salaries;3;4"
            + "|L;1234567;2026-02;;;;100455700;EL IDRISSI MOHAMED;;;12;3200",
        // a situation that there is not
        "IL0000|ZZ0000"
            + "|D;1234567;2026-02;original;1;3;;;;;;13200"
            + "|L;1234567;2026-02;;;;100455700;EL IDRISSI MOHAMED;;;12;3200"
            + ";VALUE_UNKNOWN;L_Situation;ZZ;SO, DE",
        // a line of another employer
        "B021234567202602100455700|B021234568202602100455700"
            + "|D;1234567;2026-02;original;1;3;;;;;;10000"
            + "|X;;;;;;;;;;;;LINE_ORPHAN;;;"
      })
  void aChangeInTheMoroccanFileIsFound(String from, String to, String header, String line)
      throws IOException {
    String content = new String(resource("DS_1234567_202602.txt"), UTF_8);
    assertThat(content).contains(from);

    Door.Result result =
        new Door(folder).in(DIRHAM).text("DS_1234567_202602.txt", content.replace(from, to));

    assertThat(result.lines().get(0)).isEqualTo(header);
    assertThat(result.lines()).anyMatch(l -> l.startsWith(line.replace("SO, DE", "SO|DE")));
  }

  @Test
  void aMoroccanFileThatWasCutIsRefused() throws IOException {
    String content = new String(resource("DS_1234567_202602.txt"), UTF_8);
    String cut = content.substring(0, content.indexOf("B04"));

    Door.Result result = new Door(folder).in(DIRHAM).text("DS_1234567_202602.txt", cut);

    assertThat(result.lines())
        .first()
        .isEqualTo("D;1234567;2026-02;original;1;2;;;;;;11700;TOTALS_UNREADABLE;B06;;");
  }

  @Test
  void spacesThatAnEditorTookAwayAreNoError() throws IOException {
    String content = new String(resource("DS_1234567_202602.txt"), UTF_8);

    Door.Result result =
        new Door(folder)
            .in(DIRHAM)
            .text("DS_1234567_202602.txt", content.replaceAll(" +\n", "\r\n") + "\u001A");

    assertThat(result.lines())
        .hasSize(4)
        .first()
        .isEqualTo("D;1234567;2026-02;original;1;3;;;;;;13200");

    Door.Result cut =
        new Door(folder).in(DIRHAM).text("x", content.replace("0000000000101095716", ""));
    assertThat(cut.lines()).contains("X;;;;;;;;;;;;LINE_LENGTH;;241;260");
  }

  @Test
  void aCorrectedRejectFileIsARowForEachLineThatComesBack() throws IOException {
    Door.Result result = new Door(folder).golden("rejets.csv");

    assertThat(result.lines())
        .containsExactly(
            "D;E000001;2026-02;correction;1;2;;;;;;450000",
            "L;E000001;2026-02;;;;P00000017;OUEDRAOGO Awa;;;28;150000",
            "L;E000001;2026-02;;;;P00000018;SAWADOGO Ali;2026-02-10;;19;300000",
            "D;E000002;2026-02;correction;3;1;;;;;;150000",
            "L;E000002;2026-02;;;;P00000021;BARRY Ami;;;;150000");
    assertThat(result.remarks()).contains("received.passed[1]");
    assertThat(result.recognition().format()).isEqualTo("caisse-rejects");
  }

  @Test
  void anEnglishRejectFileWithoutItsMarksIsOneToo() throws IOException {
    String content = new String(resource("rejets.csv"), UTF_8);
    String english =
        """
        Code;What to do;Employer;Period;Sequence;Person;Name;Entry;Exit;Days;Gross pay
        302;Compare;E1;2026-02;1;P1;A;;;28;100
        208;Send;E1;2026-02;1;;;;;;
        304;Compare;E1;2026-02;1;P2;B;;;28;O
        """;

    assertThat(new Door(folder).text("rejects.csv", english).lines())
        .containsExactly(
            "D;E1;2026-02;correction;1;2;;;;;;100",
            "L;E1;2026-02;;;;P1;A;;;28;100",
            "L;E1;2026-02;;;;P2;B;;;28;O");
    assertThat(new Door(folder).text("r.csv", content, Charset.forName("windows-1252")).lines())
        .hasSize(5);
  }

  private static byte[] resource(String name) throws IOException {
    try (var in = GoldenFilesTest.class.getResourceAsStream("/received/" + name)) {
      return in.readAllBytes();
    }
  }
}
