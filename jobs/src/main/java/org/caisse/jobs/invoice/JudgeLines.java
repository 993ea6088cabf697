package org.caisse.jobs.invoice;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.caisse.domain.invoice.ClaimLineRow;
import org.caisse.domain.invoice.InvoiceRow;
import org.caisse.domain.reject.Reject;
import org.caisse.jobs.keyed.Judged;
import org.caisse.jobs.keyed.Keyed;
import org.caisse.jobs.keyed.KeyedWork;
import org.caisse.jobs.received.ReceivedFiles;
import org.caisse.jobs.run.RejectRows;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.writers.copy.BinaryCopy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Judges each line of an intake, once its invoice is. */
final class JudgeLines implements KeyedWork<JudgeLines.Line, ClaimLineRow, ClaimLineRow> {

  private static final String QUERY = Sql.of(JudgeLines.class, "lines");
  private static final String PORTION = Sql.of(JudgeLines.class, "portion");

  private static final String COPY =
      "COPY claim_line (claim_line_id, run_id, file_id, line_no, invoice_id, provider_id,"
          + " person_id, care_on, late, act_code, letter, coefficient, medicine_code, quantity,"
          + " unit_minor, charged_minor, said_rate, said_fund_minor, said_patient_minor,"
          + " prescriber, prescription_no, prescribed_on, referrer, agreement_no, affection,"
          + " exemption, place, content_key, no) FROM STDIN (FORMAT BINARY)";
  private static final String COPY_REFUSED =
      "COPY refused_claim_line (claim_line_id, run_id, file_id, line_no, invoice_id, no, person_no,"
          + " care_on, act, quantity, charged_minor, code, field, value, expected) FROM STDIN"
          + " (FORMAT BINARY)";

  private final RunContext run;
  private final boolean corrections;
  private final SentTitles titles;
  private final int most;

  /** Facts of a line, and what is stored of it besides. */
  record Line(
      int fileId,
      long providerId,
      long personId,
      String rate,
      String prescriber,
      String prescription,
      LocalDate prescribedOn,
      String referrer,
      String agreement,
      String affection,
      String exemption,
      String place,
      UUID contentKey,
      int no,
      int canonicalNo,
      String raw,
      String canonical,
      ClaimLineRow row) {}

  /**
   * @param corrections whether corrected lines are judged; they come last
   * @param most lines that are joined at once, with whole files: sorts of all of them would go to
   *     the disk
   */
  JudgeLines(RunContext run, ReceivedFiles received, boolean corrections, int most) {
    this.run = run;
    this.corrections = corrections;
    this.titles = new SentTitles(run, received);
    this.most = most;
  }

  @Override
  public String name() {
    return corrections ? "line-corrections" : "lines";
  }

  @Override
  public String unit() {
    return "lines";
  }

  @Override
  public List<String> tables() {
    return List.of("claim_line", "refused_claim_line", "line_reject");
  }

  @Override
  public long total(JdbcClient sql) {
    return sql.sql(
            "SELECT count(*) FROM incoming_claim WHERE run_id = :run AND corrects = :corrects")
        .param("run", run.run().id())
        .param("corrects", corrections)
        .query(Long.class)
        .single();
  }

  private record Portion(long from, long until) {}

  /** Corrected lines are few, and one of them may have come in two files. */
  private Optional<Portion> next(JdbcClient sql, long after) {
    if (corrections) {
      return Optional.of(new Portion(0, Long.MAX_VALUE));
    }
    return sql.sql(PORTION)
        .param("run", run.run().id())
        .param("after", after)
        .param("most", most)
        .query((row, n) -> new Portion(row.getLong("from_id"), row.getLong("until_id")))
        .optional();
  }

  @Override
  public OptionalLong portion(JdbcClient sql, long after1) {
    return next(sql, after1)
        .map(portion -> OptionalLong.of(portion.until()))
        .orElse(OptionalLong.empty());
  }

  @Override
  public JdbcClient.StatementSpec query(JdbcClient sql, long after1, long after2) {
    return query(sql, after1, after2, Long.MAX_VALUE);
  }

  @Override
  public JdbcClient.StatementSpec query(JdbcClient sql, long after1, long after2, long until1) {
    return sql.sql(QUERY)
        .param("run", run.run().id())
        .param("inputs", run.inputArray())
        .param("withdrawn", run.withdrawnArray())
        .param("corrects", corrections)
        .param("after", after1)
        .param("from", next(sql, after1).map(Portion::from).orElse(0L))
        .param("until", until1);
  }

  @Override
  public Keyed<Line> facts(ResultSet row) throws SQLException {
    long dependant = row.getLong("dependant_id");
    return new Keyed<>(
        row.getLong("claim_line_id"),
        0,
        new Line(
            row.getInt("file_id"),
            row.getLong("provider_id"),
            dependant == 0 ? row.getLong("person_id") : dependant,
            Found.text(row, "said_rate"),
            row.getString("prescriber"),
            row.getString("prescription_no"),
            row.getObject("prescribed_on", LocalDate.class),
            row.getString("referrer"),
            row.getString("agreement_no"),
            row.getString("affection"),
            row.getString("exemption"),
            row.getString("place"),
            row.getObject("content_key", UUID.class),
            row.getInt("no"),
            row.getInt("canonical_no"),
            row.getString("raw"),
            row.getString("canonical"),
            line(row, dependant != 0)));
  }

