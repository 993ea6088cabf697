package org.caisse.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.caisse.domain.ledger.Component;
import org.caisse.domain.money.Rate;
import org.junit.jupiter.api.Test;

class AccountRulesTest {

  private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
  private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);
  private static final AccountTerms TERMS =
      new AccountTerms(
          AccountTerms.USUAL_ORDER, period -> Optional.of(Rate.percent(new BigDecimal("1"))));

  @Test
  void moneyThatComesInTimePaysAndCostsNothing() {
    Settlement settled =
        settle("2026-03-31", List.of(debt(FEBRUARY, 100_000)), receipt(1, "2026-03-10", 100_000));

    assertThat(settled.allocations()).containsExactly(paid(1, FEBRUARY, "2026-03-10", 100_000));
    assertThat(settled.surcharges()).isEmpty();
    assertThat(settled.open()).isEmpty();
    assertThat(settled.advanceMinor()).isZero();
  }

  @Test
  void whatIsOpenAccruesToTheBusinessDateByMonthsBegun() {
    // Due on 10 March: 10 April is one month, 11 April is two.
    assertThat(late(settle("2026-03-10", List.of(debt(FEBRUARY, 100_000))))).isZero();
    assertThat(late(settle("2026-03-11", List.of(debt(FEBRUARY, 100_000))))).isEqualTo(1_000);
    assertThat(late(settle("2026-04-10", List.of(debt(FEBRUARY, 100_000))))).isEqualTo(1_000);
    assertThat(late(settle("2026-04-11", List.of(debt(FEBRUARY, 100_000))))).isEqualTo(2_000);
  }

  @Test
  void aPartPaidStopsAccruingAndTheSumIsRoundedOnce() {
    // 50,050 for one month and 50,050 for three: 1 % of 200,200 is 2,002; two roundings give 501 +
    // 1,502.
    Settlement settled =
        settle("2026-06-10", List.of(debt(FEBRUARY, 100_100)), receipt(1, "2026-04-01", 50_050));

    assertThat(late(settled)).isEqualTo(2_002);
    assertThat(settled.open())
        .containsExactly(
            new Settlement.Part(FEBRUARY, "CNSS", Component.CONTRIBUTION, 50_050),
            new Settlement.Part(FEBRUARY, "CNSS", Component.LATE_PAYMENT, 2_002));
  }

  @Test
  void theOldestMonthIsPaidFirstThenItsSurchargeThenTheNext() {
    Settlement settled =
        settle(
            "2026-03-20",
            List.of(debt(FEBRUARY, 100_000), debt(JANUARY, 100_000)),
            receipt(1, "2026-03-20", 150_000));

    assertThat(settled.allocations())
        .containsExactly(
            paid(1, JANUARY, "2026-03-20", 100_000),
            new Allocation(
                1, JANUARY, "CNSS", Component.LATE_PAYMENT, LocalDate.parse("2026-03-20"), 2_000),
            paid(1, FEBRUARY, "2026-03-20", 48_000));
  }

  @Test
  void aPersonMayHaveSaidForWhichMonthItIs() {
    Settlement settled =
        AccountRules.settle(
            new AccountFacts(
                List.of(debt(FEBRUARY, 100_000), debt(JANUARY, 100_000)),
                List.of(
                    new Receipt(
                        1, LocalDate.parse("2026-03-05"), "B", "1", 100_000, FEBRUARY, null)),
                List.of(),
                List.of(),
                LocalDate.parse("2026-03-05")),
            TERMS);

    assertThat(settled.allocations()).containsExactly(paid(1, FEBRUARY, "2026-03-05", 100_000));
  }

  @Test
  void whatIsLeftOverWaitsForTheNextDebtAndPaysItOnTheDayItBecomesPayable() {
    Settlement settled =
        settle(
            "2026-03-31",
            List.of(debt(JANUARY, 100_000), debt(FEBRUARY, 80_000)),
            receipt(1, "2026-02-05", 150_000),
            receipt(2, "2026-03-09", 50_000));

    assertThat(settled.allocations())
        .containsExactly(
            paid(1, JANUARY, "2026-02-05", 100_000),
            paid(1, FEBRUARY, "2026-03-01", 50_000),
            paid(2, FEBRUARY, "2026-03-09", 30_000));
    assertThat(settled.advances())
        .containsExactly(new Settlement.Advance(2, LocalDate.parse("2026-03-09"), 20_000));
    assertThat(settled.advanceMinor()).isEqualTo(20_000);
  }

  @Test
  void aWaiverTakesAtMostWhatIsOpenAndStopsTheMonths() {
    Settlement settled =
        AccountRules.settle(
            new AccountFacts(
                List.of(debt(FEBRUARY, 100_000)),
                List.of(receipt(1, "2026-04-10", 100_000)),
                List.of(
                    new Waiver(
                        1, LocalDate.parse("2026-04-12"), FEBRUARY, Component.LATE_PAYMENT, 5_000)),
                List.of(),
                LocalDate.parse("2026-06-30")),
            TERMS);

    assertThat(late(settled)).isEqualTo(1_000);
    assertThat(settled.waived())
        .containsExactly(new Settlement.Part(FEBRUARY, "CNSS", Component.LATE_PAYMENT, 1_000));
    assertThat(settled.open()).isEmpty();
  }

  @Test
  void whatIsPrescribedIsGivenUpWholeAndAccruesNoMore() {
    LocalDate on = LocalDate.parse("2026-04-12");
    List<WriteOff> writeOffs =
        List.of(
            new WriteOff(
                2, on, FEBRUARY, Component.CONTRIBUTION, Long.MAX_VALUE, WriteOff.Kind.PRESCRIBED),
            new WriteOff(
                2, on, FEBRUARY, Component.LATE_PAYMENT, Long.MAX_VALUE, WriteOff.Kind.PRESCRIBED),
            new WriteOff(
                1, on, FEBRUARY, Component.CONTRIBUTION, 40_000, WriteOff.Kind.WRITTEN_OFF));

    Settlement settled =
        AccountRules.settle(
            new AccountFacts(
                List.of(debt(FEBRUARY, 100_000)),
                List.of(),
                List.of(),
                writeOffs,
                List.of(),
                LocalDate.parse("2026-06-30")),
            TERMS);

    assertThat(settled.writtenOff())
        .as("in the order of the decisions; 10 March to 12 April is two months begun")
        .containsExactlyInAnyOrder(
            new Settlement.Part(FEBRUARY, "CNSS", Component.WRITTEN_OFF_CONTRIBUTION, 40_000),
            new Settlement.Part(FEBRUARY, "CNSS", Component.PRESCRIBED_CONTRIBUTION, 60_000),
            new Settlement.Part(FEBRUARY, "CNSS", Component.PRESCRIBED_LATE_PAYMENT, 2_000));
    assertThat(late(settled)).isEqualTo(2_000);
    assertThat(settled.waived()).isEmpty();
    assertThat(settled.open()).isEmpty();
  }

  @Test
  void aRefundIsTakenFromWhatIsLeftOver() {
    Settlement settled =
        AccountRules.settle(
            new AccountFacts(
                List.of(debt(JANUARY, 100_000), debt(FEBRUARY, 100_000)),
                List.of(receipt(1, "2026-02-05", 150_000)),
                List.of(),
                List.of(new Refund(1, LocalDate.parse("2026-02-20"), 30_000)),
                LocalDate.parse("2026-03-10")),
            TERMS);

    assertThat(settled.allocations())
        .containsExactly(
            paid(1, JANUARY, "2026-02-05", 100_000), paid(1, FEBRUARY, "2026-03-01", 20_000));
    assertThat(settled.advances())
        .containsExactly(new Settlement.Advance(1, LocalDate.parse("2026-02-05"), 30_000));
    assertThat(settled.advanceMinor()).isZero();
  }

  @Test
  void withoutRateNothingIsAdded() {
    AccountTerms none = new AccountTerms(AccountTerms.USUAL_ORDER, period -> Optional.empty());

    assertThat(
            AccountRules.settle(
                    new AccountFacts(
                        List.of(debt(FEBRUARY, 100_000)),
                        List.of(),
                        List.of(),
                        List.of(),
                        LocalDate.parse("2027-01-01")),
                    none)
                .surcharges())
        .isEmpty();
  }

  /**
   * Random histories against a computation written apart, that goes from day to day and shifts one
   * franc at a time; and whatever the order in which facts are given.
   */
  @Test
  void whatContributionsLeavePaysCareOnceTheMonthIsOverInWhichItCame() {
    List<Debt> debts = List.of(care("2026-02-20", 1_000), debt(FEBRUARY, 4_000));
    Receipt inMonth = receipt(1, "2026-02-25", 4_500);

    Settlement settled = settleCare("2026-02-28", debts, inMonth);
    assertThat(settled.allocations()).isEmpty();
    assertThat(settled.advanceMinor()).isEqualTo(4_500);

    assertThat(settleCare("2026-03-01", debts, inMonth).allocations())
        .containsExactly(paid(1, FEBRUARY, "2026-03-01", 4_000), paidCare(1, "2026-03-01", 500));
    // Who owes no contributions waits for nothing, and nothing grows.
    Settlement only = settleCare("2026-06-30", List.of(debts.getFirst()), inMonth);
    assertThat(only.allocations()).containsExactly(paidCare(1, "2026-02-25", 1_000));
    assertThat(only.surcharges()).isEmpty();
  }

  @Test
  void moneyThatSaysSoPaysCareFirstAndNoOtherWhereTheOrderLeavesItOut() {
    List<Debt> debts = List.of(care("2026-03-12", 1_000), debt(FEBRUARY, 4_000));
    Receipt said =
        new Receipt(1, LocalDate.parse("2026-03-05"), "B", "1", 1_300, null, Component.CLOSED_LATE);

    assertThat(settleCare("2026-03-20", debts, said).allocations())
        .as("not before it is claimed")
        .containsExactly(paid(1, FEBRUARY, "2026-03-05", 1_300));
    Receipt later =
        new Receipt(
            2, LocalDate.parse("2026-03-15"), "B", "2", 1_300, JANUARY, Component.CLOSED_LATE);
    assertThat(settle("2026-03-20", debts, later).allocations())
        .containsExactly(paidCare(2, "2026-03-15", 1_000), paid(2, FEBRUARY, "2026-03-15", 300));
    Settlement unsaid = settle("2026-05-20", debts, receipt(3, "2026-03-10", 9_000));
    assertThat(unsaid.allocations()).containsExactly(paid(3, FEBRUARY, "2026-03-10", 4_000));
    assertThat(unsaid.open())
        .containsExactly(new Settlement.Part(JANUARY, "amu", Component.CLOSED_LATE, 1_000));
  }

  @Test
  void randomHistoriesGiveWhatANaiveComputationGives() {
    Random random = new Random(20_261_126);
    for (int n = 0; n < 150; n++) {
      NaiveAccount naive = new NaiveAccount();
      List<Debt> debts = new ArrayList<>();
      List<Receipt> receipts = new ArrayList<>();
      List<Waiver> waivers = new ArrayList<>();
      List<Refund> refunds = new ArrayList<>();
      for (int month = 0; month < 3; month++) {
        debts.add(debt(JANUARY.plusMonths(month), random.nextInt(250)));
        if (random.nextBoolean()) {
          LocalDate period = JANUARY.plusMonths(month);
          debts.add(
              new Debt(
                  period,
                  "CNSS",
                  Component.LATE_DECLARATION,
                  period.plusMonths(1).plusDays(9),
                  1 + random.nextInt(9)));
        }
      }
      for (int i = 0; i < 4; i++) {
        receipts.add(
            receipt(i, JANUARY.plusDays(random.nextInt(150)).toString(), 1 + random.nextInt(200)));
      }
      Component[] components = AccountTerms.USUAL_ORDER.toArray(Component[]::new);
      waivers.add(
          new Waiver(
              1,
              JANUARY.plusDays(40 + random.nextInt(100)),
              JANUARY.plusMonths(random.nextInt(3)),
              components[random.nextInt(3)],
              1 + random.nextInt(50)));
      if (random.nextBoolean()) {
        refunds.add(new Refund(2, JANUARY.plusDays(random.nextInt(150)), 1 + random.nextInt(40)));
      }
      LocalDate day = JANUARY.plusDays(100 + random.nextInt(100));
      AccountFacts facts = new AccountFacts(debts, receipts, waivers, refunds, day);

      Settlement settled = AccountRules.settle(facts, TERMS);
      naive.run(facts);

      assertThat(naive.of(settled)).as("history %d: %s", n, facts).isEqualTo(naive.state());
      long received =
          receipts.stream()
              .filter(r -> !r.valueDate().isAfter(day))
              .mapToLong(Receipt::amountMinor)
              .sum();
      assertThat(
              settled.allocations().stream().mapToLong(Allocation::amountMinor).sum()
                  + settled.advances().stream().mapToLong(Settlement.Advance::amountMinor).sum())
          .isEqualTo(received);
      Collections.shuffle(debts, random);
      Collections.shuffle(receipts, random);
      assertThat(
              AccountRules.settle(new AccountFacts(debts, receipts, waivers, refunds, day), TERMS))
          .isEqualTo(settled);
    }
  }

  private static Settlement settle(String day, List<Debt> debts, Receipt... receipts) {
    return AccountRules.settle(
        new AccountFacts(debts, List.of(receipts), List.of(), List.of(), LocalDate.parse(day)),
        TERMS);
  }

  private static Debt debt(LocalDate period, long minor) {
    return new Debt(
        period, "CNSS", Component.CONTRIBUTION, period.plusMonths(1).plusDays(9), minor);
  }

  private static Receipt receipt(long id, String day, long minor) {
    return new Receipt(id, LocalDate.parse(day), "B", Long.toString(id), minor, null, null);
  }

  private static Settlement settleCare(String day, List<Debt> debts, Receipt... receipts) {
    List<Component> order = new ArrayList<>(AccountTerms.USUAL_ORDER);
    order.add(Component.CLOSED_LATE);
    return AccountRules.settle(
        new AccountFacts(debts, List.of(receipts), List.of(), List.of(), LocalDate.parse(day)),
        new AccountTerms(order, TERMS.latePerMonth()));
  }

  /** Care of January that is claimed since a day. */
  private static Debt care(String claimedOn, long minor) {
    return new Debt(JANUARY, "amu", Component.CLOSED_LATE, LocalDate.parse(claimedOn), minor);
  }

  private static Allocation paidCare(long receipt, String day, long minor) {
    return new Allocation(
        receipt, JANUARY, "amu", Component.CLOSED_LATE, LocalDate.parse(day), minor);
  }

  private static Allocation paid(long receipt, LocalDate period, String day, long minor) {
    return new Allocation(
        receipt, period, "CNSS", Component.CONTRIBUTION, LocalDate.parse(day), minor);
  }

  private static long late(Settlement settled) {
    return settled.surcharges().stream().mapToLong(Settlement.Part::amountMinor).sum();
  }
}
