package org.caisse.config.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.caisse.domain.money.Currency;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.junit.jupiter.api.Test;

/** What senders are told. */
class RejectTextTest {

  private final RejectText french = new RejectText(Language.FR, Currency.XOF);
  private final RejectText english = new RejectText(Language.EN, Currency.XOF);

  @Test
  void theValueIsShownAsItWasSent() {
    Reject reject = new Reject(7, RejectCode.PERSON_UNKNOWN, "person", "P0000O017");

    assertThat(french.what(reject))
        .isEqualTo("Le numéro d’assuré «\u00A0P0000O017\u00A0» n’est pas au registre.");
    assertThat(english.what(reject))
        .isEqualTo("The insured person’s number “P0000O017” is not in the registry.");
    assertThat(french.todo(reject)).startsWith("Comparez-le à la carte de l’assuré");
  }

  @Test
  void sumsAreAmountsAndCountsAreNumbers() {
    Reject sum = new Reject(1, RejectCode.GROSS_MISMATCH, "gross", "450000", "1450000");
    Reject count = new Reject(1, RejectCode.COUNT_MISMATCH, "count", "1999", "2000");
    Reject nil = new Reject(1, RejectCode.NIL_WITH_LINES, "count", "2 / 450000", "0 / 0");

    assertThat(french.what(sum))
        .contains("450\u202F000\u00A0F\u00A0CFA dans la déclaration")
        .contains("1\u202F450\u202F000\u00A0F\u00A0CFA selon son en-tête");
    assertThat(english.what(count)).contains("1,999 in the declaration, 2,000 by its header");
    assertThat(english.what(nil)).contains("Found: 2 / XOF 450,000. Expected: 0 / XOF 0.");
    assertThat(new RejectText(Language.EN, new Currency("MAD", 2)).what(sum))
        .contains("MAD 4,500.00 in the declaration");
  }

  @Test
  void datesAndRangesAreWrittenForPeople() {
    Reject period =
        new Reject(1, RejectCode.PERIOD_INVALID, "period", "2023-01", "2024-04 .. 2026-03");
    Reject open =
        new Reject(1, RejectCode.EMPLOYER_INACTIVE, "employer", "E000001", "2026-03-05 .. ");

    assertThat(french.what(period)).endsWith(" Attendu\u00A0: avril 2024 – mars 2026.");
    assertThat(french.what(open)).endsWith("(affiliation\u00A0: depuis 05/03/2026).");
    assertThat(english.what(open)).endsWith("(affiliation: since 5 March 2026).");
  }

  @Test
  void whatReadersAndRulesExpectIsWrittenForPeople() {
    assertThat(french.what(new Reject(1, RejectCode.DATE_UNREADABLE, "entry", "3/2", "YYYY-MM-DD")))
        .endsWith("Attendu\u00A0: AAAA-MM-JJ.");
    assertThat(english.what(new Reject(1, RejectCode.RECORD_UNKNOWN, "record", "X", "D|L")))
        .endsWith("Expected: D, L.");
    assertThat(english.what(new Reject(1, RejectCode.SEQUENCE_INVALID, "sequence", "0", "1..9999")))
        .endsWith("Expected: 1 – 9,999.");
    assertThat(
            english.what(
                new Reject(1, RejectCode.GROSS_TOO_LARGE, "gross", "20000000", "<= 10000000")))
        .contains("gross pay XOF 20,000,000 is")
        .endsWith("Expected: ≤ XOF 10,000,000.");
    assertThat(english.what(new Reject(1, RejectCode.FIELD_INVALID, "to", "x", "> 2026-03-05")))
        .endsWith("Expected: > 5 March 2026.");
    assertThat(
            french.what(
                new Reject(1, RejectCode.SPELL_INVALID, "entry", "2026-03-01 .. ", "1 .. 28")))
        .contains("dans le mois (jours 1 – 28). Trouvé\u00A0: «\u00A02026-03-01 .. \u00A0».");
  }

  @Test
  void whatTheTextDoesNotMentionIsAddedAndWhatIsAbsentIsNot() {
    Reject bare = new Reject(3, RejectCode.LINE_UNREADABLE, "", "");
    Reject full = new Reject(3, RejectCode.LINE_UNREADABLE, "", "L;\"E1", "12");

    assertThat(english.what(bare)).isEqualTo("The line cannot be split into columns.");
    assertThat(english.what(full))
        .isEqualTo("The line cannot be split into columns. Found: “L;\"E1”. Expected: 12.");
  }

  @Test
  void anEmptyValueIsCalledEmpty() {
    assertThat(french.what(new Reject(3, RejectCode.GROSS_UNREADABLE, "gross", "")))
        .isEqualTo("Le salaire brut (vide) n’est pas un montant lisible.");
  }

  @Test
  void longValuesAndControlCharactersStayHarmless() {
    Reject reject =
        new Reject(3, RejectCode.FIELD_TOO_LONG, "name", "A\u0007{0}\n" + "é".repeat(500));

    assertThat(english.what(reject))
        .startsWith("The text of the column “name” is too long: “A�{0}�é")
        .endsWith("é…”.")
        .hasSizeLessThan(140);
  }

  @Test
  void everyCodeGivesTwoSentencesInEachLanguage() {
    for (RejectCode code : RejectCode.values()) {
      Reject reject = new Reject(1, code, "gross", "17", "18");
      for (RejectText text : new RejectText[] {french, english}) {
        assertThat(text.what(reject)).as(code.name()).endsWith(".").doesNotContainPattern("[{}]");
        assertThat(text.todo(reject)).as(code.name()).endsWith(".").doesNotContainPattern("[{}]");
      }
    }
  }
}
