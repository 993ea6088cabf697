package org.caisse.jobs.run;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.caisse.config.format.Formats;
import org.caisse.config.text.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds the run that a request means: the one that is under way and must be continued, the
 * completed one when nothing is new since, or a new one, whose inputs are frozen in the transaction
 * that creates it.
 */
final class FreezeRun {

  /** What was found. */
  record Found(Run run, boolean alreadyDone, boolean continued) {}

  private record Candidate(RunRequest.InputFile file, ContentStore.Content content) {
    String sha256() {
      return content.sha256();
    }
  }

  private static final String INSERT_RUN = Sql.of(FreezeRun.class, "insert-run");
  private static final String INSERT_FILE = Sql.of(FreezeRun.class, "insert-file");

  private final RunEnvironment environment;
  private final RunStore store;
  private final ContentStore contents;
  private final JdbcClient sql;
  private final TransactionTemplate transaction;

  FreezeRun(RunEnvironment environment, RunStore store) {
    this.environment = environment;
    this.store = store;
    this.contents = new ContentStore(environment.workspace(), environment.failPoint());
    this.sql = JdbcClient.create(environment.dataSource());
    this.transaction =
        new TransactionTemplate(new JdbcTransactionManager(environment.dataSource()));
  }

  Found find(CaisseJob job, RunRequest request, Language language) {
    Optional<Run> last = store.last(job.name(), request.scope());
    if (last.isPresent() && last.get().status() != Run.Status.COMPLETED) {
      return new Found(last.get(), false, true);
    }
    // Assessments read what was read; only who reads files depends on how files are read.
    Formats formats = request.takesFiles() ? environment.formats() : null;
    List<Candidate> candidates = candidates(request);
    for (Candidate candidate : candidates) {
      if (store.takenBy(candidate.file().kind(), candidate.sha256()).isEmpty()) {
        contents.keep(candidate.file().path(), candidate.sha256());
      }
    }
    return transaction.execute(status -> freeze(job, request, language, candidates, formats));
  }

  private Found freeze(
      CaisseJob job,
      RunRequest request,
      Language language,
      List<Candidate> candidates,
      Formats formats) {
    // Two operators who press the same button are served one after the other, and the second finds
    // what the first made.
    sql.sql("SELECT pg_advisory_xact_lock(hashtext(?))")
        .param("freeze")
        .query((row, n) -> n)
        .list();
    Optional<Run> last = store.last(job.name(), request.scope());
    if (last.isPresent() && last.get().status() != Run.Status.COMPLETED) {
      return new Found(last.get(), false, true);
    }
    List<Candidate> files =
        candidates.stream()
            .filter(c -> store.takenBy(c.file().kind(), c.sha256()).isEmpty())
            .toList();
    List<Integer> inputs = request.reads().isEmpty() ? List.of() : store.completed(request.reads());
    if (request.takesFiles()
        ? files.isEmpty()
        : last.isPresent() && nothingNew(last.get(), inputs)) {
      return new Found(last.orElse(null), true, false);
    }
    int seq = last.map(run -> run.key().seq()).orElse(0) + 1;
    RunKey key = new RunKey(job.name(), request.scope(), seq);
    int id = insert(key, request.businessDate(), language, formats);
    for (int input : inputs) {
      sql.sql("INSERT INTO run_input VALUES (?, ?)").params(id, input).update();
    }
    insertFiles(id, files, request.businessDate());
    sql.sql("INSERT INTO run_closed_period SELECT ?, period FROM period_state").param(id).update();
    return new Found(store.find(id).orElseThrow(), false, false);
  }

  private boolean nothingNew(Run last, List<Integer> inputs) {
    return store.inputs(last.id()).equals(inputs)
        && last.packSha256().equals(environment.law().pack().sha256())
        && last.settingsSha256().equals(environment.law().settings().sha256());
  }

  private List<Candidate> candidates(RunRequest request) {
    List<Candidate> candidates = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (RunRequest.InputFile file : request.files()) {
      ContentStore.Content content = ContentStore.content(file.path());
      if (seen.add(file.kind() + " " + content.sha256())) {
        candidates.add(new Candidate(file, content));
      }
    }
    return candidates;
  }

  private int insert(RunKey key, LocalDate businessDate, Language language, Formats formats) {
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
        .query(Integer.class)
        .single();
  }

  private void insertBlob(String sha256, String kind, String content) {
    sql.sql("INSERT INTO law_blob VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
        .params(sha256, kind, content)
        .update();
  }

  private void insertFiles(int id, List<Candidate> files, LocalDate receivedOn) {
    int ordinal = 0;
    for (Candidate candidate : files) {
      sql.sql(INSERT_FILE)
          .param("run", id)
          .param("ordinal", ++ordinal)
          .param("kind", candidate.file().kind())
          .param("name", candidate.file().path().getFileName().toString())
          .param("bytes", candidate.content().bytes())
          .param("lines", candidate.content().lines())
          .param("sha256", candidate.sha256())
          .param("receivedOn", receivedOn)
          .update();
    }
  }
}
