package org.caisse.jobs.run;

/**
 * What identifies a run: the job, its period or business date, and a sequence. Times and paths
 * never do.
 *
 * @param job name of the job
 * @param scope the period ({@code 2026-02}) or business date ({@code 2026-03-09})
 * @param seq from 1
 */
public record RunKey(String job, String scope, int seq) {

  /** How people write it, and how its output folder is called. */
  public String label() {
    return scope + "/" + job + "-" + seq;
  }

  /** Reads what {@link #label()} wrote; null when the text is no label. */
  public static RunKey parse(String label) {
    int slash = label.indexOf('/');
    int dash = label.lastIndexOf('-');
    if (slash < 1 || dash < slash + 2) {
      return null;
    }
    try {
      return new RunKey(
          label.substring(slash + 1, dash),
          label.substring(0, slash),
          Integer.parseInt(label.substring(dash + 1)));
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
