package org.caisse.jobs.claim;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.caisse.config.text.RightText;
import org.caisse.domain.right.ClosedLateDebtor;
import org.caisse.domain.right.RightReason;
import org.caisse.jobs.document.ListDocument;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.writers.document.PeopleList;
import org.caisse.writers.document.PeopleList.Column;
import org.caisse.writers.file.WrittenFile;
import org.caisse.writers.workbook.CellKind;

/**
 * Lists for finance what was paid for days on which the right was closed afterwards: nothing of it
 * is taken back from the provider; it is claimed from whoever caused it.
 */
final class ClosedLateCare {

  private static final List<Column> COLUMNS =
      List.of(
          new Column("care.closed_late.debtor", CellKind.TEXT, 18),
          new Column("care.closed_late.who", CellKind.TEXT, 16),
          new Column("care.head", CellKind.TEXT, 16),
          new Column("care.person", CellKind.TEXT, 16),
          new Column("care.day", CellKind.DAY, 12),
          new Column("care.provider", CellKind.TEXT, 14),
          new Column("care.invoice", CellKind.TEXT, 18),
          new Column("care.version", CellKind.ORDINAL, 8),
          new Column("care.line", CellKind.ORDINAL, 7),
          new Column("care.closed_late.payer", CellKind.TEXT, 18),
          new Column("care.closed_late.amount", CellKind.AMOUNT, 14),
          new Column("care.closed_late.remittance", CellKind.TEXT, 26),
          new Column("care.closed_late.from", CellKind.DAY, 12),
          new Column("care.closed_late.to", CellKind.DAY, 12),
          new Column("care.why", CellKind.LONG_TEXT, 50),
          new Column("care.todo", CellKind.LONG_TEXT, 60));

  private final RunContext run;
  private final RightText words;

  ClosedLateCare(RunContext run) {
    this.run = run;
    this.words = new RightText(run.run().language(), run.law().pack());
  }

  /** Writes the list, if a right was ever closed late. */
  List<WrittenFile> write() throws IOException {
    return any(run)
        ? ListDocument.write(
            run,
            "closed-late-" + run.run().businessDate(),
            "care.closed_late",
            run.run().key().label(),
            COLUMNS,
            run.sql().sql(Sql.of(getClass(), "closed-late-care")).param("inputs", run.inputArray()),
            this::row)
        : List.of();
  }

  /** Whether a right was ever closed late. */
  static boolean any(RunContext run) {
    return run.sql()
        .sql("SELECT EXISTS (SELECT FROM right_closed_late WHERE run_id = ANY (:inputs))")
        .param("inputs", run.inputArray())
        .query(Boolean.class)
        .single();
  }

  private void row(PeopleList list, ResultSet row) throws SQLException, IOException {
    RightReason why = RightReason.valueOf(row.getString("why"));
    String arguments = row.getString("arguments");
    String employer = row.getString("employer_no");
    ClosedLateDebtor debtor = ClosedLateDebtor.of(why, arguments, !employer.isEmpty());
    list.text(run.letterhead().words("care.closed_late.debtor." + debtor))
        .text(debtor == ClosedLateDebtor.EMPLOYER ? employer : row.getString("head_no"))
        .text(row.getString("head_no"))
        .text(row.getString("person_no"))
        .day(row.getObject("care_on", LocalDate.class))
        .text(row.getString("provider_no"))
        .text(row.getString("invoice_no"))
        .count(row.getLong("version"))
        .count(row.getLong("no"))
        .text(words.payer(row.getString("payer")))
        .amount(row.getLong("amount_minor"))
        .text(row.getString("told_by"))
        .day(row.getObject("lost_from", LocalDate.class))
        .day(row.getObject("lost_to", LocalDate.class))
        .text(words.reason(why, arguments))
        .text(run.letterhead().words("care.closed_late.todo." + debtor));
  }
}
