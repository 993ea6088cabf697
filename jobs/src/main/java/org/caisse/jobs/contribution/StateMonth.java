package org.caisse.jobs.contribution;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.caisse.domain.contribution.StateRow;
import org.caisse.domain.ledger.Debtor;
import org.caisse.domain.ledger.Entry;
import org.caisse.jobs.keyed.Judged;
import org.caisse.jobs.keyed.Keyed;
import org.caisse.jobs.keyed.KeyedWork;
import org.caisse.jobs.ledger.LedgerRows;
import org.caisse.jobs.ledger.PostedEntries;
import org.caisse.jobs.run.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Decides what the State owes for the month: one account, one entry per delegated body. */
final class StateMonth implements KeyedWork<StateRow, List<Entry>, StateRow> {

  private static final String QUERY = Sql.of(StateMonth.class, "state");

  private final Month month;
  private final LedgerRows ledger;

  StateMonth(Month month) {
    this.month = month;
    this.ledger = new LedgerRows(month.run(), month.start());
  }

  @Override
  public String name() {
    return "state";
  }

  @Override
  public List<String> tables() {
    return List.of();
  }

  @Override
  public String unit() {
    return "accounts";
  }

  @Override
  public long total(JdbcClient sql) {
    return -1;
  }

  @Override
  public JdbcClient.StatementSpec query(JdbcClient sql, long after1, long after2) {
    return month.bind(sql.sql(QUERY)).param("after", after1);
  }

  @Override
  public Keyed<StateRow> facts(ResultSet row) throws SQLException {
    List<StateRow.OgdShare> shares = new ArrayList<>();
    String text = row.getString("shares");
    if (text != null) {
      for (String part : text.split(";", -1)) {
        int bar = part.indexOf('|');
        shares.add(
            new StateRow.OgdShare(part.substring(0, bar), Long.parseLong(part.substring(bar + 1))));
      }
    }
    return new Keyed<>(
        0,
        0,
        new StateRow(
            shares,
            PostedEntries.parse(row.getString("posted")),
            row.getInt("last_rev"),
            List.of()));
  }

  @Override
  public List<Entry> judge(StateRow facts) {
    return facts.judgeAgain();
  }

  @Override
  public Class<StateRow> rowType() {
    return StateRow.class;
  }

  @Override
  public StateRow row(StateRow facts, List<Entry> verdict) {
    return new StateRow(facts.shares(), facts.posted(), facts.lastRev(), verdict);
  }

  @Override
  public void post(Connection connection, List<Judged<StateRow, List<Entry>>> judged)
      throws SQLException, IOException {
    List<LedgerRows.Of> entries = new ArrayList<>();
    for (Judged<StateRow, List<Entry>> one : judged) {
      one.verdict().forEach(entry -> entries.add(new LedgerRows.Of(Debtor.STATE, 0, entry)));
    }
    ledger.post(connection, entries);
  }
}
