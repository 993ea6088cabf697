package org.caisse.config.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.caisse.config.text.yaml.YamlMap;
import org.caisse.config.text.yaml.YamlNode;
import org.caisse.domain.pack.AbovePay;
import org.caisse.domain.pack.Amount;
import org.caisse.domain.pack.HeadRule;
import org.caisse.domain.pack.Owing;
import org.caisse.domain.pack.PayElement;
import org.caisse.domain.pack.Payer;
import org.caisse.domain.pack.Span;

/** Reads how a contribution is computed. A shape that {@link Amount} does not have is refused. */
final class AmountReader {

  private static final Map<String, Payer> PAYERS = Words.of(Payer.values());
  private static final Map<String, PayElement> PAY = Words.of(PayElement.values());
  private static final Map<String, AbovePay> ABOVE_PAY = Words.of(AbovePay.values());
  private static final Map<String, Owing.Month> OWED = owed();
  private static final Map<String, Boolean> BEGINS = Words.either("calendar", "person");
  private static final String RESIDUE = "residue";
  private static final String ABOVE = "above_pay";

  private final References references;
  private final YamlMap map;
  private final LocalDate from;

  /**
   * @param map the keys of the rule; the caller closes them
   * @param from first month to which it applies
   */
  AmountReader(References references, YamlMap map, LocalDate from) {
    this.references = references;
    this.map = map;
    this.from = from;
  }

  Optional<Amount> read() {
    Optional<YamlNode> node = map.required("amount");
    Optional<Shape> shape = node.flatMap(n -> n.oneOf(Words.of(Shape.values())));
    if (shape.isEmpty()) {
      for (Shape any : Shape.values()) {
        keys(any).forEach(map::optional);
      }
      return Optional.empty();
    }
    for (Shape other : Shape.values()) {
      for (String key : keys(other)) {
        if (!keys(shape.get()).contains(key)) {
          map.refuse(
              key,
              "'amount: %s' does not have it".formatted(Words.of(shape.get())),
              "remove it, or write 'amount: %s'".formatted(Words.of(other)));
        }
      }
    }
    return switch (shape.get()) {
      case PERCENT -> percent();
      case PER_HEAD -> perHead();
      case PREMIUM -> premium();
    };
  }

  private enum Shape {
    PERCENT,
    PER_HEAD,
    PREMIUM
  }

  private static List<String> keys(Shape shape) {
    return switch (shape) {
      case PERCENT -> List.of("base", "shares", RESIDUE, "owed", "begins");
      case PER_HEAD -> List.of("shares", "heads", ABOVE, "owed", "begins");
      case PREMIUM -> List.of("premium", "shares", ABOVE, "owed", "begins");
    };
  }

  private Optional<Amount> percent() {
    Optional<Amount.Base> base = map.required("base").flatMap(YamlNode::map).flatMap(this::base);
    Optional<List<Amount.Share>> shares =
        shares(
            item -> share(item, "rate", Reference.Need.value(ParameterUnit.PERCENT), true),
            Amount.Share::payer);
    Optional<YamlNode> residue = map.optional(RESIDUE);
    Optional<Payer> payer = residue.flatMap(n -> n.oneOf(PAYERS));
    Optional<Owing> owing = owing(base.map(Amount.Base::span).orElse(Span.MONTH));
    if (shares.isPresent()
        && payer.isPresent()
        && !residue(shares.get(), payer.get(), residue.get())) {
      return Optional.empty();
    }
    if (base.isEmpty()
        || shares.isEmpty()
        || owing.isEmpty()
        || residue.isPresent() != payer.isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        new Amount.Percent(base.get(), shares.get(), payer.orElse(null), owing.get()));
  }

