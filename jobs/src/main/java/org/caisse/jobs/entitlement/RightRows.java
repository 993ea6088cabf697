package org.caisse.jobs.entitlement;

import java.sql.Connection;
import java.sql.SQLException;
import org.caisse.domain.right.PostedRight;
import org.caisse.domain.right.RightPeriod;
import org.caisse.writers.copy.BinaryCopy;

/** Writes rows of rights by COPY. */
final class RightRows implements AutoCloseable {

  private static final int COLUMNS = 14;
  private static final String COPY =
      "COPY rights_period (person_id, payer, head_id, rev, run_id, reverses, valid_from, valid_to,"
          + " population, rule, why, why_arguments, end_why, end_arguments)"
          + " FROM STDIN (FORMAT BINARY)";

  private final BinaryCopy copy;
  private final int run;

  RightRows(Connection connection, int run) throws SQLException {
    this.copy = BinaryCopy.open(connection, COPY);
    this.run = run;
  }

  void add(long person, long head, PostedRight row) throws SQLException {
    RightPeriod period = row.period();
    copy.row(COLUMNS);
    copy.int8(person);
    copy.text(period.payer());
    copy.int8(head);
    copy.int4(row.rev());
    copy.int4(run);
    if (row.reverses() == 0) {
      copy.nul();
    } else {
      copy.int4(row.reverses());
    }
    copy.date(period.from());
    if (period.to() == null) {
      copy.nul();
    } else {
      copy.date(period.to());
    }
    copy.text(period.population());
    copy.text(period.rule());
    copy.text(period.why().name());
    copy.text(period.arguments());
    if (period.endWhy() == null) {
      copy.nul();
    } else {
      copy.text(period.endWhy().name());
    }
    copy.text(period.endArguments());
  }

  void finish() throws SQLException {
    copy.finish();
  }

  @Override
  public void close() throws SQLException {
    copy.close();
  }
}
