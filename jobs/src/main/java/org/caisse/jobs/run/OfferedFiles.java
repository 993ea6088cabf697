package org.caisse.jobs.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells which of the files that a run is offered are new. A content is taken once; after its
 * withdrawal, once more when it comes again.
 */
final class OfferedFiles {

  private final FileStore store;

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

  OfferedFiles(FileStore store) {
    this.store = store;
  }

  /**
   * Reads files through; of several with the same content, the first counts.
   *
   * @throws UsageException when one cannot be read
   */
  static List<Offered> read(List<RunRequest.InputFile> files) {
    List<Offered> offered = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (RunRequest.InputFile file : files) {
      ContentStore.Content content = ContentStore.content(file.path());
      if (seen.add(file.kind() + " " + content.sha256())) {
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
    for (Offered one : offered) {
      Optional<TakenFile> last = store.last(one.file().kind(), one.content().sha256());
      if (last.isEmpty()) {
        taken.add(new New(one, 1));
      } else if (last.get().isAbandoned()
          || (last.get().isWithdrawn() && comesAgain(one, last.get(), day))) {
        taken.add(new New(one, last.get().taken() + 1));
      } else {
        leftOut.add(new LeftOut(one.file().path(), last.get()));
      }
    }
    return new Sorted(taken, leftOut);
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
