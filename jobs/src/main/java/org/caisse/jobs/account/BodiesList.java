package org.caisse.jobs.account;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.caisse.config.text.Amounts;
import org.caisse.config.text.Messages;
import org.caisse.jobs.document.ListDocument;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.writers.document.PeopleList.Column;
import org.caisse.writers.file.WrittenFile;
import org.caisse.writers.workbook.CellKind;

/**
 * The accounts of the delegated bodies for people: a row per remittance, what of it has reached the
 * bank, and what is to be done about the rest.
 */
final class BodiesList {

  private static final List<Column> COLUMNS =
      List.of(
          new Column("label.ogd", CellKind.TEXT, 14),
          new Column("remittance.number", CellKind.TEXT, 20),
          new Column("remittance.date", CellKind.DAY, 12),
          new Column("bodies.collected", CellKind.AMOUNT, 18),
          new Column("remittance.withheld", CellKind.AMOUNT, 18),
          new Column("bodies.fee", CellKind.AMOUNT, 18),
          new Column("bodies.transferred", CellKind.AMOUNT, 18),
          new Column("bodies.open", CellKind.AMOUNT, 18),
          new Column("bodies.todo", CellKind.LONG_TEXT, 60));

  private final RunContext run;
  private final Messages messages;
  private final Amounts amounts;

  BodiesList(RunContext run) {
    this.run = run;
    this.messages = Messages.of("documents", run.run().language());
    this.amounts = new Amounts(run.run().language(), run.law().pack().currency());
  }

  List<WrittenFile> write() throws IOException {
    return ListDocument.write(
        run,
        "bodies-" + run.run().businessDate(),
        "bodies",
        run.run().key().label(),
        COLUMNS,
        run.sql().sql(Sql.of(getClass(), "bodies-list")).param("run", run.run().id()),
        (list, row) -> {
          String number = row.getString("number");
          long withheld = row.getLong("withheld_minor");
          long fee = row.getLong("fee_minor");
          long transferred = row.getLong("transferred_minor");
          long open = row.getLong("collected_minor") - fee - transferred;
          list.text(row.getString("ogd_no"))
              .text(number)
              .day(row.getObject("remitted_on", LocalDate.class))
              .amount(row.getLong("collected_minor"))
              .amount(withheld)
              .amount(fee)
              .amount(transferred)
              .amount(open)
              .text(todo(number, withheld - fee, transferred, open));
        });
  }

  private String todo(String number, long keptTooMuch, long transferred, long open) {
    if (number.isEmpty()) {
      return messages.get("bodies.none");
    }
    if (open == 0) {
      return messages.get("bodies.done");
    }
    if (open < 0) {
      return messages.get("bodies.more");
    }
    if (transferred == 0) {
      return messages.get("bodies.waiting");
    }
    return open == keptTooMuch
        ? messages.get("bodies.withheld", amounts.money(keptTooMuch))
        : messages.get("bodies.short");
  }
}
