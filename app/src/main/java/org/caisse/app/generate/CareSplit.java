package org.caisse.app.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caisse.app.generate.CareAnswer.Cut;
import org.caisse.app.generate.CareAnswer.Status;
import org.caisse.app.generate.CareRules.Kind;
import org.caisse.app.generate.CareRules.Payer;

/** Who pays what of a line that is not refused as a whole: asks one payer after the other. */
final class CareSplit {

  private final CareRules rules;
  private final CareEntry entry;
  private final CareHistory history;
  private final long charged;
  private final PriorAgreement agreement;
  private final long tariff;
  private final boolean cheaper;
  private final Map<String, Long> shares = new LinkedHashMap<>();
  private final List<Cut> lost = new ArrayList<>();
  private long rest;
  private String excess;
  private boolean asked;
  private boolean waits;
  private boolean agreed;

  /**
   * @param agreement the one that is for the patient and the act, or null
   * @param tariff what the registry's prices come to
   */
  CareSplit(
      CareRules rules,
      CareEntry entry,
      CareHistory history,
      PriorAgreement agreement,
      long tariff) {
    this.rules = rules;
    this.entry = entry;
    this.history = history;
    this.charged = entry.line().charged();
    this.agreement = agreement;
    this.cheaper = agreement == PriorAgreement.CHEAPER;
    this.tariff = cheaper ? PriorAgreement.AGREED * entry.care().units() : tariff;
    this.rest = Math.min(charged, this.tariff);
  }

  /**
   * The answer.
   *
   * @param rights that are open on the day
   * @param none why nobody pays when nobody has to do with it
   */
  CareAnswer answer(List<String> rights, CareRules.State state, String none) {
    for (Payer payer : rules.payers()) {
      if (payer.byRight() ? rights.contains(payer.id()) : isFree(payer, state)) {
        asked = true;
        ask(payer);
      }
    }
    if (!asked) {
      return CareAnswer.refused(none, "PATIENT", charged);
    }
    return shares.isEmpty() && !lost.isEmpty()
        ? CareAnswer.refused(lost.getFirst().code(), lost.getFirst().bearer(), charged)
        : added();
  }

  private boolean isFree(Payer payer, CareRules.State state) {
    return payer.kind() == Kind.FREE_CARE
        && payer.groups().contains(entry.care().group())
        && payer.who().test(state);
  }

  private void ask(Payer payer) {
    if (!payer.groups().contains(entry.care().group())) {
      lost.add(new Cut("NOT_COVERED", "PATIENT", 0));
      return;
    }
    long of = payer.ofTheRest() ? rest : Math.min(charged, tariff);
    int percent = payer.percent(entry.care().group(), entry.care().stay());
    long would = Math.min((of * percent + 50) / 100, rest);
    boolean needs =
        payer.agreement() && entry.care().act() != null && entry.care().act().agreement();
    if (needs && isRefused(would)) {
      return;
    }
    long amount = would;
    if (payer.kind() == Kind.INSURANCE) {
      if (history.hasHadOne(entry)) {
        lost.add(new Cut("LIMIT_COUNT", "PATIENT", would));
        return;
      }
      amount = Math.min(would, history.left(entry));
      if (amount < would || history.left(entry) == 0) {
        lost.add(new Cut("LIMIT_AMOUNT", "PATIENT", would - amount));
      }
      if (history.left(entry) == 0) {
        return;
      }
    }
    excess = excess == null ? payer.excess() : excess;
    if (amount > 0) {
      waits |= needs && agreement == PriorAgreement.ASKED;
      agreed |= needs || cheaper;
      shares.put(payer.id(), amount);
      rest -= amount;
    }
  }

  /** Whether the prior agreement that a payer asks for is not there. */
  private boolean isRefused(long would) {
    if (agreement == null) {
      return lost.add(new Cut("AGREEMENT_MISSING", "PROVIDER", would));
    }
    return switch (agreement) {
      case REFUSED -> lost.add(new Cut("AGREEMENT_REFUSED", "PATIENT", would));
      case ONE_SCAN ->
          history.agreed() > 0 && lost.add(new Cut("AGREEMENT_QUANTITY", "PROVIDER", would));
      case ASKED, CHEAPER -> false;
    };
  }

  private CareAnswer added() {
    List<Cut> cuts = new ArrayList<>();
    long copay = rest;
    for (Cut one : lost) {
      long amount = Math.min(one.amount(), copay);
      if (amount > 0) {
        cuts.add(new Cut(one.code(), one.bearer(), amount));
        copay -= amount;
      }
    }
    if (charged > tariff) {
      cuts.add(new Cut(above(), excess, charged - tariff));
    }
    Status status = waits ? Status.PENDED : Status.PAID;
    return new CareAnswer(
        shares.isEmpty() && copay == 0 ? Status.REFUSED : status, copay, shares, cuts, agreed);
  }

  private String above() {
    if (cheaper) {
      return "ABOVE_AGREED";
    }
    return entry.care().medicine() == null ? "ABOVE_TARIFF" : "ABOVE_REFERENCE";
  }
}
