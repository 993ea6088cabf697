package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.balance.TrialBalance;
import org.caisse.jobs.control.Control;
import org.caisse.jobs.decision.DecisionRun;
import org.caisse.jobs.run.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people decide about money: receipts settled by hand, waivers, refunds, closing. */
class MoneyDecisionsTest {

  private static final LocalDate MARCH = LocalDate.of(2026, 3, 12);
  private static final LocalDate APRIL = LocalDate.of(2026, 4, 12);
  private static final LocalDate NEXT = LocalDate.of(2026, 4, 13);

  @Test
  void oneSettlesTwoWaiveRefundAndClose(@TempDir Path folder) throws IOException {
    try (LoadedFund fund = LoadedFund.in(folder)) {
      fund.intake(LoadedFund.FIRST_RECEIPT);
      fund.assess(LoadedFund.FIRST_RECEIPT);
      Money money = new Money(fund, folder);
      List<Money.Owing> owing = money.owing(2);
      String poor = owing.get(0).no();
      String rich = owing.get(1).no();
      money.take(
          MARCH,
          Money.line("B1", MARCH, 777, "", "virement"),
          Money.line("B2", MARCH, owing.get(1).minor() + 500_000, "", rich));
      money.settle(MARCH);

      money.decide(APRIL, "settle", "Awa", "receipt", money.receiptNo("B1"), "employer", poor);
      waive(money, poor, "100");
      money.decide(APRIL, "refund", "Awa", "employer", rich, "amount", "1000");
      assertThatThrownBy(() -> money.decide(APRIL, "approve", "awa", "decision", "2"))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("another person");
      assertThatThrownBy(
              () -> money.decide(APRIL, "refund", "Awa", "employer", rich, "amount", "999999"))
          .hasMessageContaining("not so much");
      money.settle(APRIL);
      assertThat(money.sum(poor, "WAIVED%")).as("nobody approved it yet").isZero();
      assertThat(money.sum(poor, "PAID%")).isEqualTo(777);

      money.decide(APRIL, "approve", "Ali", "decision", "2");
      money.decide(APRIL, "approve", "Ali", "decision", "3");
      money.decide(APRIL, "unsettle", "Awa", "receipt", money.receiptNo("B1"));
      money.settle(NEXT);
      assertThat(money.sum(poor, "WAIVED%")).isEqualTo(100);
      assertThat(money.sum(rich, "REFUND")).isEqualTo(1000);
      assertThat(money.sum(poor, "PAID%")).isZero();
      assertThat(money.matches()).contains("B1 TAKEN_BACK");
      assertThat(money.sent(NEXT, "unmatched-2026-04-13.csv")).contains(";B1;");
      assertThat(Control.ofEverything(fund.sql())).isEmpty();

      closes(fund, money);
    }
  }

  @Test
  void whoAsksAgainForADecisionThatDiedMeansThatOne(@TempDir Path folder) {
    try (LoadedFund fund = LoadedFund.in(folder)) {
      Map<String, List<String>> waiver =
          Map.of(
              "kind", List.of("waiver"),
              "by", List.of("Awa"),
              "date", List.of(MARCH.toString()),
              "reason", List.of("lettre"),
              "employer", List.of("E000001"),
              "period", List.of("2026-02"),
              "component", List.of("contribution"),
              "amount", List.of("100"));
      Map<String, List<String>> approval =
          Map.of(
              "kind", List.of("approve"),
              "by", List.of("Ali"),
              "date", List.of(MARCH.toString()),
              "decision", List.of("1"));
      Random random = new Random(4);
      List<String> places = new ArrayList<>();
      for (Map<String, List<String>> asked : List.of(waiver, approval)) {
        places.addAll(
            LoadedFund.untilDone(random, 2, failing -> fund.run(failing, DecisionRun.NAME, asked)));
      }

      assertThat(places).as("it died").isNotEmpty();
      assertThat(
              fund.sql()
                  .sql(
                      "SELECT job || ' ' || (fence > 1) FROM run WHERE job = 'decision' ORDER BY"
                          + " run_id")
                  .query(String.class)
                  .list())
          .as("one proposal, one approval, both taken up again")
          .containsExactly("decision true", "decision true");
      assertThat(fund.findings()).isEmpty();
    }
  }

  /** What a person took back stays nobody's, though its text names somebody. */
  @Test
  void whatAPersonTookBackIsNotMatchedAgainByItself(@TempDir Path folder) {
    try (LoadedFund fund = LoadedFund.in(folder)) {
      fund.intake(LoadedFund.FIRST_RECEIPT);
      fund.assess(LoadedFund.FIRST_RECEIPT);
      Money money = new Money(fund, folder);
      String employer = money.owing(1).getFirst().no();
      money.take(MARCH, Money.line("B1", MARCH, 5_000, "", "pour " + employer));
      money.settle(MARCH);
      assertThat(money.sum(employer, "PAID%")).isEqualTo(5_000);

      money.decide(APRIL, "unsettle", "Awa", "receipt", money.receiptNo("B1"));
      money.settle(APRIL);
      money.settle(NEXT);

      assertThat(money.sum(employer, "PAID%")).isZero();
      assertThat(money.balance("471100")).isEqualTo(-5_000);
      assertThat(money.sent(NEXT, "unmatched-2026-04-13.csv")).contains(employer + " (");
      assertThat(Control.ofEverything(fund.sql())).isEmpty();
    }
  }

  private static void waive(Money money, String employer, String amount) {
    money.decide(
        APRIL,
        "waiver",
        "Awa",
        "employer",
        employer,
        "period",
        "2026-02",
        "component",
        "late_payment",
        "amount",
        amount);
  }

  private static void closes(LoadedFund fund, Money money) throws IOException {
    assertThat(
            fund.run(
                    FailPoint.NONE,
                    TrialBalance.NAME,
                    Map.of("period", List.of("2026-04"), "date", List.of("2026-04-13")))
                .exitCode())
        .isZero();
    assertThat(
            Files.readString(
                fund.workspace()
                    .outbox()
                    .resolve("2026-04/trial-balance-1/trial-balance-2026-04.csv")))
        .as("suspense: what belongs to nobody, and the refund that the bank has not paid yet")
        .contains("471100;suspense;-777;")
        .contains(";-1777;EXEMPLE")
        .containsPattern("Total;;0;([0-9]+);\\1;0;EXEMPLE");

    money.decide(APRIL, "close", "Awa", "period", "2026-02");
    assertThatThrownBy(() -> money.decide(APRIL, "close", "Awa", "period", "2026-03"))
        .hasMessageContaining("in order: 2026-02");
    money.decide(APRIL, "approve", "Ali", "decision", "5");
    assertThat(fund.sql().sql("SELECT closed_by FROM period_state").query(String.class).single())
        .isEqualTo("Awa, Ali");
    assertThat(Control.ofEverything(fund.sql())).isEmpty();
  }
}
