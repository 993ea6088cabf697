package org.caisse.jobs.run;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.caisse.config.format.Formats;
import org.caisse.config.text.Language;
import org.caisse.domain.document.DocumentNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds the run that a request means: the one that is under way and must be continued, the
 * completed one when nothing is new since, or a new one, whose inputs are frozen in the transaction
 * that creates it.
 */
final class FreezeRun {

  /**
   * What was found.
   *
   * @param leftOut files that were offered and had been taken before
   */
  record Found(Run run, boolean alreadyDone, boolean continued, List<LeftOut> leftOut) {}

  private static final String INSERT_RUN = Sql.of(FreezeRun.class, "insert-run");
  private static final String INSERT_FILE = Sql.of(FreezeRun.class, "insert-file");

  private final RunEnvironment environment;
  private final RunStore store;
  private final FileStore files;
  private final ContentStore contents;
  private final JdbcClient sql;
  private final TransactionTemplate transaction;

  FreezeRun(RunEnvironment environment, RunStore store) {
    this.environment = environment;
    this.store = store;
    this.files = new FileStore(environment);
    this.contents = new ContentStore(environment.workspace(), environment.failPoint());
    this.sql = JdbcClient.create(environment.dataSource());
    this.transaction =
        new TransactionTemplate(new JdbcTransactionManager(environment.dataSource()));
  }

  /**
   * Finds it.
   *
   * @param asked what was asked for, as it was given: decisions keep it
   */
  Found find(CaisseJob job, RunRequest request, Language language, String asked) {
    Optional<Run> last = store.last(job.name(), request.scope());
    if (last.isPresent() && last.get().status().isUnfinished()) {
      return new Found(last.get(), false, true, List.of());
    }
    // Assessments read what was read; only who reads files depends on how files are read.
    Formats formats = request.takesFiles() ? environment.formats() : null;
    OfferedFiles offeredFiles =
        new OfferedFiles(files, formats == null ? null : new TakenBefore(environment, formats));
    List<OfferedFiles.Offered> offered = offeredFiles.read(request.files());
    for (OfferedFiles.New file : offeredFiles.sort(offered, request.businessDate()).taken()) {
      contents.keep(file.offered().file().path(), file.offered().content().sha256());
    }
    return transaction.execute(
        status -> freeze(job, request, language, asked, offeredFiles, offered, formats));
  }

  private Found freeze(
      CaisseJob job,
      RunRequest request,
      Language language,
      String asked,
      OfferedFiles offeredFiles,
      List<OfferedFiles.Offered> offered,
      Formats formats) {
    // Two operators who press the same button are served one after the other, and the second finds
    // what the first made.
    sql.sql("SELECT pg_advisory_xact_lock(hashtext(?))")
        .param("freeze")
        .query((row, n) -> n)
        .list();
    Optional<Run> last = store.last(job.name(), request.scope());
    if (last.isPresent() && last.get().status().isUnfinished()) {
      return new Found(last.get(), false, true, List.of());
    }
    OfferedFiles.Sorted sorted = offeredFiles.sort(offered, request.businessDate());
    List<RunRequest.WithdrawnFile> withdraws = notYet(request.withdraws());
    List<Integer> inputs = inputs(job, request, last);
    boolean decides = request.decided() != null || request.persons() != null;
    boolean nothing =
        request.takesFiles()
            ? sorted.taken().isEmpty() && withdraws.isEmpty() && !decides
            : last.isPresent()
                && nothingNew(job, last.get(), inputs)
                && !job.dayBringsNew(last.get(), request, environment);
    if (nothing) {
      return new Found(last.orElse(null), true, false, sorted.leftOut());
    }
    int seq = last.map(run -> run.key().seq()).orElse(0) + 1;
    RunKey key = new RunKey(job.name(), request.scope(), seq);
    int id = insert(key, request.businessDate(), language, formats, decides ? asked : null);
    for (int input : inputs) {
      sql.sql("INSERT INTO run_input VALUES (?, ?)").params(id, input).update();
    }
    insertFiles(id, sorted.taken(), request.businessDate());
    insertWithdrawals(id, withdraws, request.businessDate());
    if (request.decided() != null) {
      insertDecision(id, request.decided(), request.businessDate());
    }
    if (request.persons() != null) {
      insertPersons(id, request.persons(), request.businessDate());
    }
    sql.sql("INSERT INTO run_closed_period SELECT ?, period FROM period_state").param(id).update();
    return new Found(store.find(id).orElseThrow(), false, false, sorted.leftOut());
  }

  /**
   * Completed runs of the jobs that the request names, up to its day where it says one, and all
   * withdrawals. When the same was done for a later day, it is asked whether anything is new since
   * then: the books do not go back to an earlier day.
   *
   * @throws UsageException when something is
   */
  private List<Integer> inputs(CaisseJob job, RunRequest request, Optional<Run> last) {
    LocalDate until = request.readsUntil();
    if (until == null || last.isEmpty() || !last.get().businessDate().isAfter(until)) {
      return store.completed(request.reads(), until);
    }
    Run later = last.get();
    List<Integer> inputs = store.completed(request.reads(), later.businessDate());
    if (!nothingNew(job, later, inputs)) {
      throw new UsageException(
          "%s was done for %s (run %d, %s), and something is new since: it cannot be done for %s, before that; ask for it with date=%s or later"
              .formatted(
                  request.scope(),
                  later.businessDate(),
                  later.id(),
                  later.key().label(),
                  until,
                  later.businessDate()));
    }
    return inputs;
  }

