package org.caisse.writers.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.caisse.domain.contribution.DeclarationKind;
import org.caisse.domain.pack.Shares;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.junit.jupiter.api.Test;

class AcknowledgementTest {

  private static final String SHA256 =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  private final Acknowledgement french = new Acknowledgement(Samples.FR);
  private final Acknowledgement english = new Acknowledgement(Samples.EN);

  @Test
  void itSaysWhatCameAndWhatBecameOfIt() {
    assertThat(Samples.seen(french.of(Samples.RECEIPT, withRejects(2))))
        .contains("N° AR-2026-000009 Référence F-000017 Reçu le 09/03/2026")
        .contains("EXEMPLE – document de démonstration")
        .contains("Fichier reçu declarations_2026-02.csv Taille 4 812 345 octets SHA-256 " + SHA256)
        .contains("Déclarations Retenues 118 Refusées 2 Déjà reçues à l’identique 3 Total 123")
        .contains(
            "Lignes acceptées 61 204 Lignes rejetées 37 En-têtes et lignes blanches 124 Total 61"
                + " 365")
        .contains("Rémunérations déclarées 9 431 250 000 F CFA")
        .contains("Rémunérations acceptées 9 425 750 000 F CFA")
        .contains("Cotisations correspondantes 471 287 500 F CFA")
        .contains("montant est illisible ou négatif (hors des sommes ci-dessus) 4")
        .contains("Ouvrez le fichier des rejets rejets_F-000017.csv");
  }

  @Test
  void rejectsAreListedMostFrequentFirst() {
    String seen = Samples.seen(english.of(Samples.RECEIPT, withRejects(0)));
    assertThat(seen)
        .containsSubsequence("Reasons of rejection", "302 21 17", "304 4 230")
        .doesNotContain("Declarations refused Line");
  }

  @Test
  void theFirstFiftyRefusedDeclarationsAreListedAndTheRestIsCounted() {
    String seen = Samples.seen(english.of(Samples.RECEIPT, withRejects(73)));
    assertThat(seen)
        .contains("E000050 2026-02 original 1 208")
        .doesNotContain("E000051")
        .contains("23 more refused declarations are in the reject file rejets_F-000017.csv");
  }

  @Test
  void aFileWithoutFaultAsksNothingOfItsSender() {
    String seen = Samples.seen(english.of(Samples.RECEIPT, clean(true, 1)));
    assertThat(seen)
        .contains("Nothing: all that this file contains is taken into account")
        .doesNotContain("Reasons of rejection", "cannot be read");
  }

  @Test
  void aFileWithoutDeclarationSaysSo() {
    assertThat(Samples.seen(french.of(Samples.RECEIPT, clean(false, 0))))
        .contains("Format non reconnu")
        .contains("Ce fichier ne contient aucune déclaration");
  }

  @Test
  void itSaysHowAFileInAnotherFormatWasReadOrWhatIsAsked() {
    ReceivedFile file = clean(true, 1);
    assertThat(Samples.seen(english.of(Samples.RECEIPT, in(file, null))))
        .contains("Recognised as list of pays")
        .containsSubsequence("How this file was read", "Separator: tab", "12 zeros");
    Reject question =
        new Reject(2, RejectCode.AMOUNT_AMBIGUOUS, "salaire brut", "150.000", "thousands: …");
    assertThat(Samples.seen(english.of(Samples.RECEIPT, in(file, question))))
        .contains("150.000", "can be read in two ways", "thousands: …")
        .contains("What was recognised", "This file was not read: nothing of it counts")
        .doesNotContain("How this file was read", "contains no declaration");
  }

  private static ReceivedFile in(ReceivedFile file, Reject question) {
    return new ReceivedFile(
        file.reference(),
        file.name(),
        file.bytes(),
        file.sha256(),
        file.receivedOn(),
        new ReceivedFile.Form(
            question == null, "list of pays", List.of("Separator: tab", "12 zeros"), question),
        file.lines(),
        file.declarations(),
        file.money(),
        file.rejects(),
        file.refused(),
        file.rejectFile());
  }

