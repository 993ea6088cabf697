package org.caisse.jobs.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.caisse.domain.ledger.Accounts;
import org.caisse.domain.ledger.Component;
import org.caisse.domain.ledger.Debtor;
import org.caisse.domain.ledger.Entry;
import org.caisse.domain.pack.Payer;
import org.caisse.jobs.run.RunContext;
import org.caisse.writers.document.JournalEntry;
import org.caisse.writers.document.JournalFile;
import org.caisse.writers.file.AtomicFile;
import org.caisse.writers.file.WrittenFile;

/** The accounting journal of a run that posts money. */
public final class RunJournal {

  private RunJournal() {}

  /**
   * Writes it, named by the business date.
   *
   * @param query its entries, with the parameter {@code :run}
   */
  public static WrittenFile write(RunContext run, String query) throws IOException {
    Accounts accounts = new Accounts(run.law().settings().accounts());
    return AtomicFile.write(
        run.outbox().resolve("journal-" + run.run().businessDate() + ".csv"),
        run.failPoint(),
        out -> {
          JournalFile file = new JournalFile(out, run.letterhead());
          run.sql()
              .sql(query)
              .param("run", run.run().id())
              .withFetchSize(2_000)
              .query(
                  row -> {
                    try {
                      file.append(entry(row, accounts));
                    } catch (IOException e) {
                      throw new UncheckedIOException(e);
                    }
                  });
          file.finish();
        });
  }

  private static JournalEntry entry(ResultSet row, Accounts accounts) throws SQLException {
    Debtor debtor = Debtor.valueOf(row.getString("debtor"));
    Entry entry =
        new Entry(
            row.getString("ogd_no"),
            Component.valueOf(row.getString("component")),
            Payer.valueOf(row.getString("payer")),
            row.getInt("rev"),
            row.getInt("reverses"),
            row.getLong("amount_minor"));
    LocalDate valuePeriod = row.getObject("value_period", LocalDate.class);
    return new JournalEntry(
        row.getObject("posting_period", LocalDate.class),
        valuePeriod,
        valuePeriod.toString().substring(0, 7) + "/" + row.getString("number"),
        debtor,
        entry,
        accounts.postings(debtor, entry));
  }
}
