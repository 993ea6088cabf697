package org.caisse.jobs.claim;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caisse.config.text.CareText;
import org.caisse.domain.care.Bearer;
import org.caisse.domain.claim.PendReason;
import org.caisse.domain.claim.Reduction;
import org.caisse.domain.claim.ReductionCode;
import org.caisse.jobs.account.JoinedFacts;
import org.caisse.writers.document.Remittance;
import tools.jackson.core.type.TypeReference;

/**
 * Lines with what was decided of them, as queries join them and people read them. Shares and
 * reductions come as text, a line each, their fields set apart by tabs; no field holds either.
 *
 * <p>For one thread.
 */
final class DecidedLines {

  private static final TypeReference<List<Reduction.Argument>> ARGUMENTS = new TypeReference<>() {};

  /**
   * So many different reasons are remembered in words: most lines have one that many others have.
   */
  private static final int MOST_REASONS = 20_000;

  private final CareText words;
  private final Map<String, Words> reasons = new HashMap<>();

  /** A reason in words. */
  private record Words(String what, String todo) {}

  DecidedLines(CareText words) {
    this.words = words;
  }

  /** The line of a row. */
  Remittance.Line line(ResultSet row) throws SQLException {
    Remittance.Status status = Remittance.Status.valueOf(row.getString("status"));
    boolean waits = status == Remittance.Status.PENDED;
    return new Remittance.Line(
        row.getInt("no"),
        row.getString("person_no"),
        row.getObject("care_on", LocalDate.class),
        row.getString("act"),
        row.getString("label"),
        row.getString("quantity"),
        row.getLong("charged_minor"),
        status,
        waits ? List.of() : shares(row),
        waits ? 0 : row.getLong("copay_minor"),
        waits ? List.of(pend(row)) : reductions(row));
  }

  /** What is reserved for a line that waits, minor units. */
  long reservedMinor(ResultSet row) throws SQLException {
    return shares(row).stream().mapToLong(Remittance.Share::minor).sum();
  }

  private List<Remittance.Share> shares(ResultSet row) throws SQLException {
    String joined = row.getString("shares");
    if (joined == null) {
      return List.of();
    }
    List<Remittance.Share> shares = new ArrayList<>(2);
    int start = 0;
    while (start < joined.length()) {
      int end = end(joined, '\n', start);
      int tab = joined.indexOf('\t', start);
      String payer = joined.substring(start, tab);
      shares.add(
          new Remittance.Share(payer, words.word(payer), Long.parseLong(joined, tab + 1, end, 10)));
      start = end + 1;
    }
    return shares;
  }

  private List<Remittance.Reduction> reductions(ResultSet row) throws SQLException {
    String joined = row.getString("reductions");
    if (joined == null) {
      return List.of();
    }
    List<Remittance.Reduction> reductions = new ArrayList<>(2);
    int start = 0;
    while (start < joined.length()) {
      int end = end(joined, '\n', start);
      reductions.add(reduction(joined.substring(start, end).split("\t", 4)));
      start = end + 1;
    }
    return reductions;
  }

  private static int end(String text, char mark, int from) {
    int at = text.indexOf(mark, from);
    return at < 0 ? text.length() : at;
  }

  /**
   * @param fields code, amount, bearer, arguments as JSON
   */
  private Remittance.Reduction reduction(String[] fields) {
    Bearer bearer = Bearer.valueOf(fields[2]);
    Words said = words(fields[0], bearer, fields[3]);
    return new Remittance.Reduction(
        fields[0], Long.parseLong(fields[1]), bearer == Bearer.PROVIDER, said.what(), said.todo());
  }

  private Words words(String code, Bearer bearer, String arguments) {
    String key = code + ' ' + bearer + ' ' + arguments;
    Words known = reasons.get(key);
    if (known != null) {
      return known;
    }
    ReductionCode reason = ReductionCode.ofNumber(Integer.parseInt(code));
    List<Reduction.Argument> named = JoinedFacts.list(arguments, ARGUMENTS);
    Words said = new Words(words.what(reason, named), words.todo(reason, bearer, named));
    if (reasons.size() == MOST_REASONS) {
      reasons.clear();
    }
    reasons.put(key, said);
    return said;
  }

  private Remittance.Reduction pend(ResultSet row) throws SQLException {
    PendReason reason = PendReason.ofNumber(row.getInt("pend"));
    return new Remittance.Reduction(
        Integer.toString(reason.number()), 0, false, words.what(reason), words.todo(reason));
  }
}
