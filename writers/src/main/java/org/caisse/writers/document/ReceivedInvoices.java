package org.caisse.writers.document;

import java.time.LocalDate;
import java.util.List;

/**
 * What became of a file of invoices, as its acknowledgement tells it. Amounts in minor units.
 *
 * @param reference under which the fund keeps the file
 * @param name as the sender gave it
 * @param bytes its size
 * @param sha256 of its content, in lower-case hexadecimal
 * @param receivedOn business date of the intake
 * @param form in which format it came and how it was read
 * @param invoices how many, by what became of them
 * @param lines how many, by what became of them
 * @param money the amounts in it
 * @param rejects per code
 * @param notWhole lots and invoices of which not all is taken, in the order of the file: the first
 *     {@value InvoiceAcknowledgement#MOST} at most
 * @param more how many there are besides
 * @param correctable rejected lines of invoices that are filed
 * @param rejectFile name of the reject file, or empty when nothing was rejected
 * @param listFile name of the list of all lots and invoices
 */
public record ReceivedInvoices(
    String reference,
    String name,
    long bytes,
    String sha256,
    LocalDate receivedOn,
    ReceivedFile.Form form,
    Counts invoices,
    Counts lines,
    Money money,
    List<ReceivedFile.Rejects> rejects,
    List<NotWhole> notWhole,
    int more,
    int correctable,
    String rejectFile,
    String listFile) {

  public ReceivedInvoices {
    rejects = List.copyOf(rejects);
    notWhole = List.copyOf(notWhole);
  }

  /**
   * Invoices or lines.
   *
   * @param taken filed, or accepted
   * @param refused whole, or rejected
   * @param repeated said before in the same words
   */
  public record Counts(int taken, int refused, int repeated) {

    long total() {
      return (long) taken + refused + repeated;
    }
  }

  /**
   * @param chargedMinor sum of the readable amounts of all lines
   * @param takenMinor sum of the lines that were taken
   * @param unreadable lines whose amount could not be read
   * @param late lines of months before the one that is invoiced, taken
   */
  public record Money(long chargedMinor, long takenMinor, int unreadable, int late) {}

  /**
   * A lot or an invoice of which not all is taken.
   *
   * @param lot its number, or empty
   * @param invoice its number and version, or empty for a lot
   * @param takenMinor what is taken
   * @param result what became of it and what to do
   */
  public record NotWhole(
      String lot, String invoice, int lines, long chargedMinor, long takenMinor, String result) {}
}
