package org.caisse.writers.document;

import java.time.LocalDate;
import java.util.List;
import org.caisse.config.text.Amounts;
import org.caisse.config.text.Language;
import org.caisse.domain.document.DocumentNumber;
import org.caisse.domain.pack.Citation;
import org.caisse.writers.file.TextBytes;

/**
 * A clearance certificate (attestation de régularité): one printable page. Under an instalment plan
 * it says so, and what is still open.
 */
public final class ClearancePage {

  private final Letterhead letterhead;
  private final Citation citation;
  private final LocalDate issuedOn;
  private final String chain;
  private final Amounts amounts;
  private final Template page;

  /**
   * What it says.
   *
   * @param plan number of the plan that covers what is open, or 0 when nothing is
   * @param validUntil last day on which it is valid
   */
  public record Content(
      DocumentNumber number, String employerNo, String name, int plan, LocalDate validUntil) {}

  /**
   * @param chain state of the chain of manifests
   */
  public ClearancePage(Letterhead letterhead, Citation citation, LocalDate issuedOn, String chain) {
    this.letterhead = letterhead;
    this.citation = citation;
    this.issuedOn = issuedOn;
    this.chain = chain;
    this.amounts = letterhead.amounts();
    this.page = Template.load("clearance.html", letterhead.messages());
  }

  /**
   * The certificate.
   *
   * @param debts that the plan covers, each with the name of its delegated body
   * @return an HTML page in UTF-8
   */
  public byte[] of(Content content, List<DebtLetter.Line> debts) {
    TextBytes out = new TextBytes();
    String day = amounts.date(issuedOn);
    fill(
        out,
        "head",
        letterhead.language().code(),
        content.number().toString(),
        letterhead.fundName(),
        day);
    if (letterhead.isMarked()) {
      fill(out, "mark", letterhead.warning());
    }
    fill(
        out,
        "employer",
        content.name(),
        content.employerNo(),
        day,
        amounts.date(content.validUntil()));
    if (content.plan() == 0) {
      fill(out, "clear", letterhead.fundName(), day);
    } else {
      underPlan(out, content, debts, day);
    }
    fill(
        out,
        "end",
        content.number().toString(),
        letterhead.language() == Language.FR ? citation.fr() : citation.en(),
        letterhead.chain(chain));
    return out.toBytes();
  }

  private void underPlan(TextBytes out, Content content, List<DebtLetter.Line> debts, String day) {
    fill(out, "plan", letterhead.fundName(), day, amounts.count(content.plan()));
    for (DebtLetter.Line debt : debts) {
      fill(
          out,
          "debt",
          amounts.month(debt.period()),
          debt.ogd(),
          amounts.date(debt.due()),
          amounts.money(debt.openMinor()));
    }
    fill(out, "total", amounts.money(debts.stream().mapToLong(DebtLetter.Line::openMinor).sum()));
  }

  private void fill(TextBytes out, String block, String... values) {
    page.block(block).fill(out, values);
  }
}
