package org.caisse.jobs.invoice;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.caisse.jobs.received.SentRows;
import org.caisse.jobs.run.FrozenFile;
import org.caisse.jobs.run.RejectRows;
import org.caisse.readers.invoice.InvoiceRecord;
import org.caisse.writers.copy.BinaryCopy;

/** Copies the records of a file into the table of incoming lines. */
final class IncomingClaims implements AutoCloseable {

  /** A file has fewer lines than this, so that the ids of its lines have room. */
  static final int LINES_OF_A_FILE = 1 << 24;

  private static final int COLUMNS = 47;

  private static final String COPY =
      "COPY incoming_claim (run_id, claim_line_id, file_id, line_no, canonical_no, record,"
          + " lot_line, invoice_line, provider_no, lot_no, invoice_no, version, kind, period,"
          + " corrects, said_invoices, said_lot_minor, said_lines, said_minor, person_no, rank,"
          + " care_on, act_code, letter, coefficient, medicine_code, quantity, unit_minor,"
          + " charged_minor, said_rate, said_fund_minor, said_patient_minor, prescriber,"
          + " prescription_no, prescribed_on, referrer, agreement_no, affection, exemption, place,"
          + " said_no, reject_code, reject_field, reject_value, reject_expected, raw, canonical)"
          + " FROM STDIN (FORMAT BINARY)";

  private final int runId;
  private final FrozenFile file;
  private final long firstId;
  private final SentRows sent;
  private final BinaryCopy copy;

  /**
   * @param firstId where the ids of the file's lines begin
   */
  IncomingClaims(Connection connection, int runId, FrozenFile file, long firstId, SentRows sent)
      throws SQLException {
    this.runId = runId;
    this.file = file;
    this.firstId = firstId;
    this.sent = sent;
    this.copy = BinaryCopy.open(connection, COPY);
  }

  /** The next record of the file; {@link SentRows#go} comes before. */
  void add(Heads.Placed placed) throws SQLException {
    int lineNo = sent.lineNo();
    if (lineNo >= LINES_OF_A_FILE) {
      throw new IllegalArgumentException("a file of invoices has too many lines: " + lineNo);
    }
    InvoiceRecord record = placed.record();
    Reject why = placed.why();
    RejectRows.Row refused =
        sent.refused(why == null ? new Reject(lineNo, RejectCode.FIELD_INVALID, "", "") : why);
    copy.row(COLUMNS);
    copy.int4(runId);
    copy.int8(firstId + lineNo);
    copy.int4(file.id());
    copy.int4(lineNo);
    copy.int4(refused.canonicalNo());
    copy.text(placed.type());
    place(placed);
    care(record == null || record.care() == null ? InvoiceRecord.Care.NOTHING : record.care());
    Found.copy(copy, why == null ? null : refused.reject());
    copy.text(withoutNul(refused.raw()));
    copy.text(withoutNul(refused.canonical()));
  }

  void finish() throws SQLException {
    copy.finish();
  }

  @Override
  public void close() throws SQLException {
    copy.close();
  }

  private void place(Heads.Placed placed) throws SQLException {
    Heads.Place place = placed.place();
    InvoiceRecord record = placed.record();
    copy.int4(place.lotLine());
    copy.int4(place.invoiceLine());
    copy.text(withoutNul(place.provider()));
    copy.text(withoutNul(place.lot()));
    copy.text(withoutNul(place.invoice()));
    copy.int4(place.version());
    copy.text(place.kind());
    copy.date(place.period());
    copy.bool(placed.corrects());
    boolean ofInvoice = placed.says() && !placed.type().equals("B");
    Found.copy(copy, placed.says() ? record.lotInvoices() : null);
    Found.copy(copy, placed.says() ? record.lotTotal() : null);
    Found.copy(copy, ofInvoice ? record.invoiceLines() : null);
    Found.copy(copy, ofInvoice ? record.invoiceTotal() : null);
  }

  private void care(InvoiceRecord.Care care) throws SQLException {
    copy.text(withoutNul(care.person()));
    Found.copy(copy, care.rank());
    copy.date(care.careOn());
    copy.text(withoutNul(care.act()));
    copy.text(withoutNul(care.letter()));
    decimal(care.coefficient());
    copy.text(withoutNul(care.medicine()));
    decimal(care.quantity());
    Found.copy(copy, care.unit());
    Found.copy(copy, care.charged());
    decimal(care.rate());
    Found.copy(copy, care.fundShare());
    Found.copy(copy, care.patientShare());
    copy.text(withoutNul(care.prescriber()));
    copy.text(withoutNul(care.prescription()));
    copy.date(care.prescribedOn());
    copy.text(withoutNul(care.referrer()));
    copy.text(withoutNul(care.agreement()));
    copy.text(withoutNul(care.affection()));
    copy.text(withoutNul(care.exemption()));
    copy.text(withoutNul(care.place()));
    Found.copy(copy, care.no());
  }

  private void decimal(BigDecimal number) {
    copy.text(number == null ? null : number.toPlainString());
  }

  private static String withoutNul(String text) {
    return text.replace('\0', '\uFFFD');
  }
}
