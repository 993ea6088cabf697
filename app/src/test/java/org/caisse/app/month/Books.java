package org.caisse.app.month;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caisse.config.workspace.Workspace;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Everything that a workspace's runs left, in the words of the field, never by surrogate keys: two
 * workspaces where the same work was done have equal books.
 *
 * @param outbox hash of every file below the outbox, by name
 * @param archiveFiles every name below the archive, whatever is in it
 * @param archive rows and content hash of every archive file, as recorded
 * @param manifests body and chain of every manifest, in order
 * @param manifestFiles names of the manifest files
 * @param declarations what was filed, refused or repeated
 * @param rejects every refusal
 * @param contributions posted rows of persons
 * @param employers rows of employers' months
 * @param ledger entries
 * @param postings their sides
 * @param rights periods posted and reversed
 * @param care decisions on care with their shares, and what was told of them
 */
public record Books(
    Map<String, String> outbox,
    List<String> archiveFiles,
    List<String> archive,
    List<String> manifests,
    List<String> manifestFiles,
    List<String> declarations,
    List<String> rejects,
    List<String> contributions,
    List<String> employers,
    List<String> ledger,
    List<String> postings,
    List<String> rights,
    List<String> care) {

  private static final String LABEL = "r.scope || '/' || r.job || '-' || r.seq";

  /** The books of a workspace. */
  public static Books of(JdbcClient sql, Workspace workspace) {
    return new Books(
        hashes(workspace.outbox()),
        names(workspace.archive()),
        rows(
            sql,
            "SELECT concat_ws('|', %s, name, rows, content_sha256) FROM output JOIN run r USING"
                + " (run_id) WHERE place = 'archive' ORDER BY 1"),
        rows(
            sql,
            "SELECT concat_ws('|', %s, body, chain_sha256) FROM manifest m JOIN run r USING"
                + " (run_id) ORDER BY m.seq"),
        names(workspace.manifests()),
        rows(
            sql,
            "SELECT concat_ws('|', %s, f.ordinal, d.line_no, employer_no, d.period, d.kind,"
                + " sender_seq, d.correction,"
                + " d.filed_before, d.received_on, d.status, d.lines, accepted, rejected,"
                + " unreadable_amounts, gross_minor, accepted_gross_minor, persons, base_minor,"
                + " employer_minor, insured_minor, state_minor, population, terms_key,"
                + " content_sha256) FROM declaration d JOIN file f USING (file_id) JOIN run r ON"
                + " r.run_id = d.run_id ORDER BY 1"),
        rows(
            sql,
            "SELECT concat_ws('|', %s, f.ordinal, x.line_no, code, field, value, expected, raw,"
                + " whole) FROM line_reject x JOIN file f USING (file_id) JOIN run r ON r.run_id ="
                + " x.run_id ORDER BY 1"),
        rows(
            sql,
            "SELECT concat_ws('|', %s, period, coalesce(employer_no, '-'), person_no, rev, line_no,"
                + " base_minor, employer_minor, insured_minor, state_minor) FROM contribution c"
                + " JOIN run r ON r.run_id = c.posted_by JOIN person p USING (person_id) LEFT JOIN"
                + " employer e USING (employer_id) ORDER BY 1"),
        rows(
            sql,
            "SELECT concat_ws('|', %s, employer_no, period, state, population, ogd_no, rule,"
                + " first_filed, due, months_late, persons, base_minor, employer_minor,"
                + " insured_minor, state_minor, surcharge_minor) FROM employer_assessment a JOIN"
                + " run r USING (run_id) JOIN employer e USING (employer_id) ORDER BY 1"),
        rows(
            sql,
            "SELECT concat_ws('|', %s, value_period, debtor, coalesce(employer_no, person_no, '-'),"
                + " rev, posting_period, ogd_no, component, payer, coalesce(reverses, 0),"
                + " amount_minor) FROM ledger_entry l JOIN run r USING (run_id) LEFT JOIN employer"
                + " e ON debtor = 'EMPLOYER' AND employer_id = debtor_id LEFT JOIN person p ON"
                + " debtor = 'PERSON' AND person_id = debtor_id ORDER BY 1"),
        rows(
            sql,
            "SELECT concat_ws('|', %s, value_period, debtor, coalesce(employer_no, person_no, '-'),"
                + " rev, line, posting_period, account, debit_minor, credit_minor) FROM posting l"
                + " JOIN run r USING (run_id) LEFT JOIN employer e ON debtor = 'EMPLOYER' AND"
                + " employer_id = debtor_id LEFT JOIN person p ON debtor = 'PERSON' AND person_id ="
                + " debtor_id ORDER BY 1"),
        rows(
            sql,
            "SELECT concat_ws('|', %s, p.person_no, payer, h.person_no, rev, reverses, valid_from,"
                + " valid_to, population, why, end_why) FROM rights_period t JOIN run r USING"
                + " (run_id) JOIN person p USING (person_id) JOIN person h ON h.person_id ="
                + " t.head_id ORDER BY 1"),
        rows(
            sql,
            "SELECT concat_ws('|', %s, provider_no, invoice_no, version, l.line_no, d.rev,"
                + " d.status, d.charged_minor, d.copay_minor, (SELECT string_agg(payer || '=' ||"
                + " amount_minor, ' ' ORDER BY n) FROM claim_share s WHERE s.claim_line_id ="
                + " d.claim_line_id AND s.rev = d.rev), (SELECT string_agg(code || '=' ||"
                + " amount_minor, ' ' ORDER BY n) FROM claim_reduction s WHERE s.claim_line_id ="
                + " d.claim_line_id AND s.rev = d.rev), (SELECT string_agg(sign || '/' ||"
                + " w.business_date, ' ' ORDER BY w.business_date) FROM claim_told JOIN run w USING"
                + " (run_id) WHERE (claim_line_id, rev) = (d.claim_line_id, d.rev))) FROM"
                + " claim_decision d JOIN run r USING (run_id) JOIN invoice USING (invoice_id) JOIN"
                + " claim_line l USING (claim_line_id) ORDER BY 1"));
  }

  /**
   * What these books have and others have not, and the other way round; empty when they are equal.
   */
  public List<String> differencesFrom(Books other) {
    Set<String> mine = lines();
    Set<String> theirs = other.lines();
    List<String> differences = new ArrayList<>();
    mine.stream()
        .filter(line -> !theirs.contains(line))
        .forEach(line -> differences.add("+ " + line));
    theirs.stream()
        .filter(line -> !mine.contains(line))
        .forEach(line -> differences.add("- " + line));
    return differences;
  }

  private Set<String> lines() {
    Set<String> lines = new LinkedHashSet<>();
    outbox.forEach((name, sha256) -> lines.add("outbox " + name + " " + sha256));
    Map.of(
            "archive file", archiveFiles,
            "archive", archive,
            "manifest", manifests,
            "manifest file", manifestFiles,
            "declaration", declarations,
            "reject", rejects,
            "contribution", contributions,
            "employer", employers,
            "ledger", ledger,
            "posting", postings)
        .forEach((what, rows) -> numbered(what, rows, lines));
    Map.of("right", rights, "care", care).forEach((what, rows) -> numbered(what, rows, lines));
    return lines;
  }

  /** Rows that are equal are told apart by their number, so that one too many is seen. */
  private static void numbered(String what, List<String> rows, Set<String> lines) {
    for (String row : rows) {
      int times = 1;
      while (!lines.add(what + (times == 1 ? " " : " again ".repeat(times - 1)) + row)) {
        times++;
      }
    }
  }

  private static List<String> rows(JdbcClient sql, String query) {
    return sql.sql(query.formatted(LABEL)).query(String.class).list();
  }

  /** Hash of every file below a folder, hidden ones included. */
  static Map<String, String> hashes(Path folder) {
    return files(folder).stream()
        .collect(
            Collectors.toMap(
                file -> folder.relativize(file).toString(),
                Books::sha256,
                (one, other) -> one,
                TreeMap::new));
  }

  private static List<String> names(Path folder) {
    return files(folder).stream().map(file -> folder.relativize(file).toString()).toList();
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String sha256(Path file) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
