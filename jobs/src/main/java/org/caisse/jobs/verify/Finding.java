package org.caisse.jobs.verify;

/**
 * Something that is not as it must be.
 *
 * @param severity how bad
 * @param what does not hold, in words
 * @param where the file, run, employer or entry
 * @param found what was found, against what should be
 * @param todo what to do about it
 */
public record Finding(Severity severity, String what, String where, String found, String todo) {

  /** How bad a finding is. */
  public enum Severity {
    /** Books, archive or outputs are not what the runs wrote. */
    BROKEN,
    /** Nothing is lost or wrong, but somebody should look. */
    NOTICE
  }
}
