package org.caisse.jobs.invoice;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.caisse.config.format.FileKind;
import org.caisse.config.format.Formats;
import org.caisse.domain.invoice.ClaimLineRow;
import org.caisse.domain.money.Currency;
import org.caisse.domain.reject.Reject;
import org.caisse.jobs.received.SentFile;
import org.caisse.readers.invoice.InvoiceFile;
import org.caisse.readers.invoice.InvoiceRecord;
import org.caisse.readers.received.FrontDoor;
import org.caisse.readers.received.SourceMap;
import org.caisse.readers.registry.RegistryFile;
import org.caisse.readers.registry.RegistryLine;
import org.caisse.writers.document.RejectedClaim;

/**
 * Checks a file of invoices before it is sent: read by the same door, judged by the same rules as
 * in an intake, with no database. Providers and persons are taken for known, the invoice that
 * corrected lines complete for filed, and nothing for sent before.
 *
 * <p>The file is read twice: whether a line's invoice and lot stand is known at the end only.
 */
public final class ValidateInvoices {

  private final Formats formats;
  private final Currency currency;
  private final LocalDate receivedOn;

  /** Takes what was refused, in the order of the file. */
  @FunctionalInterface
  public interface Refusals {
    void refused(RejectedClaim line) throws IOException;
  }

  /**
   * Counts of a file; amounts in minor units.
   *
   * @param invoices read, filed or refused
   * @param repeated invoices that say once more what one before them says
   * @param lines accepted, rejected or of repeated invoices; heads that nothing can be made of
   *     among them
   */
  public record Tally(
      long invoices,
      long filed,
      long repeated,
      long lines,
      long accepted,
      long rejected,
      long unreadableAmounts,
      long chargedMinor,
      long acceptedMinor) {}

  /**
   * An invoice that says once more what one before it says.
   *
   * @param lineNo its first line
   * @param firstLine of the one before
   * @param lines how many it has
   */
  public record Repetition(int lineNo, String invoiceNo, int firstLine, int lines) {}

  /**
   * What was found.
   *
   * @param file what the file is and how it was read
   * @param tally of what was read; zero when the whole file is refused
   * @param repetitions the first of the repeated invoices
   */
  public record Validated(SentFile file, Tally tally, List<Repetition> repetitions) {}

  /**
   * @param receivedOn day on which it would be sent: later care cannot be invoiced
   */
  public ValidateInvoices(Formats formats, Currency currency, LocalDate receivedOn) {
    this.formats = formats;
    this.currency = currency;
    this.receivedOn = receivedOn;
  }

