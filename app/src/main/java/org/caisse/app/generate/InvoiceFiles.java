package org.caisse.app.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.caisse.config.format.FileKind;
import org.caisse.domain.reject.RejectCode;

/**
 * Writes a file of invoices a provider, in lots, and on a second day what some of them replace,
 * send again, or put right.
 */
final class InvoiceFiles {

  private static final int INVOICES_OF_A_LOT = 10;
  private static final int LEAST_LINES = 3;
  private static final int LINES_SPAN = 12;
  private static final int LINES_OF_A_VISIT = 3;
  private static final int LINE_NUMBERS = 16;
  private static final int IN_HUNDRED = 100;
  private static final int REIMBURSED_PERCENT = 3;
  private static final int CORRECTED_PERCENT = 60;

  /** Of ten thousand invoices and lots: what is wrong with the whole. */
  private static final int WRONG_COUNT = 50;

  private static final int WRONG_TOTAL = 50;
  private static final int WRONG_LOT = 60;
  private static final int REPLACED = 100;
  private static final int REPEATED = 50;

  private final Fund fund;
  private final Path out;
  private final List<LocalDate> receipts;
  private final CareProviders providers;
  private final ClaimLines lines;
  private final CareTruth care;
  private final List<Refused> refused = new ArrayList<>();
  private final int percent;
  private final long seed;
  private long invoices;
  private long written;
  private long rejects;
  private int files;

  /** A line that was refused by itself, and where it stands. */
  private record Refused(
      int provider, GeneratedInvoice invoice, int index, String file, int lineNo) {}

  InvoiceFiles(
      Fund fund,
      Path out,
      List<LocalDate> receipts,
      CareProviders providers,
      ClaimLines lines,
      CareTruth care) {
    this.fund = fund;
    this.out = out;
    this.receipts = receipts;
    this.providers = providers;
    this.lines = lines;
    this.care = care;
    this.percent = fund.options().errorPercent();
    this.seed = fund.options().seed();
  }

  int files() {
    return files;
  }

  long lines() {
    return written;
  }

  long rejects() {
    return rejects;
  }

  void write(int claims) throws IOException {
    for (LocalDate day : receipts) {
      Files.createDirectories(out.resolve("invoices").resolve(day.toString()));
    }
    try (ClaimTruth truth = new ClaimTruth(out.resolve("truth"))) {
      for (int provider = 0; provider < providers.count(); provider++) {
        long upTo = (long) claims * (provider + 1) / providers.count();
        provider(truth, provider, (int) (upTo - (long) claims * provider / providers.count()));
      }
      if (fund.options().messPercent() > 0) {
        corrected(truth);
      }
    }
  }

  private InvoiceText open(ClaimTruth truth, int provider, int receipt) throws IOException {
    InvoiceSender sender = providers.sender(provider, fund.options().messPercent());
    String end = receipt == 0 ? "" : "-suite";
    String number = providers.number(provider);
    String name =
        sender == null ? "factures-" + number + end + ".csv" : sender.fileName(number, end);
    Path path = path(receipt, name);
    if (sender != null && sender.mapping(number) != null) {
      Path senders = Files.createDirectories(out.resolve("senders"));
      Files.writeString(
          senders.resolve(number.toLowerCase(Locale.ROOT) + ".yaml"), sender.mapping(number));
    }
    return new InvoiceText(
        sender == null ? InvoiceForm.own(path) : sender.open(path),
        truth,
        care,
        new InvoiceText.Of(receipts.get(receipt) + "/" + name, provider, receipt));
  }

  private void provider(ClaimTruth truth, int provider, int count) throws IOException {
    List<GeneratedInvoice> again = new ArrayList<>();
    try (InvoiceText text = open(truth, provider, 0)) {
      int left = count;
      int number = 1;
      for (int lot = 1; left > 0; lot++) {
        List<GeneratedInvoice> ofLot = new ArrayList<>();
        while (left > 0 && ofLot.size() < INVOICES_OF_A_LOT) {
          GeneratedInvoice invoice = invoice(provider, number++, left);
          left -= invoice.lines().size();
          ofLot.add(invoice);
        }
        lot(text, provider, lot, ofLot, again);
      }
      end(text);
    }
    if (!again.isEmpty()) {
      secondDay(truth, provider, again);
    }
  }

  private void lot(
      InvoiceText text,
      int provider,
      int lot,
      List<GeneratedInvoice> ofLot,
      List<GeneratedInvoice> again)
      throws IOException {
    boolean unknown = providers.unknown(provider);
    boolean wrong = drawn(-invoices) < WRONG_LOT * percent / IN_HUNDRED;
    text.lot(lot(provider, "L" + lot, ofLot, wrong ? 100 : 0));
    for (GeneratedInvoice invoice : ofLot) {
      RejectCode whole = whole(invoice, wrong, unknown);
      int drawn = drawn(invoices + invoice.number() * 31L);
      boolean replaced =
          whole == null && drawn < REPLACED * percent / IN_HUNDRED && invoice.lines().size() > 1;
      text.invoice(
          invoice,
          whole,
          false,
          (of, index, lineNo) -> {
            if (!replaced) {
              refused.add(new Refused(provider, of, index, text.name(), lineNo));
            }
          });
      if (replaced) {
        again.add(invoice.shorter());
      } else if (whole == null && drawn > WrongClaim.OF - 1 - REPEATED * percent / IN_HUNDRED) {
        again.add(invoice);
      }
    }
  }

