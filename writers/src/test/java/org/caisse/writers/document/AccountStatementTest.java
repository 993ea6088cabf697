package org.caisse.writers.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.caisse.config.text.Language;
import org.junit.jupiter.api.Test;

class AccountStatementTest {

  private final AccountStatement french =
      new AccountStatement(Samples.letterhead(Language.FR, false), Samples.CHAIN);

  @Test
  void entriesAreListedWithARunningBalance() {
    EmployerMonth month = Samples.declared("E000001", "SONATAM");
    assertThat(
            Samples.text(french.of(Samples.STATEMENT, month, 5_000, Samples.ledger()))
                .replace("\r\n", "\n"))
        .isEqualTo(
            """
            \uFEFFN°\u00a0employeur;Raison sociale;Période comptable;Document;Révision;Libellé;Part;Débit;Crédit;Solde
            E000001;SONATAM;;RELEVE-2026-000045;;Numéro du relevé;;;;
            E000001;SONATAM;;;;Solde d’ouverture;;;;5000
            E000001;SONATAM;2026-02;E-2026-02-E000001;1;Cotisation;Employeur;308642;;313642
            E000001;SONATAM;2026-02;E-2026-02-E000001;2;Cotisation;Assurés;308643;;622285
            E000001;SONATAM;2026-02;E-2026-02-E000001;3;Majoration pour déclaration tardive;Employeur;12346;;634631
            E000001;SONATAM;2026-03;E-2026-02-E000001;4;Annulation de la révision 1\u00a0: Cotisation;Employeur;;308642;325989
            E000001;SONATAM;2026-03;E-2026-02-E000001;5;Cotisation;Employeur;308643;;634632
            E000001;SONATAM;;;;Total des mouvements;;938274;308642;
            E000001;SONATAM;;E-2026-02-E000001;;Dont avis d’appel;;;;629632
            E000001;SONATAM;;;;Solde de clôture;;;;634632
            E000001;SONATAM;;0123456789abcdef;;Registre des traitements, état\u00a0:;;;;
            """);
  }

  @Test
  void anExampleIsMarkedOnEveryRowInItsLanguage() throws IOException {
    List<List<String>> rows =
        Samples.rows(
            new AccountStatement(Samples.EN, Samples.CHAIN)
                .of(Samples.STATEMENT, Samples.declared(), 0, Samples.ledger()));

    assertThat(rows).hasSize(12).allSatisfy(row -> assertThat(row.getLast()).isEqualTo("EXAMPLE"));
    assertThat(rows.get(6)).contains("Reversal of revision 1: Contribution");
  }

  @Test
  void aStatementThatDoesNotTieToItsNoticeIsNotMade() {
    assertThatThrownBy(
            () ->
                french.of(Samples.STATEMENT, Samples.declared(), 0, Samples.ledger().subList(0, 3)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the ledger says 629631 and the call notice 629632");
  }

  @Test
  void anEmployerThatOwesNothingHasAnEmptyStatement() throws IOException {
    List<List<String>> rows =
        Samples.rows(french.of(Samples.STATEMENT, Samples.missing(), 0, List.of()));

    assertThat(rows).hasSize(7);
    assertThat(rows.get(5).getLast()).isEqualTo("0");
  }

  @Test
  void everyRowHasAllColumnsAndTheSecondStatementKnowsNothingOfTheFirst() throws IOException {
    byte[] first = french.of(Samples.STATEMENT, Samples.declared(), 0, Samples.ledger());
    assertThat(french.of(Samples.STATEMENT, Samples.declared(), 0, Samples.ledger()))
        .isEqualTo(first);
    assertThat(Samples.rows(first)).allSatisfy(row -> assertThat(row).hasSize(10));
  }
}
