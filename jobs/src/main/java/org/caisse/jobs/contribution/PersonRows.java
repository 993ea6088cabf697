package org.caisse.jobs.contribution;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.caisse.domain.contribution.JudgePersonMonth;
import org.caisse.domain.contribution.PersonMonthFacts;
import org.caisse.domain.contribution.PersonMonthVerdict;
import org.caisse.domain.contribution.PersonRow;
import org.caisse.domain.ledger.Debtor;
import org.caisse.domain.ledger.Entry;
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
 * Assesses persons one by one and compares with what is posted: those whose employer's lines do not
 * stand as read ({@code anew}), or those without employer ({@code enrolled}). The key is employer
 * and person; 0 for no employer.
 */
final class PersonRows implements KeyedWork<PersonMonthFacts, PersonMonthVerdict, PersonRow> {

  private static final String COPY =
      "COPY assessment (run_id, period, employer_id, person_id, rev, reverses, rule, population,"
          + " ogd_no, base_minor, employer_minor, insured_minor, state_minor) FROM STDIN (FORMAT"
          + " BINARY)";

  private final Month month;
  private final String name;
  private final String query;
  private final LedgerRows ledger;

  private PersonRows(Month month, String name) {
    this.month = month;
    this.name = name;
    this.query = Sql.of(PersonRows.class, name);
    this.ledger = new LedgerRows(month.run(), month.start());
  }

  /** Persons of the employers whose declarations are to be assessed anew. */
  static PersonRows anew(Month month) {
    return new PersonRows(month, "anew");
  }

  /** Persons who contribute without an employer. */
  static PersonRows enrolled(Month month) {
    return new PersonRows(month, "enrolled");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> tables() {
    return List.of("assessment", "ledger_entry", "posting");
  }

  @Override
  public String unit() {
    return "persons";
  }

  @Override
  public long total(JdbcClient sql) {
    return -1;
  }

  @Override
  public JdbcClient.StatementSpec query(JdbcClient sql, long after1, long after2) {
    return month.bind(sql.sql(query)).param("after1", after1).param("after2", after2);
  }

  @Override
  public Keyed<PersonMonthFacts> facts(ResultSet row) throws SQLException {
    return new Keyed<>(
        row.getLong("employer_id"),
        row.getLong("person_id"),
        new PersonMonthFacts(
            row.getString("employer_no"),
            row.getString("person_no"),
            row.getString("population"),
            row.getString("ogd_no"),
            row.getBoolean("due"),
            row.getLong("pay_minor"),
            row.getLong("posted_base_minor"),
            new Shares(
                row.getLong("posted_employer_minor"),
                row.getLong("posted_insured_minor"),
                row.getLong("posted_state_minor")),
            row.getInt("last_rev"),
            PostedEntries.parse(row.getString("owed")),
            row.getInt("last_entry_rev")));
  }

  @Override
  public PersonMonthVerdict judge(PersonMonthFacts facts) {
    return JudgePersonMonth.judge(
        facts, month.terms(facts.population()), month.basis(facts.population()));
  }

  @Override
  public Class<PersonRow> rowType() {
    return PersonRow.class;
  }

  @Override
  public PersonRow row(PersonMonthFacts facts, PersonMonthVerdict verdict) {
    return PersonRow.of(facts, verdict);
  }

  @Override
  public void post(Connection connection, List<Judged<PersonMonthFacts, PersonMonthVerdict>> judged)
      throws SQLException, IOException {
    List<LedgerRows.Of> entries = new ArrayList<>();
    try (BinaryCopy copy = BinaryCopy.open(connection, COPY)) {
      for (Judged<PersonMonthFacts, PersonMonthVerdict> one : judged) {
        for (PersonMonthVerdict.Revision revision : one.verdict().revisions()) {
          revision(copy, one, revision);
        }
        for (Entry entry : one.verdict().entries()) {
          entries.add(new LedgerRows.Of(Debtor.PERSON, one.keyed().key2(), entry));
        }
      }
      copy.finish();
    }
    ledger.post(connection, entries);
  }

  private void revision(
      BinaryCopy copy,
      Judged<PersonMonthFacts, PersonMonthVerdict> one,
      PersonMonthVerdict.Revision revision)
      throws SQLException {
    copy.row(13);
    copy.int4(month.run().run().id());
    copy.date(month.start());
    if (one.keyed().key1() == 0) {
      copy.nul();
    } else {
      copy.int8(one.keyed().key1());
    }
    copy.int8(one.keyed().key2());
    copy.int4(revision.rev());
    if (revision.reverses() < 0) {
      copy.nul();
    } else {
      copy.int4(revision.reverses());
    }
    copy.text(one.verdict().rule());
    copy.text(one.keyed().facts().population());
    copy.text(one.keyed().facts().ogd());
    copy.int8(revision.baseMinor());
    copy.int8(revision.shares().employerMinor());
    copy.int8(revision.shares().insuredMinor());
    copy.int8(revision.shares().stateMinor());
  }
}
