package org.caisse.jobs.run;

import java.util.List;
import org.caisse.writers.archive.ArchivePart;
import org.caisse.writers.file.WrittenFile;

/** Records, in the transaction of the step that wrote them, the files that a run leaves. */
public final class Outputs {

  private static final String OUTPUT = Sql.of(Outputs.class, "record-output");
  private static final String PART = Sql.of(Outputs.class, "record-part");

  private final RunContext run;

  public Outputs(RunContext run) {
    this.run = run;
  }

  /** A file in the outbox. */
  public void outbox(List<WrittenFile> files) {
    for (WrittenFile file : files) {
      run.sql()
          .sql(OUTPUT)
          .param("run", run.run().id())
          .param("place", "outbox")
          .param("name", run.outbox().relativize(file.path()).toString())
          .param("bytes", file.bytes())
          .param("rows", null)
          .param("sha256", file.sha256())
          .param("contentSha256", file.contentSha256())
          .update();
    }
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
