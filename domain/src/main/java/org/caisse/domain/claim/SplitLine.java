package org.caisse.domain.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caisse.domain.care.Bearer;
import org.caisse.domain.care.PaysOn;
import org.caisse.domain.claim.LineDecision.Share;

/**
 * Splits what a line charges over the payers, in the country's order (SEMANTICS 15, 18 and 19 of
 * the design). Each pays its percentage of what it pays on, at most what remains and what its
 * limits leave; what it refuses passes to the next, unless the law blocks that. What is left of the
 * tariff is first what was refused and nobody took over, then the patient's co-payment; what is
 * above the tariff is borne by whom the first payer says.
 */
final class SplitLine {

  private final LineCase line;
  private final Optional<FindAgreement.Found> agreement;
  private final Refusal noAgreement;
  private final Priced priced;
  private final Consuming consuming;

  private final List<Share> shares = new ArrayList<>();
  private final List<Loss> losses = new ArrayList<>();
  private Loss refused;
  private boolean asked;
  private long remainingMinor;
  private long aboveMinor;
  private Bearer bearsAbove;
  private boolean undecided;
  private boolean agreementUsed;

  /** What a payer would have paid and does not. */
  private record Loss(Refusal why, String payer, long amountMinor) {}

  private SplitLine(LineCase line, List<Agreement> agreements) {
    this.line = line;
    this.agreement = FindAgreement.of(line, agreements);
    this.noAgreement = FindAgreement.missing(line, agreements);
    this.priced = Priced.of(line, agreement);
    this.consuming = new Consuming(line);
    this.remainingMinor = priced.allowedMinor();
    this.aboveMinor = line.line().chargedMinor() - remainingMinor;
  }

  /** What is decided of a line that no rule refuses as a whole. */
  static LineDecision decide(LineCase line, List<Agreement> agreements) {
    return new SplitLine(line, agreements).run();
  }

  private LineDecision run() {
    for (CareTerms.Payer payer : line.terms().payers()) {
      Optional<AskPayer.Answer> answer = AskPayer.of(line, payer);
      if (answer.isPresent()) {
        asked = true;
        boolean pays = pays(answer.get());
        if (!pays && answer.get().offer().blocks()) {
          break;
        }
      }
    }
    if (!asked) {
      return wholly(HasRight.none(line), "");
    }
    return shares.isEmpty() && refused != null ? wholly(refused.why(), refused.payer()) : split();
  }

  /** Whether a payer pays, or would if anything remained. */
  private boolean pays(AskPayer.Answer answer) {
    Offer offer = answer.offer();
    String payer = offer.payer().id();
    if (answer.refusal() != null) {
      return refuse(answer.refusal(), payer, 0);
    }
    long wholeMilli = line.line().quantityMilli();
    long wouldMinor = share(offer, wholeMilli);
    FindAgreement.Agreed agreed = FindAgreement.agreed(line, agreement, noAgreement, payer);
    if (agreed.quantityMilli() <= 0) {
      return refuse(agreed.why(), payer, wouldMinor);
    }
    ApplyLimits.Left left = left(payer, agreed.quantityMilli());
    if (left.nothing()) {
      return refuse(left.why(), payer, wouldMinor);
    }
    cut(agreed.why(), offer, wholeMilli, agreed.quantityMilli());
    cut(left.quantity(), offer, agreed.quantityMilli(), left.quantityMilli());
    long couldMinor = share(offer, left.quantityMilli());
    long amountMinor = Math.min(couldMinor, left.amountMinor());
    if (amountMinor < couldMinor) {
      losses.add(new Loss(left.amount(), payer, couldMinor - amountMinor));
    }
    if (amountMinor > 0) {
      undecided |= agreed.undecided();
      agreementUsed |= agreed.needed() || priced.agreedMinor() != CareLine.UNSAID;
    }
    pay(offer, amountMinor, left.quantityMilli());
    return true;
  }

  /** What limits leave; an agreement that lifts one is used only where it makes a difference. */
  private ApplyLimits.Left left(String payer, long askedMilli) {
    ApplyLimits.Left left = ApplyLimits.of(line, payer, askedMilli, false, consuming.ofLimits());
    boolean lifts = agreement.filter(found -> found.granted() && found.leftMilli() > 0).isPresent();
    if (!lifts || (left.quantity() == null && left.amount() == null)) {
      return left;
    }
    ApplyLimits.Left lifted = ApplyLimits.of(line, payer, askedMilli, true, consuming.ofLimits());
    agreementUsed |= !lifted.equals(left);
    return lifted;
  }

