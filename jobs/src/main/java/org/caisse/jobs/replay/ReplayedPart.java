package org.caisse.jobs.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caisse.jobs.replay.WithdrawnFiles.TakenFile;

/** What the replay of one part of an archive gave. To be filled by one thread. */
final class ReplayedPart {

  final Differences differences = new Differences();

  /** What counts or may count, by number of the employer, for the month that is looked at. */
  final Map<String, List<Counted.Filed>> counted = new HashMap<>();

  /** What was filed and is withdrawn, and what is filed of such numbers again. */
  final Map<Sent, Set<TakenFile>> withdrawn = new HashMap<>();

  final Set<Sent> filed = new HashSet<>();

  /** What only repeats, in the order in which it came; kept when there are withdrawals. */
  final List<Repeated> repeated = new ArrayList<>();

  /** A declaration by its employer and the sender's number. */
  record Sent(String employerNo, int sequence) {}

  /**
   * A declaration that repeats another one, and what it gives if it stands in for that.
   *
   * @param withdrawn its file, if that is withdrawn too; else null
   */
  record Repeated(Sent sent, Counted.Filed counted, TakenFile withdrawn) {}

  long lines;
  long declarations;
  long persons;
  long employers;

  /** Whether its files could be read to their ends. */
  boolean whole = true;

  /** Adds a part that comes after this one. */
  void add(ReplayedPart later) {
    differences.addAll(later.differences);
    later.counted.forEach((employer, more) -> of(employer).addAll(more));
    later.withdrawn.forEach((sent, files) -> withdrawn(sent).addAll(files));
    filed.addAll(later.filed);
    repeated.addAll(later.repeated);
    lines += later.lines;
    declarations += later.declarations;
    persons += later.persons;
    employers += later.employers;
    whole &= later.whole;
  }

  /** What counts or may count of an employer. */
  List<Counted.Filed> of(String employerNo) {
    return counted.computeIfAbsent(employerNo, no -> new ArrayList<>(1));
  }

  /** The withdrawn files in which a declaration was filed. */
  Set<TakenFile> withdrawn(Sent sent) {
    return withdrawn.computeIfAbsent(sent, one -> new HashSet<>());
  }

  /** Lets what only repeats stand in for what is withdrawn. */
  void standIn() {
    for (Repeated one : repeated) {
      if (!withdrawn.containsKey(one.sent()) || filed.contains(one.sent())) {
        continue;
      }
      Set<TakenFile> gone = withdrawn(one.sent());
      if (one.withdrawn() == null) {
        of(one.sent().employerNo()).add(one.counted().insteadOf(gone));
      } else {
        gone.add(one.withdrawn());
      }
    }
  }
}
