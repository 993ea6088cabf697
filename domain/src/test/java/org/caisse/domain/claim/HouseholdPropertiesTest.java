package org.caisse.domain.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.caisse.domain.claim.Beneficiary.PayerRight;
import org.caisse.domain.claim.LineDecision.Share;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of any household. */
class HouseholdPropertiesTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 11, 20);
  private static final List<PricedAct> ACTS =
      List.of(
          Family.act("VISIT", "consultation", 700),
          Family.act("SECOND", "consultation", 450),
          Family.lettered("K7.5", "K", 7_500, 133),
          Family.lettered("B", "B", 1_000, CareLine.UNSAID),
          Family.act("TEST", "biology", 111),
          Family.act("OPERATION", "surgery", 3_333),
          Family.act("BED", "bedside", 1_700),
          Family.act("PILL", "medicine", 87));

  static List<Integer> seeds() {
    List<Integer> seeds = new ArrayList<>();
    for (int seed = 0; seed < 300; seed++) {
      seeds.add(seed);
    }
    return seeds;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyFrancIsAccountedForAndNoLimitExceeded(int seed) {
    HouseholdFacts facts = household(new Random(seed));
    List<LineDecision> decisions = JudgeHousehold.judge(facts, CareLaws.book());
    Map<Long, CareLine> lines =
        facts.lines().stream().collect(Collectors.toMap(CareLine::lineId, Function.identity()));

    assertThat(decisions).hasSize(facts.lines().size());
    for (LineDecision decision : decisions) {
      long reduced = decision.reductions().stream().mapToLong(Reduction::amountMinor).sum();
      assertThat(decision.paidMinor() + decision.copayMinor() + reduced)
          .isEqualTo(lines.get(decision.lineId()).chargedMinor());
      assertThat(decision.shares()).extracting(Share::payer).doesNotHaveDuplicates();
      assertThat(decision.status() == LineStatus.REFUSED)
          .isEqualTo(decision.shares().isEmpty() && decision.copayMinor() == 0 && reduced > 0);
    }
    limitsHold(decisions, lines);
  }

  /** Counted anew from shares and lines, apart from the rules. */
  private static void limitsHold(List<LineDecision> decisions, Map<Long, CareLine> lines) {
    List<CareLine> byBase =
        decisions.stream()
            .filter(decision -> base(decision) > 0)
            .map(decision -> lines.get(decision.lineId()))
            .toList();
    for (CareLine one : byBase) {
      if (one.act().group().equals("consultation")) {
        assertThat(
                byBase.stream()
                    .filter(other -> other.personNo().equals(one.personNo()))
                    .filter(other -> other.act().code().equals(one.act().code()))
                    .filter(other -> !other.careOn().isBefore(one.careOn()))
                    .filter(other -> other.careOn().isBefore(one.careOn().plusDays(7))))
            .hasSize(1);
      }
    }
    Map<String, Long> paid = new TreeMap<>();
    for (LineDecision decision : decisions) {
      CareLine line = lines.get(decision.lineId());
      int year = line.careOn().getYear();
      paid.merge(line.personNo() + " " + year, base(decision), Long::sum);
      paid.merge("family " + year, base(decision), Long::sum);
    }
    paid.forEach(
        (who, minor) -> assertThat(minor).isLessThanOrEqualTo(who.startsWith("f") ? 8000 : 5000));
  }

  private static long base(LineDecision decision) {
    return decision.shares().stream()
        .filter(share -> share.payer().equals("base"))
        .mapToLong(Share::amountMinor)
        .sum();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfTheFactsDoesNotMatter(int seed) {
    Random random = new Random(seed);
    HouseholdFacts facts = household(random);

    assertThat(JudgeHousehold.judge(shuffled(facts, random), CareLaws.book()))
        .isEqualTo(JudgeHousehold.judge(facts, CareLaws.book()));
  }

  /** Released or not, the lines before are the same to those after. */
  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsReleasedInOrderChangesNothing(int seed) {
    Random random = new Random(seed);
    HouseholdFacts facts = household(random);
    List<LineDecision> whole = JudgeHousehold.judge(facts, CareLaws.book());
    int released = random.nextInt(whole.size() + 1);
    Map<Long, CareLine> lines =
        facts.lines().stream().collect(Collectors.toMap(CareLine::lineId, Function.identity()));
    List<FirmLine> firm = new ArrayList<>();
    for (LineDecision decision : whole.subList(0, released)) {
      CareLine line = lines.remove(decision.lineId());
      firm.add(Family.firm(line, decision));
    }
    HouseholdFacts rest =
        new HouseholdFacts(
            facts.householdNo(),
            facts.members(),
            List.copyOf(lines.values()),
            firm,
            List.of(),
            facts.agreements());

    assertThat(JudgeHousehold.judge(shuffled(rest, random), CareLaws.book()))
        .isEqualTo(whole.subList(released, whole.size()));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aReleasedLineNeverGetsLess(int seed) {
    Random random = new Random(seed);
    HouseholdFacts facts = household(random);
    List<LineDecision> before = JudgeHousehold.judge(facts, CareLaws.book());
    Map<Long, CareLine> lines =
        facts.lines().stream().collect(Collectors.toMap(CareLine::lineId, Function.identity()));
    List<ReducedLine> reduced =
        before.stream()
            .filter(decision -> random.nextBoolean())
            .map(decision -> new ReducedLine(lines.get(decision.lineId()), decision))
            .toList();
    HouseholdFacts again =
        new HouseholdFacts(
            facts.householdNo(), facts.members(), List.of(), List.of(), reduced, List.of());

    Map<Long, LineDecision> after =
        JudgeHousehold.judge(again, CareLaws.book()).stream()
            .collect(Collectors.toMap(LineDecision::lineId, Function.identity()));

    for (ReducedLine line : reduced) {
      LineDecision now = after.get(line.line().lineId());
      assertThat(now.paidMinor()).isGreaterThanOrEqualTo(line.before().paidMinor());
      line.before()
          .shares()
          .forEach(
              share ->
                  assertThat(now.shares())
                      .anyMatch(
                          other ->
                              other.payer().equals(share.payer())
                                  && other.amountMinor() >= share.amountMinor()));
    }
  }

  private static HouseholdFacts household(Random random) {
    List<Beneficiary> members = new ArrayList<>();
    int persons = 1 + random.nextInt(4);
    for (int n = 1; n <= persons; n++) {
      members.add(member("P" + n, random));
    }
    List<CareLine> lines = new ArrayList<>();
    int count = 1 + random.nextInt(25);
    for (int n = 1; n <= count; n++) {
      lines.add(line(n, persons, random));
    }
    return new HouseholdFacts("P1", members, lines, List.of(), List.of(), agreements(random));
  }

  private static Beneficiary member(String no, Random random) {
    List<PayerRight> rights = new ArrayList<>();
    for (String payer : List.of("base", "mutual", "generous")) {
      if (random.nextInt(4) > 0) {
        LocalDate to = random.nextBoolean() ? null : FIRST.plusDays(random.nextInt(90));
        rights.add(new PayerRight(payer, FIRST.plusDays(random.nextInt(9)), to, "", ""));
      }
    }
    LocalDate born = random.nextInt(10) == 0 ? null : LocalDate.of(2026 - random.nextInt(9), 1, 5);
    return new Beneficiary(no, born, random.nextBoolean() ? "F" : "M", rights, List.of());
  }

  private static CareLine line(int id, int persons, Random random) {
    PricedAct act = ACTS.get(random.nextInt(ACTS.size()));
    long quantity = random.nextInt(4) == 0 ? 1_500 : 1_000L * (1 + random.nextInt(6));
    LocalDate day = FIRST.plusDays(random.nextInt(70));
    CareLine line =
        Family.line(id, random.nextInt(30) == 0 ? null : act, quantity, random.nextInt(9_000));
    String content = act.code() + " " + day + " " + quantity;
    return Family.by(
        "H" + random.nextInt(3),
        "I" + random.nextInt(3),
        content,
        Family.of("P" + (1 + random.nextInt(persons)), Family.on(day, line)));
  }

  private static List<Agreement> agreements(Random random) {
    List<Agreement> agreements = new ArrayList<>();
    for (int n = random.nextInt(3); n > 0; n--) {
      agreements.add(
          new Agreement(
              "A" + n,
              "P1",
              random.nextBoolean() ? "consultation" : "TEST",
              FIRST,
              null,
              random.nextBoolean(),
              1000L * random.nextInt(4),
              random.nextBoolean() ? CareLine.UNSAID : random.nextInt(500)));
    }
    return agreements;
  }

  private static HouseholdFacts shuffled(HouseholdFacts facts, Random random) {
    return new HouseholdFacts(
        facts.householdNo(),
        mixed(facts.members(), random).stream()
            .map(
                member ->
                    new Beneficiary(
                        member.personNo(),
                        member.born(),
                        member.sex(),
                        mixed(member.rights(), random),
                        mixed(member.statuses(), random)))
            .toList(),
        mixed(facts.lines(), random),
        mixed(facts.firm(), random),
        facts.reduced(),
        mixed(facts.agreements(), random));
  }

  private static <T> List<T> mixed(List<T> all, Random random) {
    List<T> mixed = new ArrayList<>(all);
    Collections.shuffle(mixed, random);
    return mixed;
  }
}