  private boolean refuse(Refusal why, String payer, long wouldMinor) {
    Loss loss = new Loss(why, payer, wouldMinor);
    losses.add(loss);
    refused = refused == null ? loss : refused;
    return false;
  }

  /**
   * Units that are not paid: of the first payers the whole of their price is lost, of one that pays
   * on what remains its part.
   */
  private void cut(Refusal why, Offer offer, long fromMilli, long toMilli) {
    if (toMilli < fromMilli) {
      long lostMinor =
          offer.paysOn() == PaysOn.REMAINING
              ? share(offer, fromMilli) - share(offer, toMilli)
              : priced.allowedMinor(fromMilli) - priced.allowedMinor(toMilli);
      losses.add(new Loss(why, offer.payer().id(), lostMinor));
    }
  }

  /** What a payer pays for some of the units, before its limits: at most what remains. */
  private long share(Offer offer, long quantityMilli) {
    long base =
        switch (offer.paysOn()) {
          case TARIFF -> priced.allowedMinor(quantityMilli);
          case REMAINING -> PriceLine.part(remainingMinor, quantityMilli, line.line());
          case CHARGED -> PriceLine.charged(line.line(), quantityMilli);
        };
    long ofMinor = Math.max(0, base - offer.patientFirstMinor());
    return Math.min(offer.rate().of(ofMinor), remainingMinor + above(offer));
  }

  /** What a payer may pay above the tariff. */
  private long above(Offer offer) {
    Bearer bearer = bearsAbove == null ? offer.excess() : bearsAbove;
    return offer.paysOn() == PaysOn.CHARGED && bearer == Bearer.PATIENT ? aboveMinor : 0;
  }

  private void pay(Offer offer, long amountMinor, long quantityMilli) {
    bearsAbove = bearsAbove == null ? offer.excess() : bearsAbove;
    if (amountMinor == 0) {
      return;
    }
    long ofTariff = Math.min(amountMinor, remainingMinor);
    remainingMinor -= ofTariff;
    aboveMinor -= amountMinor - ofTariff;
    shares.add(new Share(offer.payer().id(), amountMinor, offer.rule()));
    consuming.pays(offer.payer().id(), quantityMilli, amountMinor);
  }

  /** The decision when payers pay, or the law leaves all of it to the patient. */
  private LineDecision split() {
    List<Reduction> reductions = new ArrayList<>();
    long residueMinor = remainingMinor;
    for (Loss loss : losses) {
      long amountMinor = Math.min(loss.amountMinor(), residueMinor);
      if (amountMinor > 0) {
        reductions.add(reduction(loss.why(), loss.payer(), amountMinor));
        residueMinor -= amountMinor;
      }
    }
    if (aboveMinor > 0) {
      Refusal above = priced.above();
      reductions.add(new Reduction(above.code(), "", aboveMinor, bearsAbove, above.arguments()));
    }
    PendReason pend = pend();
    LineStatus status = pend != null ? LineStatus.PENDED : LineStatus.PAID;
    return new LineDecision(
        line.line().lineId(),
        shares.isEmpty() && residueMinor == 0 ? LineStatus.REFUSED : status,
        shares.isEmpty() && residueMinor == 0 ? null : pend,
        line.line().chargedMinor(),
        Math.max(0, priced.tariffMinor()),
        residueMinor,
        shares,
        reductions,
        consuming.all(agreement.filter(_ -> agreementUsed).map(FindAgreement.Found::agreement)));
  }

  private PendReason pend() {
    if (undecided) {
      return PendReason.AGREEMENT_UNDECIDED;
    }
    if (priced.missing()) {
      return PendReason.TARIFF_MISSING;
    }
    return FitsPerson.ageUnknown(line) || AskPayer.ageUnknown(line)
        ? PendReason.BIRTH_UNKNOWN
        : null;
  }

  private LineDecision wholly(Refusal why, String payer) {
    return refusal(line, why, payer, Math.max(0, priced.tariffMinor()));
  }

  /** The decision when nobody pays anything. */
  static LineDecision refusal(LineCase line, Refusal why, String payer, long tariffMinor) {
    long chargedMinor = line.line().chargedMinor();
    return new LineDecision(
        line.line().lineId(),
        LineStatus.REFUSED,
        null,
        chargedMinor,
        tariffMinor,
        0,
        List.of(),
        List.of(
            new Reduction(
                why.code(), payer, chargedMinor, line.terms().bearer(why.code()), why.arguments())),
        List.of());
  }

  private Reduction reduction(Refusal why, String payer, long amountMinor) {
    return new Reduction(
        why.code(), payer, amountMinor, line.terms().bearer(why.code()), why.arguments());
  }
}
