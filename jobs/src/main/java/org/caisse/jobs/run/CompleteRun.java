package org.caisse.jobs.run;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The last step of every run: writes its manifest and marks it completed, in one transaction. The
 * body says what is the same wherever the same work is done; the envelope says who, when and after
 * what. The row in the database is the truth, the file is made from it afterwards.
 */
public final class CompleteRun implements Steps.Work {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final RunContext run;
  private final String countsSql;

  /**
   * @param countsSql one row of named counts and totals of the run, with the parameter {@code :run}
   */
  public CompleteRun(RunContext run, String countsSql) {
    this.run = run;
    this.countsSql = countsSql;
  }

  @Override
  public void run(StepExecution step) {
    JdbcClient sql = run.sql();
    int id = run.run().id();
    sql.sql(Sql.of(CompleteRun.class, "archive-outputs")).param(id).update();
    // The head of the chain is held until the commit: manifests come one after the other.
    sql.sql("SELECT pg_advisory_xact_lock(hashtext(?))")
        .param("manifest")
        .query((row, n) -> n)
        .list();
    String body = JSON.writeValueAsString(body(sql));
    String bodySha256 = Chain.sha256(body);
    Map<String, Object> head =
        sql
            .sql("SELECT seq, chain_sha256, hash FROM manifest ORDER BY seq DESC LIMIT 1")
            .query()
            .listOfRows()
            .stream()
            .findFirst()
            .orElse(Map.of("seq", 0, "chain_sha256", Chain.START, "hash", Chain.START));
    int seq = (Integer) head.get("seq") + 1;
    Ed25519Key key = Ed25519Key.of(run.environment().workspace().keys());
    String envelope = JSON.writeValueAsString(envelope(sql, seq, (String) head.get("hash"), key));
    String hash = Chain.hash(bodySha256, envelope);
    sql.sql("INSERT INTO manifest VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            seq,
            id,
            body,
            bodySha256,
            Chain.next((String) head.get("chain_sha256"), bodySha256),
            envelope,
            hash,
            key.sign(hash))
        .update();
    sql.sql("UPDATE run SET status = 'COMPLETED', ended_at = now() WHERE run_id = ?")
        .param(id)
        .update();
  }

  private Map<String, Object> body(JdbcClient sql) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("manifest", 1);
    body.put("program", RunEnvironment.PROGRAM);
    body.put("ruleset", RunEnvironment.RULESET);
    body.put("run", run.run().key().label());
    body.put("business_date", run.run().businessDate().toString());
    body.put("language", run.run().language().name().toLowerCase(java.util.Locale.ROOT));
    body.put("pack", Map.of("id", run.run().packId()));
    body.put("pack_sha256", run.run().packSha256());
    body.put("settings_sha256", run.run().settingsSha256());
    if (!run.run().formatsSha256().isEmpty()) {
      body.put("formats_sha256", run.run().formatsSha256());
    }
    body.put("input_files", rows(sql, "manifest-files"));
    body.put("input_runs", rows(sql, "manifest-inputs"));
    body.put(
        "counts",
        new TreeMap<>(sql.sql(countsSql).param("run", run.run().id()).query().singleRow()));
    body.put("outputs", rows(sql, "manifest-outputs"));
    return body;
  }

  private List<Map<String, Object>> rows(JdbcClient sql, String query) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Map<String, Object> row :
        sql.sql(Sql.of(CompleteRun.class, query))
            .param("run", run.run().id())
            .query()
            .listOfRows()) {
      Map<String, Object> present = new LinkedHashMap<>(row);
      present.values().removeIf(java.util.Objects::isNull);
      rows.add(present);
    }
    return rows;
  }

  private Map<String, Object> envelope(JdbcClient sql, int seq, String previous, Ed25519Key key) {
    Map<String, Object> envelope = new LinkedHashMap<>();
    envelope.put("seq", seq);
    envelope.put("previous", previous);
    envelope.put("by", run.environment().user());
    envelope.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    envelope.put("key", key.fingerprint());
    envelope.put("archive_files", rows(sql, "manifest-archive"));
    envelope.put("outbox_files", rows(sql, "manifest-outbox"));
    return envelope;
  }
}
