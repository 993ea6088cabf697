package org.caisse.jobs.run;

/**
 * The server's statistics of tables that a run has just filled. Without them it plans the next
 * queries for tables that are all but empty: a check of a million lines then took minutes instead
 * of a second. Its own upkeep comes about a minute later, which is too late for the next step.
 */
public final class Statistics {

  /** A sample of 300 rows for each: how many rows there are and of how many runs, not more. */
  private static final int ROUGH = 20;

  /** As {@link #sortedGroups} says, for whoever has another connection. */
  public static final String SORTED_GROUPS = "SET LOCAL enable_hashagg = off";

  private Statistics() {}

  /**
   * Forbids, until the transaction under way ends, plans that look rows up one by one: what a query
   * gathers in steps of its own has no statistics, and where the server takes a hundred thousand
   * rows for a few, such a plan never ends.
   */
  public static void noNestedLoops(RunContext run) {
    run.sql().sql("SET LOCAL enable_nestloop = off").update();
    sortedGroups(run);
  }

  /**
   * Forbids, until the transaction under way ends, groups found by hashing. Lines of files that
   * came in before {@code first_claim_line_id} have the number of their file times 2^24, and their
   * place: such numbers have few hashes (PostgreSQL takes the exclusive or of both halves; a
   * million lines of 4,000 files have 80,000), and a table of them grows until nothing ends.
   * Sorted, they are as quick as any.
   */
  public static void sortedGroups(RunContext run) {
    run.sql().sql(SORTED_GROUPS).update();
  }

  /**
   * Gives queries, until the transaction under way ends, memory in which the keys of years and the
   * lines of a month can be sorted; of the server, not of this process.
   */
  public static void roomToSort(RunContext run) {
    run.sql().sql("SET LOCAL work_mem = '256MB'").update();
  }

  /**
   * Brings statistics up to date, in the transaction under way. Not for a dry run: some would stay.
   *
   * @param tables names, of our own
   */
  public static void refresh(RunContext run, Iterable<String> tables) {
    if (run.environment().isDryRun()) {
      return;
    }
    run.sql().sql("SET LOCAL default_statistics_target = " + ROUGH).update();
    for (String table : tables) {
      run.sql().sql("ANALYZE " + table).update();
    }
  }
}
