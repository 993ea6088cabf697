package org.caisse.jobs.invoice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caisse.domain.invoice.InvoiceRow;
import org.caisse.domain.invoice.LotRow;
import org.caisse.domain.reject.Reject;
import org.caisse.readers.invoice.InvoiceRecord;

/**
 * The lots and invoices of one file that is checked before it is sent, added up and judged without
 * a database; an intake does the same over all its files in SQL ({@code lots.sql}, {@code
 * group-invoices.sql}, {@code invoices.sql}). The provider is taken for known, and the invoice of
 * corrected lines for filed. In memory for the invoices of a file, not for its lines.
 */
final class InvoiceGroups {

  private static final int MOST_REPETITIONS = 10;

  private final String file;
  private final Map<LotKey, Lot> lots = new LinkedHashMap<>();
  private final Map<Key, Invoice> invoices = new LinkedHashMap<>();
  private final List<ValidateInvoices.Repetition> repetitions = new ArrayList<>();
  private long repeated;

  /**
   * @param file its name, for those who are told where an invoice stands
   */
  InvoiceGroups(String file) {
    this.file = file;
  }

  private record LotKey(int lotLine, String provider, String lot) {}

  private record Key(LotKey lot, int invoiceLine, String invoice, int version, boolean corrects) {}

  /** Which of one number and version an invoice is. */
  private record Numbered(String provider, String invoice, int version, boolean corrects) {}

  /** What is found of a lot, and why it is refused. */
  static final class Lot {
    private final int lineNo;
    private final SaidOnce<Integer> saidInvoices = new SaidOnce<>();
    private final SaidOnce<Long> saidTotal = new SaidOnce<>();
    private Reject head;
    private int invoices;
    private long amountMinor;
    private int unreadable;
    private Reject reject;

    private Lot(int lineNo) {
      this.lineNo = lineNo;
    }

    int invoices() {
      return invoices;
    }

    Reject reject() {
      return reject;
    }
  }

  /** What is found of an invoice, and what becomes of it. */
  static final class Invoice {
    private final int lineNo;
    private final Lot lot;
    private final SaidOnce<String> kind = new SaidOnce<>();
    private final SaidOnce<LocalDate> period = new SaidOnce<>();
    private final SaidOnce<Integer> saidLines = new SaidOnce<>();
    private final SaidOnce<Long> saidTotal = new SaidOnce<>();
    private final SaidOnce<LocalDate> care = new SaidOnce<>();
    private final Set<Integer> saidNos = new HashSet<>();
    private Reject head;
    private int lines;
    private int numbered;
    private long chargedMinor;
    private int unreadable;
    private String content = "";
    private InvoiceRow row;

    private Invoice(int lineNo, Lot lot) {
      this.lineNo = lineNo;
      this.lot = lot;
    }

    int lines() {
      return lines;
    }

    InvoiceRow row() {
      return row;
    }

    /**
     * The number of the next line, in the order of the file: its own where all lines have one, and
     * different ones; else its place.
     */
    int number(Integer said) {
      numbered++;
      return saidNos.size() == lines ? said : numbered;
    }

    /** The month that it says, else that of its last care. */
    LocalDate period() {
      return period.least() != null || care.most() == null
          ? period.least()
          : care.most().withDayOfMonth(1);
    }
  }

  /**
   * Adds a record.
   *
   * @param lineNo of the sender's file
   * @param reject why it cannot be taken as it stands, in the sender's words, or null
   * @param raw the record as it was read
   */
  void add(int lineNo, Heads.Placed placed, Reject reject, String raw) {
    LotKey lotKey = lotKey(placed);
    if (lotKey.provider().isEmpty()) {
      return;
    }
    Lot lot = lots.computeIfAbsent(lotKey, key -> new Lot(lineNo));
    if (placed.says()) {
      lot.saidInvoices.add(placed.record().lotInvoices());
      lot.saidTotal.add(placed.record().lotTotal());
    }
    if (placed.type().equals("B")) {
      lot.head = lot.lineNo == lineNo ? reject : lot.head;
    } else if (!placed.place().invoice().isEmpty()) {
      Invoice invoice =
          invoices.computeIfAbsent(key(placed), key -> newInvoice(lineNo, lots.get(lotKey)));
      add(invoice, lineNo, placed, reject, raw);
    }
  }

  private static Invoice newInvoice(int lineNo, Lot lot) {
    lot.invoices++;
    return new Invoice(lineNo, lot);
  }

