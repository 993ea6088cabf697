package org.caisse.jobs.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells which of the files that a run is offered are new. A content is taken once; after its
 * withdrawal, once more when it comes again.
 */
final class OfferedFiles {

  private final FileStore store;
  private final TakenBefore takenBefore;

  /**
   * A file with what is in it.
   *
   * @param content of the file when it was looked at
   */
  record Offered(RunRequest.InputFile file, ContentStore.Content content) {}

  /**
   * A file to take.
   *
   * @param taken how often its content was taken in, this time included
   */
  record New(Offered offered, int taken) {}

  /**
   * A file with what is known of its content.
   *
   * @param last how it was taken in before
   * @param free whether it may be taken in
   */
  private record Known(Offered offered, Optional<TakenFile> last, boolean free) {

    String key() {
      return offered.file().kind() + " " + offered.content().sha256();
    }

    boolean comesTogether() {
      return FileKinds.comeTogether(offered.file().kind());
    }
  }

  /** Those to take, in order, and those that are not. */
  record Sorted(List<New> taken, List<LeftOut> leftOut) {}

  /**
   * @param takenBefore null when nothing is offered
   */
  OfferedFiles(FileStore store, TakenBefore takenBefore) {
    this.store = store;
    this.takenBefore = takenBefore;
  }

  /**
   * Reads files through; of several that say the same, the first counts.
   *
   * @throws UsageException when one cannot be read
   */
  List<Offered> read(List<RunRequest.InputFile> files) {
    List<Offered> offered = new ArrayList<>();
    Map<String, List<RunRequest.InputFile>> byContent = new HashMap<>();
    for (RunRequest.InputFile file : files) {
      ContentStore.Content content = ContentStore.content(file.path());
      List<RunRequest.InputFile> same =
          byContent.computeIfAbsent(
              file.kind() + " " + content.sha256(), first -> new ArrayList<>());
      if (same.stream().noneMatch(earlier -> takenBefore.same(earlier, file))) {
        same.add(file);
        offered.add(new Offered(file, content));
      }
    }
    return offered;
  }

  /**
   * Which are new.
   *
   * @param day business date on which they come
   */
  Sorted sort(List<Offered> offered, LocalDate day) {
    List<New> taken = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    Map<String, Integer> times = new HashMap<>();
    List<Known> known = offered.stream().map(one -> known(one, day)).toList();
    boolean newTogether = known.stream().anyMatch(one -> one.comesTogether() && one.free());
    for (Known one : known) {
      if (one.free() || (newTogether && one.comesTogether())) {
        int before = times.getOrDefault(one.key(), one.last().map(TakenFile::taken).orElse(0));
        times.put(one.key(), before + 1);
        taken.add(new New(one.offered(), before + 1));
      } else {
        leftOut.add(new LeftOut(one.offered().file().path(), one.last().orElseThrow()));
      }
    }
    return new Sorted(taken, leftOut);
  }

  /** Asked once for each file: another run may take it in between two questions. */
  private Known known(Offered one, LocalDate day) {
    Optional<TakenFile> last = store.last(one.file().kind(), one.content().sha256());
    return new Known(one, last, last.isEmpty() || isFreeAgain(one, last.get(), day));
  }

  private boolean isFreeAgain(Offered one, TakenFile last, LocalDate day) {
    return !takenBefore.is(one.file(), one.content().sha256())
        && (last.isAbandoned() || !last.isWithdrawn() || comesAgain(one, last, day));
  }

  /**
   * A withdrawn file that still lies in the folder of its day has not come again; in the folder of
   * another day it has, unless that day is over; and somebody who names it means it.
   */
  private static boolean comesAgain(Offered one, TakenFile withdrawn, LocalDate day) {
    return one.file().named()
        || (!day.equals(withdrawn.receivedOn()) && !day.isBefore(withdrawn.withdrawal().on()));
  }
}
