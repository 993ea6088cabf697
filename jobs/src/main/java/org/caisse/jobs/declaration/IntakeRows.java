package org.caisse.jobs.declaration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.caisse.domain.contribution.DeclarationRecord;
import org.caisse.domain.contribution.DeclarationStatus;
import org.caisse.domain.contribution.DeclarationVerdict;
import org.caisse.domain.contribution.LineFacts;
import org.caisse.domain.contribution.LineVerdict;
import org.caisse.domain.reject.Reject;
import org.caisse.jobs.received.Recognised;
import org.caisse.jobs.run.RejectRows;
import org.caisse.writers.copy.BinaryCopy;

/** The rows of an intake, by COPY. */
final class IntakeRows {

  private static final String LINES =
      "COPY declaration_line (declaration_id, line_no, run_id, file_id, period, employer_id,"
          + " person_id, from_day, to_day, days, spell, gross_minor, base_minor, employer_minor,"
          + " insured_minor, state_minor) FROM STDIN (FORMAT BINARY)";
  private static final String DECLARATIONS =
      "COPY declaration (declaration_id, run_id, file_id, line_no, employer_id, employer_no,"
          + " period, kind, sender_seq, correction, completes_id, filed_before, received_on,"
          + " status, lines, accepted, rejected,"
          + " unreadable_amounts, gross_minor, accepted_gross_minor, persons, base_minor,"
          + " employer_minor, insured_minor, state_minor, population, terms_key, content_sha256,"
          + " filing) FROM STDIN (FORMAT BINARY)";
  private static final String RESULTS =
      "COPY file_result (file_id, run_id, refused, found, lines, blank, declarations, filed,"
          + " refused_declarations, repeated, person_lines, accepted, rejected, repeated_lines,"
          + " unreadable_amounts, gross_minor, accepted_gross_minor) FROM STDIN (FORMAT BINARY)";

  /** Refuses what was judged without knowing the declaration filed just before. */
  private static final String IN_TURN = "declaration_filed_";

  private final int runId;

  IntakeRows(int runId) {
    this.runId = runId;
  }

  void lines(Connection connection, List<? extends JudgedBlock> blocks) throws SQLException {
    if (blocks.stream().allMatch(b -> b.accepted.isEmpty())) {
      return;
    }
    try (BinaryCopy copy = BinaryCopy.open(connection, LINES)) {
      for (JudgedBlock block : blocks) {
        for (JudgedBlock.Accepted accepted : block.accepted) {
          line(copy, accepted);
        }
      }
      copy.finish();
    }
  }

  private void line(BinaryCopy copy, JudgedBlock.Accepted accepted) throws SQLException {
    LineFacts facts = accepted.judged().facts();
    LineVerdict verdict = accepted.judged().verdict();
    DeclarationRecord.Line line = accepted.judged().line();
    copy.row(16);
    copy.int8(accepted.declarationId());
    copy.int4(line.lineNo());
    copy.int4(runId);
    copy.int4(accepted.fileId());
    copy.dateEpochDay(accepted.period());
    copy.int8(accepted.employerId());
    copy.int8(accepted.personId());
    copy.int2((short) facts.fromDay());
    copy.int2((short) facts.toDay());
    copy.int2((short) facts.days());
    copy.int2((short) (facts.earlierSpells() + 1));
    copy.int8(facts.grossMinor());
    copy.int8(verdict.baseMinor());
    copy.int8(verdict.shares().employerMinor());
    copy.int8(verdict.shares().insuredMinor());
    copy.int8(verdict.shares().stateMinor());
  }

  void declarations(Connection connection, List<? extends JudgedBlock> blocks) throws SQLException {
    if (blocks.stream().allMatch(b -> b.closed.isEmpty())) {
      return;
    }
    try (BinaryCopy copy = BinaryCopy.open(connection, DECLARATIONS)) {
      for (JudgedBlock block : blocks) {
        for (JudgedBlock.Closed closed : block.closed) {
          declaration(copy, closed);
        }
      }
      copy.finish();
    } catch (SQLException e) {
      if (e.getMessage().contains(IN_TURN)) {
        throw atOnce(e);
      }
      throw e;
    }
  }

