package org.caisse.jobs.contribution;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.caisse.domain.contribution.MergedTerms;
import org.caisse.jobs.run.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Employers of a month that declare one person under several numbers, as people decided. Their pays
 * count together, so the lines do not stand as they were read: such an employer is assessed anew,
 * under terms that name the numbers, and again when that is taken back.
 */
final class MergedPersons {

  static final MergedPersons NONE = new MergedPersons(Map.of());

  private static final int KEY_BYTES = 4;

  private final Map<Long, List<Line>> lines;

  /**
   * A line of somebody who has several numbers, or had them by a decision that was taken back.
   *
   * @param kept number that it belongs to now; its own when to no other
   * @param ever any number of all that decisions ever joined with it, the same for all of them
   */
  private record Line(long declarationId, String person, String kept, String ever) {}

  private MergedPersons(Map<Long, List<Line>> lines) {
    this.lines = lines;
  }

  static MergedPersons of(JdbcClient sql, Month month) {
    Map<String, String> joined = new HashMap<>();
    sql.sql(Sql.of(MergedPersons.class, "ever-merged"))
        .param("inputs", month.run().inputArray())
        .query(
            row -> {
              String dropped = first(joined, row.getString("dropped_no"));
              String kept = first(joined, row.getString("kept_no"));
              if (!dropped.equals(kept)) {
                joined.put(dropped, kept);
              }
            });
    if (joined.isEmpty()) {
      return NONE;
    }
    Map<Long, List<Line>> lines = new HashMap<>();
    month
        .bind(sql.sql(Sql.of(MergedPersons.class, "merged-persons")))
        .query(
            row -> {
              String person = row.getString("person_no");
              lines
                  .computeIfAbsent(row.getLong("employer_id"), id -> new ArrayList<>())
                  .add(
                      new Line(
                          row.getLong("declaration_id"),
                          person,
                          row.getString("kept_no"),
                          first(joined, person)));
            });
    return new MergedPersons(lines);
  }

  /** Follows a number to the one that stands for all that were ever joined with it. */
  private static String first(Map<String, String> joined, String number) {
    String first = number;
    while (joined.containsKey(first)) {
      first = joined.get(first);
    }
    return first;
  }

  /**
   * Whether lines of the declarations that count may have been assessed on top of each other as one
   * person's, or as two persons', which they are not now.
   */
  boolean touch(long employer, Collection<Long> counting) {
    return together(employer, counting, Line::ever).values().stream()
        .anyMatch(numbers -> numbers.size() > 1);
  }

  /** The key of the terms, with the numbers that are one person. */
  String terms(String key, long employer, Collection<Long> counting) {
    SortedMap<String, SortedSet<String>> together = together(employer, counting, Line::kept);
    together.values().removeIf(numbers -> numbers.size() < 2);
    return together.isEmpty() ? key : MergedTerms.of(key, digest(together.toString()));
  }

  private SortedMap<String, SortedSet<String>> together(
      long employer, Collection<Long> counting, Function<Line, String> by) {
    SortedMap<String, SortedSet<String>> together = new TreeMap<>();
    for (Line line : lines.getOrDefault(employer, List.of())) {
      if (counting.contains(line.declarationId())) {
        together.computeIfAbsent(by.apply(line), no -> new TreeSet<>()).add(line.person());
      }
    }
    return together;
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, KEY_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
