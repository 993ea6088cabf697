package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.caisse.app.month.MoneyFacts.ByTwo;
import org.caisse.app.month.MoneyFacts.Declared;
import org.caisse.app.month.MoneyFacts.Receipt;
import org.caisse.app.month.NaiveMoney.Decided;
import org.caisse.app.month.Typed.Line;
import org.caisse.jobs.control.Control;
import org.caisse.jobs.declaration.IntakeSizes;
import org.caisse.jobs.keyed.KeyedSizes;
import org.caisse.jobs.replay.Replay;
import org.caisse.jobs.run.RunStore;
import org.caisse.jobs.run.UsageException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Histories of money drawn at random: declarations, replacements and withdrawals, two numbers
 * merged and taken apart, receipts that name an employer or nobody, with value dates before and
 * after their day, returned cheques, receipts settled by hand and taken back, waivers, write-offs,
 * refunds, in any order, and settlements between, some of which die on their way. After each
 * settlement every account is what {@link NaiveMoney} says, and no franc came or went. In the end
 * the same facts, taken in at once and in another order, leave the same accounts.
 */
class MoneyHistoriesTest {

  /** How many, and the first; more by {@code -Dcaisse.money.histories=100}. */
  private static final int HISTORIES = Integer.getInteger("caisse.money.histories", 1);

  private static final int FIRST = Integer.getInteger("caisse.money.seed", 1);
  private static final int EVENTS = Integer.getInteger("caisse.money.events", 9);

  private static final List<String> COMPONENTS = List.of("CONTRIBUTION", "LATE_PAYMENT");

  @TempDir private Path folder;

  private final MoneyFacts facts = new MoneyFacts();
  private Random random;
  private LoadedFund fund;
  private Money money;
  private LocalDate day = LocalDate.of(2026, 3, 4);
  private int sequence;
  private int references;

  static List<Integer> seeds() {
    return IntStream.range(FIRST, FIRST + HISTORIES).boxed().toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyAccountIsWhatTheFactsGiveAndNoMoneyComesOrGoes(int seed) {
    random = new Random(seed);
    Map<String, Map<String, Long>> end;
    try (LoadedFund made = MoneyFacts.fund(folder)) {
      fund = made.inPortions(IntakeSizes.STANDARD, new KeyedSizes(1 + seed % 2, 1, 2));
      money = new Money(fund, folder);
      MoneyFacts.EMPLOYERS.forEach(this::declares);
      MoneyFacts.assess(fund, day);
      for (int event = 0; event < EVENTS; event++) {
        day = day.plusDays(random.nextInt(9));
        happens(random.nextInt(14));
        if (random.nextInt(4) == 0 || event == EVENTS - 1) {
          settle();
        }
      }
      assertThat(fund.findings()).isEmpty();
      assertReplays();
      end = money.accounts(MoneyFacts.EMPLOYERS);
    }
    facts
        .atOnce(folder, random, day)
        .ifPresent(there -> assertThat(there).as("in another order").isEqualTo(end));
  }

  private void happens(int what) {
    switch (what) {
      case 0, 1 -> {
        declares(employer());
        MoneyFacts.assess(fund, day);
      }
      case 2 -> withdraws();
      case 3, 4, 5, 6 -> received();
      case 7 -> comesBack();
      case 8 -> settledByHand();
      case 9 -> takenBackByHand();
      case 10 -> givenUp("waiver", "WAIVED_");
      case 11 -> givenUp("write-off", "WRITTEN_OFF_");
      case 12 -> mergedOrNot();
      default -> refunded();
    }
  }

  private String employer() {
    return MoneyFacts.EMPLOYERS.get(random.nextInt(MoneyFacts.EMPLOYERS.size()));
  }

  private LocalDate month() {
    return MoneyFacts.MONTHS.get(random.nextInt(MoneyFacts.MONTHS.size()));
  }

  private void declares(String employer) {
    List<Line> drawn = new ArrayList<>();
    for (int i = 1; i <= random.nextInt(4); i++) {
      drawn.add(Line.of("P" + i, 45_000 + random.nextInt(900_000)));
    }
    if (random.nextBoolean()) {
      // Both numbers of one person, for days that are not the same.
      drawn.add(Line.spell(MoneyFacts.TWICE.getFirst(), 1, 10, 9_000 + random.nextInt(40_000)));
      drawn.add(Line.spell(MoneyFacts.TWICE.getLast(), 15, 24, 9_000 + random.nextInt(40_000)));
    }
    sequence++;
    String kind =
        drawn.isEmpty()
            ? "nil"
            : sequence <= MoneyFacts.EMPLOYERS.size() ? "original" : "replacement";
    String text =
        Typed.declaration(employer, kind, sequence, drawn)
                .replace("2026-02", month().toString().substring(0, 7))
            + "\n".repeat(sequence);
    Declared one =
        new Declared(Typed.file(folder.resolve("d-%03d.csv".formatted(sequence)), text), day);
    facts.declared.add(one);
    fund.intake(day, one.file());
  }

  private void withdraws() {
    List<Declared> left = new ArrayList<>(facts.declared);
    left.removeAll(facts.withdrawn);
    if (!left.isEmpty()) {
      Declared one = left.get(random.nextInt(left.size()));
      facts.withdrawn.add(one);
      MoneyFacts.withdraw(fund, one, day);
      MoneyFacts.assess(fund, day);
    }
  }

  private void mergedOrNot() {
    facts.merged = !facts.merged;
    MoneyFacts.merge(fund, facts.merged, day);
    MoneyFacts.assess(fund, day);
  }

  private void received() {
    List<String> file = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      Receipt one = new Receipt();
      one.ref = "B%04d".formatted(++references);
      one.on = day.plusDays(random.nextInt(12) - 8L);
      one.minor = 1_003L + random.nextInt(60_000);
      one.named = random.nextInt(4) == 0 ? null : employer();
      facts.receipts.add(one);
      file.add(
          Money.line(
              one.ref, one.on, one.minor, "", one.named == null ? "virement" : "de " + one.named));
    }
    take(file);
  }