  private static boolean residue(List<Amount.Share> shares, Payer payer, YamlNode place) {
    boolean pays = shares.stream().anyMatch(share -> share.payer() == payer);
    boolean bounded = shares.stream().anyMatch(share -> share.min() != null || share.max() != null);
    if (!pays) {
      place.error(
          "'%s' names the payer %s, who has no share".formatted(place.path(), Words.of(payer)),
          "name one of those under 'shares'");
    } else if (bounded) {
      place.error(
          "shares with a least or greatest contribution do not add up to a total",
          "remove 'residue', or 'min' and 'max'");
    }
    return pays && !bounded;
  }

  private Optional<Amount.Base> base(YamlMap base) {
    Optional<YamlNode> of = base.required("of");
    Optional<YamlNode> floor = base.required("floor");
    Optional<YamlNode> ceiling = base.required("ceiling");
    base.optional("aggregate").ifPresent(n -> n.oneOf(Map.of("employer", true)));
    base.refuse(
        "classes", "income classes are a table", "write 'of: $table', with the base of each class");
    base.close();
    if (of.isEmpty() || floor.isEmpty() || ceiling.isEmpty()) {
      return Optional.empty();
    }
    String least = bound(floor.get());
    String most = bound(ceiling.get());
    if (of.get().textOrNothing().startsWith("$")) {
      return references
          .read(of.get(), Reference.Need.amount(), from)
          .map(name -> new Amount.Base(PayElement.GROSS, name, references.span(name), least, most));
    }
    return of.get().oneOf(PAY).map(pay -> new Amount.Base(pay, null, Span.MONTH, least, most));
  }

  private Optional<Amount> perHead() {
    Optional<List<Amount.Share>> shares =
        shares(item -> share(item, "amount", Reference.Need.amount(), false), Amount.Share::payer);
    Optional<Span> span = shares.flatMap(this::span);
    Optional<YamlNode> place = map.optional("heads");
    Optional<HeadRule> heads =
        place.flatMap(YamlNode::map).flatMap(keys -> new HeadsReader(references, from).read(keys));
    Optional<AbovePay> above = abovePay();
    Optional<Owing> owing = owing(span.orElse(Span.MONTH));
    if (span.isEmpty()
        || above.isEmpty()
        || owing.isEmpty()
        || place.isPresent() != heads.isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        new Amount.PerHead(shares.get(), span.get(), owing.get(), heads.orElse(null), above.get()));
  }

  /** Amounts of one rule are for the same time. */
  private Optional<Span> span(List<Amount.Share> shares) {
    List<Span> spans =
        shares.stream().map(share -> references.span(share.parameter())).distinct().toList();
    if (spans.size() > 1) {
      map.error("the shares are for different times: " + spans, "give them in the same unit");
      return Optional.empty();
    }
    return Optional.of(spans.getFirst());
  }

  private Optional<Amount> premium() {
    Optional<String> whole =
        map.required("premium").flatMap(n -> references.read(n, Reference.Need.amount(), from));
    Optional<List<Amount.Part>> parts =
        shares(this::part, Amount.Part::payer).flatMap(this::restLast);
    Optional<AbovePay> above = abovePay();
    Optional<Owing> owing = owing(whole.map(references::span).orElse(Span.MONTH));
    if (whole.isEmpty() || parts.isEmpty() || above.isEmpty() || owing.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Amount.Premium(
            whole.get(), references.span(whole.get()), owing.get(), parts.get(), above.get()));
  }

  private Optional<Amount.Part> part(YamlMap item) {
    Optional<Payer> payer = item.required("payer").flatMap(n -> n.oneOf(PAYERS));
    Optional<YamlNode> least = item.optional("least_part");
    Optional<YamlNode> part = least.isPresent() ? least : item.required("part");
    item.close();
    if (payer.isEmpty() || part.isEmpty()) {
      return Optional.empty();
    }
    if (part.get().textOrNothing().equals("rest") && least.isEmpty()) {
      return Optional.of(new Amount.Part(payer.get(), null, false));
    }
    if (least.isPresent() && payer.get() != Payer.EMPLOYER) {
      least.get().error("only an employer can bear more than the law says", "write 'part'");
      return Optional.empty();
    }
    return references
        .read(part.get(), Reference.Need.value(ParameterUnit.PERCENT), from)
        .map(name -> new Amount.Part(payer.get(), name, least.isPresent()));
  }