  private List<RunRequest.WithdrawnFile> notYet(List<RunRequest.WithdrawnFile> withdraws) {
    return withdraws.stream()
        .filter(file -> files.find(file.fileId()).orElseThrow().withdrawal() == null)
        .toList();
  }

  private boolean bringNothing(CaisseJob job, List<Integer> before, List<Integer> inputs) {
    return inputs.equals(before)
        || (!job.followers().isEmpty()
            && inputs.containsAll(before)
            && inputs.stream()
                .filter(input -> !before.contains(input))
                .allMatch(
                    input ->
                        job.followers().contains(store.find(input).orElseThrow().key().job())));
  }

  private boolean nothingNew(CaisseJob job, Run last, List<Integer> inputs) {
    return last.status() == Run.Status.COMPLETED
        && bringNothing(job, store.inputs(last.id()), inputs)
        && last.packSha256().equals(environment.law().pack().sha256())
        && last.settingsSha256().equals(environment.law().settings().sha256());
  }

  private int insert(
      RunKey key, LocalDate businessDate, Language language, Formats formats, String asked) {
    insertBlob(
        environment.law().pack().sha256(),
        "pack",
        new String(environment.packFiles().toBytes(), StandardCharsets.UTF_8));
    insertBlob(environment.law().settings().sha256(), "settings", environment.settingsText());
    if (formats != null) {
      insertBlob(formats.sha256(), "formats", formats.toText());
    }
    return sql.sql(INSERT_RUN)
        .param("job", key.job())
        .param("scope", key.scope())
        .param("seq", key.seq())
        .param("businessDate", businessDate)
        .param("language", language.name().toLowerCase(Locale.ROOT))
        .param("packId", environment.law().pack().id())
        .param("packSha256", environment.law().pack().sha256())
        .param("settingsSha256", environment.law().settings().sha256())
        .param("formatsSha256", formats == null ? null : formats.sha256())
        .param("ruleset", RunEnvironment.RULESET)
        .param("user", environment.user())
        .param("asked", asked)
        .query(Integer.class)
        .single();
  }

  private void insertBlob(String sha256, String kind, String content) {
    sql.sql("INSERT INTO law_blob VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
        .params(sha256, kind, content)
        .update();
  }

  private void insertFiles(int id, List<OfferedFiles.New> taken, LocalDate receivedOn) {
    int ordinal = 0;
    for (OfferedFiles.New file : taken) {
      RunRequest.InputFile input = file.offered().file();
      ContentStore.Content content = file.offered().content();
      sql.sql(INSERT_FILE)
          .param("run", id)
          .param("ordinal", ++ordinal)
          .param("kind", input.kind())
          .param("name", input.fileName())
          .param("sender", input.sender())
          .param("bytes", content.bytes())
          .param("lines", content.lines())
          .param("sha256", content.sha256())
          .param("receivedOn", receivedOn)
          .param("taken", file.taken())
          .update();
    }
  }

  private void insertWithdrawals(int id, List<RunRequest.WithdrawnFile> withdraws, LocalDate day) {
    for (RunRequest.WithdrawnFile file : withdraws) {
      sql.sql("INSERT INTO file_withdrawal VALUES (?, ?, ?, ?, ?)")
          .params(file.fileId(), id, file.reason(), environment.user(), day)
          .update();
    }
  }

  private void insertDecision(int id, RunRequest.Decided decided, LocalDate day) {
    String query = decided.approves() == null ? "insert-decision" : "insert-approval";
    RunRequest.Details details =
        decided.details() == null ? new RunRequest.Details(null, null, null) : decided.details();
    DocumentNumber document = details.document();
    sql.sql(Sql.of(FreezeRun.class, query))
        .param("run", id)
        .param("kind", decided.kind())
        .param("receipt", decided.receiptId())
        .param("employer", decided.employerId())
        .param("period", decided.period())
        .param("component", decided.component())
        .param("amount", decided.amount())
        .param("reason", decided.reason())
        .param("by", decided.by())
        .param("day", day)
        .param("decision", decided.approves())
        .param("onDay", details.onDay())
        .param("series", document == null ? null : document.series().name())
        .param("year", document == null ? null : document.year())
        .param("number", document == null ? null : document.number())
        .param("revokes", details.revokes())
        .param("ogd", details.ogd())
        .param("remittance", details.remittance())
        .param("person", details.personId())
        .update();
    for (LocalDate month : details.months()) {
      sql.sql("INSERT INTO plan_debt SELECT decision_no, ? FROM decision WHERE run_id = ?")
          .params(month, id)
          .update();
    }
    for (RunRequest.Instalment instalment : details.instalments()) {
      sql.sql("INSERT INTO plan_instalment SELECT decision_no, ?, ? FROM decision WHERE run_id = ?")
          .params(instalment.due(), instalment.amountMinor(), id)
          .update();
    }
  }

  private void insertPersons(int id, RunRequest.DecidedPersons persons, LocalDate day) {
    sql.sql(Sql.of(FreezeRun.class, "insert-person-decision"))
        .param("run", id)
        .param("kind", persons.kind())
        .param("keep", persons.keepId())
        .param("drop", persons.dropId())
        .param("reason", persons.reason())
        .param("by", persons.by())
        .param("day", day)
        .update();
  }
}
