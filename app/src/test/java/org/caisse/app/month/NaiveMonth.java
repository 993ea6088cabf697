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
      return kind.equals("complement") || kind.equals("correction") || kind.equals("differential");
    }

    boolean signed() {
      return kind.equals("correction") || kind.equals("differential");
    }

    String text() {
      String text = Typed.declaration(employer, kind, sequence, lines);
      return miscounted ? text.replaceFirst(";" + lines.size() + ";;;;;;", ";999;;;;;;") : text;
    }
  }

  /** An accepted line, and whether it is a difference. */
  private record Taken(Line line, boolean difference) {

    boolean same(Line other) {
      return difference
          && line.person().equals(other.person())
          && line.grossMinor() == other.grossMinor()
          && worked() == new Taken(other, true).worked();
    }

    int worked() {
      if (!line.days().isEmpty()) {
        return Integer.parseInt(line.days());
      }
      return difference ? 0 : days(line).size();
    }
  }

  /**
   * One that was filed, or only repeated one that was, with the lines that were accepted and the
   * one that it completes.
   */
  private record Filed(
      int file, Sent sent, boolean repeats, Filed base, List<Taken> accepted, LocalDate day) {}

  private final Set<String> persons;
  private final List<Filed> filed = new ArrayList<>();
  private final List<Sent> sentBefore = new ArrayList<>();
  private final Set<Integer> withdrawn = new HashSet<>();

  NaiveMonth(Set<String> persons) {
    this.persons = persons;
  }

  /** All that was sent, whatever became of it. */
  List<Sent> sent() {
    return sentBefore;
  }

  /** Takes back what came in a file. */
  void withdraw(int file) {
    withdrawn.add(file);
  }

  /** Takes one in; says what becomes of it. */
  String take(int file, Sent sent, LocalDate day) {
    sentBefore.add(sent);
    String refused = place(sent);
    boolean repeats = refused == null && same(sent) != null;
    if (refused == null && sent.miscounted() && !repeats) {
      refused = "207";
    }
    if (refused != null) {
      return "REFUSED 0 " + refused;
    }
    Filed base = sent.completes() ? base() : null;
    Filed taken = new Filed(file, sent, repeats, base, accepted(sent, base), day);
    filed.add(taken);
    return repeats ? "REPEATED 0" : "FILED " + taken.accepted().size();
  }

  private List<Taken> accepted(Sent sent, Filed base) {
    boolean differences = differences(sent);
    List<Taken> together = new ArrayList<>(base == null ? List.of() : counting());
    int before = together.size();
    for (Line line : sent.lines()) {
      boolean right =
          differences
              ? changes(line, together, sent.kind().equals("correction") ? before : 0)
              : right(line) && together.stream().noneMatch(other -> overlap(line, other));
      if (right) {
        together.add(new Taken(line, differences));
      }
    }
    return List.copyOf(together.subList(before, together.size()));
  }

  /** Whether lines are differences, also those of a differential that come back corrected. */
  private boolean differences(Sent sent) {
    return sent.kind().equals("differential")
        || (sent.kind().equals("correction")
            && standing().stream()
                .anyMatch(
                    one ->
                        one.sent().sequence() == sent.sequence()
                            && one.sent().kind().equals("differential")));
  }

  private String place(Sent sent) {
    if (sent.lines().stream().mapToLong(Line::grossMinor).sum() < 0 && !sent.signed()) {
      return "206";
    }
    if (sent.kind().equals("nil") && !sent.lines().isEmpty()) {
      return "210";
    }
    Filed base = base();
    int baseSequence = base == null ? 0 : base.sent().sequence();
    boolean known = standing().stream().anyMatch(one -> one.sent().sequence() == sent.sequence());
    if (sent.kind().equals("correction")) {
      return !known ? "217" : sent.sequence() < baseSequence ? "218" : null;
    }
    if (known) {
      return same(sent) == null ? "209" : null;
    }
    if (sent.completes()) {
      return base == null ? "214" : sent.sequence() < baseSequence ? "215" : null;
    }
    boolean between =
        standing().stream()
            .anyMatch(
                one ->
                    one.base() == base
                        && one.sent().completes()
                        && one.sent().sequence() > sent.sequence());
    return sent.sequence() > baseSequence && between ? "216" : null;
  }

  /** The same declaration, filed before. */
  private Filed same(Sent sent) {
    return standing().stream()
        .filter(one -> one.sent().text().equals(sent.text()))
        .findFirst()
        .orElse(null);
  }

  /**
   * Those that nobody withdrew, and those that only repeat and so stand in for what was withdrawn.
   * What completes falls with what it completes.
   */
  private List<Filed> standing() {
    List<Filed> there = filed.stream().filter(one -> !withdrawn.contains(one.file())).toList();
    List<Filed> bases =
        there.stream()
            .filter(one -> !one.sent().completes())
            .filter(one -> !one.repeats() || there.stream().noneMatch(two -> replaces(two, one)))
            .toList();
    List<Filed> standing = new ArrayList<>(bases);
    there.stream()
        .filter(one -> one.sent().completes() && !one.repeats())
        .filter(one -> bases.stream().anyMatch(base -> base == one.base()))
        .forEach(standing::add);
    return standing;
  }

  /** Whether one was filed under the number that another only repeated. */
  private static boolean replaces(Filed one, Filed repeating) {
    return !one.repeats()
        && !one.sent().kind().equals("correction")
        && one.sent().sequence() == repeating.sent().sequence();
  }

  private Filed base() {
    return standing().stream()
        .filter(one -> !one.sent().completes())
        .max(Comparator.comparingInt(one -> one.sent().sequence()))
        .orElse(null);
  }

  /** The accepted lines of all that counts. */
  private List<Taken> counting() {
    Filed base = base();
    return standing().stream()
        .filter(one -> one == base || (one.base() != null && one.base() == base))
        .flatMap(one -> one.accepted().stream())
        .toList();
  }

  /**
   * Whether a difference leaves days and pay that there can be.
   *
   * @param known how many of the lines the line must not be the same as
   */
  private boolean changes(Line line, List<Taken> together, int known) {
    if (!persons.contains(line.person())
        || !line.gross().matches("-?[0-9]+")
        || !line.days().matches("(-?[0-9]+)?")
        || !line.entry().isEmpty()
        || !line.exit().isEmpty()
        || together.subList(0, known).stream().anyMatch(other -> other.same(line))) {
      return false;
    }
    long pay = line.grossMinor();
    int worked = new Taken(line, true).worked();
    int covered = 0;
    for (Taken other : together) {
      if (other.line().person().equals(line.person())) {
        pay += other.line().grossMinor();
        worked += other.worked();
        covered += other.difference() ? 0 : days(other.line()).size();
      }
    }
    return covered > 0 && pay >= 0 && worked >= 0 && worked <= covered;
  }

  private boolean right(Line line) {
    return persons.contains(line.person())
        && line.gross().matches("[0-9]+")
        && !days(line).isEmpty()
        && line.days().matches("[0-9]*")
        && (line.days().isEmpty() || Integer.parseInt(line.days()) <= days(line).size());
  }

  private static boolean overlap(Line line, Taken other) {
    if (other.difference() || !line.person().equals(other.line().person())) {
      return false;
    }
    Set<Integer> shared = days(line);
    shared.retainAll(days(other.line()));
    return !shared.isEmpty();
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

  /** Pay of each person; nobody where only differences are left of what was withdrawn. */
  private Map<String, Long> pay() {
    Map<String, Long> pay = new TreeMap<>();
    counting().forEach(one -> pay.merge(one.line().person(), one.line().grossMinor(), Long::sum));
    pay.values().removeIf(one -> one < 0);
    return pay;
  }

  /** Persons with base, employer's and insured's share. */
  List<String> persons(long ceiling) {
    return pay().entrySet().stream()
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
    Map<String, Long> pay = pay();
    long bases = pay.values().stream().mapToLong(one -> base(one, ceiling)).sum();
    long shares = pay.values().stream().mapToLong(one -> share(base(one, ceiling))).sum();
    LocalDate first =
        standing().stream()
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
