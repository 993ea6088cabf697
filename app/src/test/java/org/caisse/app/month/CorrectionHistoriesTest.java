package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.caisse.app.month.NaiveMonth.Sent;
import org.caisse.app.month.Typed.Line;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.declaration.IntakeSizes;
import org.caisse.jobs.keyed.KeyedSizes;
import org.caisse.jobs.run.RunOutcome;
import org.caisse.jobs.withdrawal.FileWithdrawal;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Histories drawn at random: originals, replacements, nil declarations, complements, differences,
 * corrected lines and repetitions, some of them wrong, in several deliveries with withdrawals,
 * assessments and changes of the ceiling between. After each delivery every declaration is what
 * {@link NaiveMonth} says, and after each assessment every person, employer and entry. Some
 * histories are lived through in small portions, with failures at commits, forces and renames.
 */
class CorrectionHistoriesTest {

  /** How many; more of them by {@code -Dcaisse.histories=100}. */
  private static final int HISTORIES = Integer.getInteger("caisse.histories", 1);

  /** The first one; others by {@code -Dcaisse.histories.from=100}. */
  private static final int FIRST = Integer.getInteger("caisse.histories.from", 1);

  private static final List<String> EMPLOYERS = List.of("E000001", "E000002", "E000003");
  private static final List<LocalDate> DAYS =
      List.of(
          LocalDate.of(2026, 3, 5),
          LocalDate.of(2026, 3, 9),
          LocalDate.of(2026, 3, 11),
          LocalDate.of(2026, 4, 15));
  private static final String[] GROSS = {
    "9000", "44999", "45001", "60020", "101010", "2999990", "3500000", "0", "-7", "cent"
  };

  private static final String DISTURBED = "the disk is full";

  @TempDir private Path folder;

  private Random random;
  private LoadedFund fund;
  private List<String> known;
  private final Map<String, NaiveMonth> months = new TreeMap<>();
  private final List<String> expected = new ArrayList<>();
  private long ceiling = 3_000_000;
  private int files;
  private boolean rough;