  private static ClaimLineRow line(ResultSet row, boolean rankKnown) throws SQLException {
    int lineNo = row.getInt("line_no");
    String status = row.getString("status");
    return new ClaimLineRow(
        row.getLong("claim_line_id"),
        lineNo,
        !row.getString("record").equals("L"),
        row.getLong("of_invoice_id"),
        status == null ? null : InvoiceRow.Status.valueOf(status),
        Found.reject(row, "whole", lineNo),
        Found.reject(row, "reject", lineNo),
        row.getString("person_no"),
        row.getBoolean("person_known"),
        row.getInt("rank"),
        rankKnown,
        row.getObject("care_on", LocalDate.class),
        row.getObject("received_on", LocalDate.class),
        row.getObject("invoice_period", LocalDate.class),
        row.getString("act_code"),
        row.getString("letter"),
        Found.text(row, "coefficient"),
        row.getString("medicine_code"),
        Found.text(row, "quantity"),
        Found.amount(row, "unit_minor"),
        Found.amount(row, "charged_minor"),
        Found.amount(row, "said_fund_minor"),
        Found.amount(row, "said_patient_minor"),
        row.getBoolean("taken_before"),
        false,
        null);
  }

  @Override
  public ClaimLineRow judge(Line facts) {
    return facts.row().judged();
  }

  @Override
  public Class<ClaimLineRow> rowType() {
    return ClaimLineRow.class;
  }

  @Override
  public ClaimLineRow row(Line facts, ClaimLineRow verdict) {
    return verdict;
  }

  @Override
  public void post(Connection connection, List<Judged<Line, ClaimLineRow>> judged)
      throws SQLException, IOException {
    try (BinaryCopy copy = BinaryCopy.open(connection, COPY)) {
      for (Judged<Line, ClaimLineRow> one : judged) {
        if (one.verdict().isAccepted()) {
          accepted(copy, one.keyed().facts(), one.verdict());
        }
      }
      copy.finish();
    }
    try (BinaryCopy copy = BinaryCopy.open(connection, COPY_REFUSED)) {
      for (Judged<Line, ClaimLineRow> one : judged) {
        if (one.verdict().isLeftOut()) {
          left(copy, one.keyed().facts(), one.verdict());
        }
      }
      copy.finish();
    }
    // Not while the COPY is open: titles may have to be asked for on the same connection.
    List<RejectRows.Row> rejects = new ArrayList<>();
    for (Judged<Line, ClaimLineRow> one : judged) {
      if (one.verdict().reject() != null) {
        rejects.add(refused(one.keyed().facts(), one.verdict()));
      }
    }
    RejectRows.copy(connection, run.run().id(), rejects);
  }

  private RejectRows.Row refused(Line facts, ClaimLineRow line) throws IOException {
    Reject reject = line.reject();
    // What the reading refused has the sender's titles already.
    Reject named =
        reject.equals(line.problem())
            ? reject
            : reject.named(titles.of(facts.fileId(), reject.field()));
    return new RejectRows.Row(
        facts.fileId(),
        0,
        line.wholeReject() != null,
        named,
        facts.raw(),
        facts.canonicalNo(),
        facts.canonical());
  }

  private void accepted(BinaryCopy copy, Line facts, ClaimLineRow line) throws SQLException {
    copy.row(29);
    copy.int8(line.lineId());
    copy.int4(run.run().id());
    copy.int4(facts.fileId());
    copy.int4(line.lineNo());
    copy.int8(line.invoiceId());
    copy.int8(facts.providerId());
    copy.int8(facts.personId());
    copy.date(line.careOn());
    copy.bool(line.late());
    copy.text(line.act());
    copy.text(line.letter());
    decimal(copy, line.coefficient());
    copy.text(line.medicine());
    decimal(copy, line.quantity());
    Found.copy(copy, line.unit());
    Found.copy(copy, line.charged());
    decimal(copy, facts.rate());
    Found.copy(copy, line.fundShare());
    Found.copy(copy, line.patientShare());
    copy.text(facts.prescriber());
    copy.text(facts.prescription());
    copy.date(facts.prescribedOn());
    copy.text(facts.referrer());
    copy.text(facts.agreement());
    copy.text(facts.affection());
    copy.text(facts.exemption());
    copy.text(facts.place());
    copy.uuid(facts.contentKey());
    copy.int4(facts.no());
  }

  /** A line of a filed invoice that is not taken, for what its provider is told. */
  private void left(BinaryCopy copy, Line facts, ClaimLineRow line) throws SQLException {
    copy.row(15);
    copy.int8(line.lineId());
    copy.int4(run.run().id());
    copy.int4(facts.fileId());
    copy.int4(line.lineNo());
    copy.int8(line.invoiceId());
    copy.int4(facts.no());
    copy.text(line.personNo());
    copy.date(line.careOn());
    copy.text(line.care());
    copy.text(line.quantity());
    Found.copy(copy, line.charged());
    Found.copy(copy, line.reject());
  }

  private static void decimal(BinaryCopy copy, String number) {
    copy.numeric(number.isEmpty() ? null : new BigDecimal(number));
  }
}
