package org.caisse.domain.contribution;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caisse.domain.money.Currency;
import org.caisse.domain.pack.Amount;
import org.caisse.domain.pack.Circumstances;
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
import org.caisse.domain.pack.Population;
import org.caisse.domain.pack.Quantity;

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
                Amount.Base.gross(null, null),
                List.of(
                    Amount.Share.of(Payer.EMPLOYER, "rate"),
                    Amount.Share.of(Payer.INSURED, "rate")),
                null,
                Owing.BY_MONTH),
            List.of(),
            "test",
            citation);
    Pack pack =
        new Pack(
            "test",
            "BF",
            "test",
            "test",
            Currency.XOF,
            null,
            START,
            Map.of(
                "salaried",
                new Population(
                    "salaried",
                    Population.Basis.DECLARED,
                    "salariés",
                    "salaried",
                    Circumstances.NONE,
                    List.of())),
            parameters,
            Map.of(),
            List.of(rule),
            List.of(
                new DeclarationRule(
                    Set.of("salaried"),
                    START,
                    null,
                    null,
                    List.of(new DeclarationRule.Due(null, Periodicity.MONTH, "due")),
                    false,
                    "late",
                    null,
                    "test",
                    citation)),
            List.of(),
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
            List.of(new DatedValue(START, Quantity.of(new BigDecimal(value)), Mark.C, "test"))));
  }
}
