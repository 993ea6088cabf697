package org.caisse.app.bench;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.caisse.jobs.run.Sql;

/**
 * What a month comes to.
 *
 * @param employers that owe something
 * @param persons declared
 * @param baseMinor sum of the bases
 * @param employerMinor sum of the employers' shares
 * @param insuredMinor sum of the insured persons' shares
 * @param eachOne hash over these numbers of every employer
 */
record Totals(
    long employers,
    long persons,
    long baseMinor,
    long employerMinor,
    long insuredMinor,
    String eachOne) {

  static Totals of(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(Sql.of(Totals.class, query))) {
      row.next();
      return new Totals(
          row.getLong("employers"),
          row.getLong("persons"),
          row.getLong("base_minor"),
          row.getLong("employer_minor"),
          row.getLong("insured_minor"),
          row.getString("each_one"));
    }
  }
}
