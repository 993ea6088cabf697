package org.caisse.jobs.keyed;

import java.util.ArrayList;
import java.util.List;
import org.caisse.jobs.run.RunContext;
import org.springframework.batch.core.step.Step;

/** Builds the steps that go through employers or persons by key. */
public final class ByKey {

  private ByKey() {}

  /**
   * A step whose facts are read in key order, judged one by one, posted and archived; it restarts
   * after the last commit.
   */
  public static <F, V, R extends Record> Step step(
      RunContext run, KeyedSizes sizes, KeyedWork<F, V, R> work) {
    return run.steps()
        .<List<Keyed<F>>, List<Judged<F, V>>>chunked(
            work.name(),
            sizes.blocksPerChunk(),
            new KeyedReader<>(run, work, sizes.block()),
            block -> judge(work, block),
            new KeyedWriter<>(run, work, sizes.blocksPerPart()));
  }

  private static <F, V> List<Judged<F, V>> judge(KeyedWork<F, V, ?> work, List<Keyed<F>> block) {
    List<Judged<F, V>> judged = new ArrayList<>(block.size());
    for (Keyed<F> keyed : block) {
      judged.add(new Judged<>(keyed, work.judge(keyed.facts())));
    }
    return judged;
  }
}
