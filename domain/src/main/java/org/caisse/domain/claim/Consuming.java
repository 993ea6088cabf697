package org.caisse.domain.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers what a line takes of limits, of its prior agreement and of episodes. */
final class Consuming {

  private static final long ONE = 1000;

  private final LineCase line;
  private final Map<String, Consumption> limits = new LinkedHashMap<>();
  private long quantityMilli;

  Consuming(LineCase line) {
    this.line = line;
  }

  /** A payer pays: its limits are consumed. */
  void pays(String payer, long paidMilli, long amountMinor) {
    quantityMilli = Math.max(quantityMilli, paidMilli);
    for (CareTerms.Limited limited : ApplyLimits.concerned(line, payer)) {
      long units =
          switch (limited.limit().counted()) {
            case COUNT -> ApplyLimits.acts(paidMilli);
            case QUANTITY, AMOUNT -> paidMilli;
          };
      limits.merge(
          limited.limit().id(),
          consumption(
              limited.limit().id(), ApplyLimits.key(limited.limit(), line), units, amountMinor),
          Consuming::together);
    }
  }

  /** What payers so far take of limits. */
  List<Consumption> ofLimits() {
    return List.copyOf(limits.values());
  }

  /** All that is taken. */
  List<Consumption> all(Optional<Agreement> agreement) {
    List<Consumption> all = new ArrayList<>(limits.values());
    if (quantityMilli == 0) {
      return all;
    }
    agreement.ifPresent(
        a -> all.add(consumption(a.agreementNo(), FindAgreement.key(a), quantityMilli, 0)));
    line.terms().episodes().stream()
        .map(CareTerms.Held::episode)
        .filter(episode -> IsNotInEpisode.opens(episode, line))
        .forEach(
            episode ->
                all.add(consumption(episode.id(), IsNotInEpisode.key(episode, line), ONE, 0)));
    return all;
  }

  private Consumption consumption(String limit, String key, long units, long amountMinor) {
    return new Consumption(limit, key, line.line().careOn(), units, amountMinor);
  }

  /** Of payers with a common limit the units count once, the amounts together. */
  private static Consumption together(Consumption one, Consumption other) {
    return new Consumption(
        one.limit(),
        one.key(),
        one.on(),
        Math.max(one.quantityMilli(), other.quantityMilli()),
        one.amountMinor() + other.amountMinor());
  }
}
