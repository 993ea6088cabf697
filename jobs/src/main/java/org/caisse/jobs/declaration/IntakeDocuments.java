package org.caisse.jobs.declaration;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.caisse.config.text.Messages;
import org.caisse.domain.contribution.DeclarationKind;
import org.caisse.domain.document.DocumentNumber;
import org.caisse.domain.document.DocumentSeries;
import org.caisse.domain.pack.Shares;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.caisse.jobs.document.RejectDocument;
import org.caisse.jobs.received.ReadAs;
import org.caisse.jobs.received.ReceivedFiles;
import org.caisse.jobs.run.FrozenFile;
import org.caisse.jobs.run.Outputs;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.Steps;
import org.caisse.writers.document.Acknowledgement;
import org.caisse.writers.document.AcknowledgementWorkbook;
import org.caisse.writers.document.DocumentNames;
import org.caisse.writers.document.Letterhead;
import org.caisse.writers.document.ReceivedFile;
import org.caisse.writers.document.WorkbookTitles;
import org.caisse.writers.file.AtomicFile;
import org.caisse.writers.file.Sha256Sums;
import org.caisse.writers.file.WrittenFile;
import org.caisse.writers.workbook.WorkbookFile;
import org.caisse.writers.workbook.WorkbookHead;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes one acknowledgement a file, and the reject file of the run. */
final class IntakeDocuments implements Steps.Work {

  private final RunContext run;
  private final Letterhead letterhead;
  private final WorkbookTitles titles;
  private final ReceivedFiles receivedFiles;
  private String rejectFile;

  IntakeDocuments(RunContext run) {
    this.run = run;
    this.letterhead = run.letterhead();
    this.titles = new WorkbookTitles(letterhead, run.run().businessDate());
    this.receivedFiles = new ReceivedFiles(run);
  }

  @Override
  public void run(StepExecution step) throws Exception {
    Files.createDirectories(run.outbox());
    rejectFile = RejectDocument.shown(run);
    Acknowledgement acknowledgement = new Acknowledgement(letterhead);
    List<WrittenFile> files = new ArrayList<>();
    for (FrozenFile file : run.files()) {
      DocumentNumber number = number(file);
      ReceivedFile received = received(file);
      byte[] page = acknowledgement.of(number, received);
      String name = DocumentNames.acknowledgement(file.ordinal(), file.name());
      files.add(
          AtomicFile.write(
              run.outbox().resolve(name + ".html"), run.failPoint(), out -> out.write(page)));
      if (run.law().settings().workbooks()) {
        files.add(workbook(name, number, file, received));
      }
      run.progress().advancedTo(files.size());
    }
    files.addAll(DeclarationRejects.write(run));
    files.add(Sha256Sums.write(run.outbox(), List.copyOf(files), run.failPoint()));
    new Outputs(run).outbox(files);
  }

  private WrittenFile workbook(
      String name, DocumentNumber number, FrozenFile file, ReceivedFile received)
      throws IOException {
    WorkbookHead head = titles.acknowledgement(number, file.name());
    return WorkbookFile.write(
        run.outbox().resolve(name + ".xlsx"),
        run.failPoint(),
        head,
        book -> {
          AcknowledgementWorkbook sheets = new AcknowledgementWorkbook(book, head, letterhead);
          sheets.file(number, received);
          try (Stream<ReceivedFile.Refused> refused =
              refused(file, Long.MAX_VALUE)
                  .withFetchSize(2_000)
                  .query(IntakeDocuments::refused)
                  .stream()) {
            for (Iterator<ReceivedFile.Refused> all = refused.iterator(); all.hasNext(); ) {
              sheets.refused(all.next());
            }
          }
        });
  }

  private JdbcClient.StatementSpec refused(FrozenFile file, long most) {
    return run.sql()
        .sql(Sql.of(getClass(), "ack-refused"))
        .param("file", file.id())
        .param("most", most);
  }

  private DocumentNumber number(FrozenFile file) {
    return run.sql()
        .sql("SELECT year, number FROM document WHERE run_id = :run AND file_id = :file")
        .param("run", run.run().id())
        .param("file", file.id())
        .query(
            (row, n) ->
                new DocumentNumber(DocumentSeries.AR, row.getInt("year"), row.getInt("number")))
        .single();
  }

  private ReceivedFile received(FrozenFile file) throws IOException {
    Map<String, Object> result =
        run.sql()
            .sql(Sql.of(getClass(), "ack-result"))
            .param("file", file.id())
            .query()
            .singleRow();
    int accepted = number(result, "accepted");
    int rejected = number(result, "rejected");
    int total = number(result, "lines");
    List<ReceivedFile.Rejects> rejects =
        run.sql()
            .sql(Sql.of(getClass(), "ack-rejects"))
            .param("file", file.id())
            .query(IntakeDocuments::rejects)
            .list();
    List<ReceivedFile.Refused> refused =
        refused(file, Acknowledgement.MAX_REFUSED).query(IntakeDocuments::refused).list();
    return new ReceivedFile(
        run.run().key().label() + "/" + file.ordinal(),
        file.name(),
        file.bytes(),
        file.sha256(),
        run.run().businessDate(),
        form(file),
        new ReceivedFile.Lines(total, accepted, rejected, total - accepted - rejected),
        new ReceivedFile.Declarations(
            number(result, "filed"),
            number(result, "refused_declarations"),
            number(result, "repeated")),
        new ReceivedFile.Money(
            amount(result, "gross_minor"),
            amount(result, "accepted_gross_minor"),
            number(result, "unreadable_amounts"),
            new Shares(
                amount(result, "employer_minor"),
                amount(result, "insured_minor"),
                amount(result, "state_minor"))),
        rejects,
        refused,
        rejects.isEmpty() ? "" : rejectFile);
  }

  private ReceivedFile.Form form(FrozenFile file) {
    return ReadAs.of(
        run, receivedFiles, file, "", otherNumbers(file, Messages.of(run.run().language())));
  }

  /** Persons whom a decision knows by another number: their lines count, and it is said. */
  private List<String> otherNumbers(FrozenFile file, Messages messages) {
    return run.sql()
        .sql(Sql.of(getClass(), "other-numbers"))
        .param("file", file.id())
        .param("run", run.run().id())
        .param("inputs", run.inputArray())
        .query(
            (row, n) ->
                messages.get(
                    "received.other_number",
                    row.getString("person_no"),
                    row.getString("kept_no"),
                    row.getInt("lines")))
        .list();
  }

  private static ReceivedFile.Rejects rejects(ResultSet row, int n) throws SQLException {
    return new ReceivedFile.Rejects(row.getInt("count"), reject(row));
  }

  private static ReceivedFile.Refused refused(ResultSet row, int n) throws SQLException {
    String kind = row.getString("kind");
    return new ReceivedFile.Refused(
        row.getInt("line_no"),
        row.getString("employer_no"),
        row.getObject("period", LocalDate.class),
        kind == null ? null : DeclarationKind.valueOf(kind),
        row.getInt("sender_seq"),
        reject(row));
  }

  private static Reject reject(ResultSet row) throws SQLException {
    return new Reject(
        row.getInt("line_no"),
        RejectCode.ofNumber(row.getInt("code")),
        row.getString("field"),
        row.getString("value"),
        row.getString("expected"));
  }

  private static int number(Map<String, Object> row, String name) {
    return ((Number) row.get(name)).intValue();
  }

  private static long amount(Map<String, Object> row, String name) {
    return ((Number) row.get(name)).longValue();
  }
}
