package org.caisse.jobs.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.caisse.jobs.account.AccountSettlement;
import org.caisse.jobs.balance.TrialBalance;
import org.caisse.jobs.collection.AgedBalance;
import org.caisse.jobs.collection.ClearanceCertificate;
import org.caisse.jobs.collection.CollectionFollowUp;
import org.caisse.jobs.contribution.ContributionAssessment;
import org.caisse.jobs.decision.DecisionRun;
import org.caisse.jobs.declaration.DeclarationIntake;
import org.caisse.jobs.entitlement.Entitlement;
import org.caisse.jobs.expected.DeclarationControl;
import org.caisse.jobs.expected.ExpectedIntake;
import org.caisse.jobs.person.PersonDecision;
import org.caisse.jobs.person.PersonMatch;
import org.caisse.jobs.receipt.ReceiptIntake;
import org.caisse.jobs.registry.RegistryLoad;
import org.caisse.jobs.regularisation.Regularisation;
import org.caisse.jobs.run.CompleteRun;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.takeon.TakeOn;
import org.caisse.jobs.withdrawal.FileWithdrawal;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the parts of a manifest's body again from the rows, with the queries that made them, and
 * compares: rows that were changed together, so that they still agree, no longer agree with what
 * was signed.
 */
final class ManifestAgainstRows {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String REMEDY =
      "rows were changed after the run completed: run nothing more, compare with a backup";

  /** The query of the counts of each job. */
  private static final Map<String, String> COUNTS =
      Map.ofEntries(
          Map.entry(RegistryLoad.NAME, Sql.of(RegistryLoad.class, "registry-counts")),
          Map.entry(DeclarationIntake.NAME, Sql.of(DeclarationIntake.class, "intake-counts")),
          Map.entry(
              ContributionAssessment.NAME,
              Sql.of(ContributionAssessment.class, "assessment-counts")),
          Map.entry(FileWithdrawal.NAME, Sql.of(FileWithdrawal.class, "withdrawal-counts")),
          Map.entry(ReceiptIntake.NAME, Sql.of(ReceiptIntake.class, "receipt-counts")),
          Map.entry(AccountSettlement.NAME, Sql.of(AccountSettlement.class, "settlement-counts")),
          Map.entry(DecisionRun.NAME, Sql.of(DecisionRun.class, "decision-counts")),
          Map.entry(TakeOn.NAME, Sql.of(TakeOn.class, "take-on-counts")),
          Map.entry(TrialBalance.NAME, Sql.of(TrialBalance.class, "balance-counts")),
          Map.entry(AgedBalance.NAME, Sql.of(AgedBalance.class, "aged-counts")),
          Map.entry(CollectionFollowUp.NAME, Sql.of(CollectionFollowUp.class, "follow-up-counts")),
          Map.entry(
              ClearanceCertificate.NAME, Sql.of(ClearanceCertificate.class, "clearance-counts")),
          Map.entry(Regularisation.NAME, Sql.of(Regularisation.class, "regularisation-counts")),
          Map.entry(PersonMatch.NAME, Sql.of(PersonMatch.class, "match-counts")),
          Map.entry(DeclarationControl.NAME, Sql.of(DeclarationControl.class, "control-counts")),
          Map.entry(ExpectedIntake.NAME, Sql.of(ExpectedIntake.class, "expected-counts")),
          Map.entry(PersonDecision.NAME, Sql.of(PersonDecision.class, "decision-counts")),
          Map.entry(Entitlement.NAME, Sql.of(Entitlement.class, "entitlement-counts")));

  private final JdbcClient sql;
  private final Findings findings;

  ManifestAgainstRows(JdbcClient sql, Findings findings) {
    this.sql = sql;
    this.findings = findings;
  }

  void check(DatabaseCheck.Row row, Manifest.Body body) {
    JsonNode signed = JSON.readTree(row.manifest().body());
    String run = row.key().label();
    same(run, "run", body.run(), run);
    same(run, "business_date", String.valueOf(body.businessDate()), row.businessDate());
    same(run, "pack_sha256", body.packSha256(), row.packSha256());
    same(run, "settings_sha256", body.settingsSha256(), row.settingsSha256());
    same(run, "formats_sha256", none(body.formatsSha256()), none(row.formatsSha256()));
    same(run, "ruleset", body.ruleset(), row.ruleset());
    same(run, "input_files", signed.get("input_files"), list("manifest-files", row.runId()));
    same(run, "input_runs", signed.get("input_runs"), list("manifest-inputs", row.runId()));
    listIfAny(run, signed, "withdrawn_files", list("manifest-withdrawn", row.runId()));
    listIfAny(run, signed, "persons_decided", list("manifest-persons", row.runId()));
    same(run, "outputs", signed.get("outputs"), list("manifest-outputs", row.runId()));
    JsonNode envelope = JSON.readTree(row.manifest().envelope());
    same(
        run, "archive_files", envelope.get("archive_files"), list("manifest-archive", row.runId()));
    JsonNode outbox = list("manifest-outbox", row.runId());
    if (!outbox.isEmpty() || envelope.has("outbox_files")) {
      same(run, "outbox_files", envelope.get("outbox_files"), outbox);
    }
    String counts = COUNTS.get(row.key().job());
    if (counts != null && body.abandoned() == null) {
      counts(run, signed.get("counts"), counts, row.runId());
    }
  }

  /** A list that is left out where it would be empty. */
  private void listIfAny(String run, JsonNode signed, String name, JsonNode rows) {
    JsonNode list = signed.get(name);
    same(run, name, list == null ? JSON.createArrayNode() : list, rows);
  }

  private void counts(String run, JsonNode signed, String query, int runId) {
    JsonNode now = tree(sql.sql(query).param("run", runId).query().singleRow());
    for (Map.Entry<String, JsonNode> count : now.properties()) {
      JsonNode then = signed == null ? null : signed.get(count.getKey());
      same(run, "counts." + count.getKey(), then, count.getValue());
    }
  }

  private JsonNode list(String query, int runId) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Map<String, Object> row :
        sql.sql(Sql.of(CompleteRun.class, query)).param("run", runId).query().listOfRows()) {
      Map<String, Object> present = new LinkedHashMap<>(row);
      present.values().removeIf(Objects::isNull);
      rows.add(present);
    }
    return tree(rows);
  }

  /** By way of text, as the body was made, so that equal values are equal nodes. */
  private static JsonNode tree(Object value) {
    return JSON.readTree(JSON.writeValueAsString(value));
  }

  private void same(String run, String what, Object signed, Object now) {
    if (!now.equals(signed)) {
      findings.broken(
          "a manifest says of its run what the rows say",
          "run %s, %s".formatted(run, what),
          "signed %s, now %s".formatted(shortened(signed), shortened(now)),
          REMEDY);
    }
  }

  private static String none(String sha256) {
    return sha256 == null ? "none" : sha256;
  }

  private static String shortened(Object value) {
    String text = String.valueOf(value);
    return text.length() <= 200 ? text : text.substring(0, 200) + "…";
  }
}
