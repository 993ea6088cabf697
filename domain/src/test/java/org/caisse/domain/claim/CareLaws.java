package org.caisse.domain.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caisse.domain.care.Bearer;
import org.caisse.domain.care.CareGroup;
import org.caisse.domain.care.CareLaw;
import org.caisse.domain.care.CareLimit;
import org.caisse.domain.care.CarePayer;
import org.caisse.domain.care.CareScope;
import org.caisse.domain.care.CareWord;
import org.caisse.domain.care.ClaimRule;
import org.caisse.domain.care.Coverage;
import org.caisse.domain.care.DependantRules;
import org.caisse.domain.care.Episode;
import org.caisse.domain.care.OnRefusal;
import org.caisse.domain.care.PaysOn;
import org.caisse.domain.care.Programme;
import org.caisse.domain.money.Currency;
import org.caisse.domain.pack.DatedValue;
import org.caisse.domain.pack.FundSettings;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.Mark;
import org.caisse.domain.pack.Pack;
import org.caisse.domain.pack.Parameter;
import org.caisse.domain.pack.Quantity;

/**
 * A law of care for tests. {@code base} pays 70 % of the tariff, 66.7 % of medicines; {@code
 * mutual} 60 % of what remains; {@code generous} 100 % of what is charged; {@code kids}, a
 * programme, all of those under 5. Limits of the base: the same act once in 7 days, 10 units of
 * biology a year, 5,000 a person and 8,000 a family a year.
 */
final class CareLaws {

  static final LocalDate START = LocalDate.of(2020, 1, 1);

  private final Map<String, Parameter> parameters = new LinkedHashMap<>();
  private OnRefusal onRefusal = OnRefusal.NEXT;
  private Bearer excess = Bearer.PATIENT;

  private CareLaws() {
    number("rate", "70");
    number("medicine_rate", "66.7");
    number("mutual_rate", "60");
    number("all", "100");
    number("five", "5");
    number("once", "1");
    number("seven", "7");
    number("ten", "10");
    number("person_year", "5000");
    number("family_year", "8000");
    number("first", "1000");
    number("filing", "90");
  }

  static CareBook book() {
    return new CareBook(new CareLaws().law());
  }

  /** One in which nobody pays after the base has refused. */
  static CareBook blocking() {
    CareLaws laws = new CareLaws();
    laws.onRefusal = OnRefusal.BLOCK;
    return new CareBook(laws.law());
  }

  /** One in which providers bear what they charge above the tariff. */
  static CareBook strict() {
    CareLaws laws = new CareLaws();
    laws.excess = Bearer.PROVIDER;
    return new CareBook(laws.law());
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

  private Law law() {
    CareLaw care =
        new CareLaw(
            START,
            List.of(),
            List.of(),
            List.of(),
            new DependantRules(DependantRules.Attachment.FIRST_DECLARER, List.of(), ""),
            List.of(word("centre"), word("hospital"), word("pharmacy")),
            List.of(word("ambulatory"), word("stay")),
            List.of(),
            List.of(
                new CareGroup("consultation", "", "", List.of("C")),
                new CareGroup("medicine", "", "", List.of()),
                new CareGroup("biology", "", "", List.of("B")),
                new CareGroup("surgery", "", "", List.of("K")),
                new CareGroup("bedside", "", "", List.of())),
            List.of(
                payer("base", CarePayer.Kind.INSURANCE, PaysOn.TARIFF, onRefusal, excess),
                payer("mutual", CarePayer.Kind.MUTUAL, PaysOn.REMAINING, OnRefusal.NEXT, excess),
                payer("generous", CarePayer.Kind.MUTUAL, PaysOn.CHARGED, OnRefusal.NEXT, excess)),
            List.of(kids()),
            coverage(),
            limits(),
            List.of(
                new Episode(
                    "operation",
                    "",
                    "",
                    new CareScope(List.of(), List.of("OPERATION")),
                    new CareScope(List.of("consultation"), List.of()),
                    "seven",
                    false,
                    "")),
            new ClaimRule(
                "filing",
                CareScope.NONE,
                List.of("base"),
                CareScope.NONE,
                CareScope.NONE,
                true,
                false,
                List.of(),
                List.of(),
                ""));
    Pack pack =
        new Pack(
            "test",
            "BF",
            "test",
            "test",
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
            "0");
    return new Law(pack, new FundSettings("test", true, Map.of(), Map.of(), "0"));
  }

  private static CareWord word(String id) {
    return new CareWord(id, id, id);
  }

  private static CarePayer payer(
      String id, CarePayer.Kind kind, PaysOn paysOn, OnRefusal onRefusal, Bearer excess) {
    return new CarePayer(id, id, id, kind, paysOn, onRefusal, excess, List.of(), "");
  }

  private static Programme kids() {
    return new Programme(
        "kids",
        "",
        "",
        START,
        null,
        Programme.Rank.BEFORE,
        List.of(new Programme.Who(null, "five", null, null, null, List.of())),
        new CareScope(List.of("consultation", "medicine"), List.of()),
        "all",
        PaysOn.TARIFF,
        OnRefusal.NEXT,
        Bearer.PROVIDER,
        Programme.Compensation.BOTH,
        List.of(),
        "");
  }

  private static List<Coverage> coverage() {
    List<String> others = List.of("consultation", "biology", "surgery");
    return List.of(
        row("base", others, "rate", null),
        row("base", List.of("medicine"), "medicine_rate", null),
        row("base", List.of("bedside"), "all", "first"),
        row("mutual", List.of(), "mutual_rate", null),
        row("generous", List.of(), "all", null));
  }

  private static Coverage row(String payer, List<String> groups, String rate, String first) {
    return new Coverage(payer, List.of(), groups, List.of(), List.of(), List.of(), rate, first, "");
  }

  private static List<CareLimit> limits() {
    return List.of(
        limit(
            "act",
            List.of(CareLimit.Same.PERSON, CareLimit.Same.ACT),
            new CareScope(List.of("consultation"), List.of()),
            new CareLimit.Window(CareLimit.Window.Kind.DAYS, "seven", null),
            CareLimit.Counted.COUNT,
            "once"),
        limit(
            "units",
            List.of(CareLimit.Same.PERSON, CareLimit.Same.GROUP),
            new CareScope(List.of("biology"), List.of()),
            new CareLimit.Window(CareLimit.Window.Kind.YEAR, null, null),
            CareLimit.Counted.QUANTITY,
            "ten"),
        limit(
            "person",
            List.of(CareLimit.Same.PERSON),
            CareScope.ALL,
            new CareLimit.Window(CareLimit.Window.Kind.YEAR, null, null),
            CareLimit.Counted.AMOUNT,
            "person_year"),
        limit(
            "family",
            List.of(CareLimit.Same.HOUSEHOLD),
            CareScope.ALL,
            new CareLimit.Window(CareLimit.Window.Kind.YEAR, null, null),
            CareLimit.Counted.AMOUNT,
            "family_year"));
  }

  private static CareLimit limit(
      String id,
      List<CareLimit.Same> same,
      CareScope covers,
      CareLimit.Window window,
      CareLimit.Counted counted,
      String most) {
    return new CareLimit(
        id, id, id, List.of("base"), same, covers, window, counted, most, false, "");
  }
}
