package org.caisse.jobs.claim;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.caisse.config.text.CareText;
import org.caisse.domain.care.Bearer;
import org.caisse.domain.claim.LineDecision;
import org.caisse.domain.claim.PendReason;
import org.caisse.domain.claim.Reduction;
import org.caisse.jobs.account.JoinedFacts;
import org.caisse.writers.document.Remittance;
import tools.jackson.core.type.TypeReference;

/** Lines with what was decided of them, as queries join them and people read them. */
final class DecidedLines {

  private static final TypeReference<List<LineDecision.Share>> SHARES = new TypeReference<>() {};
  private static final TypeReference<List<JoinedReduced.JoinedReduction>> REDUCTIONS =
      new TypeReference<>() {};

  private final CareText words;

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
  static long reservedMinor(ResultSet row) throws SQLException {
    return JoinedFacts.list(row.getString("shares"), SHARES).stream()
        .mapToLong(LineDecision.Share::amountMinor)
        .sum();
  }

  private List<Remittance.Share> shares(ResultSet row) throws SQLException {
    return JoinedFacts.list(row.getString("shares"), SHARES).stream()
        .map(
            share ->
                new Remittance.Share(share.payer(), words.word(share.payer()), share.amountMinor()))
        .toList();
  }

  private List<Remittance.Reduction> reductions(ResultSet row) throws SQLException {
    return JoinedFacts.list(row.getString("reductions"), REDUCTIONS).stream()
        .map(
            joined -> {
              Reduction reduced = joined.reduction();
              return new Remittance.Reduction(
                  Integer.toString(reduced.code().number()),
                  reduced.amountMinor(),
                  reduced.bearer() == Bearer.PROVIDER,
                  words.what(reduced.code(), reduced.arguments()),
                  words.todo(reduced.code(), reduced.arguments()));
            })
        .toList();
  }

  private Remittance.Reduction pend(ResultSet row) throws SQLException {
    PendReason reason = PendReason.ofNumber(row.getInt("pend"));
    return new Remittance.Reduction(
        Integer.toString(reason.number()), 0, false, words.what(reason), words.todo(reason));
  }
}
