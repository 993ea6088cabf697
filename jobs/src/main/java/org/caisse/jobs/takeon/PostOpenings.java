package org.caisse.jobs.takeon;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.caisse.domain.ledger.Debtor;
import org.caisse.domain.takeon.OpeningRow;
import org.caisse.jobs.keyed.Judged;
import org.caisse.jobs.keyed.Keyed;
import org.caisse.jobs.keyed.KeyedWork;
import org.caisse.jobs.ledger.MoneyPosting;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Posts the openings of the chart and of each employer that differ from what stands. */
final class PostOpenings implements KeyedWork<PostOpenings.Facts, OpeningRow, OpeningRow> {

  private static final String QUERY = Sql.of(PostOpenings.class, "opening");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<OpeningRow.Item>> ITEMS = new TypeReference<>() {};
  private static final TypeReference<List<OpeningRow.Posted>> POSTED = new TypeReference<>() {};
  private static final TypeReference<List<OpeningRow.LastRev>> REVS = new TypeReference<>() {};
  private static final TypeReference<List<OpeningRow.Money>> MONEY = new TypeReference<>() {};

  private final RunContext run;
  private final MoneyPosting posting;

  /**
   * What is known.
   *
   * @param debtorId of the openings in the ledger
   */
  record Facts(long debtorId, OpeningRow row) {}

  PostOpenings(RunContext run) {
    this.run = run;
    this.posting = new MoneyPosting(run);
  }

  @Override
  public String name() {
    return "openings";
  }

  @Override
  public String unit() {
    return "accounts";
  }

  @Override
  public List<String> tables() {
    return List.of("ledger_entry", "posting");
  }

  @Override
  public long total(JdbcClient sql) {
    return -1;
  }

  @Override
  public JdbcClient.StatementSpec query(JdbcClient sql, long after1, long after2) {
    return sql.sql(QUERY).param("run", run.run().id()).param("after", after1);
  }

  @Override
  public Keyed<Facts> facts(ResultSet row) throws SQLException {
    return new Keyed<>(
        row.getLong("key"),
        0,
        new Facts(
            row.getLong("debtor_id"),
            new OpeningRow(
                row.getString("employer_no"),
                list(row.getString("items"), ITEMS),
                list(row.getString("posted"), POSTED),
                list(row.getString("revs"), REVS),
                list(row.getString("money"), MONEY),
                list(row.getString("advances"), POSTED),
                list(row.getString("account_revs"), REVS),
                List.of())));
  }

  private static <T> List<T> list(String text, TypeReference<List<T>> type) {
    return text == null ? List.of() : JSON.readValue(text, type);
  }

  @Override
  public OpeningRow judge(Facts facts) {
    return facts.row().judged();
  }

  @Override
  public Class<OpeningRow> rowType() {
    return OpeningRow.class;
  }

  @Override
  public OpeningRow row(Facts facts, OpeningRow verdict) {
    return verdict;
  }

  @Override
  public void post(Connection connection, List<Judged<Facts, OpeningRow>> judged)
      throws SQLException, IOException {
    for (Judged<Facts, OpeningRow> one : judged) {
      for (OpeningRow.Dated entry : one.verdict().entries()) {
        long debtor =
            entry.debtor() == Debtor.ACCOUNT ? one.keyed().key1() : one.keyed().facts().debtorId();
        posting.add(entry.period(), entry.debtor(), debtor, entry.entry());
      }
    }
    posting.flush(connection);
  }
}
