package org.caisse.jobs.expected;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.caisse.jobs.document.ListDocument;
import org.caisse.jobs.document.RejectDocument;
import org.caisse.jobs.run.Outputs;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.Steps;
import org.caisse.writers.document.PeopleList.Column;
import org.caisse.writers.file.Sha256Sums;
import org.caisse.writers.file.WrittenFile;
import org.caisse.writers.workbook.CellKind;
import org.springframework.batch.core.step.StepExecution;

/** Writes what was taken of each list, and the reject file. */
final class ListsDocuments implements Steps.Work {

  private static final List<Column> COLUMNS =
      List.of(
          new Column("expected.file", CellKind.TEXT, 40),
          new Column("expected.list", CellKind.TEXT, 18),
          new Column("label.period", CellKind.TEXT, 12),
          new Column("expected.employers", CellKind.COUNT, 14),
          new Column("expected.persons", CellKind.COUNT, 14),
          new Column("expected.with_pay", CellKind.COUNT, 14),
          new Column("expected.pay", CellKind.AMOUNT, 20));

  private final RunContext run;

  ListsDocuments(RunContext run) {
    this.run = run;
  }

  @Override
  public void run(StepExecution step) throws Exception {
    Files.createDirectories(run.outbox());
    List<WrittenFile> files = new ArrayList<>();
    files.addAll(
        ListDocument.write(
            run,
            "lists-" + run.run().businessDate(),
            "expected",
            run.run().key().label(),
            COLUMNS,
            run.sql().sql(Sql.of(getClass(), "lists")).param("run", run.run().id()),
            (list, row) ->
                list.text(row.getString("name"))
                    .text(row.getString("list"))
                    .text(row.getString("period"))
                    .count(row.getLong("employers"))
                    .count(row.getLong("persons"))
                    .count(row.getLong("with_pay"))
                    .amount(row.getLong("pay_minor"))));
    files.addAll(RejectDocument.write(run));
    files.add(Sha256Sums.write(run.outbox(), List.copyOf(files), run.failPoint()));
    new Outputs(run).outbox(files);
  }
}