  private Optional<List<Amount.Part>> restLast(List<Amount.Part> parts) {
    long rests = parts.stream().filter(part -> part.percent() == null).count();
    if (rests != 1 || parts.getLast().percent() != null) {
      map.error(
          "the parts of the premium do not add up: the last payer must bear the rest, and no other",
          "write 'part: rest' for the last one");
      return Optional.empty();
    }
    return Optional.of(parts);
  }

  private <T> Optional<List<T>> shares(
      Function<YamlMap, Optional<T>> read, Function<T, Payer> payer) {
    Optional<YamlNode> list = map.required("shares");
    if (list.isEmpty()) {
      return Optional.empty();
    }
    List<T> shares = new ArrayList<>();
    Set<Payer> seen = EnumSet.noneOf(Payer.class);
    List<YamlNode> items = list.get().items();
    for (YamlNode item : items) {
      Optional<T> share = item.map().flatMap(read);
      if (share.isPresent() && !seen.add(payer.apply(share.get()))) {
        item.error(
            "'%s' names the payer %s again"
                .formatted(item.path(), Words.of(payer.apply(share.get()))),
            "give each payer one share");
      }
      share.ifPresent(shares::add);
    }
    return shares.isEmpty() || shares.size() < items.size()
        ? Optional.empty()
        : Optional.of(shares);
  }

  private Optional<Amount.Share> share(
      YamlMap item, String key, Reference.Need need, boolean bounds) {
    Optional<Payer> payer = item.required("payer").flatMap(n -> n.oneOf(PAYERS));
    Optional<String> parameter = item.required(key).flatMap(n -> references.read(n, need, from));
    Optional<YamlNode> min = bounds ? item.optional("min") : Optional.empty();
    Optional<YamlNode> max = bounds ? item.optional("max") : Optional.empty();
    item.close();
    String least = min.map(this::bound).orElse(null);
    String most = max.map(this::bound).orElse(null);
    return payer.flatMap(p -> parameter.map(name -> new Amount.Share(p, name, least, most)));
  }

  private String bound(YamlNode node) {
    return references.bound(node, ParameterUnit.MONEY_PER_MONTH, from).orElse(null);
  }

  private Optional<AbovePay> abovePay() {
    Optional<YamlNode> node = map.optional(ABOVE);
    return node.isEmpty() ? Optional.of(AbovePay.OWED) : node.get().oneOf(ABOVE_PAY);
  }

  /** In which months an amount for several months is owed; one for a month is owed in it. */
  private Optional<Owing> owing(Span span) {
    Optional<YamlNode> owed = map.optional("owed");
    Optional<YamlNode> begins = map.optional("begins");
    if (span == Span.MONTH) {
      owed.ifPresent(n -> n.error("an amount for a month is owed in it", "remove 'owed'"));
      begins.ifPresent(n -> n.error("months begin with the calendar", "remove 'begins'"));
      return owed.isPresent() || begins.isPresent()
          ? Optional.empty()
          : Optional.of(Owing.BY_MONTH);
    }
    Optional<Owing.Month> month = map.required("owed").flatMap(n -> n.oneOf(OWED));
    Optional<Boolean> own = map.required("begins").flatMap(n -> n.oneOf(BEGINS));
    return month.flatMap(m -> own.map(o -> new Owing(m, o)));
  }

  private static Map<String, Owing.Month> owed() {
    Map<String, Owing.Month> words = new LinkedHashMap<>();
    for (Owing.Month month : Owing.Month.values()) {
      words.put(Words.of(month) + "_month", month);
    }
    return words;
  }
}
