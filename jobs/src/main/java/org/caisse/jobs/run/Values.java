package org.caisse.jobs.run;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The {@code name=value} pairs of a request, checked. */
public final class Values {

  private final String job;
  private final Map<String, List<String>> values;

  /**
   * @throws UsageException when a name is none of the job's parameters
   */
  public Values(CaisseJob job, Map<String, List<String>> values) {
    this.job = job.name();
    this.values = Map.copyOf(values);
    Set<String> known = new TreeSet<>();
    for (RunParameter parameter : job.parameters()) {
      known.add(parameter.name());
      if (parameter.required() && !values.containsKey(parameter.name())) {
        throw new UsageException(
            "job %s needs %s=… (%s)".formatted(job.name(), parameter.name(), parameter.meaning()));
      }
    }
    for (String name : values.keySet()) {
      if (!known.contains(name)) {
        throw new UsageException(
            "job %s has no parameter '%s'; it has: %s"
                .formatted(job.name(), name, String.join(", ", known)));
      }
    }
  }

  /** All values of a name. */
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** The only value of a name. */
  public String text(String name) {
    return single(name);
  }

  /** The business date. */
  public LocalDate date(String name) {
    String text = single(name);
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new UsageException(
          "job %s: %s=%s is no date; write it like 2026-03-09".formatted(job, name, text), e);
    }
  }

  /** The first day of a month. */
  public LocalDate month(String name) {
    String text = single(name);
    try {
      return YearMonth.parse(text).atDay(1);
    } catch (DateTimeException e) {
      throw new UsageException(
          "job %s: %s=%s is no month; write it like 2026-02".formatted(job, name, text), e);
    }
  }

  /** A value that need not be given; empty then. */
  public String optional(String name) {
    return all(name).isEmpty() ? "" : single(name);
  }

  private String single(String name) {
    List<String> given = all(name);
    if (given.size() != 1) {
      throw new UsageException("job %s takes one %s=…, not %d".formatted(job, name, given.size()));
    }
    return given.getFirst();
  }
}
