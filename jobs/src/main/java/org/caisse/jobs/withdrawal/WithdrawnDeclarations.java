package org.caisse.jobs.withdrawal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.caisse.domain.contribution.DeclarationKind;
import org.caisse.domain.contribution.DeclarationStatus;
import org.caisse.domain.contribution.WithdrawalEffect;
import org.caisse.domain.contribution.WithdrawnRow;
import org.caisse.domain.reject.RejectCode;
import org.caisse.jobs.keyed.Judged;
import org.caisse.jobs.keyed.Keyed;
import org.caisse.jobs.keyed.KeyedWork;
import org.caisse.jobs.run.FileStore;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.TakenFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Goes through the declarations of the file that is withdrawn and tells what becomes of each
 * employer's month. The withdrawal itself is frozen with the run; nothing is posted.
 */
final class WithdrawnDeclarations
    implements KeyedWork<WithdrawnRow, WithdrawalEffect, WithdrawnRow> {

  private static final String QUERY = Sql.of(WithdrawnDeclarations.class, "withdrawn");

  private final RunContext run;

  WithdrawnDeclarations(RunContext run) {
    this.run = run;
  }

  @Override
  public String name() {
    return "withdrawn";
  }

  @Override
  public String unit() {
    return "declarations";
  }

  @Override
  public long total(JdbcClient sql) {
    return -1;
  }

  @Override
  public JdbcClient.StatementSpec query(JdbcClient sql, long after1, long after2) {
    return sql.sql(QUERY)
        .param("run", run.run().id())
        .param("inputs", run.inputArray())
        .param("before", run.withdrawnArray())
        .param("after_it", withoutThese())
        .param("reused", RejectCode.SEQUENCE_REUSED.number())
        .param("after", after1);
  }

  /** What was withdrawn before, and what this run withdraws. */
  private Integer[] withoutThese() {
    return Stream.concat(
            run.withdrawn().stream(),
            new FileStore(run.environment())
                .withdrawnBy(run.run().id()).stream().map(TakenFile::id))
        .toArray(Integer[]::new);
  }

  @Override
  public Keyed<WithdrawnRow> facts(ResultSet row) throws SQLException {
    String kind = row.getString("kind");
    return new Keyed<>(
        row.getLong("declaration_id"),
        0,
        new WithdrawnRow(
            row.getInt("line_no"),
            row.getString("employer_no"),
            row.getObject("period", LocalDate.class),
            kind == null ? null : DeclarationKind.valueOf(kind),
            row.getInt("sender_seq"),
            DeclarationStatus.valueOf(row.getString("status")),
            row.getBoolean("stood"),
            row.getInt("persons"),
            row.getLong("gross_minor"),
            row.getLong("employer_minor"),
            row.getLong("insured_minor"),
            row.getLong("state_minor"),
            row.getInt("other_sequence"),
            row.getInt("refused_for_it"),
            null));
  }

  @Override
  public WithdrawalEffect judge(WithdrawnRow facts) {
    return facts.judgeAgain();
  }

  @Override
  public List<String> tables() {
    return List.of();
  }

  @Override
  public Class<WithdrawnRow> rowType() {
    return WithdrawnRow.class;
  }

  @Override
  public WithdrawnRow row(WithdrawnRow facts, WithdrawalEffect verdict) {
    return facts.with(verdict);
  }

  @Override
  public void post(Connection connection, List<Judged<WithdrawnRow, WithdrawalEffect>> judged) {
    // What counts no more is told by the file; declarations are not marked one by one.
  }
}
