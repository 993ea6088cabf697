package org.caisse.config.pack;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.caisse.config.text.yaml.YamlNode;
import org.caisse.domain.money.Currency;
import org.caisse.domain.pack.Amount;
import org.caisse.domain.pack.FundSettings;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.Pack;
import org.caisse.domain.pack.Parameter;
import org.caisse.domain.pack.Payer;
import org.caisse.domain.pack.Population;

/** What must fit between the parts of a pack that were each read without error. */
final class PackChecks {

  private final Currency currency;
  private final Map<String, YamlNode> places;
  private final Map<String, Parameter> parameters;

  /**
   * @param currency of the pack
   * @param places where each parameter stands, also those that could not be read
   * @param parameters those that could be read
   */
  PackChecks(Currency currency, Map<String, YamlNode> places, Map<String, Parameter> parameters) {
    this.currency = currency;
    this.places = places;
    this.parameters = parameters;
  }

  /** Every parameter that is used exists, in the unit and from the day that the use needs. */
  void references(List<Reference> references) {
    for (Reference reference : references) {
      Parameter parameter = parameters.get(reference.parameter());
      if (parameter != null) {
        reference(reference, parameter);
      } else if (!places.containsKey(reference.parameter())) {
        reference
            .place()
            .error(
                "'%s' refers to $%s, which is not under 'parameters'"
                    .formatted(reference.place().path(), reference.parameter()),
                "add it there, or write one of: $" + String.join(", $", places.keySet()));
      }
    }
  }

  private void reference(Reference reference, Parameter parameter) {
    String use = "'%s' uses $%s".formatted(reference.place().path(), parameter.name());
    String needed = reference.unit().text(currency);
    if (!parameter.unit().equals(needed)) {
      reference
          .place()
          .error(
              "%s, whose unit is %s; here it must be %s".formatted(use, parameter.unit(), needed),
              "refer to another parameter, or correct the unit of this one");
    } else if (parameter.setByFund() && parameter.optional() && !reference.mayBeNone()) {
      reference
          .place()
          .error(
              use + ", which the fund may set to none, but a number is needed here",
              "remove 'optional: true' from the parameter");
    } else if (!parameter.setByFund()
        && parameter.values().getFirst().from().isAfter(reference.from())) {
      reference
          .place()
          .error(
              "%s from %s on, but its first value is in force from %s"
                  .formatted(use, reference.from(), parameter.values().getFirst().from()),
              "add the value that was in force before, or let the rule start later");
    }
  }

  /** Parameters that no rule uses: probably a slip of the pen. */
  void unused(List<Reference> references) {
    Set<String> used =
        references.stream()
            .map(Reference::parameter)
            .collect(Collectors.toCollection(HashSet::new));
    places.forEach(
        (name, place) -> {
          if (!used.contains(name)) {
            place.warning(
                "no rule uses parameter '" + name + "'", "remove it, or refer to it as $" + name);
          }
        });
  }

  /** Rules name populations that exist, and let pay only those who can. */
  void rules(List<LocatedRule> rules, Map<String, Population> populations) {
    for (LocatedRule located : rules) {
      for (String id : located.rule().populations()) {
        Population population = populations.get(id);
        if (population == null) {
          located
              .place()
              .error(
                  "rule '%s' is for '%s', which is not under 'populations'"
                      .formatted(located.rule().id(), id),
                  "write one of: " + String.join(", ", populations.keySet()));
        } else {
          basis(located, population);
        }
      }
    }
  }

  private static void basis(LocatedRule located, Population population) {
    Set<Payer> possible =
        switch (population.basis()) {
          case DECLARED -> Set.of(Payer.EMPLOYER, Payer.INSURED, Payer.STATE);
          case ENROLLED -> Set.of(Payer.INSURED, Payer.STATE);
          case STATE_FUNDED -> Set.of(Payer.STATE);
        };
    String basis = population.basis().name().toLowerCase(Locale.ROOT);
    String who = "rule '%s' is for %s (%s)".formatted(located.rule().id(), population.id(), basis);
    for (Payer one : located.rule().amount().payers()) {
      if (!possible.contains(one)) {
        String payer = one.name().toLowerCase(Locale.ROOT);
        located
            .place()
            .error(
                who + ", for whom no " + payer + " pays",
                "give the share to another payer, or correct the population's basis");
      }
    }
    if (located.rule().amount() instanceof Amount.Percent
        && population.basis() != Population.Basis.DECLARED) {
      located
          .place()
          .error(
              who + ", but nobody declares a pay to take a percentage of",
              "write 'amount: per_head', or correct the population's basis");
    }
  }

  /** A floor never exceeds its ceiling where the law sets both. */
  void floorsUnderCeilings(Pack pack, List<LocatedRule> rules) {
    FundSettings none = new FundSettings("", false, Map.of(), Map.of(), "");
    for (LocatedRule located : rules) {
      FloorAndCeiling.objection(new Law(pack, none), located.rule())
          .ifPresent(
              objection -> located.place().error(objection, "correct one of the two values"));
    }
  }
}
