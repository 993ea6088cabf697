package org.caisse.domain.right;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caisse.domain.care.Bearer;
import org.caisse.domain.care.BenefitStart;
import org.caisse.domain.care.CareLaw;
import org.caisse.domain.care.CarePayer;
import org.caisse.domain.care.CareScope;
import org.caisse.domain.care.ClaimRule;
import org.caisse.domain.care.Delay;
import org.caisse.domain.care.DependantRules;
import org.caisse.domain.care.DependantRules.Relation;
import org.caisse.domain.care.OnRefusal;
import org.caisse.domain.care.PaysOn;
import org.caisse.domain.care.RightRule;
import org.caisse.domain.money.Currency;
import org.caisse.domain.pack.DatedValue;
import org.caisse.domain.pack.FundSettings;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.Mark;
import org.caisse.domain.pack.Pack;
import org.caisse.domain.pack.Parameter;
import org.caisse.domain.pack.Quantity;

/**
 * A law of rights for tests: workers wait 3 months of paid contributions and are suspended after 90
 * days; clerks wait 2 assessed months; the poor are listed; assistance lasts 36 months. Children
 * are insured below 14, below 21 as students, at most two of them; ascendants when nobody else
 * covers them; survivors for 12 months.
 */
final class RightsLaw {

  private static final LocalDate START = LocalDate.of(2020, 1, 1);

  private final Map<String, Parameter> parameters = new LinkedHashMap<>();
  private final List<BenefitStart> benefits = new ArrayList<>();
  private DependantRules.Attachment attachment = DependantRules.Attachment.FIRST_DECLARER;

  private RightsLaw() {
    number("three", "3");
    number("two", "2");
    number("tolerated", "90");
    number("year", "12");
    number("assistance", "36");
    number("child", "14");
    number("student", "21");
    benefits.add(new BenefitStart(List.of("worker", "clerk", "poor"), List.of(), START, ""));
  }

  static RightTerms terms() {
    return new RightTerms(new RightsLaw().law());
  }

  /** One in which workers get benefits from a day on, and in the capital only. */
  static RightTerms inTheCapital(LocalDate day) {
    RightsLaw law = new RightsLaw();
    law.benefits.clear();
    law.benefits.add(new BenefitStart(List.of("worker"), List.of("CAPITAL"), day, ""));
    law.benefits.add(new BenefitStart(List.of("worker"), List.of(), null, ""));
    return new RightTerms(law.law());
  }

  static RightTerms olderParent() {
    RightsLaw law = new RightsLaw();
    law.attachment = DependantRules.Attachment.OLDER_PARENT;
    return new RightTerms(law.law());
  }

  private void number(String name, String value) {
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

  private static Delay months(String parameter) {
    return new Delay(parameter, Delay.Unit.MONTHS);
  }

  private static RightRule contributive(
      String id, RightRule.Basis basis, String population, Delay waiting) {
    return new RightRule(
        id,
        "base",
        List.of(population),
        basis,
        null,
        waiting,
        new Delay("tolerated", Delay.Unit.DAYS),
        months("year"),
        null,
        true,
        "");
  }

  private Law law() {
    CareLaw care =
        new CareLaw(
            START,
            List.of(),
            benefits,
            List.of(
                contributive("workers", RightRule.Basis.PAID, "worker", months("three")),
                contributive("clerks", RightRule.Basis.ASSESSED, "clerk", months("two")),
                new RightRule(
                    "poor",
                    "base",
                    List.of("poor"),
                    RightRule.Basis.MEMBERSHIP,
                    null,
                    null,
                    null,
                    null,
                    null,
                    true,
                    ""),
                new RightRule(
                    "assisted",
                    "assistance",
                    List.of(),
                    RightRule.Basis.STATUS,
                    "assistance",
                    null,
                    null,
                    null,
                    months("assistance"),
                    true,
                    "")),
            new DependantRules(
                attachment,
                List.of(
                    new DependantRules.Kind(Relation.SPOUSE, null, null, null, false, false),
                    new DependantRules.Kind(Relation.CHILD, "two", "child", "student", true, false),
                    new DependantRules.Kind(Relation.ASCENDANT, null, null, null, false, true)),
                ""),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(
                payer("base", CarePayer.Kind.INSURANCE),
                payer("assistance", CarePayer.Kind.ASSISTANCE)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new ClaimRule(
                null,
                CareScope.NONE,
                List.of(),
                CareScope.NONE,
                CareScope.NONE,
                false,
                false,
                List.of(),
                List.of(),
                ""));
    Pack pack =
        new Pack(
            "test",
            "BF",
            "",
            "",
            Currency.XOF,
            null,
            START,
            Map.of(),
            parameters,
            Map.of(),
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            care,
            "");
    return new Law(pack, new FundSettings("test", true, Map.of(), Map.of(), "0"));
  }

  private static CarePayer payer(String id, CarePayer.Kind kind) {
    return new CarePayer(
        id, "", "", kind, PaysOn.TARIFF, OnRefusal.NEXT, Bearer.PATIENT, List.of(), "");
  }
}
