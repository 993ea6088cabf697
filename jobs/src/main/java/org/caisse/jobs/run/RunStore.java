package org.caisse.jobs.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.caisse.config.text.Language;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs in the database. */
public final class RunStore {

  /** Whose completed runs every run reads: what is withdrawn counts no more. */
  private static final String WITHDRAWAL = "file-withdrawal";

  private static final String SELECT = Sql.of(RunStore.class, "select-run");

  private final JdbcClient sql;
  private final ContentStore contents;

  public RunStore(RunEnvironment environment) {
    this.sql = JdbcClient.create(environment.dataSource());
    this.contents = new ContentStore(environment.workspace(), environment.failPoint());
  }

  /** Every run, the latest first. */
  public List<Run> all() {
    return sql.sql(SELECT + "ORDER BY run_id DESC").query(RunStore::run).list();
  }

  public Optional<Run> find(int id) {
    return sql.sql(SELECT + "WHERE run_id = ?").param(id).query(RunStore::run).optional();
  }

  public Optional<Run> find(RunKey key) {
    return sql.sql(SELECT + "WHERE job = ? AND scope = ? AND seq = ?")
        .params(key.job(), key.scope(), key.seq())
        .query(RunStore::run)
        .optional();
  }

  /** The run of a job and scope with the highest sequence. */
  public Optional<Run> last(String job, String scope) {
    return sql.sql(SELECT + "WHERE job = ? AND scope = ? ORDER BY seq DESC LIMIT 1")
        .params(job, scope)
        .query(RunStore::run)
        .optional();
  }

  /**
   * The run that keeps the very decision that is asked for: one that did not end, or the last of
   * all decisions.
   */
  Optional<Run> same(String job, String asked) {
    return sql.sql(
            SELECT
                + "WHERE job = ? AND asked = ? AND status <> 'ABANDONED' AND (status <> 'COMPLETED'"
                + " OR run_id = (SELECT max(run_id) FROM run WHERE asked IS NOT NULL)) ORDER BY"
                + " run_id DESC LIMIT 1")
        .params(job, asked)
        .query(RunStore::run)
        .optional();
  }

  /** Runs that began and neither completed nor were abandoned. */
  public List<Run> unfinished() {
    return sql.sql(SELECT + "WHERE status NOT IN ('COMPLETED', 'ABANDONED') ORDER BY run_id")
        .query(RunStore::run)
        .list();
  }

  /**
   * Completed runs of some jobs, in the order in which they began.
   *
   * @param until last business date of those, or null for all; withdrawals count whatever their
   *     date
   */
  List<Integer> completed(List<String> jobs, LocalDate until) {
    return sql.sql(
            "SELECT run_id FROM run WHERE status = 'COMPLETED' AND (job = :withdrawal OR job IN"
                + " (:jobs) AND business_date <= coalesce(:until::date, 'infinity')) ORDER BY"
                + " run_id")
        .param("withdrawal", WITHDRAWAL)
        .param("jobs", jobs.isEmpty() ? List.of("") : jobs)
        .param("until", until == null ? null : until.toString())
        .query(Integer.class)
        .list();
  }

  /** The completed runs that a run reads. */
  public List<Integer> inputs(int runId) {
    return sql.sql("SELECT input_run_id FROM run_input WHERE run_id = ? ORDER BY input_run_id")
        .param(runId)
        .query(Integer.class)
        .list();
  }

  /** The number of the rules that a run began under. */
  int ruleset(int runId) {
    return sql.sql("SELECT ruleset FROM run WHERE run_id = ?")
        .param(runId)
        .query(Integer.class)
        .single();
  }

  /** The files that a run takes in. */
  public List<FrozenFile> files(int runId) {
    return sql.sql(
            "SELECT file_id, ordinal, kind, name, sender, bytes, lines, sha256 FROM file WHERE"
                + " run_id = ? ORDER BY ordinal")
        .param(runId)
        .query(
            (row, n) ->
                new FrozenFile(
                    row.getInt("file_id"),
                    row.getInt("ordinal"),
                    row.getString("kind"),
                    row.getString("name"),
                    row.getString("sender"),
                    row.getLong("bytes"),
                    row.getLong("lines"),
                    row.getString("sha256"),
                    contents.path(row.getString("sha256"))))
        .list();
  }

  /** The pack, settings or formats that a run was frozen with. */
  public String law(String sha256) {
    return sql.sql("SELECT content FROM law_blob WHERE sha256 = ?")
        .param(sha256)
        .query(String.class)
        .single();
  }

  /** Takes a run over: its fence rises, and whoever held it before can commit nothing more. */
  Run take(Run run) {
    int fence =
        sql.sql(
                "UPDATE run SET fence = fence + 1, status = 'RUNNING', stop_requested = false,"
                    + " failure = NULL, ended_at = NULL WHERE run_id = ? RETURNING fence")
            .param(run.id())
            .query(Integer.class)
            .single();
    return new Run(
        run.id(),
        run.key(),
        run.businessDate(),
        run.language(),
        run.packId(),
        run.packSha256(),
        run.settingsSha256(),
        run.formatsSha256(),
        run.headSha256(),
        Run.Status.RUNNING,
        fence);
  }

  /** Records how an execution of a run ended, if it is still the one that holds it. */
  void ended(Run run, Run.Status status, String failure) {
    sql.sql(
            "UPDATE run SET status = ?, failure = ?, ended_at = now() WHERE run_id = ? AND fence ="
                + " ? AND status = 'RUNNING'")
        .params(status.name(), failure, run.id(), run.fence())
        .update();
  }

  /** Asks whoever executes a run to stop at its next commit. */
  public boolean requestStop(int runId) {
    return sql.sql("UPDATE run SET stop_requested = true WHERE run_id = ? AND status = 'RUNNING'")
            .param(runId)
            .update()
        == 1;
  }

  /** Lines, declarations and files that a run refused. */
  public long rejects(int runId) {
    return sql.sql(
            "SELECT (SELECT count(*) FROM refusal WHERE run_id = :run)"
                + " + (SELECT count(*) FROM file_result WHERE run_id = :run AND refused <> 0)")
        .param("run", runId)
        .query(Long.class)
        .single();
  }

  private static Run run(ResultSet row, int n) throws SQLException {
    return new Run(
        row.getInt("run_id"),
        new RunKey(row.getString("job"), row.getString("scope"), row.getInt("seq")),
        row.getObject("business_date", LocalDate.class),
        Language.valueOf(row.getString("language").toUpperCase(Locale.ROOT)),
        row.getString("pack_id"),
        row.getString("pack_sha256"),
        row.getString("settings_sha256"),
        row.getString("formats_sha256"),
        row.getString("head_sha256"),
        Run.Status.valueOf(row.getString("status")),
        row.getInt("fence"));
  }
}
