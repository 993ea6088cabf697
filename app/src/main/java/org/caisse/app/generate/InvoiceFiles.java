package org.caisse.app.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.caisse.config.format.FileKind;
import org.caisse.domain.reject.RejectCode;

/**
 * Writes a file of invoices a provider, in lots, and on a second day what some of them replace or
 * send again.
 */
final class InvoiceFiles {

  private static final int INVOICES_OF_A_LOT = 10;
  private static final int LEAST_LINES = 3;
  private static final int LINES_SPAN = 12;
  private static final int LINES_OF_A_VISIT = 3;

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
  private final int percent;
  private final long seed;
  private long invoices;
  private long written;
  private long rejects;
  private int files;

  InvoiceFiles(
      Fund fund, Path out, List<LocalDate> receipts, CareProviders providers, ClaimLines lines) {
    this.fund = fund;
    this.out = out;
    this.receipts = receipts;
    this.providers = providers;
    this.lines = lines;
    this.percent = fund.options().errorPercent();
    this.seed = fund.options().seed();
  }

  List<LocalDate> receipts() {
    return receipts;
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
    }
  }

  private void provider(ClaimTruth truth, int provider, int count) throws IOException {
    List<GeneratedInvoice> again = new ArrayList<>();
    String name = "factures-" + providers.number(provider) + ".csv";
    try (InvoiceText text = new InvoiceText(path(0, name), truth)) {
      text.begin(receipts.getFirst() + "/" + name);
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
    boolean wrong = drawn(-invoices) < WRONG_LOT * percent / 100;
    long total = ofLot.stream().mapToLong(GeneratedInvoice::charged).sum();
    text.lot(
        providers.number(provider),
        lot,
        fund.month().month(),
        ofLot.size(),
        total + (wrong ? 100 : 0));
    for (GeneratedInvoice invoice : ofLot) {
      RejectCode whole = whole(invoice, wrong, unknown);
      text.invoice(invoice, whole, false);
      int drawn = drawn(invoices + invoice.number() * 31L);
      if (whole == null && drawn < REPLACED * percent / 100 && invoice.lines().size() > 1) {
        again.add(
            new GeneratedInvoice(
                invoice.number(),
                2,
                invoice.lines().subList(0, invoice.lines().size() - 1),
                false,
                false));
      } else if (whole == null && drawn > WrongClaim.OF - 1 - REPEATED * percent / 100) {
        again.add(invoice);
      }
    }
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
    String name = "factures-" + providers.number(provider) + "-suite.csv";
    try (InvoiceText text = new InvoiceText(path(1, name), truth)) {
      text.begin(receipts.get(1) + "/" + name);
      long total = again.stream().mapToLong(GeneratedInvoice::charged).sum();
      text.lot(providers.number(provider), 900, fund.month().month(), again.size(), total);
      for (GeneratedInvoice invoice : again) {
        text.invoice(invoice, null, invoice.version() == 1);
      }
      end(text);
    }
  }

  private void end(InvoiceText text) throws IOException {
    text.end();
    files++;
    written += text.lines();
    rejects += text.rejected();
  }

  private GeneratedInvoice invoice(int provider, int number, int left) {
    long key = ++invoices;
    int count = Math.min(left, LEAST_LINES + Draw.CARE_INVOICE.below(LINES_SPAN, seed, key));
    List<ClaimLine> made = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      long line = key * 16 + i;
      made.add(lines.of(line, key * 16 + i / LINES_OF_A_VISIT, providers.level(provider)));
    }
    int drawn = drawn(key);
    boolean oneMore = drawn < WRONG_COUNT * percent / 100;
    boolean more = !oneMore && drawn < (WRONG_COUNT + WRONG_TOTAL) * percent / 100;
    return new GeneratedInvoice(number, 1, made, oneMore, more);
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
