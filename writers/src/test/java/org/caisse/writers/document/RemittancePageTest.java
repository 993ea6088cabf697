package org.caisse.writers.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.caisse.domain.document.DocumentNumber;
import org.caisse.domain.document.DocumentSeries;
import org.junit.jupiter.api.Test;

/** What a provider's accountant reads: what is paid, of which invoice, and why not more. */
class RemittancePageTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

  private static final Remittance.Line PAID =
      line(1, "C01", 10_000, Remittance.Status.PAID, 7_000, 3_000, List.of());

  private static final Remittance.Line CUT =
      line(
          2,
          "DR01",
          2_000,
          Remittance.Status.PAID,
          700,
          300,
          List.of(
              new Remittance.Reduction(
                  "531", 1_000, false, "Au-delà du prix de référence.", "Proposez le générique.")));

  private static final Remittance.Line REFUSED =
      line(
          3,
          "Z03",
          28_800,
          Remittance.Status.REFUSED,
          0,
          0,
          List.of(
              new Remittance.Reduction(
                  "541", 28_800, true, "L’entente <préalable> manque.", "Demandez-la.")));

  private static Remittance.Line line(
      int no,
      String act,
      long charged,
      Remittance.Status status,
      long paid,
      long copay,
      List<Remittance.Reduction> reductions) {
    List<Remittance.Share> shares =
        paid == 0 ? List.of() : List.of(new Remittance.Share("amu", "AMU", paid));
    return new Remittance.Line(
        no, "P00000017", DAY, act, "", "1", charged, status, shares, copay, reductions);
  }

  private static Remittance of(Remittance.Invoice... invoices) {
    return new Remittance(
        new DocumentNumber(DocumentSeries.BORD, 2026, 7),
        "PH-07",
        "Pharmacie du marché",
        DAY,
        List.of(invoices));
  }

  private static String french(Remittance remittance) {
    return Samples.seen(new RemittancePage(Samples.FR, DAY, "0123456789abcdef").of(remittance));
  }

  @Test
  void saysWhatIsPaidAndTiesItToEachInvoice() {
    Remittance.Invoice whole =
        new Remittance.Invoice(
            "2026-88", 1, false, 45_800, 5_000, 0, 0, List.of(PAID, CUT, REFUSED));
    assertThat(french(of(whole)))
        .contains("N° BORD-2026-000007 31/03/2026")
        .contains("Pharmacie du marché · Prestataire PH-07")
        .contains("Il vous est dû 7 700 F CFA.")
        .contains("2026-88 45 800 5 000 0 0 0 40 800 3 300 1 000 28 800 7 700")
        .contains("Total 45 800 5 000 0 0 0 40 800 3 300 1 000 28 800 7 700");
  }

  @Test
  void namesEveryLineOfWhichSomethingIsNotPaidWithWhyAndWhatToDo() {
    Remittance.Invoice whole =
        new Remittance.Invoice("2026-88", 1, false, 40_800, 0, 0, 0, List.of(PAID, CUT, REFUSED));
    assertThat(french(of(whole)))
        .contains("2026-88 2 P00000017 31/03/2026 DR01 2 000 700 1 000 0 [531] Au-delà du prix")
        .contains(
            "2026-88 3 P00000017 31/03/2026 Z03 28 800 0 0 28 800 [541] L’entente"
                + " &lt;préalable&gt;")
        .contains("Demandez-la.")
        .doesNotContain("2026-88 1 P00000017");
    Remittance.Invoice paid =
        new Remittance.Invoice("2026-89", 1, false, 10_000, 0, 0, 0, List.of(PAID));
    assertThat(french(of(paid))).contains("Aucune ligne n’est réduite.");
  }

  @Test
  void whatIsTakenBackCountsAgainstTheProvider() {
    Remittance.Invoice old =
        new Remittance.Invoice("2026-88", 1, true, 10_000, 0, 0, 0, List.of(PAID));
    assertThat(french(of(old)))
        .contains("2026-88, reprise 0 0 0 10 000 0 -10 000 -3 000 0 0 -7 000")
        .contains("Il est repris 7 000 F CFA.");
    assertThat(Samples.seen(new RemittancePage(Samples.EN, DAY, "0123456789abcdef").of(of(old))))
        .contains("XOF 7,000 are taken back.");
  }
}
