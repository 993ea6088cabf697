package org.caisse.jobs.account;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.caisse.domain.pack.PaymentRule;
import org.caisse.domain.receipt.MatchReceipt;
import org.caisse.domain.receipt.MatchRow;
import org.caisse.jobs.keyed.Judged;
import org.caisse.jobs.keyed.Keyed;
import org.caisse.jobs.keyed.KeyedWork;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.writers.copy.BinaryCopy;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/** Finds to whom each receipt belongs that belongs to nobody yet. */
final class MatchReceipts implements KeyedWork<MatchRow, MatchRow, MatchRow> {

  private static final String QUERY = Sql.of(MatchReceipts.class, "match");
  private static final String MATCH =
      "COPY receipt_match (receipt_id, run_id, employer_id, person_id, rule, why)"
          + " FROM STDIN (FORMAT BINARY)";
  private static final String UNMATCHED =
      "COPY unmatched_receipt (run_id, receipt_id, candidates, owes_nothing)"
          + " FROM STDIN (FORMAT BINARY)";
  private static final TypeReference<List<MatchReceipt.Candidate>> CANDIDATES =
      new TypeReference<>() {};
  private static final TypeReference<List<MatchReceipt.Insured>> INSURED = new TypeReference<>() {};

  private final RunContext run;

  MatchReceipts(RunContext run) {
    this.run = run;
  }

  @Override
  public String name() {
    return "match";
  }

  @Override
  public String unit() {
    return "receipts";
  }

  @Override
  public List<String> tables() {
    return List.of("receipt_match");
  }

  @Override
  public long total(JdbcClient sql) {
    return -1;
  }

  @Override
  public JdbcClient.StatementSpec query(JdbcClient sql, long after1, long after2) {
    PaymentRule rule = run.law().pack().payments();
    return OwnDues.of(run)
        .bind(sql.sql(QUERY))
        .param("run", run.run().id())
        .param("inputs", run.inputArray())
        .param("days", rule == null ? 0 : rule.matchDays())
        .param("after", after1);
  }

  @Override
  public Keyed<MatchRow> facts(ResultSet row) throws SQLException {
    long id = row.getLong("receipt_id");
    return new Keyed<>(
        id,
        0,
        MatchRow.facts(
            id,
            row.getString("receipt_no"),
            JoinedFacts.list(row.getString("candidates"), CANDIDATES),
            JoinedFacts.list(row.getString("insured"), INSURED),
            row.getBoolean("taken_back")));
  }

  @Override
  public MatchRow judge(MatchRow facts) {
    return facts.judgeAgain();
  }

  @Override
  public Class<MatchRow> rowType() {
    return MatchRow.class;
  }

  @Override
  public MatchRow row(MatchRow facts, MatchRow verdict) {
    return verdict;
  }

  @Override
  public void post(Connection connection, List<Judged<MatchRow, MatchRow>> judged)
      throws SQLException {
    try (BinaryCopy copy = BinaryCopy.open(connection, MATCH)) {
      for (Judged<MatchRow, MatchRow> one : judged) {
        MatchReceipt.Verdict verdict = one.verdict().verdict();
        if (verdict.match() != null) {
          MatchReceipt.Candidate match = verdict.match();
          match(copy, one, match.employerId(), null, match.rule(), match.why());
        } else if (verdict.insured() != null) {
          MatchReceipt.Insured match = verdict.insured();
          match(copy, one, null, match.personId(), match.rule(), match.why());
        }
      }
      copy.finish();
    }
    try (BinaryCopy copy = BinaryCopy.open(connection, UNMATCHED)) {
      for (Judged<MatchRow, MatchRow> one : judged) {
        MatchRow row = one.verdict();
        if (row.employerNo().isEmpty() && row.personNo().isEmpty()) {
          copy.row(4);
          copy.int4(run.run().id());
          copy.int8(row.receiptId());
          copy.text(row.shown());
          copy.bool(row.owesNothing());
        }
      }
      copy.finish();
    }
  }

  private void match(
      BinaryCopy copy,
      Judged<MatchRow, MatchRow> one,
      Long employerId,
      Long personId,
      MatchReceipt.Rule rule,
      String why)
      throws SQLException {
    copy.row(6);
    copy.int8(one.verdict().receiptId());
    copy.int4(run.run().id());
    id(copy, employerId);
    id(copy, personId);
    copy.text(rule.name());
    copy.text(why);
  }

  private static void id(BinaryCopy copy, Long id) throws SQLException {
    if (id == null) {
      copy.nul();
    } else {
      copy.int8(id);
    }
  }
}
