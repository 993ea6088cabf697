package org.caisse.writers.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.caisse.config.text.Language;
import org.caisse.domain.ledger.Accounts;
import org.caisse.domain.ledger.Debtor;
import org.caisse.domain.ledger.Posting;
import org.caisse.domain.money.Currency;
import org.caisse.domain.pack.Shares;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineFilesTest {

  private static final Accounts ACCOUNTS =
      new Accounts(
          Accounts.ROLES.stream()
              .collect(Collectors.toMap(role -> role, role -> "4" + Accounts.ROLES.indexOf(role))));

  @TempDir Path directory;

  @Test
  void whatAnOgdCollectsIsListedAndAddedUp() throws IOException {
    assertThat(Samples.text(ogdFile(Samples.FR)))
        .isEqualTo(
            """
            record;ogd;period;currency;employer;name;population;state;persons;base;employer_share;insured_share;state_share;surcharge;total;months_late;count
            H;CNSS;2026-02;XOF;OGD-2026-000007;"Sécurité; sociale";;EXAMPLE;;;;;;;;;
            E;CNSS;2026-02;XOF;E000001;=SONATAM;salaried_private;declared;87;12345678;308643;308643;0;12346;629632;2;
            E;CNSS;2026-02;XOF;E000002;BOULANGERIE WEND-PANGA;salaried_private;missing;0;0;0;0;0;0;0;0;
            P;CNSS;2026-02;XOF;;;informal;;10;0;0;40000;0;0;40000;;
            T;CNSS;2026-02;XOF;;;;;97;12345678;308643;348643;0;12346;669632;;3
            """);
    assertThat(OgdFile.verify(file(ogdFile(Samples.FR)))).isEmpty();
  }

  @Test
  void theLanguageDoesNotReachMachineFiles() throws IOException {
    assertThat(ogdFile(Samples.EN)).isEqualTo(ogdFile(Samples.FR));
  }

  @Test
  void anEmployerOfAnotherOgdIsRefused() throws IOException {
    OgdFile file =
        new OgdFile(
            new ByteArrayOutputStream(),
            Samples.FR,
            Samples.OGD,
            "CAMA",
            "Armées",
            Samples.FEBRUARY);
    assertThatThrownBy(() -> file.employer(Samples.declared()))
        .hasMessageContaining("employer E000001 pays to CNSS");
  }

  @Test
  void whatTheStateOwesIsListedAndAddedUp() throws IOException {
    byte[] content = stateFile(Samples.letterhead(Language.FR, false));
    assertThat(Samples.text(content))
        .isEqualTo(
            """
            record;period;currency;ogd;ogd_name;population;employer;name;persons;contributions;surcharge;total;count
            H;2026-02;XOF;;;;ETAT-2026-000002;;;;;;
            P;2026-02;XOF;CNSS;Sécurité sociale;indigent;;;25;100000;0;100000;
            E;2026-02;XOF;CNSS;Sécurité sociale;salaried_private;E000009;ÉTAT;87;617286;12346;629632;
            T;2026-02;XOF;;;;;;112;717286;12346;729632;2
            """);
    assertThat(StateFile.verify(file(content))).isEmpty();
  }

  @Test
  void theJournalBalances() throws IOException {
    byte[] content = journal(Samples.ledger());
    assertThat(Samples.text(content))
        .startsWith(
            """
            record;currency;posting_period;value_period;document;rev;reverses;debtor;ogd;component;payer;account;debit;credit;count
            J;XOF;2026-02;2026-02;E-2026-02-E000001;1;;EMPLOYER;CNSS;CONTRIBUTION;EMPLOYER;40;308642;0;
            J;XOF;2026-02;2026-02;E-2026-02-E000001;1;;EMPLOYER;CNSS;CONTRIBUTION;EMPLOYER;43;0;308642;
            """)
        .contains(
            "J;XOF;2026-03;2026-02;E-2026-02-E000001;4;1;EMPLOYER;CNSS;CONTRIBUTION;EMPLOYER;43;308642;0;\n")
        .endsWith("T;XOF;;;;;;;;;;;1246916;1246916;10\n");
    assertThat(JournalFile.verify(file(content))).isEmpty();
  }

  @Test
  void aJournalThatWasOnlyTriedOutSaysSoBeforeItsEntries() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JournalFile journal =
        new JournalFile(out, Samples.letterhead(Language.FR, Letterhead.Mark.DRY_RUN));
    LedgerLine line = Samples.ledger().getFirst();
    journal.append(
        entry(line, List.of(new Posting("40", 308_642, 0), new Posting("43", 0, 308_642))));
    journal.finish();
    assertThat(Samples.text(out.toByteArray()).lines().skip(1).findFirst())
        .contains("H;XOF;;;DRY RUN;;;;;;;;;;");
    assertThat(JournalFile.verify(file(out.toByteArray()))).isEmpty();
  }

  @Test
  void anEntryThatDoesNotBalanceIsNotWritten() throws IOException {
    LedgerLine line = Samples.ledger().getFirst();
    JournalFile journal = new JournalFile(new ByteArrayOutputStream(), Samples.FR);
    JournalEntry lopsided =
        entry(line, List.of(new Posting("40", 308_642, 0), new Posting("43", 0, 308_641)));
    assertThatThrownBy(() -> journal.append(lopsided))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("document E-2026-02-E000001, revision 1")
        .hasMessageContaining("debits of 308642 and credits of 308641");
    JournalEntry half = entry(line, List.of(new Posting("40", 100, 0), new Posting("43", 0, 100)));
    assertThatThrownBy(() -> journal.append(half)).hasMessageContaining("an entry of 308642");
  }

  @Test
  void aChangedAmountIsFound() throws IOException {
    String content = Samples.text(ogdFile(Samples.FR));
    assertThat(OgdFile.verify(file(content.replace(";40000;0;0;40000;", ";40000;0;0;30000;"))))
        .satisfiesExactly(
            row -> assertThat(row).contains("line 5:", "give 40000, the total says 30000"),
            sum ->
                assertThat(sum)
                    .contains("the total row says total = 669632, the rows give 659632"));
  }

  @Test
  void aMovedAmountIsFoundInTheJournal() throws IOException {
    String content = Samples.text(journal(Samples.ledger()));
    assertThat(JournalFile.verify(file(content.replace(";40;12346;0", ";40;12345;0"))))
        .isNotEmpty();
    // The sums of the file still tie; those of two entries do not.
    String moved =
        content
            .replaceFirst(";40;308642;0;", ";40;308643;0;")
            .replaceFirst(";40;12346;0;", ";40;12345;0;");
    assertThat(JournalFile.verify(file(moved)))
        .satisfiesExactly(
            first -> assertThat(first).contains("revision 1: debits less credits are 1"),
            third -> assertThat(third).contains("revision 3: debits less credits are -1"));
  }

  @Test
  void aCutFileIsFound() throws IOException {
    String content = Samples.text(ogdFile(Samples.FR));
    int lastRow = content.indexOf("T;CNSS");
    assertThat(OgdFile.verify(file(content.substring(0, lastRow))))
        .singleElement()
        .asString()
        .contains("it has no total row");
    assertThat(OgdFile.verify(file(content.replaceFirst("E;CNSS.*E000002.*\n", ""))))
        .singleElement()
        .asString()
        .contains("the total row says count = 3, the rows give 2");
    assertThat(OgdFile.verify(file(content + "E;x\n"))).isNotEmpty();
    assertThat(OgdFile.verify(file(content + content.lines().toList().get(2) + "\n")))
        .singleElement()
        .asString()
        .contains("comes after the total row");
  }

  @Test
  void anythingElseIsAnsweredWithProblemsNotWithFailures() throws IOException {
    String unclosed = Samples.text(stateFile(Samples.FR)).replace(";indigent;", ";\"indigent;");
    for (String content : List.of("", "a;b\n", "record", "\"", unclosed, "\u0000;;;\n")) {
      assertThat(StateFile.verify(file(content))).as(content).isNotEmpty();
    }
    byte[] latin = "record;\u00e9t\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(StateFile.verify(file(latin)))
        .singleElement()
        .asString()
        .contains("file.csv: it cannot be read as CSV");
  }

  @Test
  void minorUnitsAreWrittenAsDecimals() throws IOException {
    Letterhead dirhams =
        new Letterhead("CNSS", Letterhead.Mark.NONE, Language.FR, new Currency("MAD", 2));
    byte[] content = stateFile(dirhams);
    assertThat(Samples.text(content)).contains(";6172.86;123.46;6296.32;").contains("7296.32;2");
    assertThat(StateFile.verify(file(content))).isEmpty();
  }

  private static byte[] ogdFile(Letterhead letterhead) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    OgdFile file =
        new OgdFile(out, letterhead, Samples.OGD, "CNSS", "Sécurité; sociale", Samples.FEBRUARY);
    file.employer(Samples.declared("E000001", "=SONATAM"));
    file.employer(Samples.missing());
    file.enrolled("informal", 10, new Shares(0, 40_000, 0));
    assertThat(file.totalMinor()).isEqualTo(669_632);
    file.finish();
    return out.toByteArray();
  }

  private static byte[] stateFile(Letterhead letterhead) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StateFile file = new StateFile(out, letterhead, Samples.STATE, Samples.FEBRUARY);
    file.funded("CNSS", "Sécurité sociale", "indigent", 25, 100_000);
    file.employer(Samples.declared("E000009", "ÉTAT"), "Sécurité sociale");
    file.finish();
    return out.toByteArray();
  }

  private static byte[] journal(List<LedgerLine> lines) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JournalFile journal = new JournalFile(out, Samples.FR);
    for (LedgerLine line : lines) {
      journal.append(entry(line, ACCOUNTS.postings(Debtor.EMPLOYER, line.entry())));
    }
    journal.finish();
    return out.toByteArray();
  }

  private static JournalEntry entry(LedgerLine line, List<Posting> postings) {
    return new JournalEntry(
        line.postingPeriod(),
        Samples.FEBRUARY,
        line.document(),
        Debtor.EMPLOYER,
        line.entry(),
        postings);
  }

  private Path file(String content) throws IOException {
    return Files.writeString(directory.resolve("file.csv"), content);
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(directory.resolve("file.csv"), content);
  }
}
