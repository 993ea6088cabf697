package org.caisse.app.generate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caisse.domain.money.Currency;
import org.caisse.domain.pack.Amount;
import org.caisse.domain.pack.Citation;
import org.caisse.domain.pack.ContributionRule;
import org.caisse.domain.pack.DatedValue;
import org.caisse.domain.pack.DeclarationTerms;
import org.caisse.domain.pack.FundSettings;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.Mark;
import org.caisse.domain.pack.Pack;
import org.caisse.domain.pack.Parameter;
import org.caisse.domain.pack.Payer;

/** The law under which generated funds declare, written down once more, to judge them by. */
final class DemoLaw {

  private static final LocalDate START = LocalDate.of(2020, 1, 1);

  private DemoLaw() {}

  static Law law() {
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    number(parameters, "employer_rate", "2.5");
    number(parameters, "agent_rate", "2.5");
    number(parameters, "pension_rate", "2");
    number(parameters, "floor", "45000");
    number(parameters, "ceiling", "3000000");
    number(parameters, "independent", "15000");
    number(parameters, "informal", "4000");
    number(parameters, "indigent", "4000");
    number(parameters, "due_day", "10");
    number(parameters, "late", "1");
    List<ContributionRule> rules =
        List.of(
            percent(
                "salaried",
                Set.of("salaried_private", "salaried_public"),
                new Amount.Share(Payer.EMPLOYER, "employer_rate"),
                new Amount.Share(Payer.INSURED, "agent_rate")),
            percent(
                "pensioner", Set.of("pensioner"), new Amount.Share(Payer.INSURED, "pension_rate")),
            perHead("independent_formal", Payer.INSURED, "independent"),
            perHead("informal", Payer.INSURED, "informal"),
            perHead("indigent", Payer.STATE, "indigent"));
    Pack pack =
        new Pack(
            "bf-amu",
            "BF",
            "AMU",
            "AMU",
            Currency.XOF,
            START,
            Map.of(),
            parameters,
            rules,
            new DeclarationTerms("due_day", "late", "test", new Citation("test", "test")),
            "");
    return new Law(pack, new FundSettings("EXEMPLE", true, Map.of(), Map.of(), ""));
  }

  private static void number(Map<String, Parameter> parameters, String name, String value) {
    DatedValue always = new DatedValue(START, new BigDecimal(value), Mark.C, "test");
    parameters.put(name, new Parameter(name, "", false, false, null, null, "", List.of(always)));
  }

  private static ContributionRule percent(
      String id, Set<String> populations, Amount.Share... shares) {
    Amount amount = new Amount.Percent("floor", "ceiling", List.of(shares));
    return new ContributionRule(
        id, populations, START, null, amount, "test", new Citation("test", "test"));
  }

  private static ContributionRule perHead(String population, Payer payer, String parameter) {
    Amount amount = new Amount.PerHead(List.of(new Amount.Share(payer, parameter)));
    return new ContributionRule(
        population, Set.of(population), START, null, amount, "test", new Citation("test", "test"));
  }
}
