package org.caisse.jobs.invoice;

import java.time.LocalDate;
import java.util.Objects;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.caisse.readers.invoice.InvoiceRecord;
import org.caisse.readers.registry.RegistryLine;

/**
 * The heads under which the lines of a file stand, from line to line; a file without heads has
 * none, and each of its lines says everything itself.
 */
final class Heads {

  private InvoiceRecord lot;
  private int lotLine;
  private InvoiceRecord invoice;
  private int invoiceLine;

  /**
   * Of what a record is.
   *
   * @param lotLine line of the lot's head, 0 for none
   * @param invoiceLine line of the invoice's head, 0 for none
   * @param reject why it cannot belong where it stands, or null
   */
  record Place(
      int lotLine,
      int invoiceLine,
      String provider,
      String lot,
      String invoice,
      int version,
      String kind,
      LocalDate period,
      Reject reject) {}

  /**
   * A record and where it belongs.
   *
   * @param type {@code B} for the head of a lot, {@code I} for that of an invoice, {@code L} for a
   *     line
   * @param record null when it cannot be split
   */
  record Placed(String type, Place place, InvoiceRecord record) {

    /** Why it cannot be taken as it stands, or null. */
    Reject why() {
      return record == null || record.problem() == null ? place.reject() : record.problem();
    }

    /**
     * Whether it says something of its lot and invoice: what a line under a head repeats of the
     * whole is not compared, because the head says it.
     */
    boolean says() {
      return record != null && (!type.equals("L") || place.invoiceLine() == 0);
    }

    /** Whether it is a line that comes back corrected. */
    boolean corrects() {
      return record != null && record.type() == InvoiceRecord.Type.CORRECTION;
    }
  }

  /**
   * The next record of a file.
   *
   * @param lineNo of the sender's file
   */
  Placed next(int lineNo, RegistryLine<InvoiceRecord> line) {
    return switch (line) {
      case RegistryLine.Refused<InvoiceRecord> refused ->
          new Placed("L", unreadable(refused.raw(), refused.reject()), null);
      case RegistryLine.Row<InvoiceRecord> row ->
          switch (row.row().type()) {
            case LOT -> new Placed("B", lot(lineNo, row.row()), row.row());
            case INVOICE -> new Placed("I", invoice(lineNo, row.row()), row.row());
            case LINE, CORRECTION -> new Placed("L", line(lineNo, row.row()), row.row());
          };
    };
  }

  /** The head of a lot: what follows is of it. */
  private Place lot(int lineNo, InvoiceRecord head) {
    lot = head;
    lotLine = lineNo;
    invoice = null;
    return new Place(
        lineNo,
        0,
        head.provider(),
        head.lot(),
        "",
        1,
        kind(head),
        head.period(),
        missing(lineNo, "provider", head.provider()));
  }

  /** The head of an invoice: the lines that follow are of it. */
  private Place invoice(int lineNo, InvoiceRecord head) {
    Reject reject = null;
    if (lot != null && !fits(head.provider(), lot.provider())) {
      reject = other(lineNo, "provider", head.provider(), lot.provider());
    } else if (lot != null && !fits(head.lot(), lot.lot())) {
      lot = null;
    }
    invoice = head;
    invoiceLine = lineNo;
    Place place = under(head, reject);
    Reject missing = missing(lineNo, "provider", place.provider());
    return place.reject() != null
        ? place
        : rejected(place, missing == null ? missing(lineNo, "invoice", place.invoice()) : missing);
  }

  /** A line. */
  private Place line(int lineNo, InvoiceRecord line) {
    if (line.type() == InvoiceRecord.Type.CORRECTION || invoice == null) {
      return alone(lineNo, line);
    }
    Place place = under(invoice, null);
    if (!fits(line.provider(), place.provider())) {
      return rejected(place, other(lineNo, "provider", line.provider(), place.provider()));
    }
    return fits(line.invoice(), place.invoice())
        ? place
        : rejected(place, other(lineNo, "invoice", line.invoice(), place.invoice()));
  }

  /**
   * A line that cannot be split. It is of the invoice under whose head it stands, unless it may
   * have been a head itself: then it is not known whose the lines are that follow.
   */
  private Place unreadable(String raw, Reject reject) {
    if (raw.startsWith("B") || raw.startsWith("I")) {
      invoice = null;
      lot = raw.startsWith("B") ? null : lot;
    }
    return invoice == null
        ? new Place(0, 0, "", "", "", 1, "", null, reject)
        : rejected(under(invoice, null), reject);
  }

  private Place under(InvoiceRecord head, Reject reject) {
    boolean inLot = lot != null;
    return new Place(
        inLot ? lotLine : 0,
        invoiceLine,
        inLot ? lot.provider() : head.provider(),
        inLot ? lot.lot() : head.lot(),
        head.invoice(),
        version(head),
        inLot && head.kind().isEmpty() ? kind(lot) : kind(head),
        head.period() == null && inLot ? lot.period() : head.period(),
        reject);
  }

  private static Place alone(int lineNo, InvoiceRecord line) {
    Reject provider = missing(lineNo, "provider", line.provider());
    return new Place(
        0,
        0,
        line.provider(),
        line.type() == InvoiceRecord.Type.CORRECTION ? "" : line.lot(),
        line.invoice(),
        version(line),
        kind(line),
        line.period(),
        provider == null ? missing(lineNo, "invoice", line.invoice()) : provider);
  }

  private static Place rejected(Place place, Reject reject) {
    return new Place(
        place.lotLine(),
        place.invoiceLine(),
        place.provider(),
        place.lot(),
        place.invoice(),
        place.version(),
        place.kind(),
        place.period(),
        reject);
  }

  /** What a line leaves blank, its head says. */
  private static boolean fits(String own, String ofHead) {
    return own.isEmpty() || Objects.equals(own, ofHead);
  }

  private static int version(InvoiceRecord record) {
    return record.version() == null ? 1 : Math.max(1, record.version());
  }

  private static String kind(InvoiceRecord record) {
    return record.kind().equals("reimbursement") ? record.kind() : "third_party";
  }

  private static Reject missing(int lineNo, String field, String value) {
    return value.isEmpty() ? new Reject(lineNo, RejectCode.FIELD_MISSING, field, "") : null;
  }

  private static Reject other(int lineNo, String field, String value, String expected) {
    return new Reject(lineNo, RejectCode.FIELD_INVALID, field, value, expected);
  }
}
