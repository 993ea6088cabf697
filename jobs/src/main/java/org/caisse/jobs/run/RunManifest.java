package org.caisse.jobs.run;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The manifest of a run, a row: its body says what is the same wherever the same work is done, its
 * envelope who, when and after what; both are chained and signed. To be written in the transaction
 * that ends the run.
 */
final class RunManifest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient sql;
  private final RunEnvironment environment;
  private final Run run;

  RunManifest(JdbcClient sql, RunEnvironment environment, Run run) {
    this.sql = sql;
    this.environment = environment;
    this.run = run;
  }

  /** The beginning of every body: which run it was, of what, from what. */
  Map<String, Object> body() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("manifest", 1);
    body.put("program", RunEnvironment.PROGRAM);
    body.put("ruleset", RunEnvironment.RULESET);
    body.put("run", run.key().label());
    body.put("business_date", run.businessDate().toString());
    body.put("language", run.language().name().toLowerCase(Locale.ROOT));
    body.put("pack", Map.of("id", run.packId()));
    body.put("pack_sha256", run.packSha256());
    body.put("settings_sha256", run.settingsSha256());
    if (!run.formatsSha256().isEmpty()) {
      body.put("formats_sha256", run.formatsSha256());
    }
    body.put("input_files", rows("manifest-files"));
    body.put("input_runs", rows("manifest-inputs"));
    List<Map<String, Object>> withdrawn = rows("manifest-withdrawn");
    if (!withdrawn.isEmpty()) {
      body.put("withdrawn_files", withdrawn);
    }
    List<Map<String, Object>> persons = rows("manifest-persons");
    if (!persons.isEmpty()) {
      body.put("persons_decided", persons);
    }
    return body;
  }

  /** What a query about the run gives, without what is not there. */
  List<Map<String, Object>> rows(String query) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Map<String, Object> row :
        sql.sql(Sql.of(RunManifest.class, query)).param("run", run.id()).query().listOfRows()) {
      Map<String, Object> present = new LinkedHashMap<>(row);
      present.values().removeIf(Objects::isNull);
      rows.add(present);
    }
    return rows;
  }

  /** Adds it to the chain, whose head is held until the commit: one comes after the other. */
  void add(Map<String, Object> content) {
    sql.sql("SELECT pg_advisory_xact_lock(hashtext(?))")
        .param("manifest")
        .query((row, n) -> n)
        .list();
    String body = JSON.writeValueAsString(content);
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
    Ed25519Key key = Ed25519Key.of(environment.workspace().keys());
    String envelope = JSON.writeValueAsString(envelope(seq, (String) head.get("hash"), key));
    String hash = Chain.hash(bodySha256, envelope);
    sql.sql("INSERT INTO manifest VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            seq,
            run.id(),
            body,
            bodySha256,
            Chain.next((String) head.get("chain_sha256"), bodySha256),
            envelope,
            hash,
            key.sign(hash))
        .update();
  }

  private Map<String, Object> envelope(int seq, String previous, Ed25519Key key) {
    Map<String, Object> envelope = new LinkedHashMap<>();
    envelope.put("seq", seq);
    envelope.put("previous", previous);
    envelope.put("by", environment.user());
    envelope.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    envelope.put("key", key.fingerprint());
    envelope.put("archive_files", rows("manifest-archive"));
    envelope.put("outbox_files", rows("manifest-outbox"));
    return envelope;
  }
}
