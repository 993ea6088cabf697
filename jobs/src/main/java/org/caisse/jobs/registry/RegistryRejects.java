package org.caisse.jobs.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.caisse.domain.reject.Reject;
import org.caisse.jobs.run.FrozenFile;
import org.caisse.jobs.run.RejectRows;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;

/** The refused rows of one registry file, and the file's result. */
final class RegistryRejects {

  private final RunContext run;
  private final FrozenFile file;
  private final List<RejectRows.Row> rows = new ArrayList<>();

  RegistryRejects(RunContext run, FrozenFile file) {
    this.run = run;
    this.file = file;
  }

  void add(RejectRows.Row row) {
    rows.add(row);
  }

  void flush(Connection connection) throws SQLException {
    RejectRows.copy(connection, run.run().id(), rows);
  }

  /** The result of a file that was read. */
  void result(long lines, long blank, long read) {
    result(lines, blank, read, 0, "");
  }

  /** The result of a file of which nothing was read. */
  void refused(Reject refusal) {
    result(0, 0, 0, refusal.code().number(), refusal.value());
  }

  private void result(long lines, long blank, long read, int refused, String found) {
    run.sql()
        .sql(Sql.of(RegistryRejects.class, "record-result"))
        .param("file", file.id())
        .param("run", run.run().id())
        .param("refused", refused)
        .param("found", RejectRows.shortened(found))
        .param("lines", Math.toIntExact(lines))
        .param("blank", Math.toIntExact(blank))
        .param("rows", Math.toIntExact(read))
        .param("rejected", rows.size())
        .update();
  }
}
