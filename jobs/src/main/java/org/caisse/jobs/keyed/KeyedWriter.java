package org.caisse.jobs.keyed;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.caisse.jobs.run.Outputs;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Statistics;
import org.caisse.writers.archive.ArchiveWriter;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** Posts what was decided after the last committed key, and archives all of it, part by part. */
final class KeyedWriter<F, V, R extends Record> implements ItemStreamWriter<List<Judged<F, V>>> {

  private final RunContext run;
  private final KeyedWork<F, V, R> work;
  private final int blocksPerPart;
  private final Outputs outputs;
  private KeyedPlace place;
  private ArchiveWriter<R> archive;
  private Keyed<F> last;
  private int blocksInPart;
  private long done;

  KeyedWriter(RunContext run, KeyedWork<F, V, R> work, int blocksPerPart) {
    this.run = run;
    this.work = work;
    this.blocksPerPart = blocksPerPart;
    this.outputs = new Outputs(run);
  }

  @Override
  public void open(ExecutionContext context) {
    place = KeyedPlace.of(context);
  }

  @Override
  public void write(Chunk<? extends List<Judged<F, V>>> chunk) throws Exception {
    List<Judged<F, V>> fresh = new ArrayList<>();
    for (List<Judged<F, V>> block : chunk) {
      for (Judged<F, V> judged : block) {
        if (judged.keyed().after(place.committed1(), place.committed2())) {
          fresh.add(judged);
        }
      }
    }
    if (!fresh.isEmpty()) {
      Connection connection = DataSourceUtils.getConnection(run.dataSource());
      try {
        work.post(connection, fresh);
      } finally {
        DataSourceUtils.releaseConnection(connection, run.dataSource());
      }
    }
    for (List<Judged<F, V>> block : chunk) {
      if (block.isEmpty()) {
        endPart();
        Statistics.refresh(run, work.tables());
      } else {
        archive(block);
      }
    }
    run.progress().advancedTo(done);
  }

  @Override
  public void update(ExecutionContext context) {
    place.into(context);
  }

  @Override
  public void close() {
    if (archive != null) {
      archive.close();
      archive = null;
    }
  }

  private void archive(List<Judged<F, V>> block) throws IOException {
    if (archive == null) {
      Files.createDirectories(run.archive());
      Map<String, String> about =
          Map.of("run", run.run().key().label(), "pack", run.run().packId());
      archive =
          new ArchiveWriter<>(
              run.archive().resolve("%s-%05d.parquet".formatted(work.name(), place.part())),
              work.rowType(),
              about,
              run.failPoint());
    }
    List<R> rows = new ArrayList<>(block.size());
    for (Judged<F, V> judged : block) {
      rows.add(work.row(judged.keyed().facts(), judged.verdict()));
    }
    archive.write(rows);
    done += block.size();
    last = block.getLast().keyed();
    place = place.committed(last);
    if (++blocksInPart == blocksPerPart) {
      endPart();
    }
  }

  private void endPart() throws IOException {
    if (archive != null) {
      outputs.part(work.name(), place.part(), archive.finish());
      archive = null;
      place = place.nextPart(last);
      blocksInPart = 0;
    }
  }
}