  @Test
  void linesThatCountAlreadyAreNotAskedForAgain() {
    ReceivedFile.Rejects before =
        new ReceivedFile.Rejects(
            37, new Reject(5, RejectCode.LINE_TAKEN_BEFORE, "person", "P00000018"));
    String asked = "correct them in the reject file";
    String known = "Lines that were accepted before (37): they are not counted twice";
    assertThat(Samples.seen(english.of(Samples.RECEIPT, rejecting(List.of(before)))))
        .contains(known)
        .doesNotContain(asked);
    ReceivedFile.Rejects some = new ReceivedFile.Rejects(36, before.first());
    ReceivedFile.Rejects wrong =
        new ReceivedFile.Rejects(
            1, new Reject(17, RejectCode.PERSON_UNKNOWN, "person", "P99999999"));
    assertThat(Samples.seen(english.of(Samples.RECEIPT, rejecting(List.of(some, wrong)))))
        .contains(asked, "accepted before (36)");
  }

  @Test
  void theSameFileGivesTheSameBytes() {
    assertThat(french.of(Samples.RECEIPT, withRejects(60)))
        .isEqualTo(new Acknowledgement(Samples.FR).of(Samples.RECEIPT, withRejects(60)));
  }

  @Test
  void aLostLineIsNoticed() {
    assertThatThrownBy(() -> new ReceivedFile.Lines(10, 5, 2, 2))
        .hasMessageContaining("10 lines are not 5 accepted + 2 rejected + 2 others");
  }

  @Test
  void aFileNameIsNeverMarkup() {
    ReceivedFile file = withRejects(1);
    ReceivedFile hostile =
        new ReceivedFile(
            file.reference(),
            "<img src=x onerror=alert(1)>.csv",
            file.bytes(),
            file.sha256(),
            file.receivedOn(),
            file.form(),
            file.lines(),
            file.declarations(),
            file.money(),
            file.rejects(),
            file.refused(),
            file.rejectFile());
    assertThat(Samples.text(french.of(Samples.RECEIPT, hostile)))
        .doesNotContain("<img")
        .contains("&lt;img src=x onerror=alert(1)&gt;.csv");
  }

  private static ReceivedFile rejecting(List<ReceivedFile.Rejects> rejects) {
    ReceivedFile file = withRejects(0);
    return new ReceivedFile(
        file.reference(),
        file.name(),
        file.bytes(),
        file.sha256(),
        file.receivedOn(),
        file.form(),
        file.lines(),
        file.declarations(),
        file.money(),
        rejects,
        file.refused(),
        file.rejectFile());
  }

  static ReceivedFile withRejects(int refused) {
    return new ReceivedFile(
        "F-000017",
        "declarations_2026-02.csv",
        4_812_345,
        SHA256,
        LocalDate.of(2026, 3, 9),
        ReceivedFile.Form.OWN,
        new ReceivedFile.Lines(61_365, 61_204, 37, 124),
        new ReceivedFile.Declarations(118, refused, 3),
        new ReceivedFile.Money(
            9_431_250_000L, 9_425_750_000L, 4, new Shares(235_643_750, 235_643_750, 0)),
        List.of(
            new ReceivedFile.Rejects(
                4, new Reject(230, RejectCode.GROSS_UNREADABLE, "gross", "12O000")),
            new ReceivedFile.Rejects(
                21, new Reject(17, RejectCode.PERSON_UNKNOWN, "person", "P99999999")),
            new ReceivedFile.Rejects(
                12, new Reject(801, RejectCode.SPELL_OVERLAP, "person", "P00000018"))),
        IntStream.rangeClosed(1, Math.min(refused, 60))
            .mapToObj(AcknowledgementTest::refused)
            .toList(),
        "rejets_F-000017.csv");
  }

  private static ReceivedFile.Refused refused(int i) {
    Reject reject = new Reject(1000 * i, RejectCode.GROSS_MISMATCH, "gross", "450000", "455000");
    return new ReceivedFile.Refused(
        1000 * i, "E%06d".formatted(i), Samples.FEBRUARY, DeclarationKind.ORIGINAL, 1, reject);
  }

  private static ReceivedFile clean(boolean recognised, int declarations) {
    return new ReceivedFile(
        "F-000018",
        "a.csv",
        120,
        SHA256,
        LocalDate.of(2026, 3, 9),
        recognised ? ReceivedFile.Form.OWN : ReceivedFile.Form.UNKNOWN,
        new ReceivedFile.Lines(2, declarations, 0, 2 - declarations),
        new ReceivedFile.Declarations(declarations, 0, 0),
        new ReceivedFile.Money(150_000, 150_000, 0, new Shares(3_750, 3_750, 0)),
        List.of(),
        List.of(),
        "");
  }
}
