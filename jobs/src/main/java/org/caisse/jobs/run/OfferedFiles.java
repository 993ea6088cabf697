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
    boolean newTogether =
        offered.stream()
            .anyMatch(one -> FileKinds.comeTogether(one.file().kind()) && isFree(one, day));
    for (Offered one : offered) {
      String content = one.file().kind() + " " + one.content().sha256();
      Optional<TakenFile> last = store.last(one.file().kind(), one.content().sha256());
      if ((newTogether && FileKinds.comeTogether(one.file().kind())) || isFree(one, day)) {
        int before = times.getOrDefault(content, last.map(TakenFile::taken).orElse(0));
        times.put(content, before + 1);
        taken.add(new New(one, before + 1));
      } else {
        leftOut.add(new LeftOut(one.file().path(), last.orElseThrow()));
      }
    }
    return new Sorted(taken, leftOut);
  }

  private boolean isFree(Offered one, LocalDate day) {
    Optional<TakenFile> last = store.last(one.file().kind(), one.content().sha256());
    return last.isEmpty()
        || (!takenBefore.is(one.file(), one.content().sha256())
            && (last.get().isAbandoned()
                || !last.get().isWithdrawn()
                || comesAgain(one, last.get(), day)));
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
