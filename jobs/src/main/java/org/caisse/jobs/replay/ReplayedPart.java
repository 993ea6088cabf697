package org.caisse.jobs.replay;

import java.util.HashMap;
import java.util.Map;

/** What the replay of one part of an archive gave. To be filled by one thread. */
final class ReplayedPart {

  final Differences differences = new Differences();

  /** By number of the employer, for the month that is looked at. */
  final Map<String, Counted> counted = new HashMap<>();

  long lines;
  long declarations;
  long persons;
  long employers;

  /** Whether its files could be read to their ends. */
  boolean whole = true;

  /** Adds a part that comes after this one. */
  void add(ReplayedPart later) {
    differences.addAll(later.differences);
    later.counted.forEach((employer, one) -> counted.merge(employer, one, Counted::with));
    lines += later.lines;
    declarations += later.declarations;
    persons += later.persons;
    employers += later.employers;
    whole &= later.whole;
  }
}