  private void take(List<String> file) {
    facts.lines.addAll(file);
    assertThat(money.take(day, file.toArray(String[]::new)).exitCode()).isZero();
  }

  private void comesBack() {
    Receipt one = some(receipt -> !receipt.returned);
    if (one != null) {
      one.returned = true;
      take(List.of(Money.back("R" + one.ref.substring(1), day, one.minor, one.ref)));
    }
  }

  private void settledByHand() {
    Receipt one = some(receipt -> true);
    if (one != null) {
      one.owner = employer();
      one.month = random.nextBoolean() ? month() : null;
      one.byHand = true;
      one.takenBack = false;
      MoneyFacts.settleByHand(money, one, day);
    }
  }

  private void takenBackByHand() {
    Receipt one = some(receipt -> receipt.owner != null);
    if (one != null) {
      one.owner = null;
      one.month = null;
      one.takenBack = true;
      money.decide(day, "unsettle", "Awa", "receipt", money.receiptNo(one.ref));
    }
  }

  private void givenUp(String kind, String how) {
    Decided what =
        new Decided(
            facts.decided.size(),
            day,
            how,
            month(),
            COMPONENTS.get(random.nextInt(COMPONENTS.size())),
            1 + random.nextInt(20_000));
    ByTwo one = new ByTwo(kind, what, employer());
    facts.decided.add(one);
    MoneyFacts.decide(money, one);
  }

  private void refunded() {
    Decided what =
        new Decided(facts.decided.size(), day, "", null, null, 1 + random.nextInt(9_000));
    ByTwo one = new ByTwo("refund", what, employer());
    try {
      MoneyFacts.decide(money, one);
      facts.decided.add(one);
    } catch (UsageException e) {
      assertThat(e).hasMessageContaining("not so much");
    }
  }

  private Receipt some(Predicate<Receipt> which) {
    List<Receipt> found = facts.receipts.stream().filter(which).toList();
    return found.isEmpty() ? null : found.get(random.nextInt(found.size()));
  }

  private void settle() {
    LoadedFund.untilDone(random, 40, failing -> money.settle(failing, day));
    facts.matched();
    Map<String, Map<String, Long>> expected = new TreeMap<>();
    for (String employer : MoneyFacts.EMPLOYERS) {
      expected.put(
          employer,
          NaiveMoney.on(
              day, money.owed(employer), facts.cameTo(employer), facts.decidedOf(employer)));
    }
    assertThat(money.accounts(MoneyFacts.EMPLOYERS)).as("on " + day).isEqualTo(expected);
    nothingCameOrWent(expected);
    assertThat(Control.ofEverything(fund.sql())).as("on " + day).isEmpty();
  }

  /** What came to the bank is there; suspense is what belongs to nobody by now, less refunds. */
  private void nothingCameOrWent(Map<String, Map<String, Long>> accounts) {
    long taken = sum(accounts, "PAID_") + sum(accounts, "ADVANCE");
    long refunded = sum(accounts, "REFUND");
    assertThat(money.balance("521100")).as("bank").isEqualTo(facts.atBank());
    assertThat(money.balance("471100")).as("suspense").isEqualTo(taken - facts.atBank() - refunded);
    assertThat(money.balance("419100"))
        .as("advances")
        .isEqualTo(refunded - sum(accounts, "ADVANCE"));
    assertThat(
            fund.sql()
                .sql("SELECT coalesce(sum(debit_minor - credit_minor), 0) FROM posting")
                .query(Long.class)
                .single())
        .isZero();
  }

  private static long sum(Map<String, Map<String, Long>> accounts, String component) {
    return accounts.values().stream()
        .flatMap(account -> account.entrySet().stream())
        .filter(entry -> entry.getKey().contains(component))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private void assertReplays() {
    RunStore runs = fund.runs();
    fund.sql()
        .sql("SELECT run_id FROM run WHERE job = 'account-settlement' ORDER BY 1")
        .query(Integer.class)
        .list()
        .forEach(
            run ->
                assertThat(
                        Replay.run(fund.workspace(), runs.find(run).orElseThrow().key())
                            .differences())
                    .isEmpty());
  }
}
