package org.caisse.jobs.collection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.caisse.domain.collection.CollectionFacts;
import org.caisse.domain.collection.CoveredDebt;
import org.caisse.domain.collection.Instalment;
import org.caisse.domain.collection.Letter;
import org.caisse.domain.collection.OpenDebt;
import org.caisse.domain.collection.Payment;
import org.caisse.jobs.account.JoinedFacts;
import org.caisse.jobs.run.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/** What is known of employers' debts, by one query for whoever asks. */
public final class JoinedDebts {

  private static final String QUERY = Sql.of(JoinedDebts.class, "facts");
  private static final TypeReference<List<OpenDebt>> DEBTS = new TypeReference<>() {};
  private static final TypeReference<List<Letter>> LETTERS = new TypeReference<>() {};
  private static final TypeReference<List<Instalment>> INSTALMENTS = new TypeReference<>() {};
  private static final TypeReference<List<CoveredDebt>> COVERED = new TypeReference<>() {};
  private static final TypeReference<List<Payment>> PAYMENTS = new TypeReference<>() {};

  private JoinedDebts() {}

  /**
   * The query.
   *
   * @param settlement the run that left the accounts as they are looked at
   * @param inputs runs whose decisions count
   * @param before letters of runs from this one on do not count
   * @param employer id of one, or 0 for all that owe something
   * @param after id after which it begins
   */
  public static JdbcClient.StatementSpec query(
      JdbcClient sql, int settlement, Integer[] inputs, int before, long employer, long after) {
    return sql.sql(QUERY)
        .param("settlement", settlement)
        .param("inputs", inputs)
        .param("run", before)
        .param("employer", employer)
        .param("after", after);
  }

  /** The facts of one row. */
  public static CollectionFacts facts(ResultSet row, LocalDate day) throws SQLException {
    return new CollectionFacts(
        JoinedFacts.list(row.getString("debts"), DEBTS),
        JoinedFacts.list(row.getString("letters"), LETTERS),
        JoinedFacts.list(row.getString("instalments"), INSTALMENTS),
        JoinedFacts.list(row.getString("covered"), COVERED),
        JoinedFacts.list(row.getString("payments"), PAYMENTS),
        day);
  }
}
