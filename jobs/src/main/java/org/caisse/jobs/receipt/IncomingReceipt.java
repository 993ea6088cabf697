package org.caisse.jobs.receipt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.caisse.domain.receipt.JudgeReceipt;
import org.caisse.domain.reject.Reject;
import org.caisse.jobs.run.RejectRows;

/** A line with what SQL found about it. */
record IncomingReceipt(
    int seq,
    int lineNo,
    int statement,
    String account,
    LocalDate bookingDate,
    LocalDate valueDate,
    String bankRef,
    long amountMinor,
    String payerAccount,
    String payerName,
    String description,
    long takesBackId,
    String employerNo,
    LocalDate forPeriod,
    String forComponent,
    String raw,
    int canonicalNo,
    String canonical,
    int rank,
    boolean sameAsFirst,
    JudgeReceipt.Known known) {

  static IncomingReceipt of(ResultSet row) throws SQLException {
    return new IncomingReceipt(
        row.getInt("seq"),
        row.getInt("line_no"),
        row.getInt("statement"),
        row.getString("account"),
        row.getObject("booking_date", LocalDate.class),
        row.getObject("value_date", LocalDate.class),
        row.getString("bank_ref"),
        row.getLong("amount_minor"),
        row.getString("payer_account"),
        row.getString("payer_name"),
        row.getString("description"),
        row.getLong("takes_back_id"),
        row.getString("employer_no"),
        row.getObject("for_period", LocalDate.class),
        row.getString("for_component"),
        row.getString("raw"),
        row.getInt("canonical_no"),
        row.getString("canonical"),
        row.getInt("rank"),
        row.getBoolean("same_as_first"),
        JudgeReceipt.Known.valueOf(row.getString("known")));
  }

  JudgeReceipt.Facts facts() {
    return new JudgeReceipt.Facts(lineNo, bankRef, rank, sameAsFirst, known);
  }

  RejectRows.Row refused(int fileId, Reject reject) {
    return new RejectRows.Row(fileId, 0, false, reject, raw, canonicalNo, canonical);
  }
}
