package org.caisse.jobs.person;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.caisse.config.text.Messages;
import org.caisse.jobs.document.ListDocument;
import org.caisse.jobs.run.Outputs;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.Steps;
import org.caisse.writers.document.PeopleList.Column;
import org.caisse.writers.file.Sha256Sums;
import org.caisse.writers.file.WrittenFile;
import org.caisse.writers.workbook.CellKind;
import org.springframework.batch.core.step.StepExecution;

/**
 * Writes the months for which both numbers of a decision were declared: two jobs, two spells, or
 * one pay declared twice.
 */
final class MergeDocuments implements Steps.Work {

  private static final List<Column> COLUMNS =
      List.of(
          new Column("merge.first_no", CellKind.TEXT, 16),
          new Column("merge.other_no", CellKind.TEXT, 16),
          new Column("label.period", CellKind.TEXT, 12),
          new Column("label.employer.no", CellKind.TEXT, 16),
          new Column("merge.kept", CellKind.AMOUNT, 20),
          new Column("merge.dropped", CellKind.AMOUNT, 20),
          new Column("merge.days", CellKind.COUNT, 14),
          new Column("merge.what", CellKind.LONG_TEXT, 60));

  private final RunContext run;

  MergeDocuments(RunContext run) {
    this.run = run;
  }

  @Override
  public void run(StepExecution step) throws Exception {
    Files.createDirectories(run.outbox());
    Messages messages = Messages.of("documents", run.run().language());
    List<WrittenFile> files = new ArrayList<>();
    files.addAll(
        ListDocument.write(
            run,
            "both-numbers",
            "merge",
            run.run().key().label(),
            COLUMNS,
            run.sql()
                .sql(Sql.of(getClass(), "both-numbers"))
                .param("run", run.run().id())
                .param("inputs", run.inputArray())
                .param("withdrawn", run.withdrawnArray()),
            (list, row) -> {
              Long kept = row.getObject("kept_minor", Long.class);
              Long dropped = row.getObject("dropped_minor", Long.class);
              list.text(row.getString("keep"))
                  .text(row.getString("dropped"))
                  .text(row.getString("period"))
                  .text(row.getString("employer_no"))
                  .amount(kept)
                  .amount(dropped)
                  .count(row.getInt("days"))
                  .text(messages.get("merge." + row.getString("what")));
            }));
    files.add(Sha256Sums.write(run.outbox(), List.copyOf(files), run.failPoint()));
    new Outputs(run).outbox(files);
  }
}
