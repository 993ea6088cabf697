package org.caisse.jobs.claim;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caisse.config.archive.CanonicalHash;
import org.caisse.domain.claim.Consumption;
import org.caisse.domain.claim.LineDecision;
import org.caisse.domain.claim.Reduction;
import org.caisse.writers.copy.BinaryCopy;
import tools.jackson.databind.json.JsonMapper;

/**
 * The revisions that decisions need: none where what stands decided is the same, else one that
 * takes the former back and stands in its place (SEMANTICS 2). By COPY.
 */
final class DecisionRows {

  private static final String DECISIONS =
      "COPY claim_decision (claim_line_id, rev, reverses, run_id, invoice_id, household_id, status,"
          + " pend, charged_minor, tariff_minor, copay_minor, verdict_sha256) FROM STDIN (FORMAT"
          + " BINARY)";
  private static final String SHARES =
      "COPY claim_share (claim_line_id, rev, run_id, n, payer, amount_minor, rate) FROM STDIN"
          + " (FORMAT BINARY)";
  private static final String REDUCTIONS =
      "COPY claim_reduction (claim_line_id, rev, run_id, n, code, payer, amount_minor, bearer,"
          + " arguments) FROM STDIN (FORMAT BINARY)";
  private static final String CONSUMPTION =
      "COPY claim_consumption (claim_line_id, rev, run_id, n, limit_id, key, on_date,"
          + " quantity_milli, amount_minor) FROM STDIN (FORMAT BINARY)";

  private static final String WITHDRAWN = "WITHDRAWN";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final int runId;
  private final CanonicalHash hash = new CanonicalHash(LineDecision.class);
  private final List<Revision> revisions = new ArrayList<>();

  /** A revision to write; of a line that counts no more, the decision is null. */
  private record Revision(
      Household.Line line, int rev, long householdId, LineDecision decision, String verdict) {}

  DecisionRows(int runId) {
    this.runId = runId;
  }

  /** Adds what a household needs. */
  void add(long householdId, List<Household.Line> work, List<LineDecision> decisions) {
    Map<Long, LineDecision> byLine = new HashMap<>();
    decisions.forEach(decision -> byLine.put(decision.lineId(), decision));
    for (Household.Line line : work) {
      LineDecision decision = byLine.remove(line.lineId());
      if (line.judged() == (decision == null)) {
        throw new IllegalStateException(
            "line %d of household %d %s decided"
                .formatted(line.lineId(), householdId, line.judged() ? "was not" : "must not be"));
      }
      String verdict = decision == null ? "" : hash(decision);
      if (decision == null || !verdict.equals(line.verdict())) {
        revisions.add(new Revision(line, line.rev() + 1, householdId, decision, verdict));
      }
    }
    if (!byLine.isEmpty()) {
      throw new IllegalStateException(
          "lines %s of household %d were decided unasked".formatted(byLine.keySet(), householdId));
    }
  }

  private String hash(LineDecision decision) {
    hash.row(decision);
    return hash.finish();
  }

  /** Writes what was added. */
  void copy(Connection connection) throws SQLException, IOException {
    try (BinaryCopy copy = BinaryCopy.open(connection, DECISIONS)) {
      for (Revision revision : revisions) {
        decision(copy, revision);
      }
      copy.finish();
    }
    try (BinaryCopy copy = BinaryCopy.open(connection, SHARES)) {
      for (Revision revision : revisions) {
        shares(copy, revision);
      }
      copy.finish();
    }
    try (BinaryCopy copy = BinaryCopy.open(connection, REDUCTIONS)) {
      for (Revision revision : revisions) {
        reductions(copy, revision);
      }
      copy.finish();
    }
    try (BinaryCopy copy = BinaryCopy.open(connection, CONSUMPTION)) {
      for (Revision revision : revisions) {
        consumption(copy, revision);
      }
      copy.finish();
    }
  }

  private void decision(BinaryCopy copy, Revision revision) throws SQLException {
    LineDecision decision = revision.decision();
    copy.row(12);
    copy.int8(revision.line().lineId());
    copy.int4(revision.rev());
    if (revision.rev() == 1) {
      copy.nul();
    } else {
      copy.int4(revision.rev() - 1);
    }
    copy.int4(runId);
    copy.int8(revision.line().invoiceId());
    copy.int8(revision.householdId());
    copy.text(decision == null ? WITHDRAWN : decision.status().name());
    if (decision == null || decision.pend() == null) {
      copy.nul();
    } else {
      copy.int2((short) decision.pend().number());
    }
    copy.int8(decision == null ? 0 : decision.chargedMinor());
    copy.int8(decision == null ? 0 : decision.tariffMinor());
    copy.int8(decision == null ? 0 : decision.copayMinor());
    copy.text(revision.verdict());
  }

  private void begin(BinaryCopy copy, int columns, Revision revision, int n) throws SQLException {
    copy.row(columns);
    copy.int8(revision.line().lineId());
    copy.int4(revision.rev());
    copy.int4(runId);
    copy.int2((short) n);
  }

  private void shares(BinaryCopy copy, Revision revision) throws SQLException {
    if (revision.decision() == null) {
      return;
    }
    int n = 0;
    for (LineDecision.Share share : revision.decision().shares()) {
      begin(copy, 7, revision, ++n);
      copy.text(share.payer());
      copy.int8(share.amountMinor());
      copy.text(share.rate());
    }
  }

  private void reductions(BinaryCopy copy, Revision revision) throws SQLException {
    if (revision.decision() == null) {
      return;
    }
    int n = 0;
    for (Reduction reduction : revision.decision().reductions()) {
      begin(copy, 9, revision, ++n);
      copy.int2((short) reduction.code().number());
      copy.text(reduction.payer());
      copy.int8(reduction.amountMinor());
      copy.text(reduction.bearer().name());
      copy.text(JSON.writeValueAsString(reduction.arguments()));
    }
  }

  private void consumption(BinaryCopy copy, Revision revision) throws SQLException {
    if (revision.decision() == null) {
      return;
    }
    int n = 0;
    for (Consumption taken : revision.decision().consumed()) {
      begin(copy, 9, revision, ++n);
      copy.text(taken.limit());
      copy.text(taken.key());
      copy.date(taken.on());
      copy.int8(taken.quantityMilli());
      copy.int8(taken.amountMinor());
    }
  }
}
