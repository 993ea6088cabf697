package org.caisse.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.caisse.jobs.run.Sql;

/**
 * What a month of care came to.
 *
 * @param read lines in the files
 * @param accepted lines that the intake took, of so much
 * @param decided lines that the adjudication decided on, those that wait included
 * @param pended lines that wait
 * @param paidMinor what payers pay
 * @param told lines that the remittance told
 * @param postedMinor what is in the ledger
 * @param history lines that had been told before
 */
public record ClaimsSums(
    long read,
    long accepted,
    long acceptedMinor,
    long decided,
    long decidedMinor,
    long pended,
    long paidMinor,
    long told,
    long postedMinor,
    long history) {

  /**
   * What is in the database.
   *
   * @param after the last run before the month
   * @param truth what a correct intake takes of each file
   * @throws WrongSumsException when it is not what it must be
   */
  static ClaimsSums of(Connection connection, int after, Path truth, LocalDate day)
      throws SQLException, IOException {
    long[] expected = expected(truth, day);
    try (PreparedStatement statement =
        connection.prepareStatement(Sql.of(ClaimsSums.class, "claims-sums"))) {
      statement.setInt(1, after);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        ClaimsSums sums =
            new ClaimsSums(
                expected[0],
                row.getLong("accepted"),
                row.getLong("accepted_minor"),
                row.getLong("decided"),
                row.getLong("decided_minor"),
                row.getLong("pended"),
                row.getLong("paid_minor"),
                row.getLong("told"),
                row.getLong("posted_minor"),
                row.getLong("history"));
        sums.check(expected[1], expected[2]);
        return sums;
      }
    }
  }

  private void check(long mustBeAccepted, long mustBeAcceptedMinor) {
    if (accepted != mustBeAccepted
        || acceptedMinor != mustBeAcceptedMinor
        || decided != accepted
        || decidedMinor != acceptedMinor
        || told != decided - pended
        || postedMinor != paidMinor) {
      throw new WrongSumsException(
          "care does not add up: %d lines of %d must be accepted; found %s. Compare the runs with the truth file of the fund"
              .formatted(mustBeAccepted, mustBeAcceptedMinor, this));
    }
  }

  /** Lines, accepted lines and what these charge, of the files of a day. */
  private static long[] expected(Path truth, LocalDate day) throws IOException {
    long[] sums = new long[3];
    List<String> rows = Files.readAllLines(truth);
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split(";", -1);
      if (cells[0].startsWith(day + "/")) {
        sums[0] += Long.parseLong(cells[1]);
        sums[1] += Long.parseLong(cells[2]);
        sums[2] += Long.parseLong(cells[6]);
      }
    }
    return sums;
  }
}
