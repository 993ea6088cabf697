package org.caisse.domain.right;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A set of days, as spans in order that neither overlap nor touch. */
record Days(List<Span> spans) {

  static final Days NONE = new Days(List.of());

  Days {
    spans = List.copyOf(spans);
  }

  static Days of(Span span) {
    return of(List.of(span));
  }

  /** The days of any spans. */
  static Days of(List<Span> any) {
    List<Span> ordered =
        any.stream()
            .filter(span -> !span.isEmpty())
            .sorted(Comparator.comparing(Span::from).thenComparing(Span::to))
            .toList();
    List<Span> joined = new ArrayList<>();
    for (Span span : ordered) {
      Span last = joined.isEmpty() ? null : joined.getLast();
      if (last == null || span.from().isAfter(last.to())) {
        joined.add(span);
      } else if (span.to().isAfter(last.to())) {
        joined.set(joined.size() - 1, new Span(last.from(), span.to()));
      }
    }
    return new Days(joined);
  }

  Days or(Days other) {
    List<Span> all = new ArrayList<>(spans);
    all.addAll(other.spans);
    return of(all);
  }

  Days and(Days other) {
    List<Span> both = new ArrayList<>();
    for (Span one : spans) {
      for (Span two : other.spans) {
        both.add(one.and(two));
      }
    }
    return of(both);
  }

  Days minus(Days other) {
    List<Span> left = new ArrayList<>(spans);
    for (Span gone : other.spans) {
      List<Span> next = new ArrayList<>();
      for (Span span : left) {
        if (span.and(gone).isEmpty()) {
          next.add(span);
        } else {
          next.add(new Span(span.from(), gone.from()));
          next.add(new Span(gone.to(), span.to()));
        }
      }
      next.removeIf(Span::isEmpty);
      left = next;
    }
    return of(left);
  }
}
