package org.caisse.jobs.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.caisse.config.workspace.Workspace;
import org.caisse.writers.file.AtomicFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Packs, settings and formats as runs saw them, as files beside what the runs archived: with them,
 * a replay needs no database. The rows are the truth; a missing file is made again at the next
 * occasion.
 */
public final class LawFiles {

  private final RunEnvironment environment;

  LawFiles(RunEnvironment environment) {
    this.environment = environment;
  }

  /** The file of the pack, settings or formats with this hash. */
  public static Path file(Workspace workspace, String sha256) {
    return workspace.archive().resolve("law").resolve(sha256);
  }

  /** Writes all packs, settings and formats that have no file yet. */
  void publish() {
    JdbcClient sql = JdbcClient.create(environment.dataSource());
    for (String sha256 :
        sql.sql("SELECT sha256 FROM law_blob ORDER BY sha256").query(String.class).list()) {
      Path file = file(environment.workspace(), sha256);
      if (!Files.exists(file)) {
        write(
            file,
            sql.sql("SELECT content FROM law_blob WHERE sha256 = ?")
                .param(sha256)
                .query(String.class)
                .single());
      }
    }
  }

  private void write(Path file, String content) {
    try {
      Files.createDirectories(file.getParent());
      AtomicFile.write(
          file,
          environment.failPoint(),
          out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot archive the law of a run as " + file, e);
    }
  }
}