  static List<Integer> seeds() {
    List<Integer> seeds = new ArrayList<>();
    for (int seed = FIRST; seed < FIRST + HISTORIES; seed++) {
      seeds.add(seed);
    }
    return seeds;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theBooksAreWhatTheRulesSayWhateverCameWhen(int seed) {
    random = new Random(seed);
    rough = seed % 2 == 0;
    fund = LoadedFund.in(folder);
    if (rough) {
      fund.inPortions(new IntakeSizes(3, 2, 5), new KeyedSizes(40, 2, 3));
    }
    try {
      live();
    } finally {
      fund.close();
    }
  }

  private void live() {
    known =
        fund.sql()
            .sql(
                "SELECT DISTINCT person_no FROM person JOIN person_version USING (person_id) WHERE"
                    + " population = '' AND valid_to IS NULL AND valid_from < '2026-01-01' ORDER BY"
                    + " 1 LIMIT 5")
            .query(String.class)
            .list();
    EMPLOYERS.forEach(employer -> months.put(employer, new NaiveMonth(new HashSet<>(known))));
    for (int round = 0; round < 7; round++) {
      deliver(DAYS.get(random.nextInt(DAYS.size())));
      if (random.nextInt(4) == 0) {
        withdraw(round);
      }
      if (random.nextInt(4) == 0) {
        changeCeiling();
      }
      if (random.nextInt(2) == 0 || round == 6) {
        LocalDate day = LocalDate.of(2026, 5, 1).plusDays(round);
        assertThat(untilDone(failing -> fund.assess(failing, day))).isZero();
        assertBooks();
      }
    }
    EverythingHolds.in(fund);
  }

  /** One to eight declarations in one or two files, in one run. */
  private void deliver(LocalDate day) {
    List<Sent> first = draw();
    List<Sent> second = random.nextInt(3) == 0 ? draw() : List.of();
    List<Path> paths = new ArrayList<>();
    for (List<Sent> sent : List.of(first, second)) {
      if (!sent.isEmpty()) {
        paths.add(file(sent));
        sent.forEach(
            one ->
                expected.add(
                    "%s %s %d %s"
                        .formatted(
                            one.employer(),
                            one.kind(),
                            one.sequence(),
                            months.get(one.employer()).take(files, one, day))));
      }
    }
    assertThat(untilDone(failing -> fund.intake(failing, day, paths.toArray(Path[]::new))))
        .isLessThan(2);
    assertThat(declarations()).isEqualTo(expected);
  }

  /** Takes back one of the files that were taken in. */
  private void withdraw(int round) {
    int file = 1 + random.nextInt(files);
    String name = name(file);
    Map<String, List<String>> parameters =
        Map.of(
            "file", List.of(name),
            "reason", List.of("sent by mistake"),
            "date", List.of(LocalDate.of(2026, 4, 20).plusDays(round).toString()));
    assertThat(untilDone(failing -> fund.run(failing, FileWithdrawal.NAME, parameters)))
        .isLessThan(2);
    months.values().forEach(month -> month.withdraw(file));
  }

  private static String name(int file) {
    return "sent-%02d.csv".formatted(file);
  }

  /** Each with blank lines of its own, so that no content comes twice. */
  private Path file(List<Sent> sent) {
    files++;
    List<String> texts = new ArrayList<>(sent.stream().map(Sent::text).toList());
    texts.add("\n".repeat(files));
    return Typed.file(folder.resolve(name(files)), texts.toArray(String[]::new));
  }

  private List<Sent> draw() {
    List<Sent> drawn = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    while (drawn.size() < count) {
      drawn.add(one(EMPLOYERS.get(random.nextInt(EMPLOYERS.size())), drawn));
    }
    return drawn;
  }

  private Sent one(String employer, List<Sent> drawn) {
    List<Sent> before = new ArrayList<>(months.get(employer).sent());
    drawn.stream().filter(one -> one.employer().equals(employer)).forEach(before::add);
    int last = before.stream().mapToInt(Sent::sequence).max().orElse(0);
    int kind = random.nextInt(20);
    if (kind == 0 && !before.isEmpty()) {
      return before.get(random.nextInt(before.size()));
    }
    boolean miscounted = random.nextInt(20) == 0;
    if (kind < 5 && !before.isEmpty()) {
      Sent corrected = before.get(random.nextInt(before.size()));
      return new Sent(
          employer, "correction", corrected.sequence(), corrected(corrected), miscounted);
    }
    int sequence = random.nextInt(5) == 0 ? 1 + random.nextInt(last + 2) : last + 1;
    if (kind < 9 && (last > 0 || random.nextInt(8) == 0)) {
      return new Sent(employer, "complement", sequence, lines(), miscounted);
    }
    if (kind < 12 && (last > 0 || random.nextInt(8) == 0)) {
      return new Sent(employer, "differential", sequence, differences(), miscounted);
    }
    if (kind == 12) {
      return new Sent(employer, "nil", sequence, List.of(), false);
    }
    return new Sent(
        employer, last == 0 ? "original" : "replacement", sequence, lines(), miscounted);
  }

  /** Some lines of a declaration, put right or not, and sometimes one more. */
  private List<Line> corrected(Sent sent) {
    List<Line> lines = new ArrayList<>();
    for (Line line : sent.lines()) {
      if (random.nextBoolean()) {
        lines.add(
            random.nextInt(3) == 0
                ? line
                : new Line(person(), line.entry(), line.exit(), line.days(), gross()));
      }
    }
    if (random.nextBoolean()) {
      lines.add(line());
    }
    return lines;
  }

  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    int count = random.nextInt(7);
    while (lines.size() < count) {
      lines.add(line());
    }
    return lines;
  }

  private List<Line> differences() {
    List<Line> lines = new ArrayList<>();
    int count = random.nextInt(5);
    while (lines.size() < count) {
      String entry = random.nextInt(12) == 0 ? "2026-02-01" : "";
      String days =
          random.nextInt(3) == 0 ? "" : Integer.toString(random.nextInt(3) - random.nextInt(5));
      lines.add(new Line(person(), entry, "", days, (random.nextBoolean() ? "-" : "") + gross()));
    }
    return lines;
  }

  private Line line() {
    int shape = random.nextInt(8);
    if (shape == 0) {
      return new Line(person(), "", "", "", gross());
    }
    int from = 1 + random.nextInt(28);
    int to = Math.min(28, from + random.nextInt(9));
    String entry = "2026-02-%02d".formatted(from);
    String exit = "2026-02-%02d".formatted(to);
    return switch (shape) {
      case 1 -> new Line(person(), "", exit, "", gross());
      case 2 -> new Line(person(), entry, "", "", gross());
      case 3 -> new Line(person(), exit, entry, "", gross());
      case 4 -> new Line(person(), entry, exit, Integer.toString(to - from + 2), gross());
      default -> new Line(person(), entry, exit, Integer.toString(to - from + 1), gross());
    };
  }

