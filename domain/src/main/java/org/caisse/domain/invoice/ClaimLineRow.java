package org.caisse.domain.invoice;

import java.time.LocalDate;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;

/**
 * A line of an invoice in the archive of an intake: what was read of it and found in the registry,
 * then what was decided.
 *
 * @param lineId file and line
 * @param lineNo line of the file
 * @param head whether it is the head of an invoice or lot that has no lines
 * @param invoiceId the invoice that it stands in, 0 for none
 * @param status what became of that invoice, or null
 * @param wholeReject why the whole invoice is refused, or null
 * @param problem why the line cannot be read, or null
 * @param personNo number that it says
 * @param personKnown whether the registry has it
 * @param rank of a dependant of that person, 0 for the person itself
 * @param rankKnown whether the person has such a dependant on the day of care
 * @param careOn day of care, or null
 * @param receivedOn day on which the file came
 * @param period first day of the month that is invoiced, or null
 * @param act code, or empty
 * @param letter key letter, or empty
 * @param coefficient of the letter, as it is written; empty for none
 * @param medicine code, or empty
 * @param quantity as it is written; empty when it cannot be read
 * @param unit price of one, minor units, or null
 * @param charged minor units, or null when it cannot be read
 * @param fundShare share of the fund as the provider sees it, minor units, or null
 * @param patientShare share of the patient, minor units, or null
 * @param takenBefore of a corrected line: whether its invoice has the very line already
 * @param late whether the care is of a month before the one that is invoiced
 * @param reject why it is refused, or null; a line of an invoice that is repeated is neither
 *     accepted nor refused
 */
public record ClaimLineRow(
    long lineId,
    int lineNo,
    boolean head,
    long invoiceId,
    InvoiceRow.Status status,
    Reject wholeReject,
    Reject problem,
    String personNo,
    boolean personKnown,
    int rank,
    boolean rankKnown,
    LocalDate careOn,
    LocalDate receivedOn,
    LocalDate period,
    String act,
    String letter,
    String coefficient,
    String medicine,
    String quantity,
    Long unit,
    Long charged,
    Long fundShare,
    Long patientShare,
    boolean takenBefore,
    boolean late,
    Reject reject) {

  /** With what the rule decides on these facts. */
  public ClaimLineRow judged() {
    Reject refusal = JudgeClaimLine.judge(this);
    return new ClaimLineRow(
        lineId,
        lineNo,
        head,
        invoiceId,
        status,
        wholeReject,
        problem,
        personNo,
        personKnown,
        rank,
        rankKnown,
        careOn,
        receivedOn,
        period,
        act,
        letter,
        coefficient,
        medicine,
        quantity,
        unit,
        charged,
        fundShare,
        patientShare,
        takenBefore,
        refusal == null && status == InvoiceRow.Status.FILED && careOn.isBefore(period),
        refusal);
  }

  /** Whether its invoice is filed, so that it is a line of it unless it is refused. */
  public boolean isAccepted() {
    return status == InvoiceRow.Status.FILED && reject == null;
  }

  /** Whether it is a line of an invoice that is filed without it. */
  public boolean isLeftOut() {
    return status == InvoiceRow.Status.FILED
        && !head
        && reject != null
        && reject.code() != RejectCode.LINE_TAKEN_BEFORE;
  }

  /** What was done, in whichever way the line says it. */
  public String care() {
    return String.join(" ", act, letter, coefficient, medicine).strip().replaceAll(" +", " ");
  }
}
