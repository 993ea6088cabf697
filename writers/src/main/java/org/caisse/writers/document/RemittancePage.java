package org.caisse.writers.document;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.caisse.config.text.Amounts;
import org.caisse.writers.file.TextBytes;

/**
 * A remittance as a page to print: what is paid, of which invoices, and every line of which
 * something is not, with why and what to do. All lines are in the files beside it.
 *
 * <p>One object makes the pages of a whole run, one after the other; it is not for several threads
 * at once.
 */
public final class RemittancePage {

  private final Letterhead letterhead;
  private final LocalDate day;
  private final String chain;
  private final Amounts amounts;
  private final Template page;
  private final TextBytes out = new TextBytes();

  /**
   * @param day of the remittances
   * @param chain chain of the manifests when the run began
   */
  public RemittancePage(Letterhead letterhead, LocalDate day, String chain) {
    this.letterhead = letterhead;
    this.day = day;
    this.chain = letterhead.chain(chain);
    this.amounts = letterhead.amounts();
    this.page = Template.load("remittance.html", letterhead.messages());
  }

  /** The page of a remittance: HTML in UTF-8. */
  public byte[] of(Remittance remittance) {
    out.clear();
    fill(
        "head",
        letterhead.language().code(),
        remittance.number().toString(),
        letterhead.fundName(),
        amounts.date(day));
    if (letterhead.isMarked()) {
      fill("mark", letterhead.warning());
    }
    fill("provider", remittance.providerName(), remittance.providerNo());
    fill("pay", payable(remittance.payableMinor()));
    fill("invoices");
    RemittanceSums all = RemittanceSums.NONE;
    for (Remittance.Invoice invoice : remittance.invoices()) {
      RemittanceSums sums = RemittanceSums.of(invoice);
      sums("invoice", name(invoice), sums);
      all = all.plus(sums);
    }
    sums("total", null, all);
    reduced(remittance);
    fill("end", chain);
    return out.toBytes();
  }

  private String payable(long minor) {
    String key =
        minor > 0
            ? "care.remittance.page.pay"
            : minor < 0 ? "care.remittance.page.back" : "care.remittance.page.nothing";
    return letterhead.messages().get(key, amounts.money(Math.abs(minor)));
  }

  private void sums(String block, String name, RemittanceSums sums) {
    String[] numbers = sums.inOrder().stream().map(amounts::number).toArray(String[]::new);
    if (name == null) {
      fill(block, numbers);
      return;
    }
    String[] row = new String[numbers.length + 1];
    row[0] = name;
    System.arraycopy(numbers, 0, row, 1, numbers.length);
    fill(block, row);
  }

  private String name(Remittance.Invoice invoice) {
    String name = invoice.invoiceNo();
    if (invoice.version() > 1) {
      name += " (" + letterhead.words("care.version") + " " + invoice.version() + ")";
    }
    return invoice.takenBack() ? name + ", " + letterhead.words("care.status.TAKEN_BACK") : name;
  }

  private void reduced(Remittance remittance) {
    boolean any = false;
    for (Remittance.Invoice invoice : remittance.invoices()) {
      for (Remittance.Line line : invoice.lines()) {
        if (!line.reductions().isEmpty()) {
          if (!any) {
            fill("lines");
            any = true;
          }
          line(name(invoice), line, invoice.takenBack() ? -1 : 1);
        }
      }
    }
    fill(any ? "linesend" : "none");
  }

  private void line(String invoice, Remittance.Line line, int sign) {
    fill(
        "line",
        invoice,
        Integer.toString(line.no()),
        line.personNo(),
        line.careOn() == null ? "" : amounts.date(line.careOn()),
        line.label().isEmpty() ? line.act() : line.label() + " (" + line.act() + ")",
        amounts.number(sign * line.chargedMinor()),
        amounts.number(sign * line.payableMinor()),
        amounts.number(sign * line.patientMinor()),
        amounts.number(sign * line.providerMinor()),
        said(line.reductions(), why -> "[" + why.code() + "] " + why.words()),
        // What is taken back is dealt with.
        sign < 0 ? "" : said(line.reductions(), Remittance.Reduction::todo));
  }

  private static String said(
      List<Remittance.Reduction> reductions,
      java.util.function.Function<Remittance.Reduction, String> words) {
    return reductions.stream()
        .map(words)
        .filter(text -> !text.isEmpty())
        .distinct()
        .collect(Collectors.joining(" "));
  }

  private void fill(String block, String... values) {
    page.block(block).fill(out, values);
  }
}
