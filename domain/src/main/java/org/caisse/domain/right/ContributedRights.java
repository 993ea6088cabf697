package org.caisse.domain.right;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.caisse.domain.care.CarePayer;

/**
 * Rights that rest on contributions (SEMANTICS 16 of the design). They open after the waiting time,
 * are closed from the day after the time that is tolerated since the due day of the oldest unpaid
 * month until that one is paid or given up, and open again on that day without waiting.
 */
final class ContributedRights {

  /**
   * A right, and until when it rests on months that are there: later days are tolerated only.
   *
   * @param restsUntil first day after the last contributed month
   */
  record Resting(RightPeriod period, LocalDate restsUntil) {}

  /** Days on which a month closes the right. */
  private record Unpaid(MonthState month, Span span) {}

  private final RightTerms terms;
  private final CarePayer payer;
  private final LocalDate businessDate;

  ContributedRights(RightTerms terms, CarePayer payer, LocalDate businessDate) {
    this.terms = terms;
    this.payer = payer;
    this.businessDate = businessDate;
  }

  /**
   * The rights of an affiliation, in order; before benefits have begun, too.
   *
   * @param listed rights with the same payer for which another pays
   */
  List<Resting> of(Affiliation affiliation, List<RightPeriod> listed) {
    Optional<Opening> opening = Opening.of(affiliation, listed, terms);
    if (opening.isEmpty()) {
      return List.of();
    }
    List<Unpaid> unpaid = unpaid(affiliation);
    Span whole = whole(affiliation, opening.get());
    Days closed = Days.of(unpaid.stream().map(Unpaid::span).toList());
    List<Resting> rights = new ArrayList<>();
    for (Span span : Days.of(whole).minus(closed).spans()) {
      RightPeriod period = period(affiliation, opening.get(), unpaid, whole, span);
      for (RightPeriod part : byPopulation(affiliation, period)) {
        rights.add(new Resting(part, affiliation.contributedUntil()));
      }
    }
    return rights;
  }

  private Span whole(Affiliation affiliation, Opening opening) {
    MonthState first = affiliation.on(opening.on());
    LocalDate lasts =
        terms
            .length(first.rule().lasts(), opening.on())
            .map(length -> (LocalDate) length.addTo(opening.on()))
            .orElse(Span.FOREVER);
    return new Span(opening.on(), affiliation.closes()).and(new Span(opening.on(), lasts));
  }

  private List<Unpaid> unpaid(Affiliation affiliation) {
    List<Unpaid> unpaid = new ArrayList<>();
    for (MonthState month : affiliation.months().values()) {
      LocalDate from = month.suspends(terms);
      if (from != null && !from.isAfter(businessDate)) {
        Span span = Span.of(from, month.settledOn());
        if (!span.isEmpty()) {
          unpaid.add(new Unpaid(month, span));
        }
      }
    }
    return unpaid;
  }

  private RightPeriod period(
      Affiliation affiliation, Opening opening, List<Unpaid> unpaid, Span whole, Span span) {
    MonthState state = affiliation.on(span.from());
    RightPeriod open =
        new RightPeriod(
            payer.id(),
            span.from(),
            null,
            state.population(),
            state.rule().id(),
            opening.why(),
            opening.arguments(),
            null,
            "");
    if (!span.from().equals(whole.from())) {
      MonthState paid =
          unpaid.stream()
              .filter(one -> one.span().to().equals(span.from()))
              .map(Unpaid::month)
              .max(Comparator.comparing(MonthState::month))
              .orElseThrow();
      open =
          open.since(
              span.from(),
              RightReason.REOPENED,
              Opening.word(paid.month()) + ";" + Opening.word(paid.settledOn()));
    }
    if (span.to().equals(Span.FOREVER)) {
      return open;
    }
    return span.to().equals(whole.to())
        ? closed(affiliation, open, whole)
        : suspended(unpaid, open, span);
  }

  private static RightPeriod closed(Affiliation affiliation, RightPeriod open, Span whole) {
    return whole.to().equals(affiliation.closes())
        ? open.until(
            whole.to(),
            RightReason.NOT_CONTRIBUTED,
            Opening.word(affiliation.missing()) + ";" + Opening.word(affiliation.missingDue()))
        : open.until(whole.to(), RightReason.EXPIRED, open.population());
  }

  private static RightPeriod suspended(List<Unpaid> unpaid, RightPeriod open, Span span) {
    MonthState oldest =
        unpaid.stream()
            .filter(one -> one.span().from().equals(span.to()))
            .map(Unpaid::month)
            .min(Comparator.comparing(MonthState::month))
            .orElseThrow();
    return open.until(
        span.to(),
        RightReason.UNPAID,
        Opening.word(oldest.month()) + ";" + Opening.word(oldest.due()));
  }

  /** The right in parts of one population and rule each. */
  private static List<RightPeriod> byPopulation(Affiliation affiliation, RightPeriod period) {
    List<RightPeriod> parts = new ArrayList<>();
    RightPeriod rest = period;
    for (MonthState month : affiliation.months().values()) {
      LocalDate at = month.month();
      boolean within = at.isAfter(rest.from()) && at.isBefore(rest.span().to());
      if (within && !month.population().equals(rest.population())) {
        parts.add(rest.until(at, RightReason.POPULATION, month.population()));
        rest =
            new RightPeriod(
                rest.payer(),
                at,
                rest.to(),
                month.population(),
                month.rule().id(),
                RightReason.POPULATION,
                month.population(),
                rest.endWhy(),
                rest.endArguments());
      }
    }
    parts.add(rest);
    return parts;
  }
}
