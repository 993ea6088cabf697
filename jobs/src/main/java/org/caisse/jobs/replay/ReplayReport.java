package org.caisse.jobs.replay;

import java.time.Duration;
import java.util.List;
import org.caisse.jobs.run.RunKey;

/**
 * What a replay found.
 *
 * @param run the run that was replayed
 * @param lines lines of declarations judged again
 * @param declarations declarations judged again
 * @param persons persons assessed again, with those that were assessed anew in the run
 * @param employers employers' months judged again
 * @param differences the first 100
 * @param differenceCount all of them; 0 is the proof
 * @param duration how long it took
 */
public record ReplayReport(
    RunKey run,
    long lines,
    long declarations,
    long persons,
    long employers,
    List<Difference> differences,
    long differenceCount,
    Duration duration) {

  public ReplayReport {
    differences = List.copyOf(differences);
  }

  /** Whether the rules decide everything as they did. */
  public boolean identical() {
    return differenceCount == 0;
  }
}
