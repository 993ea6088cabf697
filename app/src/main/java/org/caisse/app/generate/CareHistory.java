package org.caisse.app.generate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What lines of one patient before have used up. */
final class CareHistory {

  private final CareRules rules;
  private final String insurance;
  private final List<CareEntry> paid = new ArrayList<>();
  private final List<CareAnswer> answers = new ArrayList<>();
  private final Set<List<Object>> contents = new HashSet<>();

  CareHistory(CareRules rules, String insurance) {
    this.rules = rules;
    this.insurance = insurance;
  }

  void add(CareEntry entry, CareAnswer answer) {
    paid.add(entry);
    answers.add(answer);
    if (answer.status() != CareAnswer.Status.REFUSED) {
      contents.add(content(entry));
    }
  }

  boolean hasSame(CareEntry entry) {
    return contents.contains(content(entry));
  }

  private static List<Object> content(CareEntry entry) {
    return entry.care().content(entry.line().sent());
  }

  /** Units for which prior agreement was used up. */
  int agreed() {
    int units = 0;
    for (int i = 0; i < paid.size(); i++) {
      units += answers.get(i).agreed() ? paid.get(i).care().units() : 0;
    }
    return units;
  }

  /** Whether the insurance has paid the one line that it pays in a time. */
  boolean hasHadOne(CareEntry entry) {
    for (CareRules.Once once : rules.once()) {
      if (once.groups().contains(entry.care().group())) {
        for (int i = 0; i < paid.size(); i++) {
          CareEntry other = paid.get(i);
          if (answers.get(i).share(insurance) > 0
              && once.groups().contains(other.care().group())
              && Math.abs(other.care().day() - entry.care().day()) < once.days()
              && isSame(once.same(), other, entry)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean isSame(CareRules.Same same, CareEntry one, CareEntry other) {
    return switch (same) {
      case PROVIDER -> one.place().provider() == other.place().provider();
      case AFFECTION -> one.care().affection().equals(other.care().affection());
      case SPECIALTY -> true;
    };
  }

  /** What the insurance may still pay for a line, francs. */
  long left(CareEntry entry) {
    long year = 0;
    long prescription = 0;
    boolean medicine = entry.care().group().equals("medicine");
    for (int i = 0; i < paid.size(); i++) {
      CareEntry other = paid.get(i);
      long share = answers.get(i).share(insurance);
      year += other.day().getYear() == entry.day().getYear() ? share : 0;
      boolean together =
          medicine && other.care().group().equals("medicine") && isOfOne(other, entry);
      prescription += together ? share : 0;
    }
    long left = less(rules.yearly(), year);
    return medicine ? Math.min(left, less(rules.perPrescription(), prescription)) : left;
  }

  private static boolean isOfOne(CareEntry one, CareEntry other) {
    return one.care().prescription().equals(other.care().prescription());
  }

  private static long less(long ceiling, long used) {
    return ceiling == CareRules.NONE ? ceiling : Math.max(0, ceiling - used);
  }
}
