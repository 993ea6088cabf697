package org.caisse.domain.right;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Parts of rights that something else leaves. */
final class Cut {

  /** A reason with its arguments. */
  record Why(RightReason code, String arguments) {}

  private Cut() {}

  /**
   * What of a right lies in some days.
   *
   * @param began why a part begins later than the right
   * @param ended why a part ends earlier than the right
   */
  static List<RightPeriod> keep(
      RightPeriod right,
      Days days,
      Function<LocalDate, Why> began,
      Function<LocalDate, Why> ended) {
    List<RightPeriod> parts = new ArrayList<>();
    for (Span span : Days.of(right.span()).and(days).spans()) {
      RightPeriod part = right;
      if (!span.from().equals(right.from())) {
        Why why = began.apply(span.from());
        part = part.since(span.from(), why.code(), why.arguments());
      }
      if (!span.to().equals(right.span().to())) {
        Why why = ended.apply(span.to());
        part = part.until(span.to(), why.code(), why.arguments());
      }
      parts.add(part);
    }
    return parts;
  }
}
