package org.caisse.config.pack;

import java.util.ArrayList;
import java.util.List;
import org.caisse.domain.pack.AbovePay;
import org.caisse.domain.pack.Amount;
import org.caisse.domain.pack.HeadRule;
import org.caisse.domain.pack.Owing;
import org.caisse.domain.pack.Span;

/** How a contribution is computed, on one line, in the words of the vocabulary. */
final class AmountText {

  private final Amount amount;
  private final List<String> words = new ArrayList<>();

  AmountText(Amount amount) {
    this.amount = amount;
  }

  String words() {
    switch (amount) {
      case Amount.Percent percent -> percent(percent);
      case Amount.PerHead perHead -> perHead(perHead);
      case Amount.Premium premium -> premium(premium);
    }
    if (amount.span() != Span.MONTH) {
      Owing owing = amount.owing();
      words.add("owed " + Words.of(owing.month()) + "_month");
      words.add("begins " + (owing.own() ? "person" : "calendar"));
    }
    return String.join(", ", words);
  }

  private void percent(Amount.Percent percent) {
    Amount.Base base = percent.base();
    words.add(
        "percent of " + (base.notional() == null ? Words.of(base.pay()) : "$" + base.notional()));
    words.add("floor " + name(base.floor()));
    words.add("ceiling " + name(base.ceiling()));
    percent.shares().forEach(this::share);
    if (percent.residue() != null) {
      words.add("residue " + Words.of(percent.residue()));
    }
  }

  private void perHead(Amount.PerHead perHead) {
    words.add("per_head");
    perHead.shares().forEach(this::share);
    if (perHead.heads() != null) {
      heads(perHead.heads());
    }
    above(perHead.abovePay());
  }

  private void heads(HeadRule heads) {
    words.add("count " + String.join("/", heads.counted().stream().map(Words::of).toList()));
    if (heads.childFrom() != null) {
      words.add("child_from $" + heads.childFrom());
    }
    if (heads.childBelow() != null) {
      words.add("child_below $" + heads.childBelow());
    }
    if (heads.limit() != null) {
      words.add(
          "shared " + (heads.limitOfChildren() ? "children" : "heads") + " $" + heads.limit());
      words.add("beyond " + Words.of(heads.beyond()));
    }
  }

  private void premium(Amount.Premium premium) {
    words.add("premium $" + premium.whole());
    for (Amount.Part part : premium.parts()) {
      String of = part.percent() == null ? "rest" : "$" + part.percent();
      words.add(Words.of(part.payer()) + (part.least() ? " least " : " ") + of);
    }
    above(premium.abovePay());
  }

  private void share(Amount.Share share) {
    String bounds =
        share.min() == null && share.max() == null
            ? ""
            : " (min %s, max %s)".formatted(name(share.min()), name(share.max()));
    words.add(Words.of(share.payer()) + " $" + share.parameter() + bounds);
  }

  private void above(AbovePay above) {
    if (above != AbovePay.OWED) {
      words.add("above_pay " + Words.of(above));
    }
  }

  private static String name(String parameter) {
    return parameter == null ? "none" : "$" + parameter;
  }
}