  private String person() {
    return random.nextInt(15) == 0 ? "P99999999" : known.get(random.nextInt(known.size()));
  }

  private String gross() {
    return GROSS[random.nextInt(GROSS.length)];
  }

  private void changeCeiling() {
    ceiling = ceiling == 3_000_000 ? 100_000 : 3_000_000;
    Path settings = fund.workspace().settings();
    try {
      Files.writeString(
          settings,
          Files.readString(settings)
              .replaceAll("(?m)^  base_ceiling:.*$", "  base_ceiling: " + ceiling));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs, with failures drawn at random where the history is a rough one, until it is done. */
  private int untilDone(Function<FailPoint, RunOutcome> run) {
    int exit = 3;
    for (int most = 4; exit == 3 && most < 200; most += 6) {
      exit = attempt(run, rough ? 1 + random.nextInt(most) : 0);
    }
    return exit;
  }

  private static int attempt(Function<FailPoint, RunOutcome> run, int failAt) {
    AtomicInteger left = new AtomicInteger(failAt);
    try {
      RunOutcome outcome =
          run.apply(
              place -> {
                if (left.decrementAndGet() == 0) {
                  throw new IllegalStateException(DISTURBED);
                }
              });
      return outcome.exitCode();
    } catch (IllegalStateException e) {
      // Before there was a run that could fail.
      assertThat(e).hasMessage(DISTURBED);
      return 3;
    }
  }

  private List<String> declarations() {
    return fund.sql()
        .sql(
            "SELECT concat_ws(' ', employer_no, lower(kind), sender_seq, status, accepted, code)"
                + " FROM declaration d LEFT JOIN line_reject r ON r.declaration_id ="
                + " d.declaration_id AND whole ORDER BY d.declaration_id")
        .query(String.class)
        .list();
  }

  private void assertBooks() {
    months.forEach(
        (employer, month) -> {
          assertThat(persons(employer)).as(employer).isEqualTo(month.persons(ceiling));
          String expectedMonth = month.month(ceiling);
          assertThat(month(employer)).as(employer).isEqualTo(expectedMonth);
          assertThat(owed(employer)).as(employer).isEqualTo(owedBy(expectedMonth));
        });
  }

  private List<String> persons(String employer) {
    return fund.sql()
        .sql(
            "SELECT concat_ws(' ', person_no, sum(base_minor), sum(employer_minor),"
                + " sum(insured_minor)) FROM contribution JOIN employer USING (employer_id) JOIN"
                + " person USING (person_id) WHERE employer_no = ? GROUP BY person_no HAVING"
                + " sum(base_minor) <> 0 ORDER BY person_no")
        .param(employer)
        .query(String.class)
        .list();
  }

  private String month(String employer) {
    return fund.sql()
        .sql(
            "SELECT concat_ws(' ', state, persons, base_minor, employer_minor, insured_minor,"
                + " surcharge_minor) FROM employer_assessment a JOIN employer USING (employer_id)"
                + " WHERE employer_no = ? ORDER BY a.run_id DESC LIMIT 1")
        .param(employer)
        .query(String.class)
        .single();
  }

  /** What stands in the ledger: employer's and insured's share, surcharge. */
  private String owed(String employer) {
    return fund.sql()
        .sql(
            "SELECT concat_ws(' ', coalesce(sum(amount_minor) FILTER (WHERE component ="
                + " 'CONTRIBUTION' AND payer = 'EMPLOYER'), 0), coalesce(sum(amount_minor) FILTER"
                + " (WHERE payer = 'INSURED'), 0), coalesce(sum(amount_minor) FILTER (WHERE"
                + " component = 'LATE_DECLARATION'), 0)) FROM standing_entry JOIN employer ON"
                + " debtor = 'EMPLOYER' AND debtor_id = employer_id WHERE employer_no = ?")
        .param(employer)
        .query(String.class)
        .single();
  }

  private static String owedBy(String month) {
    String[] parts = month.split(" ", -1);
    return String.join(" ", parts[3], parts[4], parts[5]);
  }
}
