package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import org.caisse.jobs.replay.Replay;

/** What must be true of a fund whatever was done to it. */
final class EverythingHolds {

  private EverythingHolds() {}

  /** {@code verify} finds nothing, and each run that judged is judged again to the same. */
  static void in(LoadedFund fund) {
    assertThat(fund.findings()).isEmpty();
    fund.sql()
        .sql("SELECT run_id FROM run WHERE job <> 'registry-load' ORDER BY 1")
        .query(Integer.class)
        .list()
        .forEach(
            id ->
                assertThat(
                        Replay.run(fund.workspace(), fund.runs().find(id).orElseThrow().key())
                            .differences())
                    .isEmpty());
  }
}
