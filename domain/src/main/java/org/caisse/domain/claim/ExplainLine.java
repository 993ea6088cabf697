package org.caisse.domain.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caisse.domain.care.CareLimit.Counted;

/**
 * Explains the decision on a line from what an adjudication archived of its household, with the
 * same rules that decided it.
 */
public final class ExplainLine {

  private final HouseholdRow row;
  private final LineCase line;
  private final LineDecision decision;
  private final Map<Long, CareLine> lines;

  private ExplainLine(HouseholdRow row, long lineId, CareBook book) {
    this.row = row;
    this.lines =
        Stream.concat(row.lines().stream(), row.reduced().stream().map(ReducedLine::line))
            .collect(Collectors.toMap(CareLine::lineId, Function.identity()));
    CareLine said = lines.get(lineId);
    Beneficiary person =
        row.members().stream()
            .filter(member -> member.personNo().equals(said.personNo()))
            .findFirst()
            .orElseThrow();
    this.line = new LineCase(row.householdNo(), person, said, book.on(said.careOn()), new Used());
    this.decision =
        row.decisions().stream().filter(d -> d.lineId() == lineId).findFirst().orElseThrow();
  }

  /**
   * The explanation; empty when the household had no such line.
   *
   * @param book of the law that decided
   */
  public static Optional<LineExplanation> of(HouseholdRow row, long lineId, CareBook book) {
    return row.decisions().stream().anyMatch(decision -> decision.lineId() == lineId)
        ? Optional.of(new ExplainLine(row, lineId, book).explain())
        : Optional.empty();
  }

  private LineExplanation explain() {
    boolean known = line.line().act() != null;
    return new LineExplanation(
        line.line(),
        line.person(),
        decision,
        line.person().rights().stream().filter(r -> r.on(line.line().careOn())).toList(),
        line.person().statuses().stream().filter(s -> s.on(line.line().careOn())).toList(),
        line.group(),
        line.status(),
        line.place(),
        price(),
        known ? payers() : List.of(),
        known ? limits() : List.of());
  }

  private LineExplanation.Price price() {
    PricedAct act = line.line().act();
    if (act == null) {
      return LineExplanation.Price.UNKNOWN_ACT;
    }
    boolean agreed =
        FindAgreement.of(line, row.agreements())
            .filter(FindAgreement.Found::granted)
            .filter(found -> found.agreement().unitMinor() != CareLine.UNSAID)
            .isPresent();
    if (agreed) {
      return LineExplanation.Price.AGREED;
    }
    if (!act.letter().isEmpty()) {
      return act.unitMinor() == CareLine.UNSAID
          ? LineExplanation.Price.MISSING
          : LineExplanation.Price.LETTER;
    }
    if (act.flatMinor() != CareLine.UNSAID) {
      return LineExplanation.Price.FLAT;
    }
    if (act.medicine()) {
      return ofMedicine(act);
    }
    if (act.relativeMilli() > 0) {
      return LineExplanation.Price.RELATIVE;
    }
    return act.unitMinor() == CareLine.UNSAID
        ? LineExplanation.Price.MISSING
        : LineExplanation.Price.ACT;
  }

  private LineExplanation.Price ofMedicine(PricedAct act) {
    boolean generic =
        line.terms().law().claims().substitution()
            && act.genericMinor() != CareLine.UNSAID
            && (act.referenceMinor() == CareLine.UNSAID
                || act.genericMinor() < act.referenceMinor());
    if (generic) {
      return LineExplanation.Price.GENERIC;
    }
    return act.referenceMinor() == CareLine.UNSAID
        ? LineExplanation.Price.CHARGED
        : LineExplanation.Price.REFERENCE;
  }

  private List<LineExplanation.Asked> payers() {
    List<LineExplanation.Asked> asked = new ArrayList<>();
    for (CareTerms.Payer payer : line.terms().payers()) {
      AskPayer.of(line, payer).ifPresent(answer -> asked.add(asked(payer, answer)));
    }
    return asked;
  }

  private LineExplanation.Asked asked(CareTerms.Payer payer, AskPayer.Answer answer) {
    Offer offer = answer.offer();
    boolean covers = answer.refusal() == null && offer.rate() != null;
    String source = payer.programme() == null ? coverage(payer.id()) : payer.programme().source();
    return new LineExplanation.Asked(
        payer.id(),
        covers ? offer.rate().toPercent() : null,
        covers ? offer.rule() : null,
        offer.paysOn(),
        source,
        decision.shares().stream()
            .filter(share -> share.payer().equals(payer.id()))
            .mapToLong(LineDecision.Share::amountMinor)
            .sum());
  }

  /** Where the coverage of a payer with whom a right is open was read. */
  private String coverage(String payer) {
    String population =
        line.person().rights().stream()
            .filter(right -> right.payer().equals(payer) && right.on(line.line().careOn()))
            .findFirst()
            .orElseThrow()
            .population();
    return line.terms()
        .coverage(
            payer,
            population,
            line.group(),
            line.status(),
            line.place(),
            line.line().provider().level())
        .row()
        .source();
  }

  private List<LineExplanation.Limit> limits() {
    List<LineExplanation.Limit> limits = new ArrayList<>();
    for (CareTerms.Limited limited : line.terms().limits()) {
      if (limited.limit().covers().holds(line.group(), line.act())) {
        limits.add(limit(limited));
      }
    }
    return limits;
  }

  private LineExplanation.Limit limit(CareTerms.Limited limited) {
    String id = limited.limit().id();
    String key = ApplyLimits.key(limited.limit(), line);
    boolean ofAmount = limited.limit().counted() == Counted.AMOUNT;
    List<LineExplanation.Taken> taken = new ArrayList<>();
    for (FirmLine firm : row.firm()) {
      of(firm.consumed(), id, key)
          .forEach(c -> taken.add(taken(c, firm.providerNo(), firm.invoiceNo(), true)));
    }
    for (LineDecision before : row.decisions()) {
      if (before.lineId() == decision.lineId()) {
        break;
      }
      CareLine other = lines.get(before.lineId());
      of(before.consumed(), id, key)
          .forEach(
              c ->
                  taken.add(
                      taken(c, other.provider().providerNo(), other.invoice().invoiceNo(), false)));
    }
    return new LineExplanation.Limit(
        id,
        limited.most(),
        ofAmount,
        limited.limit().source(),
        taken,
        of(decision.consumed(), id, key)
            .mapToLong(c -> ofAmount ? c.amountMinor() : c.quantityMilli())
            .sum());
  }

  private static Stream<Consumption> of(List<Consumption> all, String limit, String key) {
    return all.stream().filter(c -> c.limit().equals(limit) && c.key().equals(key));
  }

  private static LineExplanation.Taken taken(
      Consumption consumption, String provider, String invoice, boolean firm) {
    return new LineExplanation.Taken(
        consumption.on(),
        provider,
        invoice,
        firm,
        consumption.quantityMilli(),
        consumption.amountMinor());
  }
}
