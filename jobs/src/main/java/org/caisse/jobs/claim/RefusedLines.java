package org.caisse.jobs.claim;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.caisse.config.text.RejectText;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.caisse.jobs.run.RunContext;
import org.caisse.writers.document.Remittance;

/**
 * Lines that the intake refused, as a remittance shows them beside those that were decided: the
 * provider bears them until they come back corrected.
 */
final class RefusedLines {

  private final RejectText texts;
  private final String todo;

  RefusedLines(RunContext run) {
    this.texts = new RejectText(run.run().language(), run.law().pack().currency());
    this.todo = run.letterhead().words("care.refused_intake.todo");
  }

  /** The line of a row. */
  Remittance.Line line(ResultSet row) throws SQLException {
    Reject reject =
        new Reject(
            row.getInt("line_no"),
            RejectCode.ofNumber(row.getInt("code")),
            row.getString("field"),
            row.getString("value"),
            row.getString("expected"));
    long chargedMinor = row.getLong("charged_minor");
    return new Remittance.Line(
        row.getInt("no"),
        row.getString("person_no"),
        row.getObject("care_on", LocalDate.class),
        row.getString("act"),
        row.getString("label"),
        row.getString("quantity"),
        chargedMinor,
        Remittance.Status.REJECTED,
        List.of(),
        0,
        List.of(
            new Remittance.Reduction(
                Integer.toString(reject.code().number()),
                chargedMinor,
                true,
                texts.what(reject),
                todo)));
  }
}
