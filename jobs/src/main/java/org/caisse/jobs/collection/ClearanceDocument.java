package org.caisse.jobs.collection;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caisse.domain.document.DocumentNumber;
import org.caisse.domain.document.DocumentSeries;
import org.caisse.jobs.debt.DebtHolder;
import org.caisse.jobs.debt.Settled;
import org.caisse.jobs.run.Outputs;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.Steps;
import org.caisse.writers.document.ClearancePage;
import org.caisse.writers.document.DebtLetter;
import org.caisse.writers.document.DocumentNames;
import org.caisse.writers.file.AtomicFile;
import org.caisse.writers.file.Sha256Sums;
import org.caisse.writers.file.WrittenFile;
import org.springframework.batch.core.step.StepExecution;

/** Writes the certificate of a run, if it is issued. */
final class ClearanceDocument implements Steps.Work {

  private record Certificate(long employerId, ClearancePage.Content content) {}

  private final RunContext run;

  ClearanceDocument(RunContext run) {
    this.run = run;
  }

  @Override
  public void run(StepExecution step) throws Exception {
    Optional<Certificate> found =
        run.sql()
            .sql(Sql.of(getClass(), "certificate"))
            .param("run", run.run().id())
            .query(ClearanceDocument::certificate)
            .optional();
    Files.createDirectories(run.outbox());
    List<WrittenFile> files = new ArrayList<>();
    if (found.isPresent()) {
      files.add(page(found.get()));
    }
    files.add(Sha256Sums.write(run.outbox(), List.copyOf(files), run.failPoint()));
    new Outputs(run).outbox(files);
  }

  private WrittenFile page(Certificate certificate) throws IOException {
    ClearancePage.Content content = certificate.content();
    byte[] page =
        new ClearancePage(
                run.letterhead(),
                run.law().pack().collection().citation(),
                run.run().businessDate(),
                run.run().headSha256())
            .of(content, content.plan() == 0 ? List.of() : debts(certificate.employerId()));
    return AtomicFile.write(
        run.outbox().resolve(DocumentNames.clearance(content.number(), content.employerNo())),
        run.failPoint(),
        out -> out.write(page));
  }

  /** What is due and open, under the plan. */
  private List<DebtLetter.Line> debts(long employerId) {
    DebtHolder holder = new DebtHolder(run);
    Map<String, String> names = new HashMap<>();
    run.sql()
        .sql(Sql.of(getClass(), "ogd-names"))
        .param("run", run.run().id())
        .query(
            row -> {
              names.put(row.getString("ogd_no"), row.getString("name"));
            });
    return run.sql()
        .sql(
            "SELECT period, ogd_no, due, open_minor FROM open_debt(?) WHERE employer_id = ? AND"
                + " open_minor > 0 AND due < ? ORDER BY due, period, ogd_no")
        .params(Settled.of(run), employerId, run.run().businessDate())
        .query(
            (row, n) ->
                new DebtLetter.Line(
                    row.getObject("period", LocalDate.class),
                    names.getOrDefault(
                        row.getString("ogd_no"), holder.words(row.getString("ogd_no"))),
                    row.getObject("due", LocalDate.class),
                    row.getLong("open_minor")))
        .list();
  }

  private static Certificate certificate(ResultSet row, int n) throws SQLException {
    return new Certificate(
        row.getLong("employer_id"),
        new ClearancePage.Content(
            new DocumentNumber(DocumentSeries.ATTEST, row.getInt("year"), row.getInt("number")),
            row.getString("employer_no"),
            row.getString("name"),
            row.getInt("plan_no"),
            row.getObject("valid_until", LocalDate.class)));
  }
}
