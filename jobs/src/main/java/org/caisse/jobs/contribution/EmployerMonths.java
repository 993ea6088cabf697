package org.caisse.jobs.contribution;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.caisse.domain.contribution.EmployerFacts;
import org.caisse.domain.contribution.EmployerMonthFacts;
import org.caisse.domain.contribution.EmployerMonthVerdict;
import org.caisse.domain.contribution.EmployerRow;
import org.caisse.domain.contribution.JudgeEmployerMonth;
import org.caisse.domain.contribution.LastDeclared;
import org.caisse.domain.ledger.Debtor;
import org.caisse.domain.ledger.Entry;
import org.caisse.domain.pack.ContributionTerms;
import org.caisse.domain.pack.DeclarationRule;
import org.caisse.domain.pack.Shares;
import org.caisse.jobs.keyed.Judged;
import org.caisse.jobs.keyed.Keyed;
import org.caisse.jobs.keyed.KeyedWork;
import org.caisse.jobs.ledger.LedgerRows;
import org.caisse.jobs.ledger.PostedEntries;
import org.caisse.jobs.run.Sql;
import org.caisse.writers.copy.BinaryCopy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Decides each employer's month: declared, nil or missing, how late, what it owes; posts what
 * differs from what stands.
 */
final class EmployerMonths
    implements KeyedWork<EmployerMonths.Facts, EmployerMonthVerdict, EmployerRow> {

  private static final String QUERY = Sql.of(EmployerMonths.class, "employers");
  private static final String COPY =
      "COPY employer_assessment (run_id, employer_id, period, state, population, ogd_no, rule,"
          + " declaration_id, first_filed, due, months_late, persons, base_minor, employer_minor,"
          + " insured_minor, state_minor, surcharge_minor, default_of, penalty_minor) FROM STDIN"
          + " (FORMAT BINARY)";

  private final Month month;
  private final LedgerRows ledger;

  /**
   * What the rule needs, with what the last run wrote.
   *
   * @param declarationId the declaration that counts, or 0
   * @param last state, declaration and amounts of the last row for this employer, as one text; null
   *     when there is none
   */
  record Facts(EmployerMonthFacts month, long declarationId, String last) {}

  EmployerMonths(Month month) {
    this.month = month;
    this.ledger = new LedgerRows(month.run(), month.start());
  }

  @Override
  public String name() {
    return "employers";
  }

  @Override
  public List<String> tables() {
    return List.of("employer_assessment", "ledger_entry", "posting");
  }

  @Override
  public String unit() {
    return "employers";
  }

  @Override
  public long total(JdbcClient sql) {
    return sql.sql("SELECT count(*) FROM employer_standing WHERE run_id = ?")
        .param(month.run().run().id())
        .query(Long.class)
        .single();
  }

  @Override
  public JdbcClient.StatementSpec query(JdbcClient sql, long after1, long after2) {
    return month
        .bind(sql.sql(QUERY))
        .param("after", after1)
        .param("by_quarter", month.countedOn(DeclarationRule.HeadcountDay.QUARTER_START))
        .param("by_year", month.countedOn(DeclarationRule.HeadcountDay.YEAR_START));
  }

  @Override
  public Keyed<Facts> facts(ResultSet row) throws SQLException {
    long id = row.getLong("employer_id");
    EmployerFacts employer =
        new EmployerFacts(
            id,
            row.getString("employer_no"),
            row.getString("population"),
            row.getString("ogd_no"),
            row.getObject("valid_from", LocalDate.class),
            row.getObject("valid_to", LocalDate.class));
    EmployerMonthFacts facts =
        new EmployerMonthFacts(
            employer,
            month.start(),
            row.getObject("first_filed", LocalDate.class),
            row.getBoolean("nil"),
            row.getInt("persons"),
            row.getLong("base_minor"),
            new Shares(
                row.getLong("employer_minor"),
                row.getLong("insured_minor"),
                row.getLong("state_minor")),
            PostedEntries.parse(row.getString("posted")),
            row.getInt("last_rev"),
            row.getInt("headcount"),
            month.run().run().businessDate(),
            last(row),
            row.getBoolean("defaulted"));
    return new Keyed<>(
        id, 0, new Facts(facts, row.getLong("declaration_id"), row.getString("last")));
  }

  private static LastDeclared last(ResultSet row) throws SQLException {
    LocalDate period = row.getObject("last_period", LocalDate.class);
    return period == null
        ? null
        : new LastDeclared(
            period,
            new Shares(
                row.getLong("last_employer_minor"),
                row.getLong("last_insured_minor"),
                row.getLong("last_state_minor")));
  }

  /** The month on which a default assessment rests, or null when there is none. */
  private static LocalDate defaultOf(Judged<Facts, EmployerMonthVerdict> one) {
    return one.verdict().state() == EmployerMonthVerdict.State.DEFAULT
        ? one.keyed().facts().month().last().period()
        : null;
  }

  /** What persons owe, or what is assessed in their place. */
  private static Shares shares(Judged<Facts, EmployerMonthVerdict> one) {
    return one.keyed().facts().month().contributions().plus(one.verdict().byDefault());
  }

  @Override
  public EmployerMonthVerdict judge(Facts facts) {
    return JudgeEmployerMonth.judge(facts.month(), month.run().law());
  }

  @Override
  public Class<EmployerRow> rowType() {
    return EmployerRow.class;
  }

  @Override
  public EmployerRow row(Facts facts, EmployerMonthVerdict verdict) {
    return EmployerRow.of(facts.month(), verdict);
  }

  @Override
  public void post(Connection connection, List<Judged<Facts, EmployerMonthVerdict>> judged)
      throws SQLException, IOException {
    List<LedgerRows.Of> entries = new ArrayList<>();
    try (BinaryCopy copy = BinaryCopy.open(connection, COPY)) {
      for (Judged<Facts, EmployerMonthVerdict> one : judged) {
        if (!fingerprint(one).equals(one.keyed().facts().last())) {
          assessment(copy, one);
        }
        for (Entry entry : one.verdict().entries()) {
          entries.add(new LedgerRows.Of(Debtor.EMPLOYER, one.keyed().key1(), entry));
        }
      }
      copy.finish();
    }
    ledger.post(connection, entries);
  }

  /** The same text as the query's column {@code last}: equal when the last row says the same. */
  private static String fingerprint(Judged<Facts, EmployerMonthVerdict> one) {
    EmployerMonthFacts facts = one.keyed().facts().month();
    EmployerMonthVerdict verdict = one.verdict();
    Shares shares = shares(one);
    LocalDate defaultOf = defaultOf(one);
    String text =
        String.join(
            "|",
            verdict.state().name(),
            Long.toString(one.keyed().facts().declarationId()),
            facts.employer().population(),
            facts.employer().ogd(),
            Integer.toString(facts.persons()),
            Long.toString(facts.baseMinor()),
            Long.toString(shares.employerMinor()),
            Long.toString(shares.insuredMinor()),
            Long.toString(shares.stateMinor()),
            Long.toString(verdict.surchargeMinor()),
            Long.toString(verdict.penaltyMinor()),
            verdict.due().toString());
    return defaultOf == null ? text : text + "|" + defaultOf;
  }

  private void assessment(BinaryCopy copy, Judged<Facts, EmployerMonthVerdict> one)
      throws SQLException {
    EmployerMonthFacts facts = one.keyed().facts().month();
    EmployerMonthVerdict verdict = one.verdict();
    ContributionTerms terms = month.terms(facts.employer().population());
    Shares shares = shares(one);
    copy.row(19);
    copy.int4(month.run().run().id());
    copy.int8(one.keyed().key1());
    copy.date(month.start());
    copy.text(verdict.state().name());
    copy.text(facts.employer().population());
    copy.text(facts.employer().ogd());
    copy.text(terms == null ? "" : terms.rule());
    if (one.keyed().facts().declarationId() == 0) {
      copy.nul();
    } else {
      copy.int8(one.keyed().facts().declarationId());
    }
    if (facts.firstFiled() == null) {
      copy.nul();
    } else {
      copy.date(facts.firstFiled());
    }
    copy.date(verdict.due());
    copy.int4(verdict.monthsLate());
    copy.int4(facts.persons());
    copy.int8(facts.baseMinor());
    copy.int8(shares.employerMinor());
    copy.int8(shares.insuredMinor());
    copy.int8(shares.stateMinor());
    copy.int8(verdict.surchargeMinor());
    LocalDate defaultOf = defaultOf(one);
    if (defaultOf == null) {
      copy.nul();
    } else {
      copy.date(defaultOf);
    }
    copy.int8(verdict.penaltyMinor());
  }
}
