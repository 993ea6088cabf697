package org.caisse.domain.right;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The rule against one that asks each day anew, on histories drawn at random: months that are
 * contributed or not, paid in time, late or never.
 */
class NaiveRightsTest {

  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final LocalDate END = LocalDate.of(2026, 1, 1);
  private static final int WAITING = 3;
  private static final int TOLERATED = 90;

  private static final RightTerms TERMS = RightsLaw.terms();

  /** A month that is owed; {@code paid} is null while it is not paid. */
  private record Owed(LocalDate month, LocalDate due, LocalDate paid) {}

  private final Map<LocalDate, Owed> owed = new TreeMap<>();

  @Test
  void everyDayIsOpenOrClosedAsTheNaiveRuleSays() {
    for (int seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      Known known = draw(random);
      LocalDate asOf = END.minusDays(random.nextInt(300));
      Days open =
          Days.of(known.rights(TERMS, asOf.toString()).stream().map(RightPeriod::span).toList());
      for (LocalDate day = FIRST; !day.isAfter(asOf); day = day.plusDays(1)) {
        boolean found = !open.and(Days.of(new Span(day, day.plusDays(1)))).spans().isEmpty();
        assertThat(found).as("seed %d, %s, %s", seed, day, owed.values()).isEqualTo(isOpen(day));
      }
    }
  }

  private Known draw(Random random) {
    owed.clear();
    Known known = new Known();
    int missing = 0;
    for (LocalDate month = FIRST; month.isBefore(END); month = month.plusMonths(1)) {
      if (missing-- > 0) {
        continue;
      }
      if (random.nextInt(8) == 0) {
        missing = random.nextInt(7);
        continue;
      }
      LocalDate due = month.plusMonths(1).withDayOfMonth(10);
      LocalDate paid =
          switch (random.nextInt(8)) {
            case 0 -> null;
            case 1, 2 -> due.plusDays(random.nextInt(250));
            default -> due.minusDays(random.nextInt(10));
          };
      owed.put(month, new Owed(month, due, paid));
      known.month(
          "worker", month.toString().substring(0, 7), paid == null ? null : paid.toString());
    }
    return known;
  }

  /** Asks what of the history still counts on the day, then the waiting time, then what is owed. */
  private boolean isOpen(LocalDate day) {
    LocalDate since = lapsedUntil(day);
    boolean waited = false;
    for (LocalDate month = since; month.isBefore(day); month = month.plusMonths(1)) {
      waited |= hasWaited(month, day);
    }
    return waited
        && owed.values().stream()
            .filter(one -> !one.month().isBefore(since))
            .noneMatch(
                one ->
                    one.due().plusDays(TOLERATED).isBefore(day)
                        && (one.paid() == null || one.paid().isAfter(day)));
  }

  private boolean hasWaited(LocalDate first, LocalDate day) {
    for (int i = 0; i < WAITING; i++) {
      Owed month = owed.get(first.plusMonths(i));
      boolean counts =
          month != null
              && month.paid() != null
              && (!month.paid().isAfter(month.due()) || !month.paid().isAfter(day));
      if (!counts) {
        return false;
      }
    }
    return !first.plusMonths(WAITING).isAfter(day);
  }

  /** The month after the last break that was too long by the day. */
  private LocalDate lapsedUntil(LocalDate day) {
    LocalDate since = FIRST;
    for (LocalDate month : owed.keySet()) {
      LocalDate missing = month.plusMonths(1);
      LocalDate closes = missing.plusMonths(1).minusDays(1).plusDays(TOLERATED + 1L);
      boolean back =
          owed.keySet().stream().anyMatch(next -> !next.isBefore(missing) && next.isBefore(closes));
      if (!back && !closes.isAfter(day)) {
        since = missing;
      }
    }
    return since;
  }
}
