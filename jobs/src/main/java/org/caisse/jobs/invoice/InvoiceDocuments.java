package org.caisse.jobs.invoice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.caisse.config.text.Messages;
import org.caisse.config.text.RejectText;
import org.caisse.domain.document.DocumentNumber;
import org.caisse.domain.document.DocumentSeries;
import org.caisse.domain.reject.Reject;
import org.caisse.jobs.beside.Beside;
import org.caisse.jobs.document.ListDocument;
import org.caisse.jobs.run.FrozenFile;
import org.caisse.jobs.run.Outputs;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.Steps;
import org.caisse.writers.document.DocumentNames;
import org.caisse.writers.document.InvoiceAcknowledgement;
import org.caisse.writers.file.Sha256Sums;
import org.caisse.writers.file.WrittenFile;
import org.springframework.batch.core.step.StepExecution;

/** Writes an acknowledgement a file, by lot and invoice, and the reject file of an intake. */
final class InvoiceDocuments implements Steps.Work {

  /** A file with what is said of it. */
  private record Acknowledged(FrozenFile file, List<AcknowledgedRow> rows) {}

  private final RunContext run;
  private final Messages messages;
  private final RejectText texts;

  InvoiceDocuments(RunContext run) {
    this.run = run;
    this.messages = Messages.of("documents", run.run().language());
    this.texts = new RejectText(run.run().language(), run.law().pack().currency());
  }

  @Override
  public void run(StepExecution step) throws Exception {
    Files.createDirectories(run.outbox());
    List<WrittenFile> files = acknowledgements();
    files.addAll(RejectedClaims.write(run));
    files.add(Sha256Sums.write(run.outbox(), List.copyOf(files), run.failPoint()));
    new Outputs(run).outbox(files);
  }

  /** Each waits for the disk several times: one thread writes while the other waits. */
  private List<WrittenFile> acknowledgements() throws IOException {
    Map<Integer, DocumentNumber> numbers = numbers();
    InvoicePages pages = new InvoicePages(run);
    List<WrittenFile> some = new ArrayList<>();
    List<WrittenFile> others = new ArrayList<>();
    try (Beside<Acknowledged> one = writer(numbers, pages, some);
        Beside<Acknowledged> other = writer(numbers, pages, others)) {
      read(
          acknowledged -> (acknowledged.file().ordinal() % 2 == 0 ? one : other).add(acknowledged));
      one.finish();
      other.finish();
    }
    some.addAll(others);
    return some;
  }

  private Beside<Acknowledged> writer(
      Map<Integer, DocumentNumber> numbers, InvoicePages pages, List<WrittenFile> written) {
    InvoiceAcknowledgement page = new InvoiceAcknowledgement(run.letterhead());
    return Beside.ofLarge(
        "acknowledgements",
        acknowledged -> {
          FrozenFile file = acknowledged.file();
          DocumentNumber numbered = numbers.get(file.id());
          String number = numbered.toString();
          written.add(pages.write(page, numbered, file, acknowledged.rows()));
          written.addAll(
              ListDocument.write(
                  run,
                  DocumentNames.acknowledgementList(file.ordinal(), file.name()),
                  0,
                  "invoice.ack",
                  number,
                  AcknowledgedRow.COLUMNS,
                  list -> {
                    for (AcknowledgedRow row : acknowledged.rows()) {
                      row.write(list, number);
                    }
                  }));
        });
  }

  private Map<Integer, DocumentNumber> numbers() {
    Map<Integer, DocumentNumber> numbers = new HashMap<>();
    run.sql()
        .sql("SELECT file_id, year, number FROM document WHERE run_id = ? AND file_id IS NOT NULL")
        .param(run.run().id())
        .query(
            row -> {
              numbers.put(
                  row.getInt("file_id"),
                  new DocumentNumber(DocumentSeries.AR, row.getInt("year"), row.getInt("number")));
            });
    return numbers;
  }

  private void read(Beside.Work<Acknowledged> receiver) throws IOException {
    List<FrozenFile> files =
        run.files().stream().sorted(Comparator.comparing(FrozenFile::id)).toList();
    InOrder inOrder = new InOrder(files.iterator(), receiver);
    run.sql()
        .sql(Sql.of(getClass(), "acknowledged"))
        .param("files", files.stream().map(FrozenFile::id).toArray(Integer[]::new))
        .withFetchSize(2_000)
        .query(
            row -> {
              try {
                inOrder.add(row.getInt("file_id"), row(row));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    inOrder.finish();
  }

  /** Gives every file with its rows, also one of which nothing could be read. */
  private static final class InOrder {

    private final Iterator<FrozenFile> files;
    private final Beside.Work<Acknowledged> receiver;
    private FrozenFile file;
    private List<AcknowledgedRow> rows = new ArrayList<>();

    InOrder(Iterator<FrozenFile> files, Beside.Work<Acknowledged> receiver) {
      this.files = files;
      this.receiver = receiver;
      this.file = next();
    }

    void add(int fileId, AcknowledgedRow row) throws IOException {
      while (file.id() != fileId) {
        end();
      }
      rows.add(row);
    }

    void finish() throws IOException {
      while (file != null) {
        end();
      }
    }

    private void end() throws IOException {
      receiver.add(new Acknowledged(file, rows));
      rows = new ArrayList<>();
      file = next();
    }

    private FrozenFile next() {
      return files.hasNext() ? files.next() : null;
    }
  }

  private AcknowledgedRow row(ResultSet row) throws SQLException {
    int lines = row.getInt("lines");
    int accepted = row.getInt("accepted");
    String kind = row.getString("kind");
    String period = row.getString("period");
    boolean repeated = row.getString("status").equals("REPEATED");
    return new AcknowledgedRow(
        row.getString("provider_no"),
        row.getString("lot_no"),
        row.getString("invoice_no"),
        Found.text(row, "version"),
        kind == null ? "" : messages.get("invoice.ack.kind." + kind),
        period == null ? "" : period.substring(0, 7),
        lines,
        row.getLong("charged_minor"),
        Found.text(row, "said_lines"),
        Found.amount(row, "said_minor"),
        accepted,
        row.getLong("accepted_minor"),
        repeated ? 0 : lines - accepted,
        row.getInt("late"),
        row.getInt("refused_code") != 0,
        result(row, lines == accepted));
  }

  private String result(ResultSet row, boolean whole) throws SQLException {
    Reject refused = Found.reject(row, "refused", row.getInt("line_no"));
    if (refused != null) {
      return texts.what(refused) + " " + texts.todo(refused);
    }
    if (row.getLong("invoice_id") == 0) {
      boolean says = row.getObject("said_lines") != null || row.getObject("said_minor") != null;
      String lot = row.getString("lot_no").isEmpty() ? "no_lot" : "lot_free";
      return messages.get("invoice.ack." + (says ? "lot_taken" : lot));
    }
    if (row.getString("status").equals("REPEATED")) {
      String at = Found.text(row, "filed_at");
      return at.isEmpty()
          ? messages.get("invoice.ack.repeated")
          : messages.get("invoice.ack.repeated_at", (Object[]) at.split("\\|", 2));
    }
    if (row.getInt("accepted") == 0) {
      return messages.get("invoice.ack.none");
    }
    if (row.getObject("superseded") != null) {
      return messages.get("invoice.ack.superseded", row.getInt("superseded"));
    }
    if (row.getInt("correction") > 0) {
      return messages.get("invoice.ack.corrected");
    }
    return messages.get(whole ? "invoice.ack.all_taken" : "invoice.ack.filed");
  }
}
