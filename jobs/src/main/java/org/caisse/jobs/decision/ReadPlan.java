package org.caisse.jobs.decision;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.caisse.jobs.debt.FollowUpTerms;
import org.caisse.jobs.debt.Settled;
import org.caisse.jobs.run.RunEnvironment;
import org.caisse.jobs.run.RunRequest;
import org.caisse.jobs.run.UsageException;
import org.caisse.jobs.run.Values;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Understands a proposed instalment plan: which months, what is paid when. */
final class ReadPlan {

  private final RunEnvironment environment;
  private final ReadDecision words;
  private final Values given;
  private final LocalDate date;

  ReadPlan(RunEnvironment environment, ReadDecision words, Values given, LocalDate date) {
    this.environment = environment;
    this.words = words;
    this.given = given;
    this.date = date;
  }

  RunRequest.Decided decided(String by) {
    FollowUpTerms.require(environment, date);
    long employer = words.employer();
    LocalDate acknowledged =
        given.optional("acknowledged").isEmpty() ? date : given.date("acknowledged");
    if (acknowledged.isAfter(date)) {
      throw new UsageException(
          "acknowledged=%s is after %s: a debt is acknowledged before the plan is proposed"
              .formatted(acknowledged, date));
    }
    NavigableMap<LocalDate, Long> open = open(employer);
    List<LocalDate> months = months(open);
    List<RunRequest.Instalment> instalments = instalments(acknowledged);
    long owed = months.stream().mapToLong(open::get).sum();
    long agreed = instalments.stream().mapToLong(RunRequest.Instalment::amountMinor).sum();
    if (agreed < owed) {
      throw new UsageException(
          "the instalments come to %d minor units, and %d are open of these months: they must cover what is open"
              .formatted(agreed, owed));
    }
    return new RunRequest.Decided(
        "PLAN",
        null,
        employer,
        null,
        null,
        agreed,
        words.line("reason"),
        by,
        null,
        new RunRequest.Details(acknowledged, null, null, months, instalments));
  }

  /** What is open and due by month, as settled on the day. */
  private NavigableMap<LocalDate, Long> open(long employer) {
    int settlement = Settled.require(environment, date);
    NavigableMap<LocalDate, Long> open = new TreeMap<>();
    JdbcClient.create(environment.dataSource())
        .sql(
            "SELECT period, open_minor FROM open_debt(?) WHERE employer_id = ? AND open_minor > 0"
                + " AND due < ?")
        .params(settlement, employer, date)
        .query(
            row -> {
              open.merge(
                  row.getObject("period", LocalDate.class),
                  row.getLong("open_minor"),
                  Math::addExact);
            });
    return open;
  }

  private List<LocalDate> months(NavigableMap<LocalDate, Long> open) {
    TreeSet<LocalDate> months = new TreeSet<>();
    for (String word : given.all("month")) {
      LocalDate month = month(word);
      if (!open.containsKey(month)) {
        throw new UsageException("month=%s: nothing of it is due and open".formatted(word));
      }
      months.add(month);
    }
    if (open.isEmpty()) {
      throw new UsageException("this employer owes nothing that is due");
    }
    return List.copyOf(months.isEmpty() ? open.keySet() : months);
  }

  private static LocalDate month(String word) {
    try {
      return YearMonth.parse(word).atDay(1);
    } catch (DateTimeParseException e) {
      throw new UsageException("month=%s is no month; write it like 2026-02".formatted(word), e);
    }
  }

  private List<RunRequest.Instalment> instalments(LocalDate acknowledged) {
    List<RunRequest.Instalment> instalments = new ArrayList<>();
    TreeSet<LocalDate> days = new TreeSet<>();
    for (String word : given.all("instalment")) {
      String[] parts = word.split(":", -1);
      if (parts.length != 2) {
        throw new UsageException(
            "instalment=%s: write day and amount like 2026-05-15:50000".formatted(word));
      }
      LocalDate due = day(word, parts[0]);
      if (!due.isAfter(acknowledged) || !days.add(due)) {
        throw new UsageException(
            "instalment=%s: each is on a day of its own, after %s".formatted(word, acknowledged));
      }
      instalments.add(new RunRequest.Instalment(due, words.amount("instalment", parts[1])));
    }
    if (instalments.isEmpty()) {
      throw new UsageException("a plan has an instalment=… at least, like 2026-05-15:50000");
    }
    instalments.sort(Comparator.comparing(RunRequest.Instalment::due));
    return instalments;
  }

  private static LocalDate day(String word, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new UsageException(
          "instalment=%s: %s is no date; write it like 2026-05-15".formatted(word, text), e);
    }
  }
}
