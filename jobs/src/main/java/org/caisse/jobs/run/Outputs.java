package org.caisse.jobs.run;

import java.util.List;
import org.caisse.writers.archive.ArchivePart;
import org.caisse.writers.file.WrittenFile;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** Records, in the transaction of the step that wrote them, the files that a run leaves. */
public final class Outputs {

  private static final String OUTPUT = Sql.of(Outputs.class, "record-output");
  private static final String PART = Sql.of(Outputs.class, "record-part");

  private final RunContext run;

  public Outputs(RunContext run) {
    this.run = run;
  }

  /** Files in the outbox. */
  public void outbox(List<WrittenFile> files) {
    SqlParameterSource[] rows = files.stream().map(this::row).toArray(SqlParameterSource[]::new);
    new NamedParameterJdbcTemplate(run.dataSource()).batchUpdate(OUTPUT, rows);
  }

  private SqlParameterSource row(WrittenFile file) {
    return new MapSqlParameterSource()
        .addValue("run", run.run().id())
        .addValue("place", "outbox")
        .addValue("name", run.outbox().relativize(file.path()).toString())
        .addValue("bytes", file.bytes())
        .addValue("rows", null)
        .addValue("sha256", file.sha256())
        .addValue("contentSha256", file.contentSha256())
        .addValue("aloneRows", file.alone() == null ? null : file.alone().rows())
        .addValue("aloneMost", file.alone() == null ? null : file.alone().most());
  }

  /** An archive file that is closed. */
  public void part(String step, int number, ArchivePart part) {
    run.sql()
        .sql(PART)
        .param("run", run.run().id())
        .param("step", step)
        .param("part", number)
        .param("name", part.name())
        .param("rows", part.rows())
        .param("bytes", part.bytes())
        .param("sha256", part.fileSha256())
        .param("contentSha256", part.contentSha256())
        .update();
  }
}
