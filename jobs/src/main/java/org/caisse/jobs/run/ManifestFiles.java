package org.caisse.jobs.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.caisse.writers.file.AtomicFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The manifests as files, made from the rows that are the truth; a missing one is made again at the
 * next occasion.
 */
public final class ManifestFiles {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final RunEnvironment environment;

  public ManifestFiles(RunEnvironment environment) {
    this.environment = environment;
  }

  /** The file of a manifest. */
  public static Path file(Path folder, int seq, RunKey key) {
    return folder.resolve("%06d-%s-%s-%d.json".formatted(seq, key.scope(), key.job(), key.seq()));
  }

  /**
   * Writes every manifest that has no file yet, and the law that they name before them.
   *
   * @return how many manifests had none
   */
  public int publish() {
    new LawFiles(environment).publish();
    Path folder = environment.workspace().manifests();
    int[] written = new int[1];
    JdbcClient.create(environment.dataSource())
        .sql(Sql.of(ManifestFiles.class, "manifest-rows"))
        .query(
            row -> {
              RunKey key =
                  new RunKey(row.getString("job"), row.getString("scope"), row.getInt("run_seq"));
              Path file = file(folder, row.getInt("seq"), key);
              if (!Files.exists(file)) {
                Map<String, Object> content = new LinkedHashMap<>();
                content.put("hash", row.getString("hash"));
                content.put("signature", row.getString("signature"));
                content.put("chain_sha256", row.getString("chain_sha256"));
                content.put("body_sha256", row.getString("body_sha256"));
                // Body and envelope are strings, so that their hashes can be checked on the very
                // bytes that were hashed.
                content.put("envelope", row.getString("envelope"));
                content.put("body", row.getString("body"));
                write(file, JSON.writeValueAsString(content) + "\n");
                written[0]++;
              }
            });
    return written[0];
  }

  private void write(Path file, String content) {
    try {
      Files.createDirectories(file.getParent());
      AtomicFile.write(
          file,
          environment.failPoint(),
          out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write manifest " + file, e);
    }
  }
}