  private static void add(
      Invoice invoice, int lineNo, Heads.Placed placed, Reject reject, String raw) {
    invoice.kind.add(placed.place().kind());
    invoice.period.add(placed.place().period());
    if (placed.says()) {
      invoice.saidLines.add(placed.record().invoiceLines());
      invoice.saidTotal.add(placed.record().invoiceTotal());
    }
    if (placed.type().equals("I")) {
      invoice.head = invoice.lineNo == lineNo ? reject : invoice.head;
      return;
    }
    InvoiceRecord.Care care = placed.record() == null ? null : placed.record().care();
    invoice.lines++;
    invoice.content = InvoiceContent.after(invoice.content, care, reject == null ? "" : raw);
    if (care != null) {
      invoice.care.add(care.careOn());
    }
    if (care != null && care.no() != null) {
      invoice.saidNos.add(care.no());
    }
    if (care == null || care.charged() == null) {
      invoice.unreadable++;
      invoice.lot.unreadable++;
    } else {
      invoice.chargedMinor = Math.addExact(invoice.chargedMinor, care.charged());
      invoice.lot.amountMinor = Math.addExact(invoice.lot.amountMinor, care.charged());
    }
  }

  /** Judges lots, then invoices; all records are added by then. */
  void judge() {
    lots.forEach((key, lot) -> lot.reject = row(key, lot).judged().reject());
    Map<Numbered, Invoice> firsts = new HashMap<>();
    invoices.forEach(
        (key, invoice) -> {
          Invoice first =
              firsts.putIfAbsent(
                  new Numbered(key.lot().provider(), key.invoice(), key.version(), key.corrects()),
                  invoice);
          invoice.row = row(key, invoice, key.corrects() ? null : first).judged();
          if (invoice.row.status() == InvoiceRow.Status.REPEATED) {
            repeated++;
            if (repetitions.size() < MOST_REPETITIONS) {
              repetitions.add(
                  new ValidateInvoices.Repetition(
                      invoice.lineNo, key.invoice(), first.lineNo, invoice.lines));
            }
          }
        });
  }

  /** How many invoices say once more what one before says. */
  long repeated() {
    return repeated;
  }

  /** The first of them. */
  List<ValidateInvoices.Repetition> repetitions() {
    return List.copyOf(repetitions);
  }

  /** The lot of a record, or null. */
  Lot lot(Heads.Placed placed) {
    return lots.get(lotKey(placed));
  }

  /** The invoice of a record, or null. */
  Invoice invoice(Heads.Placed placed) {
    return placed.type().equals("B") ? null : invoices.get(key(placed));
  }

  /** How many invoices there are. */
  int count() {
    return invoices.size();
  }

  /** How many invoices are filed. */
  long filed() {
    return invoices.values().stream()
        .filter(invoice -> invoice.row.status() == InvoiceRow.Status.FILED)
        .count();
  }

  private static LotKey lotKey(Heads.Placed placed) {
    return new LotKey(placed.place().lotLine(), placed.place().provider(), placed.place().lot());
  }

  private static Key key(Heads.Placed placed) {
    return new Key(
        lotKey(placed),
        placed.place().invoiceLine(),
        placed.place().invoice(),
        placed.place().version(),
        placed.corrects());
  }

  private static LotRow row(LotKey key, Lot lot) {
    String unclear =
        lot.saidInvoices.differs() ? "lot_invoices" : lot.saidTotal.differs() ? "lot_total" : "";
    return new LotRow(
        lot.lineNo,
        lot.lineNo,
        key.provider(),
        key.lot(),
        lot.head,
        unclear,
        lot.invoices,
        lot.amountMinor,
        lot.unreadable,
        lot.saidInvoices.most(),
        lot.saidTotal.most(),
        null);
  }

  /**
   * @param first the one of its number and version that stands before it, or null
   */
  private InvoiceRow row(Key key, Invoice invoice, Invoice first) {
    boolean filed = first != null && first.row.status() == InvoiceRow.Status.FILED;
    return new InvoiceRow(
        invoice.lineNo,
        invoice.lineNo,
        key.lot().provider(),
        key.invoice(),
        key.version(),
        key.corrects(),
        invoice.lot.reject,
        invoice.head,
        unclear(invoice),
        true,
        invoice.lines,
        invoice.chargedMinor,
        invoice.unreadable,
        invoice.saidLines.most(),
        invoice.saidTotal.most(),
        first == null ? 1 : 2,
        content(invoice),
        filed ? content(first) : "",
        first == null ? "" : first.lineNo + "|" + file,
        key.corrects() ? key.version() : 0,
        null,
        null);
  }

  private static String content(Invoice invoice) {
    return invoice.kind.least() + invoice.content;
  }

  private static String unclear(Invoice invoice) {
    if (invoice.kind.differs()) {
      return "kind";
    }
    if (invoice.period.differs()) {
      return "period";
    }
    if (invoice.saidLines.differs()) {
      return "invoice_lines";
    }
    return invoice.saidTotal.differs() ? "invoice_total" : "";
  }
}
