package org.caisse.config.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.caisse.config.text.yaml.YamlMap;
import org.caisse.config.text.yaml.YamlNode;
import org.caisse.domain.claim.Agreement;
import org.caisse.domain.claim.Beneficiary;
import org.caisse.domain.claim.Beneficiary.PayerRight;
import org.caisse.domain.claim.Beneficiary.PersonStatus;
import org.caisse.domain.claim.CareLine;
import org.caisse.domain.claim.PricedAct;
import org.caisse.domain.pack.Pack;
import org.caisse.domain.registry.AgreementStatus;

/** Reads what a case of care says of acts, providers, persons and lines. */
final class CareFacts {

  private static final Map<String, String> SEXES = Map.of("M", "M", "F", "F");
  private static final Map<String, AgreementStatus> AGREEMENTS =
      Arrays.stream(AgreementStatus.values())
          .collect(Collectors.toMap(AgreementStatus::word, Function.identity()));
  private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

  private final Pack pack;

  CareFacts(Pack pack) {
    this.pack = pack;
  }

  /** An act or medicine with its price. */
  PricedAct act(String code, YamlMap map) {
    boolean medicine = text(map, "group").equals("medicine");
    return new PricedAct(
        code,
        text(map, "group"),
        date(map, "from", ALWAYS),
        date(map, "to", null),
        text(map, "letter"),
        milli(map, "coefficient", 0),
        minor(map, "unit"),
        minor(map, "flat"),
        medicine,
        minor(map, "reference"),
        minor(map, "generic"),
        milli(map, "part_of_charge", 0),
        text(map, "supplied_by"),
        text(map, "sex"),
        whole(map, "from_months", 0),
        whole(map, "to_months", PricedAct.ANY_AGE),
        text(map, "levels"),
        map.optional("agreement").flatMap(YamlNode::truth).orElse(false));
  }

  /** A provider; contracted unless it is said not to be. */
  CareLine.Provider provider(String no, YamlMap map) {
    boolean contracted = map.optional("contracted").flatMap(YamlNode::truth).orElse(true);
    return new CareLine.Provider(
        no, text(map, "level"), text(map, "specialty"), contracted ? ALWAYS : null, null);
  }

  /** A member of the family. */
  Beneficiary member(String name, YamlMap map) {
    List<PayerRight> rights = new ArrayList<>();
    map.optional("rights")
        .ifPresent(
            node -> {
              if (node.isList()) {
                node.items().forEach(item -> item.text().ifPresent(id -> rights.add(open(id))));
              } else {
                node.map()
                    .map(YamlMap::all)
                    .orElse(Map.of())
                    .forEach(
                        (payer, keys) -> keys.map().ifPresent(k -> rights.add(right(payer, k))));
              }
            });
    List<PersonStatus> statuses = new ArrayList<>();
    map.optional("statuses")
        .flatMap(YamlNode::map)
        .map(YamlMap::all)
        .orElse(Map.of())
        .forEach((kind, keys) -> keys.map().ifPresent(k -> statuses.add(status(kind, k))));
    return new Beneficiary(
        name,
        date(map, "born", null),
        map.optional("sex").flatMap(node -> node.oneOf(SEXES)).orElse(null),
        rights,
        statuses);
  }

  private static PayerRight open(String payer) {
    return new PayerRight(payer, ALWAYS, null, "", "");
  }

  private PayerRight right(String payer, YamlMap map) {
    PayerRight right =
        new PayerRight(
            payer,
            date(map, "from", ALWAYS),
            date(map, "to", null),
            map.optional("population").flatMap(this::population).orElse(""),
            "");
    map.close();
    return right;
  }

  private Optional<String> population(YamlNode node) {
    Map<String, String> names = new LinkedHashMap<>();
    pack.populations().keySet().forEach(name -> names.put(name, name));
    return node.oneOf(names);
  }

  private static PersonStatus status(String kind, YamlMap map) {
    PersonStatus status =
        new PersonStatus(
            kind, text(map, "detail"), date(map, "from", ALWAYS), date(map, "to", null));
    map.close();
    return status;
  }

  /** A prior agreement. */
  Agreement agreement(YamlMap map, List<Beneficiary> family) {
    AgreementStatus status =
        map.optional("status")
            .flatMap(node -> node.oneOf(AGREEMENTS))
            .orElse(AgreementStatus.GRANTED);
    long quantityMilli = milli(map, "quantity", CareLine.UNSAID);
    return new Agreement(
        text(map, "no"),
        map.optional("person").flatMap(YamlNode::text).orElse(family.getFirst().personNo()),
        map.required("for").flatMap(YamlNode::text).orElse(""),
        date(map, "from", ALWAYS),
        date(map, "to", null),
        status != AgreementStatus.REQUESTED,
        status == AgreementStatus.REFUSED ? 0 : quantityMilli,
        minor(map, "unit"));
  }

  /** What a line says besides the act. */
  record Said(
      String person,
      long quantityMilli,
      String invoice,
      boolean thirdParty,
      LocalDate received,
      LocalDate filed,
      String prescriber,
      String prescription,
      String referrer,
      String agreement,
      String affection,
      String place) {}

  /** What the keys of a line say besides the act; a prescriber is taken to be named. */
  Said said(YamlMap map, String insured) {
    return new Said(
        map.optional("of").flatMap(YamlNode::text).orElse(insured),
        milli(map, "quantity", 1000),
        map.optional("invoice").flatMap(YamlNode::text).orElse("1"),
        map.optional("third_party").flatMap(YamlNode::truth).orElse(true),
        date(map, "received", null),
        date(map, "filed", null),
        map.optional("prescriber").map(YamlNode::textOrNothing).orElse("DR"),
        text(map, "prescription"),
        text(map, "referrer"),
        text(map, "agreement"),
        text(map, "affection"),
        text(map, "place"));
  }

  /** The line that the rules see. */
  CareLine line(
      int number,
      LocalDate on,
      String code,
      PricedAct act,
      CareLine.Provider provider,
      long chargedMinor,
      Said said) {
    return new CareLine(
        number,
        said.person(),
        on,
        new CareLine.Invoice(
            said.invoice(),
            said.thirdParty(),
            said.received() == null ? on : said.received(),
            said.filed() != null ? said.filed() : said.received() == null ? on : said.received()),
        number,
        provider,
        act,
        code,
        said.quantityMilli(),
        CareLine.UNSAID,
        chargedMinor,
        said.prescriber(),
        said.prescription(),
        said.referrer(),
        said.agreement(),
        said.affection(),
        said.place(),
        on + " " + code + " " + said.quantityMilli());
  }

  private static String text(YamlMap map, String key) {
    return map.optional(key).map(YamlNode::textOrNothing).orElse("");
  }

  private static LocalDate date(YamlMap map, String key, LocalDate otherwise) {
    return map.optional(key).flatMap(YamlNode::date).orElse(otherwise);
  }

  private long minor(YamlMap map, String key) {
    return map.optional(key)
        .flatMap(node -> CaseFacts.minor(node, pack.currency()))
        .orElse(CareLine.UNSAID);
  }

  private static long milli(YamlMap map, String key, long otherwise) {
    Optional<BigDecimal> number = map.optional(key).flatMap(YamlNode::number);
    return number.map(n -> n.movePointRight(3).longValueExact()).orElse(otherwise);
  }

  private static int whole(YamlMap map, String key, int otherwise) {
    return map.optional(key).flatMap(node -> node.wholeNumber(0, 10_000)).orElse(otherwise);
  }
}
