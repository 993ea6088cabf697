package org.caisse.app;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caisse.config.text.Amounts;
import org.caisse.config.text.CareText;
import org.caisse.config.text.Language;
import org.caisse.config.text.Messages;
import org.caisse.config.text.RightText;
import org.caisse.domain.care.Bearer;
import org.caisse.domain.claim.CareLine;
import org.caisse.domain.claim.LineDecision;
import org.caisse.domain.claim.LineExplanation;
import org.caisse.domain.claim.LineStatus;
import org.caisse.domain.claim.PricedAct;
import org.caisse.domain.claim.Reduction;
import org.caisse.domain.pack.DatedValue;
import org.caisse.domain.pack.Parameter;

/** A line of an invoice with its decision, as people read it. */
final class LinePage {

  private final PrintWriter out;
  private final Messages messages;
  private final Amounts amounts;
  private final LineView.Line line;
  private final CareText text;
  private final RightText rights;
  private final OpenedRight opened;

  LinePage(PrintWriter out, Session session, Language language, LineView.Line line) {
    this.out = out;
    this.messages = Messages.of("documents", language);
    this.amounts = new Amounts(language, session.environment().law().pack().currency());
    this.line = line;
    this.rights = new RightText(language, session.environment().law().pack());
    this.opened = new OpenedRight(session, rights);
    this.text =
        line.law() == null
            ? null
            : new CareText(language, line.law().pack().currency(), line.law().pack().care());
  }

  /** Why not more is paid, in words. */
  List<Map<String, Object>> words() {
    List<Map<String, Object>> words = new ArrayList<>();
    for (Reduction reduction : line.explanation().decision().reductions()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("code", reduction.code().number());
      row.put("what", text.what(reduction.code(), reduction.arguments()));
      row.put("todo", text.todo(reduction.code(), reduction.bearer(), reduction.arguments()));
      words.add(row);
    }
    return words;
  }

  void print() {
    Map<String, Object> place = line.place();
    out.println(
        messages.get(
            "explain.line",
            place.get("no"),
            place.get("invoice_no"),
            place.get("version"),
            place.get("provider_no"),
            amounts.date(LocalDate.parse(place.get("received_on").toString()))));
    out.println("  " + messages.get("explain.file", place.get("file_name"), place.get("line_no")));
    if (!line.raw().isEmpty()) {
      out.println("  " + line.raw());
    }
    if (line.explanation() == null) {
      out.println(
          messages.get(line.revisions().isEmpty() ? "explain.undecided" : "explain.withdrawn"));
    } else {
      care();
      rights();
      price();
      payers();
      limits();
      decision();
    }
    revisions();
  }

  private void care() {
    LineExplanation why = line.explanation();
    CareLine said = why.line();
    out.println(
        messages.get(
            "explain.care",
            said.actCode(),
            text.word(why.group()),
            amounts.date(said.careOn()),
            text.quantity(said.quantityMilli()),
            amounts.money(said.chargedMinor())));
    out.println(
        "  "
            + messages.get(
                "explain.where",
                said.provider().level().isEmpty()
                    ? messages.get("explain.closed")
                    : text.word(said.provider().level()),
                text.word(why.place()),
                said.provider().contracted(said.careOn())
                    ? messages.get(
                        "explain.contracted", amounts.date(said.provider().conventionFrom()))
                    : messages.get("explain.not_contracted")));
  }

  private void rights() {
    LineExplanation why = line.explanation();
    out.println(messages.get("explain.rights", why.person().personNo()));
    if (why.rights().isEmpty()) {
      out.println("  " + messages.get("explain.rights.none", why.person().personNo()));
    }
    why.rights()
        .forEach(
            right ->
                out.println(
                    "  "
                        + messages.get(
                            "explain.right"
                                + (right.population().isEmpty() ? ".status" : "")
                                + (right.to() == null ? ".open" : ""),
                            text.word(right.payer()),
                            amounts.date(right.from()),
                            right.to() == null ? "" : amounts.date(right.to()),
                            rights.population(right.population()),
                            opened.words(why.person().personNo(), right))));
    why.statuses()
        .forEach(
            status ->
                out.println(
                    "  "
                        + messages.get(
                            "explain.status",
                            rights.status(status.kind()),
                            status.detail().isEmpty() ? "" : " " + status.detail(),
                            amounts.date(status.from()))));
  }

  private void price() {
    LineExplanation why = line.explanation();
    PricedAct act = why.line().act();
    out.println(
        why.decision().tariffMinor() == 0
            ? messages.get(
                why.decision().status() == LineStatus.REFUSED
                    ? "explain.price.none"
                    : "explain.price.unpriced")
            : messages.get("explain.price", amounts.money(why.decision().tariffMinor())));
    String key = "explain.price." + why.price();
    String said =
        switch (why.price()) {
          case LETTER ->
              messages.get(
                  key,
                  act.letter(),
                  text.quantity(act.coefficientMilli()),
                  amounts.money(act.unitMinor()));
          case FLAT -> messages.get(key, amounts.money(act.flatMinor()));
          case REFERENCE -> messages.get(key, amounts.money(act.referenceMinor()));
          case GENERIC -> messages.get(key, amounts.money(act.genericMinor()));
          case ACT -> messages.get(key, amounts.money(act.unitMinor()));
          case RELATIVE ->
              messages.get(key, amounts.percent(BigDecimal.valueOf(act.relativeMilli(), 1)));
          case UNKNOWN_ACT, AGREED, CHARGED, MISSING -> messages.get(key);
        };
    out.println("  " + said);
    for (Map<String, Object> row : line.registry()) {
      out.println(
          "  "
              + messages.get(
                  row.get("n").equals(1) ? "explain.act" : "explain.tariff",
                  item(row),
                  amounts.date(LocalDate.parse(row.get("valid_from").toString())),
                  row.get("file_name"),
                  row.get("line_no")));
    }
  }

