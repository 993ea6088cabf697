package org.caisse.jobs.claim;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.caisse.domain.claim.PendReason;
import org.caisse.jobs.document.ListDocument;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.writers.document.PeopleList.Column;
import org.caisse.writers.file.WrittenFile;
import org.caisse.writers.workbook.CellKind;

/** Lists whose day of birth has to be found: their care waits for nothing else. */
final class BirthUnknown {

  private static final List<Column> COLUMNS =
      List.of(
          new Column("care.person", CellKind.TEXT, 16),
          new Column("rights.last.name", CellKind.TEXT, 24),
          new Column("rights.first.name", CellKind.TEXT, 24),
          new Column("care.birth.since", CellKind.DAY, 14),
          new Column("care.birth.lines", CellKind.COUNT, 10),
          new Column("care.reserved", CellKind.AMOUNT, 14),
          new Column("care.birth.providers", CellKind.LONG_TEXT, 30),
          new Column("care.todo", CellKind.LONG_TEXT, 70));

  private final RunContext run;

  BirthUnknown(RunContext run) {
    this.run = run;
  }

  /** Writes the list. */
  List<WrittenFile> write() throws IOException {
    return ListDocument.write(
        run,
        "birth-unknown-" + run.run().businessDate(),
        "care.birth",
        run.run().key().label(),
        COLUMNS,
        run.sql()
            .sql(Sql.of(getClass(), "birth-unknown"))
            .param("run", run.run().id())
            .param("inputs", run.inputArray())
            .param("day", run.run().businessDate())
            .param("pend", PendReason.BIRTH_UNKNOWN.number()),
        (list, row) ->
            list.text(row.getString("person_no"))
                .text(row.getString("last_name"))
                .text(row.getString("first_name"))
                .day(row.getObject("since", LocalDate.class))
                .count(row.getLong("lines"))
                .amount(row.getLong("reserved_minor"))
                .text(row.getString("providers"))
                .text(run.letterhead().words("care.birth.todo")));
  }
}
