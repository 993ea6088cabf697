package org.caisse.writers.document;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.caisse.config.text.Amounts;
import org.caisse.domain.document.DocumentNumber;
import org.caisse.writers.file.TextBytes;

/**
 * The rectification notice of an employer (avis de rectification): what its months owed before a
 * regularisation, what they owe now, and why. A printable page.
 */
public final class RectificationNotice {

  private final Letterhead letterhead;
  private final LocalDate issuedOn;
  private final String chain;
  private final Amounts amounts;
  private final Template page;

  /**
   * A month that changed.
   *
   * @param notice the call notice that has the details, or null
   * @param beforeMinor what was owed, all components and payers, minor units
   * @param afterMinor what is owed now
   * @param texts that decide, as documents cite them
   */
  public record Month(
      LocalDate period,
      DocumentNumber notice,
      long beforeMinor,
      long afterMinor,
      List<String> texts) {

    public Month {
      texts = List.copyOf(texts);
    }

    long differenceMinor() {
      return Math.subtractExact(afterMinor, beforeMinor);
    }
  }

  /** What an employer is told. */
  public record Rectified(
      DocumentNumber number, String employerNo, String name, List<Month> months) {

    public Rectified {
      months = List.copyOf(months);
    }

    long differenceMinor() {
      return months.stream().mapToLong(Month::differenceMinor).reduce(0, Math::addExact);
    }
  }

  /**
   * @param letterhead of the fund
   * @param issuedOn business date of the run
   * @param chain of the manifests when the run began
   */
  public RectificationNotice(Letterhead letterhead, LocalDate issuedOn, String chain) {
    this.letterhead = letterhead;
    this.issuedOn = issuedOn;
    this.chain = letterhead.chain(chain);
    this.amounts = letterhead.amounts();
    this.page = Template.load("rectification.html", letterhead.messages());
  }

  /**
   * The notice of an employer.
   *
   * @return an HTML page in UTF-8
   */
  public byte[] of(Rectified one) {
    TextBytes out = new TextBytes();
    fill(
        out,
        "head",
        letterhead.language().code(),
        one.number().toString(),
        letterhead.fundName(),
        amounts.date(issuedOn),
        one.name(),
        one.employerNo());
    if (letterhead.isMarked()) {
      fill(out, "mark", letterhead.warning());
    }
    long difference = one.differenceMinor();
    fill(
        out,
        difference > 0 ? "more" : difference < 0 ? "less" : "even",
        difference == 0 ? new String[0] : new String[] {amounts.money(Math.abs(difference))});
    fill(out, "months");
    long before = 0;
    long after = 0;
    Set<String> texts = new LinkedHashSet<>();
    for (Month month : one.months()) {
      before = Math.addExact(before, month.beforeMinor());
      after = Math.addExact(after, month.afterMinor());
      texts.addAll(month.texts());
      fill(
          out,
          "month",
          amounts.month(month.period()),
          month.notice() == null ? "" : month.notice().toString(),
          amounts.number(month.beforeMinor()),
          amounts.number(month.afterMinor()),
          amounts.number(month.differenceMinor()));
    }
    fill(
        out,
        "total",
        amounts.number(before),
        amounts.number(after),
        amounts.number(difference),
        letterhead.currency().code());
    texts.forEach(text -> fill(out, "text", text));
    fill(out, "end", chain);
    return out.toBytes();
  }

  private void fill(TextBytes out, String block, String... values) {
    page.block(block).fill(out, values);
  }
}
