package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipFile;
import org.caisse.jobs.control.Control;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Payments in part, too early, too late, too much, and what a debtor's statement says of them. */
class PaymentsTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 3, 10);
  private static final LocalDate SECOND = LocalDate.of(2026, 3, 20);
  private static final LocalDate LATER = LocalDate.of(2026, 3, 21);

  @Test
  void anAmountAloneDecidesWithinTheDaysOfTheLawAndOnlyForOneEmployer(@TempDir Path folder) {
    try (LoadedFund fund = assessed(folder)) {
      Money money = new Money(fund, folder);
      List<Money.Owing> owing = money.owing(3);
      LocalDate due = LocalDate.of(2026, 3, 10);
      money.take(
          SECOND,
          Money.line("IN", due.minusDays(5), owing.get(0).minor(), "", "virement"),
          Money.line("OUT", due.plusDays(6), owing.get(1).minor(), "", "virement"),
          Money.line("BOTH", due, 6_000, "", owing.get(1).no() + " et " + owing.get(2).no()));
      money.settle(SECOND);

      assertThat(money.matches()).containsExactly("IN AMOUNT");
      assertThat(money.sent(SECOND, "unmatched-2026-03-20.csv"))
          .contains(
              "%s (%s), %s (%s)"
                  .formatted(
                      owing.get(1).no(), owing.get(1).no(), owing.get(2).no(), owing.get(2).no()))
          .contains(";OUT;");
    }
  }

  @Test
  void paymentsInPartAndTooMuchAreToldOnStatementsThatTie(@TempDir Path folder) throws IOException {
    try (LoadedFund fund = assessed(folder)) {
      Money money = new Money(fund, folder);
      List<Money.Owing> owing = money.owing(2);
      Money.Owing part = owing.get(0);
      Money.Owing much = owing.get(1);
      money.take(
          FIRST,
          Money.line("P1", FIRST.minusDays(9), 4_000, "", part.no()),
          Money.line("P2", FIRST, 3_000, "", part.no()),
          Money.line("M1", FIRST, much.minor() + 2_000, "", much.no()));
      money.settle(FIRST);

      assertThat(money.sum(part.no(), "PAID_CONTRIBUTION")).isEqualTo(7_000);
      assertThat(money.sum(part.no(), "LATE%")).as("in time so far").isZero();
      assertThat(money.sum(much.no(), "ADVANCE")).isEqualTo(2_000);
      String first = page(fund, FIRST, part.no());
      assertThat(first)
          .contains("premier relevé", "Votre paiement, réf. P1, reçu sur le compte BK1")
          .contains("À payer au plus tard le 10/03/2026")
          .contains("Dans le libellé de votre virement, indiquez seulement");

      money.take(LATER, Money.back("R1", LATER, 3_000, "P2"));
      money.settle(LATER);

      long late = (part.minor() - 4_000 + 50) / 100;
      assertThat(money.sum(part.no(), "LATE_PAYMENT"))
          .as("what came back is late from the due day on")
          .isEqualTo(late);
      assertThat(page(fund, LATER, part.no()))
          .contains("depuis le relevé RELEVE-2026-", "réf. P2", "repris par la banque")
          .contains("À payer tout de suite")
          .doesNotContain("réf. P1");
      assertThat(money.sent(LATER, "account-statements-2026-03-21.csv"))
          .as("a row per movement, with the balance")
          .contains(";%s;".formatted(part.minor() - 4_000 + late));
      assertThat(Control.ofEverything(fund.sql())).isEmpty();
    }
  }

  private static String page(LoadedFund fund, LocalDate day, String employer) throws IOException {
    Path zip =
        fund.workspace()
            .outbox()
            .resolve("%s/account-settlement-1/account-statements-%s.zip".formatted(day, day));
    try (ZipFile file = new ZipFile(zip.toFile())) {
      return new String(
          file.getInputStream(file.getEntry(employer + "/releve-de-compte.html")).readAllBytes(),
          StandardCharsets.UTF_8);
    }
  }

  private static LoadedFund assessed(Path folder) {
    LoadedFund fund = LoadedFund.in(folder);
    fund.intake(LoadedFund.FIRST_RECEIPT);
    assertThat(fund.assess(LoadedFund.FIRST_RECEIPT).exitCode()).isZero();
    return fund;
  }
}
