package org.caisse.jobs.entitlement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.caisse.config.text.Language;
import org.caisse.config.text.Messages;
import org.caisse.domain.care.CareLaw;
import org.caisse.domain.care.CarePayer;
import org.caisse.domain.care.Coverage;
import org.caisse.jobs.document.ListDocument;
import org.caisse.jobs.run.Ed25519Key;
import org.caisse.jobs.run.Outputs;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.Steps;
import org.caisse.writers.document.EligibilityFile;
import org.caisse.writers.document.PeopleList.Column;
import org.caisse.writers.file.AtomicFile;
import org.caisse.writers.file.Sha256Sums;
import org.caisse.writers.file.WrittenFile;
import org.caisse.writers.workbook.CellKind;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes who is covered, all of it and what changed since the last run, for providers and for each
 * delegated body, signed; and the list of assistance that ends soon.
 */
final class EntitlementDocuments implements Steps.Work {

  /** How far ahead people want to know of what ends. */
  private static final int MONTHS_AHEAD = 3;

  private static final List<Column> EXPIRING =
      List.of(
          new Column("rights.ends", CellKind.DAY, 14),
          new Column("rights.person", CellKind.TEXT, 18),
          new Column("rights.last.name", CellKind.TEXT, 26),
          new Column("rights.first.name", CellKind.TEXT, 26),
          new Column("rights.payer", CellKind.TEXT, 20),
          new Column("rights.since", CellKind.DAY, 14),
          new Column("rights.todo", CellKind.LONG_TEXT, 70));

  private final RunContext run;
  private final LocalDate day;
  private final CareLaw care;
  private final Set<String> named;
  private final Messages messages;
  private Integer[] before;

  EntitlementDocuments(RunContext run) {
    this.run = run;
    this.day = run.run().businessDate();
    this.care = run.law().pack().care();
    this.named =
        care.coverage().stream()
            .flatMap(row -> row.populations().stream())
            .collect(Collectors.toSet());
    this.messages = Messages.of("documents", run.run().language());
  }

  @Override
  public void run(StepExecution step) throws Exception {
    before = RightsBefore.of(run).toArray(Integer[]::new);
    // The server cannot know how many rights stand; looking each up by itself would never end.
    run.sql().sql("SET LOCAL enable_nestloop = off").update();
    Files.createDirectories(run.outbox());
    List<WrittenFile> files = new ArrayList<>();
    files.addAll(eligibility("eligibility", false));
    files.addAll(eligibility("eligibility-changes", true));
    files.addAll(expiring());
    WrittenFile sums = Sha256Sums.write(run.outbox(), List.copyOf(files), run.failPoint());
    files.add(sums);
    files.add(signature(sums));
    new Outputs(run).outbox(files);
  }

  private List<WrittenFile> eligibility(String name, boolean changes) throws IOException {
    run.sql().sql("DROP TABLE IF EXISTS eligible").update();
    run.sql().sql(Sql.of(getClass(), "eligible")).update();
    asked("eligibility").param("changes", changes).update();
    List<WrittenFile> files = new ArrayList<>();
    files.add(file(name + "-" + day + ".csv", null));
    List<String> bodies =
        run.sql()
            .sql("SELECT DISTINCT ogd_no FROM eligible WHERE ogd_no <> '' ORDER BY ogd_no")
            .query(String.class)
            .list();
    for (String body : bodies) {
      files.add(file("%s-%s-%s.csv".formatted(name, day, body), body));
    }
    return files;
  }

  private WrittenFile file(String name, String body) throws IOException {
    Path path = run.outbox().resolve(name);
    return AtomicFile.write(
        path,
        run.failPoint(),
        out -> {
          EligibilityFile file = new EligibilityFile(out, body != null);
          run.sql()
              .sql(
                  "SELECT * FROM eligible WHERE :body::text IS NULL OR ogd_no = :body ORDER BY"
                      + " person_no, payer, valid_from")
              .param("body", body)
              .withFetchSize(2_000)
              .query(
                  row -> {
                    try {
                      file.append(row(row));
                    } catch (IOException e) {
                      throw new UncheckedIOException(e);
                    }
                  });
          file.finish();
        });
  }

  private EligibilityFile.Row row(ResultSet row) throws SQLException {
    String population = row.getString("population");
    LocalDate from = row.getObject("valid_from", LocalDate.class);
    String others = from == null ? "" : Coverage.OTHERS;
    return new EligibilityFile.Row(
        row.getString("person_no"),
        row.getObject("born", Integer.class),
        row.getString("sex"),
        row.getString("payer"),
        named.contains(population) ? population : others,
        from,
        row.getObject("valid_to", LocalDate.class),
        row.getString("head_no"),
        row.getString("why"));
  }

  private List<WrittenFile> expiring() throws IOException {
    String[] assistance =
        care.payers().stream()
            .filter(payer -> payer.kind() == CarePayer.Kind.ASSISTANCE)
            .map(CarePayer::id)
            .toArray(String[]::new);
    if (assistance.length == 0) {
      return List.of();
    }
    return ListDocument.write(
        run,
        "expiring-" + day,
        "rights.expiring",
        run.run().key().label(),
        EXPIRING,
        asked("expiring").param("until", day.plusMonths(MONTHS_AHEAD)).param("payers", assistance),
        (list, row) ->
            list.day(row.getObject("valid_to", LocalDate.class))
                .text(row.getString("person_no"))
                .text(row.getString("last_name"))
                .text(row.getString("first_name"))
                .text(payer(row.getString("payer")))
                .day(row.getObject("valid_from", LocalDate.class))
                .text(messages.get("rights.todo." + row.getString("end_why"))));
  }

  private String payer(String id) {
    return care.payer(id)
        .map(payer -> run.run().language() == Language.FR ? payer.fr() : payer.en())
        .orElse(id);
  }

  /** The list of checksums signed by the fund: the key's fingerprint, then the signature. */
  private WrittenFile signature(WrittenFile sums) throws IOException {
    String list = Files.readString(sums.path());
    Ed25519Key key = Ed25519Key.of(run.environment().workspace().keys());
    String text = "ed25519 %s %s%n".formatted(key.fingerprint(), key.sign(list));
    return AtomicFile.replace(
            run.outbox().resolve(Sha256Sums.NAME + ".sig"),
            run.failPoint(),
            out -> out.write(text.getBytes(StandardCharsets.UTF_8)))
        .withContent(sums.contentSha256() == null ? sums.sha256() : sums.contentSha256());
  }

  private JdbcClient.StatementSpec asked(String query) {
    return run.sql()
        .sql(Sql.of(getClass(), query))
        .param("run", run.run().id())
        .param("before", before)
        .param("inputs", run.inputArray())
        .param("withdrawn", run.withdrawnArray())
        .param("date", day);
  }
}