  private static IllegalStateException atOnce(SQLException cause) {
    IllegalStateException failure =
        new IllegalStateException(
            "another intake filed for an employer and month for which this one files too, at the"
                + " same time: restart this run, what it has not committed is judged again with"
                + " what the other filed ("
                + cause.getMessage().lines().skip(1).findFirst().orElse("").strip()
                + ")");
    // What people are told is the deepest cause.
    failure.addSuppressed(cause);
    return failure;
  }

  private void declaration(BinaryCopy copy, JudgedBlock.Closed closed) throws SQLException {
    DeclarationVerdict verdict = closed.verdict();
    DeclarationRecord.Header header = verdict.header();
    copy.row(29);
    copy.int8(closed.declarationId());
    copy.int4(runId);
    copy.int4(closed.fileId());
    copy.int4(header.lineNo());
    if (header.employer() == null) {
      copy.nul();
    } else {
      copy.int8(header.employer().employerId());
    }
    copy.text(RejectRows.shortened(header.employerNo()));
    if (header.periodStart() == null) {
      copy.nul();
    } else {
      copy.date(header.periodStart());
    }
    if (header.kind() == null) {
      copy.nul();
    } else {
      copy.text(header.kind().name());
    }
    copy.int4(header.sequence());
    copy.int4(verdict.correction());
    if (closed.completesId() == 0) {
      copy.nul();
    } else {
      copy.int8(closed.completesId());
    }
    copy.int4(verdict.earlier().filed());
    copy.date(closed.receivedOn());
    copy.text(verdict.status().name());
    copy.int4(verdict.lines());
    copy.int4(verdict.accepted());
    copy.int4(verdict.rejected());
    copy.int4(verdict.unreadableAmounts());
    copy.int8(verdict.grossMinor());
    copy.int8(verdict.acceptedGrossMinor());
    copy.int4(verdict.persons());
    copy.int8(verdict.baseMinor());
    copy.int8(verdict.shares().employerMinor());
    copy.int8(verdict.shares().insuredMinor());
    copy.int8(verdict.shares().stateMinor());
    copy.text(header.employer() == null ? "" : header.employer().population());
    copy.text(closed.termsKey());
    copy.text(verdict.contentSha256());
    copy.int4(verdict.status() == DeclarationStatus.FILED ? closed.filing() : 1);
  }

  void rejects(Connection connection, List<? extends JudgedBlock> blocks) throws SQLException {
    RejectRows.copy(connection, runId, blocks.stream().flatMap(b -> b.refused.stream()).toList());
  }

  void fileResults(Connection connection, List<? extends JudgedBlock> blocks) throws SQLException {
    if (blocks.stream().allMatch(b -> b.ends.isEmpty())) {
      return;
    }
    try (BinaryCopy copy = BinaryCopy.open(connection, RESULTS)) {
      for (JudgedBlock block : blocks) {
        for (JudgedBlock.FileEnd end : block.ends) {
          result(copy, end);
        }
      }
      copy.finish();
    }
  }

  private void result(BinaryCopy copy, JudgedBlock.FileEnd end) throws SQLException {
    IntakeTally tally = end.tally();
    copy.row(17);
    copy.int4(end.file().id());
    copy.int4(runId);
    Reject refusal = end.recognised().refusal();
    Recognised.Canonical canonical = end.recognised().canonical();
    copy.int2((short) (refusal == null ? 0 : refusal.code().number()));
    copy.text(refusal == null ? "" : RejectRows.shortened(refusal.value()));
    // People are told of the rows of the file that was sent, not of the one that was made of it.
    copy.int4(Math.toIntExact(canonical == null ? tally.lines : canonical.rows()));
    copy.int4(Math.toIntExact(canonical == null ? tally.blank() : canonical.blankRows()));
    copy.int4(Math.toIntExact(tally.declarations));
    copy.int4(Math.toIntExact(tally.filed));
    copy.int4(Math.toIntExact(tally.refused));
    copy.int4(Math.toIntExact(tally.repeated));
    copy.int4(Math.toIntExact(tally.personLines));
    copy.int4(Math.toIntExact(tally.accepted));
    copy.int4(Math.toIntExact(tally.rejected));
    copy.int4(Math.toIntExact(tally.repeatedLines));
    copy.int4(Math.toIntExact(tally.unreadableAmounts));
    copy.int8(tally.grossMinor);
    copy.int8(tally.acceptedGrossMinor);
  }
}
