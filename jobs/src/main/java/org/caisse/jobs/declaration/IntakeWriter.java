package org.caisse.jobs.declaration;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caisse.domain.contribution.DeclarationRow;
import org.caisse.domain.contribution.LineRow;
import org.caisse.jobs.run.Outputs;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Statistics;
import org.caisse.writers.archive.ArchiveWriter;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Writes judged blocks: rows by COPY on the chunk's transaction, archive rows to the part under
 * way. A part that is full is closed, forced and renamed before the transaction that records it
 * commits.
 */
final class IntakeWriter implements ItemStreamWriter<JudgedBlock> {

  private final RunContext run;
  private final IntakeRows rows;
  private final Outputs outputs;
  private final Set<LocalDate> periods = new HashSet<>();
  private IntakePlace place;
  private long linesRead;
  private ArchiveWriter<LineRow> lines;
  private ArchiveWriter<DeclarationRow> declarations;

  IntakeWriter(RunContext run) {
    this.run = run;
    this.rows = new IntakeRows(run.run().id());
    this.outputs = new Outputs(run);
  }

  @Override
  public void open(ExecutionContext context) {
    place = IntakePlace.of(context);
  }

  @Override
  public void write(Chunk<? extends JudgedBlock> chunk) throws Exception {
    List<? extends JudgedBlock> blocks = chunk.getItems();
    preparePeriods(blocks);
    Connection connection = DataSourceUtils.getConnection(run.dataSource());
    try {
      rows.lines(connection, blocks);
      rows.declarations(connection, blocks);
      rows.rejects(connection, blocks);
      rows.fileResults(connection, blocks);
    } finally {
      DataSourceUtils.releaseConnection(connection, run.dataSource());
    }
    for (JudgedBlock block : blocks) {
      for (JudgedBlock.Stretch stretch : block.stretches) {
        archive(stretch);
      }
      place = place.committed(block.endFile, block.endLine);
      linesRead += block.lines;
      if (block.endFile > run.files().size()) {
        closePart();
        place = place.ended(block.endFile);
        refreshStatistics();
      }
    }
    run.progress().advancedTo(linesRead);
  }

  @Override
  public void update(ExecutionContext context) {
    place.into(context);
  }

  @Override
  public void close() {
    if (lines != null) {
      lines.close();
      declarations.close();
      lines = null;
    }
  }

  private void preparePeriods(List<? extends JudgedBlock> blocks) {
    int last = Integer.MIN_VALUE;
    for (JudgedBlock block : blocks) {
      for (JudgedBlock.Accepted accepted : block.accepted) {
        if (accepted.period() != last) {
          last = accepted.period();
          LocalDate period = LocalDate.ofEpochDay(last);
          if (periods.add(period)) {
            run.sql()
                .sql("SELECT ensure_declaration_period(?)")
                .param(period)
                .query((row, n) -> n)
                .list();
          }
        }
      }
    }
  }

  private void refreshStatistics() {
    List<String> tables = new ArrayList<>(List.of("declaration", "line_reject"));
    run
        .sql()
        .sql(
            "SELECT 'declaration_line_' || to_char(period, 'YYYY_MM') FROM (SELECT DISTINCT period"
                + " FROM declaration WHERE run_id = ? AND accepted > 0) p ORDER BY 1")
        .param(run.run().id())
        .query(String.class)
        .stream()
        .forEach(tables::add);
    Statistics.refresh(run, tables);
  }

  private void archive(JudgedBlock.Stretch stretch) throws IOException {
    if (lines == null) {
      openPart();
    }
    lines.write(stretch.lines());
    declarations.write(stretch.declarations());
    if (stretch.nextPart() != null) {
      closePart();
      place = stretch.nextPart().committed(place.committedFile(), place.committedLine());
    }
  }

  private void openPart() throws IOException {
    Files.createDirectories(run.archive());
    Map<String, String> about = Map.of("run", run.run().key().label(), "pack", run.run().packId());
    lines =
        new ArchiveWriter<>(
            run.archive().resolve("lines-%05d.parquet".formatted(place.part())),
            LineRow.class,
            about,
            run.failPoint());
    declarations =
        new ArchiveWriter<>(
            run.archive().resolve("declarations-%05d.parquet".formatted(place.part())),
            DeclarationRow.class,
            about,
            run.failPoint());
  }

  private void closePart() throws IOException {
    if (lines == null) {
      return;
    }
    outputs.part("lines", place.part(), lines.finish());
    outputs.part("declarations", place.part(), declarations.finish());
    lines = null;
    declarations = null;
  }
}
