package org.caisse.writers.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.caisse.config.text.Amounts;
import org.caisse.writers.file.TextBytes;

/**
 * The statement of care of a household as a page.
 *
 * <p>One object makes the statements of a whole run, one after the other; it is not for several
 * threads at once.
 */
public final class CareStatementPage {

  private final Letterhead letterhead;
  private final LocalDate day;
  private final String chain;
  private final Amounts amounts;
  private final Template page;
  private final TextBytes out = new TextBytes();

  /**
   * @param day of the statements
   * @param chain chain of the manifests when the run began
   */
  public CareStatementPage(Letterhead letterhead, LocalDate day, String chain) {
    this.letterhead = letterhead;
    this.day = day;
    this.chain = letterhead.chain(chain);
    this.amounts = letterhead.amounts();
    this.page = Template.load("care-statement.html", letterhead.messages());
  }

  /** The page of a statement: HTML in UTF-8. */
  public byte[] of(CareStatement statement) {
    out.clear();
    fill(
        "head",
        letterhead.language().code(),
        statement.number().toString(),
        letterhead.fundName(),
        amounts.date(day));
    if (letterhead.isMarked()) {
      fill("mark", letterhead.warning());
    }
    fill("insured", statement.headName(), statement.headNo());
    long reimbursed =
        statement.cares().stream().mapToLong(CareStatement.Care::reimbursedMinor).sum();
    fill(
        "pay",
        letterhead
            .messages()
            .get(
                reimbursed == 0 ? "care.statement.nothing" : "care.statement.pay",
                amounts.money(reimbursed)));
    fill("lines");
    for (CareStatement.Care care : statement.cares()) {
      care(care);
    }
    fill(
        "total",
        amounts.number(
            statement.cares().stream()
                .mapToLong(care -> care.sign() * care.line().chargedMinor())
                .sum()),
        amounts.number(
            statement.cares().stream().mapToLong(CareStatement.Care::toProviderMinor).sum()),
        amounts.number(reimbursed),
        amounts.number(
            statement.cares().stream().mapToLong(CareStatement.Care::patientMinor).sum()));
    fill("end", chain);
    return out.toBytes();
  }

  private void care(CareStatement.Care care) {
    Remittance.Line line = care.line();
    List<String> said = new ArrayList<>();
    if (care.takenBack()) {
      said.add(letterhead.words("care.status.TAKEN_BACK"));
    }
    line.shares().forEach(share -> said.add(share.name() + " " + amounts.number(share.minor())));
    line.reductions().forEach(reduction -> said.add(reduction.words()));
    String what = line.label().isEmpty() ? line.act() : line.label() + " (" + line.act() + ")";
    fill(
        "line",
        amounts.date(line.careOn()),
        care.personName().isEmpty() ? line.personNo() : care.personName(),
        what,
        care.providerName(),
        String.join(" · ", said),
        amounts.number(care.sign() * line.chargedMinor()),
        amounts.number(care.toProviderMinor()),
        amounts.number(care.reimbursedMinor()),
        amounts.number(care.patientMinor()));
  }

  private void fill(String block, String... values) {
    page.block(block).fill(out, values);
  }
}
