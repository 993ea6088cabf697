package org.caisse.writers.document;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.caisse.config.text.Amounts;
import org.caisse.config.text.Language;
import org.caisse.config.text.Messages;
import org.caisse.domain.contribution.EmployerMonthVerdict.State;
import org.caisse.domain.document.DocumentNumber;
import org.caisse.domain.money.Currency;
import org.caisse.domain.money.Rate;
import org.caisse.domain.pack.ContributionTerms;
import org.caisse.domain.pack.Payer;
import org.caisse.domain.pack.Population;
import org.caisse.writers.file.TextBytes;

/**
 * The call notice (avis d'appel de cotisations) of an employer for a month: one printable page. An
 * employer that did not declare gets a reminder instead of amounts.
 *
 * <p>One object makes the notices of a whole run, one after the other; it is not for several
 * threads at once.
 */
public final class CallNotice {

  private final Letterhead letterhead;
  private final CallTerms terms;
  private final Map<State, String> titles = new EnumMap<>(State.class);
  private final Map<State, String> states = new EnumMap<>(State.class);
  private final Map<Payer, String> shares = new EnumMap<>(Payer.class);
  private final String rounding;
  private final Amounts amounts;
  private final Template page;
  private final TextBytes out = new TextBytes();
  private final Map<LocalDate, String> days = new HashMap<>();
  private final Map<Rate, String> percents = new HashMap<>();
  private final String period;

  /**
   * @param letterhead of the fund
   * @param terms what the notices of the period have in common
   */
  public CallNotice(Letterhead letterhead, CallTerms terms) {
    this.letterhead = letterhead;
    this.terms = terms;
    Messages messages = letterhead.messages();
    this.amounts = letterhead.amounts();
    this.page = Template.load("call-notice.html", messages);
    this.period = amounts.month(terms.periodStart());
    boolean francs = letterhead.currency().equals(Currency.XOF);
    this.rounding = messages.get(francs ? "notice.rounding.franc" : "notice.rounding.unit");
    for (State state : State.values()) {
      titles.put(state, messages.get(title(state)));
      states.put(state, messages.get("notice.state." + state));
    }
    for (Payer payer : Payer.values()) {
      shares.put(payer, messages.get("notice.share." + payer));
    }
  }

  /**
   * The notice of an employer.
   *
   * @param number its own
   * @return an HTML page of about 3 KB, in UTF-8
   * @throws IllegalArgumentException when the month is of another period, or of a population
   *     without rule
   */
  public byte[] of(DocumentNumber number, EmployerMonth month) {
    if (!month.periodStart().equals(terms.periodStart())) {
      throw new IllegalArgumentException(
          "employer %s: a month of %s among the notices of %s"
              .formatted(month.employerNo(), month.periodStart(), terms.periodStart()));
    }
    CallTerms.PopulationTerms population = terms.of(month);
    String ogd = terms.ogdNames().getOrDefault(month.ogd(), month.ogd());
    out.clear();
    head(number, month);
    facts(month, population.population(), ogd);
    switch (month.state()) {
      case MISSING ->
          fill("missing", period, day(month.due()), ogd, percent(population.latePerMonth()));
      case DEFAULT -> byDefault(month, population, ogd);
      case DECLARED, NIL -> due(month, population, ogd);
    }
    fill("sources", String.join(" · ", population.sources()));
    fill("chain", letterhead.chain(terms.chain()));
    return out.toBytes();
  }

  private static String title(State state) {
    return switch (state) {
      case MISSING -> "notice.reminder";
      case DEFAULT -> "notice.default";
      case DECLARED, NIL -> "notice.title";
    };
  }

  /** What is owed in place of a declaration, why, and how to have it replaced. */
  private void byDefault(EmployerMonth month, CallTerms.PopulationTerms population, String ogd) {
    fill("shares");
    for (Payer payer : Payer.values()) {
      long minor = month.contributions().of(payer);
      if (minor != 0) {
        fill("default_share", shares.get(payer), amounts.money(minor));
      }
    }
    penalty(month);
    fill("total", amounts.money(month.totalMinor()));
    fill("default", period, day(month.due()), percent(population.defaultIncrease()), ogd);
    fill("pay", ogd, month.document());
    fill("missing_rest", percent(population.latePerMonth()));
  }

  private void head(DocumentNumber number, EmployerMonth month) {
    fill(
        "head",
        letterhead.language().code(),
        number.toString(),
        letterhead.fundName(),
        month.document(),
        day(terms.issuedOn()));
    if (letterhead.isMarked()) {
      fill("mark", letterhead.warning());
    }
  }

  private void facts(EmployerMonth month, Population population, String ogd) {
    fill(
        "employer",
        titles.get(month.state()),
        period,
        month.name(),
        month.employerNo(),
        letterhead.language() == Language.FR ? population.nameFr() : population.nameEn(),
        states.get(month.state()),
        day(month.due()));
    if (month.receivedOn() != null) {
      fill("received", day(month.receivedOn()));
    }
    if (month.state() == State.DECLARED || month.state() == State.NIL) {
      fill("persons", amounts.count(month.persons()));
    }
    fill("ogd", ogd);
  }

  private void due(EmployerMonth month, CallTerms.PopulationTerms population, String ogd) {
    ContributionTerms contribution = population.terms();
    fill("shares");
    share(Payer.EMPLOYER, contribution.employer(), month, contribution);
    share(Payer.INSURED, contribution.insured(), month, contribution);
    share(Payer.STATE, contribution.state(), month, contribution);
    if (month.lateMinor() != 0) {
      fill(
          "surcharge",
          letterhead
              .messages()
              .get(
                  "notice.how.surcharge",
                  percent(population.latePerMonth()),
                  amounts.count(month.monthsLate()),
                  amounts.money(month.contributions().totalMinor())),
          amounts.money(month.lateMinor()));
    }
    penalty(month);
    fill("total", amounts.money(month.totalMinor()));
    if (month.totalMinor() == 0) {
      fill("nothing");
    } else {
      fill("pay", ogd, month.document());
    }
    if (month.baseMinor() != 0) {
      fill("note", rounding);
    }
    fill("correct");
  }

  private void penalty(EmployerMonth month) {
    if (month.penaltyMinor() != 0) {
      fill("penalty", amounts.money(month.penaltyMinor()));
    }
  }

  private void share(Payer payer, Rate rate, EmployerMonth month, ContributionTerms contribution) {
    long minor = month.contributions().of(payer);
    long each = contribution.flat().of(payer);
    if (minor == 0 && rate.equals(Rate.ZERO) && each == 0) {
      return;
    }
    String name = shares.get(payer);
    if (!rate.equals(Rate.ZERO)) {
      fill("percent", name, percent(rate), amounts.money(month.baseMinor()), amounts.money(minor));
    } else if (each != 0) {
      fill("head_count", name, amounts.money(each), amounts.money(minor));
    } else {
      fill("other", name, amounts.money(minor));
    }
  }

  private void fill(String block, String... values) {
    page.block(block).fill(out, values);
  }

  private String day(LocalDate day) {
    return days.computeIfAbsent(day, amounts::date);
  }

  private String percent(Rate rate) {
    return percents.computeIfAbsent(rate, r -> amounts.percent(r.toPercent()));
  }
}
