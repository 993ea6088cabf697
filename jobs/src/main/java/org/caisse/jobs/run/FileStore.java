package org.caisse.jobs.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files that runs took in, in the database. */
public final class FileStore {

  private static final String SELECT = Sql.of(FileStore.class, "select-file");

  /** Fewer digits of a hash could be anything. */
  private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{6,64}");

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

  private static final int MOST_LISTED = 20;

  private final JdbcClient sql;

  public FileStore(RunEnvironment environment) {
    this.sql = JdbcClient.create(environment.dataSource());
  }

  public Optional<TakenFile> find(int id) {
    return sql.sql(SELECT + "WHERE f.file_id = ?").param(id).query(FileStore::file).optional();
  }

  /**
   * The files that a word may mean: one by its number or its label such as {@code
   * 2026-03-09/declaration-intake-1/3}, else those of that name, of that day and name such as
   * {@code 2026-03-09/cnss.csv}, or whose content's hash begins so.
   */
  public List<TakenFile> find(String word) {
    int slash = word.lastIndexOf('/');
    RunKey run = slash < 0 ? null : RunKey.parse(word.substring(0, slash));
    if (run != null && NUMBER.matcher(word.substring(slash + 1)).matches()) {
      return sql.sql(SELECT + "WHERE r.job = ? AND r.scope = ? AND r.seq = ? AND f.ordinal = ?")
          .params(run.job(), run.scope(), run.seq(), Integer.parseInt(word.substring(slash + 1)))
          .query(FileStore::file)
          .list();
    }
    if (NUMBER.matcher(word).matches()) {
      Optional<TakenFile> numbered = find(Integer.parseInt(word));
      if (numbered.isPresent()) {
        return List.of(numbered.get());
      }
    }
    String day = slash < 0 ? "" : word.substring(0, slash);
    String hash = HASH.matcher(word).matches() ? word.toLowerCase(Locale.ROOT) : "";
    return sql.sql(
            SELECT
                + "WHERE f.name = :word OR (f.received_on::text = :day AND f.name = :name)"
                + " OR (:hash <> '' AND starts_with(f.sha256, :hash)) ORDER BY f.file_id")
        .param("word", word)
        .param("day", day)
        .param("name", word.substring(slash + 1))
        .param("hash", hash)
        .query(FileStore::file)
        .list();
  }

  /**
   * The file that a word means.
   *
   * @throws UsageException when it means none or several; the message lists them
   */
  public TakenFile one(String word) {
    List<TakenFile> found = find(word);
    if (found.size() == 1) {
      return found.getFirst();
    }
    if (found.isEmpty()) {
      throw new UsageException(
          "there is no file %s: name it by its number, its label such as 2026-03-09/declaration-intake-1/3, its name, its day and name such as 2026-03-09/cnss.csv, or at least 6 digits of its sha256"
              .formatted(word));
    }
    StringBuilder list = new StringBuilder();
    for (TakenFile file : found.subList(0, Math.min(MOST_LISTED, found.size()))) {
      list.append(
          "%n  %6d  %s  %s  received %s%s"
              .formatted(
                  file.id(),
                  file.label(),
                  file.name(),
                  file.receivedOn(),
                  file.isWithdrawn() ? ", withdrawn " + file.withdrawal().on() : ""));
    }
    throw new UsageException(
        "%s may be %d files: name the one you mean by its number or label%s"
            .formatted(word, found.size(), list));
  }

  /** The file with a content that was taken in last. */
  Optional<TakenFile> last(String kind, String sha256) {
    return sql.sql(SELECT + "WHERE f.kind = ? AND f.sha256 = ? ORDER BY f.taken DESC LIMIT 1")
        .params(kind, sha256)
        .query(FileStore::file)
        .optional();
  }

  /** The files that a run withdraws. */
  public List<TakenFile> withdrawnBy(int runId) {
    return sql.sql(SELECT + "WHERE w.run_id = ? ORDER BY f.file_id")
        .param(runId)
        .query(FileStore::file)
        .list();
  }

  /** The files that do not count for a run: withdrawn by runs that it reads. */
  List<Integer> withdrawnFor(int runId) {
    return sql.sql(
            "SELECT w.file_id FROM file_withdrawal w JOIN run_input i ON i.input_run_id = w.run_id"
                + " WHERE i.run_id = ? ORDER BY w.file_id")
        .param(runId)
        .query(Integer.class)
        .list();
  }

  private static TakenFile file(ResultSet row, int n) throws SQLException {
    int withdrawing = row.getInt("withdrawing_run_id");
    TakenFile.Withdrawal withdrawal =
        row.wasNull()
            ? null
            : new TakenFile.Withdrawal(
                withdrawing,
                Run.Status.valueOf(row.getString("withdrawing_status")),
                row.getString("reason"),
                row.getString("author"),
                row.getObject("withdrawn_on", LocalDate.class));
    return new TakenFile(
        row.getInt("file_id"),
        row.getInt("run_id"),
        new RunKey(row.getString("job"), row.getString("scope"), row.getInt("seq")),
        Run.Status.valueOf(row.getString("status")),
        row.getInt("ordinal"),
        row.getString("kind"),
        row.getString("name"),
        row.getLong("bytes"),
        row.getString("sha256"),
        row.getObject("received_on", LocalDate.class),
        row.getInt("taken"),
        withdrawal);
  }
}
