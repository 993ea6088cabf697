package org.caisse.domain.contribution;

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
import org.caisse.domain.pack.Population;

/** A law for tests: 2.5 % and 2.5 % of pay, due on the 10th, 1 % a month late. */
final class Laws {

  static final LocalDate START = LocalDate.of(2024, 4, 1);

  private Laws() {}

  static Law salaried() {
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    parameter(parameters, "rate", "2.5");
    parameter(parameters, "due", "10");
    parameter(parameters, "late", "1");
    Citation citation = new Citation("texte", "text");
    ContributionRule rule =
        new ContributionRule(
            "salaried",
            Set.of("salaried"),
            START,
            null,
            new Amount.Percent(
                null,
                null,
                List.of(
                    new Amount.Share(Payer.EMPLOYER, "rate"),
                    new Amount.Share(Payer.INSURED, "rate"))),
            "test",
            citation);
    Pack pack =
        new Pack(
            "test",
            "BF",
            "test",
            "test",
            Currency.XOF,
            START,
            Map.of(
                "salaried",
                new Population("salaried", Population.Basis.DECLARED, "salariés", "salaried")),
            parameters,
            List.of(rule),
            new DeclarationTerms("due", "late", "test", citation),
            "0");
    return new Law(pack, new FundSettings("test", true, Map.of(), Map.of(), "0"));
  }

  private static void parameter(Map<String, Parameter> parameters, String name, String value) {
    parameters.put(
        name,
        new Parameter(
            name,
            "test",
            false,
            false,
            null,
            null,
            "",
            List.of(new DatedValue(START, new BigDecimal(value), Mark.C, "test"))));
  }
}
