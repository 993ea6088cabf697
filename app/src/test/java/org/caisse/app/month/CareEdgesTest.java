package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.caisse.app.TestHome;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.invoice.InvoiceIntake;
import org.caisse.jobs.replay.Replay;
import org.caisse.jobs.run.RunKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What is asked or sent twice, or out of order, is answered with where the first one is. */
@ResourceLock(TestHome.LOCK)
class CareEdgesTest {

  private static final LocalDate RECEIVED = LocalDate.of(2026, 3, 2);
  private static final LocalDate AGAIN = LocalDate.of(2026, 3, 3);

  @Test
  void whatComesTwiceOrOutOfOrderIsToldWhereTheFirstOneIs(@TempDir Path folder) throws IOException {
    try (CareFund care = CareFund.in(folder)) {
      String line = "CMA-1;F-1;1;;2000;A;2026-02-10;C1;;;;1;2000;2000;;;";
      String other = "CMA-1;F-2;1;;2000;C;2026-02-11;C1;;;;1;2000;2000;;;";
      care.intake(FailPoint.NONE, RECEIVED, care.invoices("f1.csv", other, line));
      care.intake(
          FailPoint.NONE,
          AGAIN,
          care.invoices("same.csv", line),
          care.invoices("wrong.csv", line.replace("F-1;1;;2000", "F-9;1;;5000")),
          care.invoices("reused.csv", other.replace("2000", "3000")));

      Path outbox = care.fund().workspace().outbox().resolve(AGAIN + "/invoice-intake-1");
      String same = read(outbox.resolve("ack-0001-same.csv"));
      assertThat(same).contains("fichier f1.csv, ligne 3");
      String reused = read(outbox.resolve("ack-0003-reused.csv"));
      assertThat(reused)
          .contains(
              "La première est dans le fichier f1.csv, ligne 2.", "renvoyez-la avec une version");
      assertThat(read(outbox.resolve("rejects.csv"))).contains("f1.csv, ligne 2");
      assertThat(read(outbox.resolve("ack-0003-reused.html")))
          .contains("1 facture est refusée en entier : corrigez-la", "<td>254<td", "3 000")
          .contains("dans la liste ack-0003-reused.csv")
          .doesNotContain("rémunérations");
      assertThat(read(outbox.resolve("ack-0001-same.html")))
          .contains("1 facture était déjà reçue", "Lignes de factures déjà reçues")
          .doesNotContain("qui ne sont pas pris en entier");
      assertThat(
              Replay.run(
                      care.fund().workspace(), new RunKey(InvoiceIntake.NAME, AGAIN.toString(), 1))
                  .differences())
          .isEmpty();

      String refused = care.caisse("explain", "CMA-1/F-9/1", "--lang", "fr").out();
      assertThat(refused.replace('\u00a0', ' '))
          .contains("Toute la facture a été refusée", "motif 253", "CMA-1;F-9;1;;5000;A")
          .contains("renvoyez toute la facture");
      assertThat(care.caisse("show", "f1.csv", "--lang", "fr").out())
          .contains("de factures", "claim-adjudication")
          .doesNotContain("registre", "Rien n’a été porté");
      care.adjudicate(FailPoint.NONE, LocalDate.of(2026, 3, 10));
      refused(care, "remittance", "2026-03-09", "no care was decided on by 2026-03-09");
      care.remit(FailPoint.NONE, LocalDate.of(2026, 3, 12));
      String told =
          "care was told on 2026-03-12 already: it cannot be %s on 2026-03-11, before that; ask for"
              + " date=2026-03-12 or later";
      refused(care, "remittance", "2026-03-11", told.formatted("told"));
      refused(care, "claim-adjudication", "2026-03-11", told.formatted("decided on"));
      assertThat(care.fund().findings()).isEmpty();
    }
  }

  @Test
  void anInvoiceThatStandsTwiceInAFileIsToldWithTheLineOfTheFirst(@TempDir Path folder)
      throws IOException {
    String head =
        "record;provider;invoice;version;invoice_lines;invoice_total;person;care_on;act;quantity;unit;charged\n";
    String invoice = "I;F1;%1$s;1;1;%2$d;;;;;;\nL;;;;;;P1;2026-02-10;C01;1;%2$d;%2$d\n";
    Path file = folder.resolve("feb.csv");
    Files.writeString(
        file,
        head
            + invoice.formatted("17", 1000)
            + invoice.formatted("18", 2000)
            + invoice.formatted("17", 1000)
            + invoice.formatted("18", 3000));

    TestHome.Said said =
        new TestHome(folder.resolve("home"))
            .caisse("validate", file.toString(), "--on", "2026-03-02", "--lang", "fr");

    assertThat(said.exit()).as(said.toString()).isEqualTo(1);
    assertThat(said.out().replace('\u00a0', ' '))
        .contains(
            "Factures : 4, dont refusées 1, répétées 1. Lignes : 4, dont acceptées 2, refusées 1,"
                + " répétées 1.",
            "Ligne 6 : la facture 17 (1 ligne) dit la même chose que celle de la ligne 2 de ce"
                + " fichier ; elle ne compte qu’une fois.",
            "La première est dans le fichier feb.csv, ligne 4.");
    assertThat(read(folder.resolve("feb.csv-rejects.csv")))
        .contains("\nfeb.csv;9;254 ")
        .doesNotContain("\nfeb.csv;7;");
  }

  private static void refused(CareFund care, String job, String day, String why) {
    long runs = care.count("SELECT count(*) FROM run");
    TestHome.Said said = care.caisse("run", job, "date=" + day);
    assertThat(said.exit()).as(said.toString()).isEqualTo(2);
    assertThat(said.err()).contains(why);
    assertThat(care.count("SELECT count(*) FROM run")).isEqualTo(runs);
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file).replace('\u00a0', ' ').replace('\u202f', ' ');
  }
}
