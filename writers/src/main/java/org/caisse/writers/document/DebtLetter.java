package org.caisse.writers.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.caisse.config.text.Amounts;
import org.caisse.config.text.Language;
import org.caisse.domain.collection.CollectionTerms;
import org.caisse.domain.collection.Stage;
import org.caisse.domain.document.DocumentNumber;
import org.caisse.domain.pack.Citation;
import org.caisse.writers.file.TextBytes;

/**
 * A letter to an employer about what it owes: reminder, formal notice (mise en demeure), or notice
 * that an instalment plan was broken. One printable page for a few months.
 */
public final class DebtLetter {

  private final Letterhead letterhead;
  private final CollectionTerms terms;
  private final Citation citation;
  private final Map<String, String> ogdNames;
  private final LocalDate issuedOn;
  private final String chain;
  private final Amounts amounts;
  private final Template page;

  /**
   * What a letter says besides its debts.
   *
   * @param before numbers of the letters of before about its debts; empty when there are none
   * @param plan number of the plan that was broken, or 0
   * @param since first day on which it was, or null
   */
  public record Content(
      DocumentNumber number,
      Stage stage,
      String employerNo,
      String name,
      String before,
      int plan,
      LocalDate since) {}

  /** A debt. */
  public record Line(LocalDate period, String ogd, LocalDate due, long openMinor) {}

  /**
   * @param ogdNames names of the delegated bodies by code
   * @param chain state of the chain of manifests
   */
  public DebtLetter(
      Letterhead letterhead,
      CollectionTerms terms,
      Citation citation,
      Map<String, String> ogdNames,
      LocalDate issuedOn,
      String chain) {
    this.letterhead = letterhead;
    this.terms = terms;
    this.citation = citation;
    this.ogdNames = Map.copyOf(ogdNames);
    this.issuedOn = issuedOn;
    this.chain = chain;
    this.amounts = letterhead.amounts();
    this.page = Template.load("debt-letter.html", letterhead.messages());
  }

  /**
   * The letter.
   *
   * @return an HTML page in UTF-8
   */
  public byte[] of(Content content, List<Line> lines) {
    TextBytes out = new TextBytes();
    String total = amounts.money(lines.stream().mapToLong(Line::openMinor).sum());
    fill(
        out,
        "head",
        letterhead.language().code(),
        content.number().toString(),
        letterhead.fundName(),
        day(issuedOn));
    if (letterhead.isMarked()) {
      fill(out, "mark", letterhead.warning());
    }
    fill(
        out,
        "employer",
        letterhead.messages().get("collection.stage." + content.stage()),
        content.name(),
        content.employerNo());
    if (!content.before().isEmpty()) {
      fill(out, "before", content.before());
    }
    said(out, content, total);
    fill(out, "debts");
    for (Line line : lines) {
      fill(
          out,
          "debt",
          amounts.month(line.period()),
          ogdNames.getOrDefault(line.ogd(), line.ogd()),
          day(line.due()),
          amounts.money(line.openMinor()));
    }
    fill(out, "total", total);
    fill(out, "pay", content.number().toString());
    if (content.stage() == Stage.FORMAL_NOTICE) {
      fill(out, "service");
    }
    fill(
        out,
        "end",
        letterhead.language() == Language.FR ? citation.fr() : citation.en(),
        letterhead.chain(chain));
    return out.toBytes();
  }

  private void said(TextBytes out, Content content, String total) {
    switch (content.stage()) {
      case FIRST_REMINDER -> fill(out, "first", day(issuedOn));
      case SECOND_REMINDER -> fill(out, "second", day(issuedOn));
      case FORMAL_NOTICE -> {
        if (terms.noticeDelayDays() == null) {
          fill(out, "notice_at_once", total);
        } else {
          String days = amounts.count(terms.noticeDelayDays());
          fill(out, "notice", letterhead.messages().get("collection.formal.1", total, days));
        }
      }
      case PLAN_BREACH -> fill(out, "breach", amounts.count(content.plan()), day(content.since()));
    }
  }

  private String day(LocalDate day) {
    return amounts.date(day);
  }

  private void fill(TextBytes out, String block, String... values) {
    page.block(block).fill(out, values);
  }
}
