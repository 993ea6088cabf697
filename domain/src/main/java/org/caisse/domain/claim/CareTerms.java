package org.caisse.domain.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caisse.domain.care.Bearer;
import org.caisse.domain.care.CareLaw;
import org.caisse.domain.care.CareLimit;
import org.caisse.domain.care.CarePayer;
import org.caisse.domain.care.ClaimRule;
import org.caisse.domain.care.Coverage;
import org.caisse.domain.care.Episode;
import org.caisse.domain.care.Programme;
import org.caisse.domain.money.Rate;
import org.caisse.domain.pack.Law;

/**
 * The law of care in the numbers of a day of care.
 *
 * @param law the law itself
 * @param payers all of them in the order in which they pay, programmes among them
 * @param coverage rows with their percentages
 * @param limits those that have a number
 * @param episodes with their lengths
 * @param filingDays days from the care within which an invoice must be received; {@link #NO_LIMIT}
 *     for no limit
 */
public record CareTerms(
    CareLaw law,
    List<Payer> payers,
    List<Covered> coverage,
    List<Limited> limits,
    List<Held> episodes,
    int filingDays) {

  /** No limit. */
  public static final int NO_LIMIT = Integer.MAX_VALUE;

  private static final int THOUSAND = 1000;

  public CareTerms {
    payers = List.copyOf(payers);
    coverage = List.copyOf(coverage);
    limits = List.copyOf(limits);
    episodes = List.copyOf(episodes);
  }

  /**
   * Who pays, and how.
   *
   * @param id of payer or programme
   * @param payer null for a programme
   * @param programme null for a payer
   * @param rate percentage of a programme; null for a payer
   * @param who of a programme, in numbers
   */
  public record Payer(String id, CarePayer payer, Programme programme, Rate rate, List<Who> who) {}

  /**
   * Persons of a programme.
   *
   * @param ageFrom least age in years
   * @param ageBelow first age above
   * @param said the other conditions
   */
  public record Who(int ageFrom, int ageBelow, Programme.Who said) {

    /** Whether it asks for the age. */
    boolean asksAge() {
      return ageFrom > 0 || ageBelow < NO_LIMIT;
    }
  }

  /**
   * What a payer pays of some care.
   *
   * @param row of the law
   * @param rate percentage; null where it does not pay
   * @param patientFirstMinor what the patient bears first of each line
   */
  public record Covered(Coverage row, Rate rate, long patientFirstMinor) {}

  /**
   * A limit in numbers.
   *
   * @param limit of the law
   * @param most thousandths of lines or units, or minor units
   * @param days length of its window; 0 when it has none
   */
  public record Limited(CareLimit limit, long most, int days) {}

  /** An episode with its length in days. */
  public record Held(Episode episode, int days) {}

  /**
   * The terms of a day of care.
   *
   * @throws IllegalArgumentException when the pack has no law of care
   * @throws org.caisse.domain.pack.UnsetParameterException when a needed value is missing
   */
  public static CareTerms of(Law law, LocalDate day) {
    CareLaw care = law.pack().care();
    if (care == null) {
      throw new IllegalArgumentException(
          "pack " + law.pack().id() + " says nothing of care: its folder has no care.yaml");
    }
    return new Resolution(law, care, day).terms();
  }

  /** The row that applies to care which a payer is asked to pay. */
  Covered coverage(
      String payer, String population, String group, String status, String place, String level) {
    String named = isNamed(payer, population) ? population : Coverage.OTHERS;
    for (Covered covered : coverage) {
      if (covered.row().payer().equals(payer)
          && covered.row().applies(named, group, status, place, level)) {
        return covered;
      }
    }
    throw new IllegalArgumentException(
        "no coverage of %s for group '%s', status '%s', place '%s', level '%s'"
            .formatted(payer, group, status, place, level));
  }

  private boolean isNamed(String payer, String population) {
    for (Covered covered : coverage) {
      if (covered.row().payer().equals(payer) && covered.row().populations().contains(population)) {
        return true;
      }
    }
    return false;
  }

  /** Who bears a reduction. */
  Bearer bearer(ReductionCode code) {
    String name = code.name().toLowerCase(java.util.Locale.ROOT);
    return law.claims().bearers().stream()
        .filter(of -> of.code().equals(name))
        .map(ClaimRule.BearerOf::bearer)
        .findFirst()
        .orElse(code.usually());
  }

  private record Resolution(Law law, CareLaw care, LocalDate day) {

    CareTerms terms() {
      return new CareTerms(
          care,
          payers(),
          care.coverage().stream().map(this::covered).toList(),
          care.limits().stream().flatMap(limit -> limited(limit).stream()).toList(),
          care.episodes().stream().map(e -> new Held(e, whole(e.days()))).toList(),
          law.bound(care.claims().filing(), day).map(BigDecimal::intValueExact).orElse(NO_LIMIT));
    }

    private List<Payer> payers() {
      List<Payer> payers = new ArrayList<>(programmes(Programme.Rank.BEFORE));
      care.payers().forEach(p -> payers.add(new Payer(p.id(), p, null, null, List.of())));
      payers.addAll(programmes(Programme.Rank.AFTER));
      return payers;
    }

    private List<Payer> programmes(Programme.Rank rank) {
      return care.programmes().stream()
          .filter(programme -> programme.rank() == rank && programme.on(day))
          .map(
              p ->
                  new Payer(
                      p.id(),
                      null,
                      p,
                      Rate.percent(law.required(p.rate(), day)),
                      p.who().stream().map(this::who).toList()))
          .toList();
    }

    private Who who(Programme.Who said) {
      int below = NO_LIMIT;
      if (said.ageBelow() != null) {
        below = whole(said.ageBelow());
      } else if (said.ageAtMost() != null) {
        below = whole(said.ageAtMost()) + 1;
      }
      return new Who(said.ageFrom() == null ? 0 : whole(said.ageFrom()), below, said);
    }

    private Covered covered(Coverage row) {
      return new Covered(
          row,
          row.rate() == null ? null : Rate.percent(law.required(row.rate(), day)),
          law.bound(row.patientFirst(), day).map(law::minor).orElse(0L));
    }

    private Optional<Limited> limited(CareLimit limit) {
      int days = limit.window().parameter() == null ? 0 : whole(limit.window().parameter());
      return law.bound(limit.most(), day)
          .map(
              most ->
                  new Limited(
                      limit,
                      limit.counted() == CareLimit.Counted.AMOUNT
                          ? law.minor(most)
                          : Math.multiplyExact(most.longValueExact(), THOUSAND),
                      days));
    }

    private int whole(String parameter) {
      return law.required(parameter, day).intValueExact();
    }
  }
}