  /**
   * Checks a file.
   *
   * @param sender name of the sender mapping to apply, or empty to find one by the file's name
   * @param work empty folder for files under way
   */
  public Validated validate(Path file, String sender, Path work, Refusals refusals)
      throws IOException {
    String name = file.getFileName().toString();
    SentFile sent =
        SentFile.open(new FrontDoor(formats, currency), file, FileKind.INVOICES, sender, work);
    if (sent.question() != null) {
      refusals.refused(
          ClaimReject.of(name, sent.question().reject(), true, ClaimReject.Of.NONE, "", ""));
      return new Validated(sent, new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0), List.of());
    }
    InvoiceGroups groups = new InvoiceGroups(name);
    each(
        sent,
        (lineNo, placed, reject, source, line) -> groups.add(lineNo, placed, reject, line.raw()));
    groups.judge();
    Lines lines = new Lines(name, groups, refusals);
    each(sent, lines);
    return new Validated(sent, lines.tally(), groups.repetitions());
  }

  /** Takes a record of the file. */
  @FunctionalInterface
  private interface Taker {
    /**
     * @param reject why it cannot be taken as it stands, in the sender's words, or null
     * @param source where it came from; null when the file is Caisse's own
     * @param line as it was read
     */
    void take(
        int lineNo,
        Heads.Placed placed,
        Reject reject,
        SourceMap source,
        RegistryLine<InvoiceRecord> line)
        throws IOException;
  }

  private void each(SentFile sent, Taker taker) throws IOException {
    try (RegistryFile<InvoiceRecord> file = InvoiceFile.open(sent.readable(), currency.decimals());
        SourceMap source = sent.sourceMap()) {
      Heads heads = new Heads();
      for (RegistryLine<InvoiceRecord> line = file.read(); line != null; line = file.read()) {
        if (source != null) {
          source.seek(line.lineNo());
        }
        int lineNo = source == null ? line.lineNo() : source.lineNo();
        Heads.Placed placed = heads.next(lineNo, line);
        Reject why = placed.why();
        Reject said =
            why == null || source == null ? why : why.at(lineNo).named(source.title(why.field()));
        taker.take(lineNo, placed, said, source, line);
      }
    }
  }

  /** Judges the lines, once their invoices are. */
  private final class Lines implements Taker {

    private final String name;
    private final InvoiceGroups groups;
    private final Refusals refusals;
    private long accepted;
    private long rejected;
    private long repeated;
    private long unreadable;
    private long chargedMinor;
    private long acceptedMinor;

    Lines(String name, InvoiceGroups groups, Refusals refusals) {
      this.name = name;
      this.groups = groups;
      this.refusals = refusals;
    }

    Tally tally() {
      return new Tally(
          groups.count(),
          groups.filed(),
          groups.repeated(),
          accepted + rejected + repeated,
          accepted,
          rejected,
          unreadable,
          chargedMinor,
          acceptedMinor);
    }

    @Override
    public void take(
        int lineNo,
        Heads.Placed placed,
        Reject reject,
        SourceMap source,
        RegistryLine<InvoiceRecord> line)
        throws IOException {
      InvoiceGroups.Invoice invoice = groups.invoice(placed);
      boolean head = !placed.type().equals("L");
      if (head && reject == null && !isEmpty(placed, invoice)) {
        return;
      }
      int no = number(placed, invoice);
      ClaimLineRow judged = row(lineNo, placed, reject, invoice).judged();
      if (!head) {
        amount(judged);
      }
      if (judged.reject() != null) {
        rejected++;
        refuse(judged, placed, judged.isLeftOut() ? no : 0, invoice, source, line);
      } else if (!head) {
        if (judged.isAccepted()) {
          accepted++;
        } else {
          repeated++;
        }
      }
    }

    /** The number of a line in its invoice; of one that comes back corrected, the one it says. */
    private int number(Heads.Placed placed, InvoiceGroups.Invoice invoice) {
      if (invoice == null || !placed.type().equals("L")) {
        return 0;
      }
      Integer said = placed.record() == null ? null : placed.record().care().no();
      if (placed.corrects()) {
        return said == null ? 0 : said;
      }
      return invoice.number(said);
    }

    private void amount(ClaimLineRow line) {
      if (line.charged() == null) {
        unreadable++;
        return;
      }
      chargedMinor = Math.addExact(chargedMinor, line.charged());
      if (line.isAccepted()) {
        acceptedMinor = Math.addExact(acceptedMinor, line.charged());
      }
    }

    private boolean isEmpty(Heads.Placed placed, InvoiceGroups.Invoice invoice) {
      InvoiceGroups.Lot lot = groups.lot(placed);
      return placed.type().equals("B")
          ? lot != null && lot.invoices() == 0
          : invoice != null && invoice.lines() == 0;
    }

    private ClaimLineRow row(
        int lineNo, Heads.Placed placed, Reject reject, InvoiceGroups.Invoice invoice) {
      InvoiceRecord.Care care =
          placed.record() == null || placed.record().care() == null
              ? InvoiceRecord.Care.NOTHING
              : placed.record().care();
      return new ClaimLineRow(
          lineNo,
          lineNo,
          !placed.type().equals("L"),
          0,
          invoice == null ? null : invoice.row().status(),
          whole(placed, invoice),
          reject,
          care.person(),
          true,
          care.rank() == null ? 0 : care.rank(),
          true,
          care.careOn(),
          receivedOn,
          invoice == null ? null : invoice.period(),
          care.act(),
          care.letter(),
          written(care.coefficient()),
          care.medicine(),
          written(care.quantity()),
          care.unit(),
          care.charged(),
          care.fundShare(),
          care.patientShare(),
          false,
          false,
          null);
    }

    private Reject whole(Heads.Placed placed, InvoiceGroups.Invoice invoice) {
      if (invoice != null) {
        return invoice.row().reject();
      }
      InvoiceGroups.Lot lot = groups.lot(placed);
      return placed.type().equals("B") && lot != null ? lot.reject() : null;
    }

    private void refuse(
        ClaimLineRow judged,
        Heads.Placed placed,
        int no,
        InvoiceGroups.Invoice invoice,
        SourceMap source,
        RegistryLine<InvoiceRecord> line)
        throws IOException {
      // What the reading refused has the sender's titles already.
      Reject reject =
          judged.reject().equals(judged.problem()) || source == null
              ? judged.reject()
              : judged.reject().named(source.title(judged.reject().field()));
      refusals.refused(
          ClaimReject.of(
              name,
              reject,
              judged.wholeReject() != null,
              new ClaimReject.Of(
                  invoice == null ? null : invoice.row().status(),
                  placed.place().provider(),
                  placed.place().invoice(),
                  placed.place().version(),
                  no),
              line.raw(),
              source == null ? line.raw() : source.raw()));
    }
  }

  private static String written(BigDecimal number) {
    return number == null ? "" : number.toPlainString();
  }
}
