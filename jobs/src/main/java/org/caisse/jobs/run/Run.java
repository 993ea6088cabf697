package org.caisse.jobs.run;

import java.time.LocalDate;
import org.caisse.config.text.Language;

/**
 * A run as the database knows it. Everything but the status and the fence is frozen when it first
 * starts.
 *
 * @param id surrogate key of its rows
 * @param key identity
 * @param businessDate the day whose books it keeps; never the clock's
 * @param language of documents for people
 * @param packId scheme pack
 * @param packSha256 content of the pack when the run began
 * @param settingsSha256 content of the fund's settings when the run began
 * @param formatsSha256 content of formats and sender mappings when the run began; empty when it
 *     takes no files in, or began before there were any
 * @param headSha256 chain of manifests when the run began
 * @param status where it stands
 * @param fence token of whoever executes it now
 */
public record Run(
    int id,
    RunKey key,
    LocalDate businessDate,
    Language language,
    String packId,
    String packSha256,
    String settingsSha256,
    String formatsSha256,
    String headSha256,
    Status status,
    int fence) {

  /** Where a run stands. */
  public enum Status {
    RUNNING,
    STOPPED,
    FAILED,
    COMPLETED,
    /** Given up by an operator: nothing of it counts. */
    ABANDONED;

    /** Whether there is something to go on with. */
    public boolean isUnfinished() {
      return switch (this) {
        case RUNNING, STOPPED, FAILED -> true;
        case COMPLETED, ABANDONED -> false;
      };
    }
  }
}
