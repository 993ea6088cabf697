package org.caisse.app.generate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caisse.domain.money.Currency;
import org.caisse.domain.pack.AbovePay;
import org.caisse.domain.pack.Amount;
import org.caisse.domain.pack.Citation;
import org.caisse.domain.pack.ContributionRule;
import org.caisse.domain.pack.DatedValue;
import org.caisse.domain.pack.DeclarationRule;
import org.caisse.domain.pack.FundSettings;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.Mark;
import org.caisse.domain.pack.Owing;
import org.caisse.domain.pack.Pack;
import org.caisse.domain.pack.Parameter;
import org.caisse.domain.pack.Payer;
import org.caisse.domain.pack.Periodicity;
import org.caisse.domain.pack.Quantity;
import org.caisse.domain.pack.Span;

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
                Amount.Share.of(Payer.EMPLOYER, "employer_rate"),
                Amount.Share.of(Payer.INSURED, "agent_rate")),
            percent(
                "pensioner", Set.of("pensioner"), Amount.Share.of(Payer.INSURED, "pension_rate")),
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
            null,
            START,
            Map.of(),
            parameters,
            Map.of(),
            rules,
            List.of(
                new DeclarationRule(
                    Set.of("salaried_private", "salaried_public", "pensioner"),
                    START,
                    null,
                    null,
                    List.of(new DeclarationRule.Due(null, Periodicity.MONTH, "due_day")),
                    false,
                    "late",
                    null,
                    "test",
                    new Citation("test", "test"))),
            List.of(),
            "");
    return new Law(pack, new FundSettings("EXEMPLE", true, Map.of(), Map.of(), ""));
  }

  private static void number(Map<String, Parameter> parameters, String name, String value) {
    DatedValue always = new DatedValue(START, Quantity.of(new BigDecimal(value)), Mark.C, "test");
    parameters.put(name, new Parameter(name, "", false, false, null, null, "", List.of(always)));
  }

  private static ContributionRule percent(
      String id, Set<String> populations, Amount.Share... shares) {
    Amount amount =
        new Amount.Percent(
            Amount.Base.gross("floor", "ceiling"), List.of(shares), null, Owing.BY_MONTH);
    return rule(id, populations, amount);
  }

  private static ContributionRule perHead(String population, Payer payer, String parameter) {
    Amount amount =
        new Amount.PerHead(
            List.of(Amount.Share.of(payer, parameter)),
            Span.MONTH,
            Owing.BY_MONTH,
            null,
            AbovePay.OWED);
    return rule(population, Set.of(population), amount);
  }

  private static ContributionRule rule(String id, Set<String> populations, Amount amount) {
    return new ContributionRule(
        id, populations, START, null, amount, List.of(), "test", new Citation("test", "test"));
  }
}
