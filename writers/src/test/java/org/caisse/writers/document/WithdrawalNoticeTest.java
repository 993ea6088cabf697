package org.caisse.writers.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.caisse.domain.contribution.DeclarationKind;
import org.caisse.domain.contribution.DeclarationStatus;
import org.caisse.domain.contribution.WithdrawalEffect;
import org.caisse.domain.contribution.WithdrawnRow;
import org.caisse.domain.document.DocumentNumber;
import org.caisse.domain.document.DocumentSeries;
import org.junit.jupiter.api.Test;

class WithdrawalNoticeTest {

  private static final DocumentNumber NUMBER = new DocumentNumber(DocumentSeries.RETRAIT, 2026, 3);

  private static WithdrawnFile file(
      WithdrawnFile.Declarations declarations, WithdrawnFile.Registry registry) {
    return new WithdrawnFile(
        "2026-03-09/declaration-intake-1/7",
        "cnss-2026-02.csv",
        48_123,
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        LocalDate.of(2026, 3, 9),
        LocalDate.of(2026, 4, 20),
        "<envoyé> par erreur",
        declarations,
        registry,
        null);
  }

  private static WithdrawnFile.Declarations declarations(int refusedForThem) {
    return new WithdrawnFile.Declarations(
        46,
        9_000_000,
        450_000,
        Map.of(
            WithdrawalEffect.MISSING, 43,
            WithdrawalEffect.EARLIER_COUNTS, 2,
            WithdrawalEffect.REPLACED, 1,
            WithdrawalEffect.NOTHING, 5),
        refusedForThem,
        List.of(Samples.FEBRUARY),
        "withdrawn-declarations.csv");
  }

  @Test
  void itSaysWhatCountsNoMoreAndWhatTheSenderDoesNext() {
    assertThat(
            Samples.seen(new WithdrawalNotice(Samples.FR).of(NUMBER, file(declarations(3), null))))
        .contains(
            "N° RETRAIT-2026-000003",
            "Retiré le 20/04/2026",
            "Motif &lt;envoyé&gt; par erreur",
            "Reçu le 09/03/2026")
        .contains("EXEMPLE – document de démonstration")
        .contains("Déclarations 46 Rémunérations acceptées 9 000 000 F CFA")
        .containsSubsequence(
            "compte comme avant 1", "compte de nouveau 2", "comme n’ayant pas déclaré 43")
        .contains("contre-passation, ce qui venait de ce fichier : février 2026")
        .contains("3 déclarations d’autres fichiers avaient été refusées")
        .contains("Le fichier peut être renvoyé");
  }

  @Test
  void aFileOfTheRegistryHasRowsInsteadOfDeclarations() {
    assertThat(
            Samples.seen(
                new WithdrawalNotice(Samples.EN)
                    .of(
                        NUMBER,
                        file(
                            null,
                            new WithdrawnFile.Registry(
                                1_193, List.of("persons.csv (2026-03-01/registry-load-1/1)"))))))
        .contains("Rows of the registry 1,193", "remain accepted", "can be sent again")
        .contains("add nothing without it: persons.csv (2026-03-01/registry-load-1/1)")
        .doesNotContain("Declarations 0", "What becomes of the employers");
  }

  @Test
  void aFileOfWhichNothingCountedAsksNothing() {
    WithdrawnFile.Declarations none =
        new WithdrawnFile.Declarations(0, 0, 0, Map.of(), 0, List.of(), "");
    assertThat(Samples.seen(new WithdrawalNotice(Samples.EN).of(NUMBER, file(none, null))))
        .contains("Nothing: no declaration of this file counted");
  }

  @Test
  void theListNamesEachDeclarationWithWhatBecomesOfTheMonth() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WithdrawalList list = new WithdrawalList(out, Samples.FR);
    list.append(
        new WithdrawnRow(
            2,
            "=E1",
            Samples.FEBRUARY,
            DeclarationKind.ORIGINAL,
            1,
            DeclarationStatus.FILED,
            true,
            3,
            378_000,
            9_450,
            9_450,
            0,
            0,
            0,
            WithdrawalEffect.MISSING));
    list.finish();
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .element(1)
        .isEqualTo(
            "'=E1;2026-02;initiale;1;3;378000;18900;Il ne reste aucune déclaration\u00a0:"
                + " l’employeur compte comme n’ayant pas déclaré;EXEMPLE");
  }
}
