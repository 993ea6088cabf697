package org.caisse.jobs.verify;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.caisse.jobs.control.Control;
import org.caisse.jobs.control.Violation;
import org.caisse.jobs.run.ManifestFiles;
import org.caisse.jobs.run.RunEnvironment;
import org.caisse.jobs.run.RunKey;
import org.caisse.jobs.run.RunStore;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.Statistics;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks the rows: the invariants of the books, and manifests against rows and files. */
final class DatabaseCheck {

  private static final String NEXT = Sql.of(DatabaseCheck.class, "manifest-after");
  private static final String BOOKS =
      "run nothing more and keep everything as it is: rows were changed outside of Caisse, or"
          + " Caisse has a fault; compare with a backup";

  private final RunEnvironment environment;
  private final JdbcClient sql;
  private final Findings findings;
  private final ManifestAgainstRows rows;
  private final Set<Path> files = new HashSet<>();

  /**
   * A manifest with what the database knows of its run.
   *
   * @param seq place in the chain
   * @param formatsSha256 null when the run took no files in
   * @param ruleset of the run
   */
  record Row(
      int seq,
      int runId,
      RunKey key,
      String businessDate,
      String packSha256,
      String settingsSha256,
      String formatsSha256,
      int ruleset,
      Manifest manifest) {}

  /** What is done with each manifest. */
  @FunctionalInterface
  interface Visitor {
    void visit(Row row, Manifest.Body body, Manifest.Envelope envelope);
  }

  DatabaseCheck(RunEnvironment environment, Findings findings) {
    this.environment = environment;
    this.sql = JdbcClient.create(environment.dataSource());
    this.findings = findings;
    this.rows = new ManifestAgainstRows(sql, findings);
  }

  void invariants() {
    TransactionTemplate transaction =
        new TransactionTemplate(new JdbcTransactionManager(environment.dataSource()));
    transaction.setReadOnly(true);
    List<Violation> violations =
        transaction.execute(
            status -> {
              // Of what was just filled the server knows too little to tell many rows from few.
              sql.sql("SET LOCAL enable_nestloop = off").update();
              sql.sql(Statistics.SORTED_GROUPS).update();
              return Control.ofEverything(sql);
            });
    for (Violation violation : violations) {
      findings.broken(violation.rule(), violation.where(), violation.found(), BOOKS);
    }
  }

  /** How many manifests there are. */
  long manifests() {
    return sql.sql("SELECT count(*) FROM manifest").query(Long.class).single();
  }

  /** Gives every manifest that can be read to the visitor, in the order of the chain. */
  void manifests(Visitor visitor) {
    Optional<Row> next = after(0);
    while (next.isPresent()) {
      Row row = next.get();
      file(row);
      try {
        Manifest.Body body = row.manifest().parsedBody();
        Manifest.Envelope envelope = row.manifest().parsedEnvelope();
        rows.check(row, body);
        visitor.visit(row, body, envelope);
      } catch (IllegalArgumentException e) {
        findings.broken("a manifest can be read", "manifest row " + row.seq(), message(e), BOOKS);
      }
      next = after(row.seq());
    }
  }

  /** Looks for manifest files that the database does not know. */
  void manifestFiles() {
    ManifestFolder folder = new ManifestFolder(environment.workspace());
    for (ManifestFolder.Entry entry : folder.entries()) {
      if (!files.contains(entry.file())) {
        findings.broken(
            "every manifest file has its row",
            entry.file().toString(),
            "the database has none",
            "the database may have been restored from an older copy, or the file was put there:"
                + " compare with printed statements");
      }
    }
    for (Path other : folder.others()) {
      findings.notice(
          "the folder of manifests holds only manifests",
          other.toString(),
          "it is none",
          "a process that died may have left it: delete it or move it away");
    }
  }

  /** Whether the database knows a run by this label. */
  boolean isRun(String label) {
    RunKey key = RunKey.parse(label);
    return key != null && new RunStore(environment).find(key).isPresent();
  }

  private void file(Row row) {
    Path file = ManifestFiles.file(environment.workspace().manifests(), row.seq(), row.key());
    files.add(file);
    if (!Files.exists(file)) {
      findings.notice(
          "every manifest has its file",
          file.toString(),
          "there is none",
          "a process died before it wrote it, or somebody removed it: `caisse recover` makes it"
              + " again from the database");
      return;
    }
    String found;
    try {
      found = Manifest.read(file).equals(row.manifest()) ? null : "it says something else";
    } catch (IllegalArgumentException | UncheckedIOException e) {
      found = message(e);
    }
    if (found != null) {
      findings.broken(
          "a manifest file says what its row says",
          file.toString(),
          found,
          "keep it as evidence, move it away, and let `caisse recover` make it again from the"
              + " database");
    }
  }

  private Optional<Row> after(int seq) {
    return sql.sql(NEXT).param(seq).query(DatabaseCheck::row).optional();
  }

  private static Row row(ResultSet row, int n) throws SQLException {
    return new Row(
        row.getInt("seq"),
        row.getInt("run_id"),
        new RunKey(row.getString("job"), row.getString("scope"), row.getInt("run_seq")),
        row.getString("business_date"),
        row.getString("pack_sha256"),
        row.getString("settings_sha256"),
        row.getString("formats_sha256"),
        row.getInt("ruleset"),
        new Manifest(
            row.getString("hash"),
            row.getString("signature"),
            row.getString("chain_sha256"),
            row.getString("body_sha256"),
            row.getString("envelope"),
            row.getString("body")));
  }

  private static String message(RuntimeException e) {
    return e.getMessage();
  }
}
