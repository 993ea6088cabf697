package org.caisse.app.month;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.caisse.app.month.Typed.Line;

/**
 * What SEMANTICS 9 to 13 and 15 say of one employer's month, computed as plainly as they are
 * written: all declarations are kept, days are sets, and everything is worked out from the
 * beginning each time.
 */
// Filings of equal content are still different filings.
@SuppressWarnings("ReferenceEquality")
final class NaiveMonth {

  private static final LocalDate DUE = LocalDate.of(2026, 3, 10);
  private static final long FLOOR = 45_000;

  /** A declaration as it is sent. */
  record Sent(String employer, String kind, int sequence, List<Line> lines, boolean miscounted) {

    boolean completes() {
      return kind.equals("complement") || kind.equals("correction");
    }

    String text() {
      String text = Typed.declaration(employer, kind, sequence, lines);
      return miscounted ? text.replaceFirst(";" + lines.size() + ";;;;;;", ";999;;;;;;") : text;
    }
  }

  /** One that was filed, with the lines that were accepted and the one that it completes. */
  private record Filed(Sent sent, Filed base, List<Line> accepted, LocalDate day) {}

  private final Set<String> persons;
  private final List<Filed> filed = new ArrayList<>();
  private final List<Sent> sentBefore = new ArrayList<>();

  NaiveMonth(Set<String> persons) {
    this.persons = persons;
  }

  /** All that was sent, whatever became of it. */
  List<Sent> sent() {
    return sentBefore;
  }

  /** Takes one in; says what becomes of it. */
  String take(Sent sent, LocalDate day) {
    sentBefore.add(sent);
    String refused = place(sent);
    if (refused == null && same(sent) != null) {
      return "REPEATED 0";
    }
    if (refused == null && sent.miscounted()) {
      refused = "207";
    }
    if (refused != null) {
      return "REFUSED 0 " + refused;
    }
    Filed base = sent.completes() ? base() : null;
    List<Line> together = new ArrayList<>(base == null ? List.of() : counting());
    List<Line> accepted = new ArrayList<>();
    for (Line line : sent.lines()) {
      if (right(line) && together.stream().noneMatch(other -> overlap(line, other))) {
        together.add(line);
        accepted.add(line);
      }
    }
    filed.add(new Filed(sent, base, accepted, day));
    return "FILED " + accepted.size();
  }

  private String place(Sent sent) {
    if (sent.lines().stream().mapToLong(Line::grossMinor).sum() < 0
        && !sent.kind().equals("correction")) {
      return "206";
    }
    if (sent.kind().equals("nil") && !sent.lines().isEmpty()) {
      return "210";
    }
    Filed base = base();
    int baseSequence = base == null ? 0 : base.sent().sequence();
    boolean known = filed.stream().anyMatch(one -> one.sent().sequence() == sent.sequence());
    if (sent.kind().equals("correction")) {
      return !known ? "217" : sent.sequence() < baseSequence ? "218" : null;
    }
    if (known) {
      return same(sent) == null ? "209" : null;
    }
    if (sent.kind().equals("complement")) {
      return base == null ? "214" : sent.sequence() < baseSequence ? "215" : null;
    }
    boolean between =
        filed.stream()
            .anyMatch(
                one ->
                    one.base() == base
                        && one.sent().completes()
                        && one.sent().sequence() > sent.sequence());
    return sent.sequence() > baseSequence && between ? "216" : null;
  }

  /** The same declaration, filed before. */
  private Filed same(Sent sent) {
    return filed.stream()
        .filter(one -> one.sent().text().equals(sent.text()))
        .findFirst()
        .orElse(null);
  }

  private Filed base() {
    return filed.stream()
        .filter(one -> !one.sent().completes())
        .max(Comparator.comparingInt(one -> one.sent().sequence()))
        .orElse(null);
  }

  /** The accepted lines of all that counts. */
  List<Line> counting() {
    Filed base = base();
    return filed.stream()
        .filter(one -> one == base || (one.base() != null && one.base() == base))
        .flatMap(one -> one.accepted().stream())
        .toList();
  }

  private boolean right(Line line) {
    return persons.contains(line.person())
        && line.gross().matches("[0-9]+")
        && !days(line).isEmpty()
        && (line.days().isEmpty() || Integer.parseInt(line.days()) <= days(line).size());
  }

  private static boolean overlap(Line line, Line other) {
    Set<Integer> shared = days(line);
    shared.retainAll(days(other));
    return line.person().equals(other.person()) && !shared.isEmpty();
  }

  private static Set<Integer> days(Line line) {
    Set<Integer> days = new HashSet<>();
    for (int day = 1; day <= 28; day++) {
      String date = "2026-02-%02d".formatted(day);
      if ((line.entry().isEmpty() || line.entry().compareTo(date) <= 0)
          && (line.exit().isEmpty() || line.exit().compareTo(date) >= 0)) {
        days.add(day);
      }
    }
    return days;
  }

  /** Persons with base, employer's and insured's share. */
  List<String> persons(long ceiling) {
    Map<String, Long> pay = new TreeMap<>();
    counting().forEach(line -> pay.merge(line.person(), line.grossMinor(), Long::sum));
    return pay.entrySet().stream()
        .map(
            one -> {
              long base = base(one.getValue(), ceiling);
              return "%s %d %d %d".formatted(one.getKey(), base, share(base), share(base));
            })
        .toList();
  }

  private static long base(long pay, long ceiling) {
    return Math.min(Math.max(pay, FLOOR), ceiling);
  }

  /** 2.5 %, half a franc up. */
  private static long share(long base) {
    return (base * 25 + 500) / 1_000;
  }

  /** State, persons, base, shares and surcharge. */
  String month(long ceiling) {
    Filed base = base();
    if (base == null) {
      return "MISSING 0 0 0 0 0";
    }
    Map<String, Long> pay = new TreeMap<>();
    counting().forEach(line -> pay.merge(line.person(), line.grossMinor(), Long::sum));
    long bases = pay.values().stream().mapToLong(one -> base(one, ceiling)).sum();
    long shares = pay.values().stream().mapToLong(one -> share(base(one, ceiling))).sum();
    LocalDate first =
        filed.stream()
            .filter(one -> !one.sent().completes())
            .map(Filed::day)
            .min(Comparator.naturalOrder())
            .orElseThrow();
    int late = 0;
    while (DUE.plusMonths(late).isBefore(first)) {
      late++;
    }
    boolean nil = base.sent().kind().equals("nil") && pay.isEmpty();
    return "%s %d %d %d %d %d"
        .formatted(
            nil ? "NIL" : "DECLARED",
            pay.size(),
            bases,
            shares,
            shares,
            (2 * shares * late + 50) / 100);
  }
}