  private static String item(Map<String, Object> row) {
    String label = String.valueOf(row.get("label"));
    return label.isEmpty() ? row.get("item").toString() : row.get("item") + " (" + label + ")";
  }

  private void payers() {
    out.println(messages.get("explain.payers"));
    List<Map<String, Object>> rows = new ArrayList<>();
    for (LineExplanation.Asked asked : line.explanation().payers()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put(messages.get("explain.payer"), text.word(asked.payer()));
      row.put(
          messages.get("explain.rate"),
          asked.percent() == null ? "" : amounts.percent(asked.percent()));
      row.put(messages.get("explain.of"), messages.get("explain.of." + asked.paysOn()));
      row.put(messages.get("care.paid"), amounts.number(asked.amountMinor()));
      row.put(messages.get("explain.source"), source(asked));
      rows.add(row);
    }
    if (rows.isEmpty()) {
      out.println("  " + messages.get("explain.payers.none"));
    } else {
      TextTable.print(out, rows);
    }
  }

  /** The parameter, the day since which it is in force, and where it was read. */
  private String source(LineExplanation.Asked asked) {
    Parameter parameter =
        asked.parameter() == null ? null : line.law().pack().parameters().get(asked.parameter());
    if (parameter == null) {
      return asked.source();
    }
    if (parameter.setByFund()) {
      return messages.get("explain.by_fund", parameter.name());
    }
    return parameter
        .on(line.explanation().line().careOn())
        .map((DatedValue value) -> since(parameter, value))
        .orElse(asked.source());
  }

  private String since(Parameter parameter, DatedValue value) {
    return messages.get(
        "explain.since", parameter.name(), amounts.date(value.from()), value.source());
  }

  private void limits() {
    for (LineExplanation.Limit limit : line.explanation().limits()) {
      out.println(
          messages.get(
              "explain.limit",
              text.word(limit.limit()),
              size(limit, limit.most()),
              size(limit, limit.own()),
              set(limit)));
      for (LineExplanation.Taken taken : limit.taken()) {
        out.println(
            "  "
                + messages.get(
                    taken.firm() ? "explain.taken.firm" : "explain.taken",
                    amounts.date(taken.on()),
                    taken.provider(),
                    taken.invoice(),
                    size(limit, limit.ofAmount() ? taken.amountMinor() : taken.quantityMilli())));
      }
    }
  }

  /** Who says how much it is: the fund, or the law. */
  private String set(LineExplanation.Limit limit) {
    return line.law().pack().care().limits().stream()
        .filter(one -> one.id().equals(limit.limit()))
        .map(one -> line.law().pack().parameters().get(one.most()))
        .filter(parameter -> parameter != null && parameter.setByFund())
        .findFirst()
        .map(parameter -> messages.get("explain.by_fund", parameter.name()))
        .orElse(limit.source());
  }

  private String size(LineExplanation.Limit limit, long size) {
    return limit.ofAmount() ? amounts.money(size) : text.quantity(size);
  }

  private void decision() {
    LineDecision decision = line.explanation().decision();
    out.println(
        messages.get(
            decision.pend() == null ? "explain.decision" : "explain.decision.pended",
            messages.get("care.status." + decision.status()),
            amounts.money(decision.chargedMinor()),
            amounts.money(decision.paidMinor()),
            amounts.money(decision.copayMinor())));
    if (decision.pend() != null) {
      out.println("  " + text.what(decision.pend()) + " " + text.todo(decision.pend()));
    }
    for (Reduction reduction : decision.reductions()) {
      out.println(
          "  "
              + messages.get(
                  reduction.bearer() == Bearer.PROVIDER
                      ? "explain.reduction.provider"
                      : "explain.reduction.patient",
                  amounts.money(reduction.amountMinor()),
                  reduction.code().number()));
      out.println("    " + text.what(reduction.code(), reduction.arguments()));
      out.println("    " + text.todo(reduction.code(), reduction.bearer(), reduction.arguments()));
    }
  }

  private void revisions() {
    if (line.revisions().isEmpty()) {
      return;
    }
    out.println(messages.get("explain.revisions"));
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Map<String, Object> revision : line.revisions()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put(messages.get("explain.rev"), revision.get("rev"));
      row.put(
          messages.get("explain.run"),
          "%s/%s-%s".formatted(revision.get("scope"), revision.get("job"), revision.get("seq")));
      row.put(messages.get("care.status"), messages.get("care.status." + revision.get("status")));
      row.put(
          messages.get("care.paid"),
          amounts.number(((Number) revision.get("paid_minor")).longValue()));
      row.put(messages.get("explain.told"), revision.get("told"));
      rows.add(row);
    }
    TextTable.print(out, rows);
  }
}
