package org.caisse.jobs.invoice;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caisse.domain.document.DocumentNumber;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.caisse.jobs.document.RejectDocument;
import org.caisse.jobs.received.ReadAs;
import org.caisse.jobs.received.ReceivedFiles;
import org.caisse.jobs.run.FrozenFile;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.writers.document.DocumentNames;
import org.caisse.writers.document.InvoiceAcknowledgement;
import org.caisse.writers.document.ReceivedFile;
import org.caisse.writers.document.ReceivedInvoices;
import org.caisse.writers.file.AtomicFile;
import org.caisse.writers.file.WrittenFile;

/**
 * The acknowledgements to print: what is known of all files is read at once, so that a page is made
 * on whichever thread without asking the database.
 */
final class InvoicePages {

  private final RunContext run;
  private final Map<Integer, Result> results = new HashMap<>();
  private final Map<Integer, List<ReceivedFile.Rejects>> rejects = new HashMap<>();
  private final Map<Integer, ReceivedFile.Form> forms = new HashMap<>();
  private final String rejectFile;

  /** Invoices, lines and amounts of a file. */
  private record Result(
      ReceivedInvoices.Counts invoices,
      ReceivedInvoices.Counts lines,
      long chargedMinor,
      long takenMinor,
      int unreadable) {}

  InvoicePages(RunContext run) {
    this.run = run;
    this.rejectFile = RejectDocument.shown(run);
    Integer[] files = run.files().stream().map(FrozenFile::id).toArray(Integer[]::new);
    run.sql()
        .sql(Sql.of(getClass(), "ack-results"))
        .param("files", files)
        .query(
            row -> {
              results.put(row.getInt("file_id"), result(row));
            });
    run.sql()
        .sql(Sql.of(getClass(), "ack-rejects"))
        .param("files", files)
        .query(
            row -> {
              rejects
                  .computeIfAbsent(row.getInt("file_id"), file -> new ArrayList<>())
                  .add(rejects(row));
            });
    String own = run.letterhead().words("ack.invoices.format");
    ReceivedFiles received = new ReceivedFiles(run);
    run.files()
        .forEach(file -> forms.put(file.id(), ReadAs.of(run, received, file, own, List.of())));
  }

  private static Result result(ResultSet row) throws SQLException {
    return new Result(
        new ReceivedInvoices.Counts(
            row.getInt("filed"), row.getInt("refused_declarations"), row.getInt("repeated")),
        new ReceivedInvoices.Counts(
            row.getInt("accepted"), row.getInt("rejected"), row.getInt("repeated_lines")),
        row.getLong("amount_minor"),
        row.getLong("accepted_amount_minor"),
        row.getInt("unreadable_amounts"));
  }

  private static ReceivedFile.Rejects rejects(ResultSet row) throws SQLException {
    return new ReceivedFile.Rejects(
        row.getInt("count"),
        new Reject(
            row.getInt("line_no"),
            RejectCode.ofNumber(row.getInt("code")),
            row.getString("field"),
            row.getString("value"),
            row.getString("expected")));
  }

  /**
   * Writes the page of a file.
   *
   * @param page of the thread
   * @param rows lots and invoices of the file
   */
  WrittenFile write(
      InvoiceAcknowledgement page,
      DocumentNumber number,
      FrozenFile file,
      List<AcknowledgedRow> rows)
      throws IOException {
    byte[] html = page.of(number, received(file, rows));
    return AtomicFile.write(
        run.outbox().resolve(name(file) + ".html"), run.failPoint(), out -> out.write(html));
  }

  private static String name(FrozenFile file) {
    return DocumentNames.acknowledgementList(file.ordinal(), file.name());
  }

  private ReceivedInvoices received(FrozenFile file, List<AcknowledgedRow> rows) {
    Result result = results.get(file.id());
    List<ReceivedInvoices.NotWhole> notWhole =
        rows.stream().filter(AcknowledgedRow::isNotWhole).map(AcknowledgedRow::notWhole).toList();
    int listed = Math.min(InvoiceAcknowledgement.MOST, notWhole.size());
    int late =
        rows.stream().filter(AcknowledgedRow::isInvoice).mapToInt(AcknowledgedRow::late).sum();
    return new ReceivedInvoices(
        run.run().key().label() + "/" + file.ordinal(),
        file.name(),
        file.bytes(),
        file.sha256(),
        run.run().businessDate(),
        forms.get(file.id()),
        result.invoices(),
        result.lines(),
        new ReceivedInvoices.Money(
            result.chargedMinor(), result.takenMinor(), result.unreadable(), late),
        rejects.getOrDefault(file.id(), List.of()),
        notWhole.subList(0, listed),
        notWhole.size() - listed,
        rows.stream().mapToInt(AcknowledgedRow::correctable).sum(),
        rejectFile,
        name(file) + ".csv");
  }
}
