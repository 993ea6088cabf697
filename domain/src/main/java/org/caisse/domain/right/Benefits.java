package org.caisse.domain.right;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts rights by the day from which benefits are given to a population in the region of the person.
 * Nothing is given where the law of care fixes no day yet.
 */
final class Benefits {

  private final RightTerms terms;
  private final List<HeldStatus> regions;

  Benefits(RightTerms terms, List<HeldStatus> statuses) {
    this.terms = terms;
    this.regions =
        statuses.stream().filter(status -> status.kind().equals(HeldStatus.REGION)).toList();
  }

  /** What is left of a right. */
  List<RightPeriod> of(RightPeriod right) {
    List<Span> given = new ArrayList<>();
    Days elsewhere = Days.NONE;
    for (HeldStatus region : regions) {
      Days here = Days.of(region.span()).minus(elsewhere);
      given.addAll(since(here, right.population(), region.detail()).spans());
      elsewhere = elsewhere.or(here);
    }
    Days nowhere = Days.of(new Span(LocalDate.MIN, Span.FOREVER)).minus(elsewhere);
    given.addAll(since(nowhere, right.population(), "").spans());
    return Cut.keep(
        right,
        Days.of(given),
        from -> new Cut.Why(RightReason.BENEFITS_BEGIN, Opening.word(from)),
        to -> new Cut.Why(RightReason.LEFT, ""));
  }

  /**
   * Whether benefits have begun for a population by the end of a month, where the person is then.
   */
  boolean begun(String population, LocalDate month) {
    LocalDate last = month.plusMonths(1).minusDays(1);
    String region =
        regions.stream()
            .filter(status -> !status.from().isAfter(last) && last.isBefore(status.span().to()))
            .map(HeldStatus::detail)
            .findFirst()
            .orElse("");
    return terms.benefitsFrom(population, region).filter(day -> !day.isAfter(last)).isPresent();
  }

  private Days since(Days days, String population, String region) {
    return terms
        .benefitsFrom(population, region)
        .map(start -> days.and(Days.of(new Span(start, Span.FOREVER))))
        .orElse(Days.NONE);
  }
}