  private InvoiceForm.Lot lot(int provider, String number, List<GeneratedInvoice> of, int more) {
    long total = of.stream().mapToLong(GeneratedInvoice::charged).sum();
    return new InvoiceForm.Lot(
        providers.number(provider), number, fund.month().month(), of.size(), total + more);
  }

  private static RejectCode whole(GeneratedInvoice invoice, boolean wrongLot, boolean unknown) {
    if (wrongLot) {
      return RejectCode.LOT_TOTAL;
    }
    if (unknown) {
      return RejectCode.PROVIDER_UNKNOWN;
    }
    if (invoice.saysOneMore()) {
      return RejectCode.INVOICE_COUNT;
    }
    return invoice.saysMore() ? RejectCode.INVOICE_TOTAL : null;
  }

  /** The lines of version 2 are the same but the last; what is sent again is the same. */
  private void secondDay(ClaimTruth truth, int provider, List<GeneratedInvoice> again)
      throws IOException {
    try (InvoiceText text = open(truth, provider, 1)) {
      text.lot(lot(provider, "L900", again, 0));
      for (GeneratedInvoice invoice : again) {
        text.invoice(invoice, null, invoice.version() == 1, (of, index, lineNo) -> {});
      }
      end(text);
    }
  }

  /** Of the lines that were refused by themselves, most come back put right, in one file. */
  private void corrected(ClaimTruth truth) throws IOException {
    String name = receipts.get(1) + "/" + CorrectedInvoices.NAME;
    int count = 0;
    int again = 0;
    long charged = 0;
    long accepted = 0;
    try (CorrectedInvoices file = new CorrectedInvoices(path(1, CorrectedInvoices.NAME))) {
      for (Refused one : refused) {
        long number = one.invoice().key() * LINE_NUMBERS + one.index();
        if (Draw.CARE_CORRECTED.below(IN_HUNDRED, seed, number) >= CORRECTED_PERCENT) {
          continue;
        }
        ClaimLine right =
            lines.corrected(
                number, visit(one.invoice().key(), one.index()), providers.level(one.provider()));
        int invoice = one.invoice().number();
        int line =
            file.line(
                one.file(),
                one.lineNo(),
                providers.number(one.provider()),
                invoice,
                one.index() + 1,
                one.invoice().lines().get(one.index()).wrong(),
                right.sent());
        count++;
        charged += right.charged();
        if (one.invoice().lines().stream().anyMatch(right::isAgain)) {
          again++;
          truth.rejected(name, line, RejectCode.LINE_TAKEN_BEFORE);
        } else {
          accepted += right.charged();
          care.taken(
              new CareEntry.Place(name, line, one.provider(), invoice, 1, one.index(), 1), right);
        }
      }
    }
    truth.file(name, count, count - again, again, 0, charged, accepted);
    files++;
    written += count;
    rejects += again;
  }

  private void end(InvoiceText text) throws IOException {
    text.end();
    files++;
    written += text.lines();
    rejects += text.rejected();
  }

  private static long visit(long invoice, int index) {
    return invoice * LINE_NUMBERS + index / LINES_OF_A_VISIT;
  }

  private GeneratedInvoice invoice(int provider, int number, int left) {
    long key = ++invoices;
    int count = Math.min(left, LEAST_LINES + Draw.CARE_INVOICE.below(LINES_SPAN, seed, key));
    List<ClaimLine> made = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      made.add(lines.of(key * LINE_NUMBERS + i, visit(key, i), providers.level(provider)));
    }
    int drawn = drawn(key);
    boolean oneMore = drawn < WRONG_COUNT * percent / IN_HUNDRED;
    boolean more = !oneMore && drawn < (WRONG_COUNT + WRONG_TOTAL) * percent / IN_HUNDRED;
    boolean reimbursed = Draw.CARE_KIND.below(IN_HUNDRED, seed, key) < REIMBURSED_PERCENT;
    return new GeneratedInvoice(key, number, 1, reimbursed, made, oneMore, more);
  }

  private int drawn(long key) {
    return Draw.CARE_INVOICE.below(WrongClaim.OF, seed, Long.MIN_VALUE + key);
  }

  private Path path(int receipt, String name) {
    return out.resolve("invoices").resolve(receipts.get(receipt).toString()).resolve(name);
  }

  /** The header of the files. */
  static String header() {
    return FileKind.INVOICES.header();
  }
}
