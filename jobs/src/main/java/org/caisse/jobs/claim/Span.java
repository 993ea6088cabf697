package org.caisse.jobs.claim;

import java.util.List;
import org.caisse.jobs.run.RunContext;

/**
 * Where the lines or invoices of a run lie among those of years: nearly all in the files that were
 * taken in last, a few before them. Ids grow with their files, so queries that say both read a
 * range and look up the rest, and know beforehand how much that is.
 *
 * @param from the first id of the range
 * @param to its last id
 * @param others ids before it
 */
record Span(long from, long to, List<Long> others) {

  /** Ids that are looked at together: about as many as a file may have. */
  private static final long BLOCK = 1L << 24;

  private static final int MOST_OTHERS = 1_000;

  Span {
    others = List.copyOf(others);
  }

  private record Block(long no, long ids) {}

  /**
   * The span of the ids of a query.
   *
   * @param ids gives them as {@code id}, with the parameter {@code :run}
   */
  static Span of(RunContext run, String ids) {
    List<Block> blocks =
        run.sql()
            .sql(
                "SELECT id / %d AS block, count(*) AS ids FROM (%s) i GROUP BY 1 ORDER BY 1"
                    .formatted(BLOCK, ids))
            .param("run", run.run().id())
            .query((row, n) -> new Block(row.getLong("block"), row.getLong("ids")))
            .list();
    if (blocks.isEmpty()) {
      return new Span(0, -1, List.of());
    }
    int first = first(blocks);
    long from = blocks.get(first).no() * BLOCK;
    List<Long> others =
        run.sql()
            .sql("SELECT DISTINCT id FROM (" + ids + ") i WHERE id < :from ORDER BY id")
            .param("run", run.run().id())
            .param("from", from)
            .query(Long.class)
            .list();
    return new Span(from, (blocks.getLast().no() + 1) * BLOCK - 1, others);
  }

  /** The ids before the range, for an SQL array. */
  Long[] otherArray() {
    return others.toArray(Long[]::new);
  }

  /** The first block that is not looked up id by id; the last one never is. */
  private static int first(List<Block> blocks) {
    long before = 0;
    for (int i = 0; i < blocks.size() - 1; i++) {
      before += blocks.get(i).ids();
      if (before > MOST_OTHERS) {
        return i;
      }
    }
    return blocks.size() - 1;
  }
}
