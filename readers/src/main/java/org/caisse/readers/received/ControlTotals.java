package org.caisse.readers.received;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.caisse.config.format.RecordDescription;
import org.caisse.config.format.RecordDescription.ControlSum;
import org.caisse.config.format.RecordDescription.ControlTotal;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;

/**
 * Control sums of lines and control totals of one declaration of a fixed-width format: whole
 * numbers, added digit for digit as they were written. A line whose number cannot be read may hold
 * what is missing: then the sum of the others must only not exceed the total.
 */
final class ControlTotals {

  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, BigInteger> sums = new HashMap<>();
  private final Set<String> incomplete = new HashSet<>();
  private final Set<String> seen = new HashSet<>();

  /** Takes a line into account. */
  void add(RecordDescription record, RowValues line) {
    seen.add(record.code());
    counts.merge(record.code(), 1, Integer::sum);
    record
        .fields()
        .forEach(
            field -> {
              String digits = line.raw(field.name());
              String key = record.code() + "." + field.name();
              if (digits.isEmpty() || CellReader.isDigits(digits)) {
                sums.merge(key, number(digits), BigInteger::add);
              } else {
                incomplete.add(key);
              }
            });
  }

  /** Takes a line into account of which nothing can be read but its type, if that. */
  void addUnreadable(String code) {
    counts.merge(code, 1, Integer::sum);
    incomplete.add(code);
  }

  /** Takes note of a record of totals. */
  void see(RecordDescription record) {
    seen.add(record.code());
  }

  /** Whether a declaration has a record of a type. */
  boolean has(RecordDescription record) {
    return seen.contains(record.code());
  }

  /** Why a line does not prove itself, or null. */
  static Reject proof(RecordDescription record, RowValues line, int rowNo) {
    ControlSum rule = record.controlSum();
    if (rule == null) {
      return null;
    }
    BigInteger sum = BigInteger.ZERO;
    for (String term : rule.terms()) {
      String digits = line.raw(term);
      if (!digits.isEmpty() && !CellReader.isDigits(digits)) {
        return new Reject(rowNo, RejectCode.FIELD_INVALID, line.title(term), digits, "0..9");
      }
      sum = sum.add(number(digits));
    }
    if (!rule.rankField().isEmpty()) {
      int rank = rule.ranks().indexOf(line.raw(rule.rankField()));
      if (rank < 0) {
        return new Reject(
            rowNo,
            RejectCode.VALUE_UNKNOWN,
            line.title(rule.rankField()),
            line.raw(rule.rankField()),
            String.join("|", rule.ranks().stream().filter(text -> !text.isEmpty()).toList()));
      }
      sum = sum.add(BigInteger.valueOf(rank));
    }
    String said = line.raw(rule.field());
    boolean ties = CellReader.isDigits(said) && number(said).equals(sum);
    return ties
        ? null
        : new Reject(
            rowNo,
            RejectCode.CONTROL_SUM_MISMATCH,
            line.title(rule.field()),
            sum.toString(),
            CellReader.isDigits(said) ? number(said).toString() : said);
  }

  /**
   * Compares a record of totals with the lines before it.
   *
   * @return the first total that is another one, or null
   */
  Reject reject(RecordDescription record, RowValues totals, int rowNo) {
    for (ControlTotal rule : record.totals()) {
      String said = totals.raw(rule.field());
      String title = totals.title(rule.field());
      if (!CellReader.isDigits(said)) {
        return new Reject(rowNo, RejectCode.TOTALS_UNREADABLE, title, said, "");
      }
      BigInteger found = rule.summed().isEmpty() ? count(rule) : sum(rule);
      int compared = found.compareTo(number(said));
      boolean ties = mayBeMore(rule) ? compared <= 0 : compared == 0;
      if (!ties) {
        return new Reject(rowNo, code(rule), title, found.toString(), number(said).toString());
      }
    }
    return null;
  }

  private static RejectCode code(ControlTotal rule) {
    if (rule.summed().isEmpty()) {
      return RejectCode.COUNT_MISMATCH;
    }
    return rule.hash() ? RejectCode.HASH_TOTAL_MISMATCH : RejectCode.TOTAL_MISMATCH;
  }

  private BigInteger count(ControlTotal rule) {
    return BigInteger.valueOf(
        rule.of().stream().mapToLong(code -> counts.getOrDefault(code, 0)).sum());
  }

  private BigInteger sum(ControlTotal rule) {
    BigInteger sum = BigInteger.ZERO;
    for (String code : rule.of()) {
      sum = sum.add(sums.getOrDefault(code + "." + rule.summed(), BigInteger.ZERO));
    }
    return sum;
  }

  private boolean mayBeMore(ControlTotal rule) {
    return !rule.summed().isEmpty()
        && rule.of().stream()
            .anyMatch(
                code ->
                    incomplete.contains(code) || incomplete.contains(code + "." + rule.summed()));
  }

  private static BigInteger number(String digits) {
    return digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits);
  }
}
