package org.caisse.config.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.caisse.config.text.yaml.YamlMap;
import org.caisse.config.text.yaml.YamlNode;
import org.caisse.domain.pack.AbovePay;
import org.caisse.domain.pack.Amount;
import org.caisse.domain.pack.Citation;
import org.caisse.domain.pack.ContributionRule;
import org.caisse.domain.pack.DeclarationRule;
import org.caisse.domain.pack.Owing;
import org.caisse.domain.pack.Payer;
import org.caisse.domain.pack.Periodicity;
import org.caisse.domain.pack.Span;

/**
 * Reads the rules of contributions and of declarations. Shapes that other schemes need and that
 * {@link Amount} does not have yet are refused by name.
 */
final class ContributionReader {

  private static final Map<String, Payer> PAYERS = payers();
  private static final Map<String, Boolean> AMOUNTS = amounts();
  private static final List<String> LATER_AMOUNTS = List.of("premium_by_age", "price_list");
  private static final String LATER =
      "remove it; the engine must learn this shape first (domain, Amount)";

  private final List<Reference> references = new ArrayList<>();

  /** The uses of parameters in what was read so far. */
  List<Reference> references() {
    return references;
  }

  /** The rule of these keys; empty when it cannot be read. */
  Optional<LocatedRule> read(YamlNode node) {
    Optional<YamlMap> keys = node.map();
    if (keys.isEmpty()) {
      return Optional.empty();
    }
    YamlMap map = keys.get();
    Optional<String> id = map.required("id").flatMap(YamlNode::text);
    Set<String> populations = new LinkedHashSet<>();
    map.required("for").ifPresent(list -> names(list, populations));
    Optional<LocalDate> from = map.required("from").flatMap(YamlNode::firstOfMonth);
    Optional<YamlNode> end = map.optional("to");
    Optional<LocalDate> to = end.flatMap(YamlNode::firstOfMonth);
    Optional<String> source = map.required("source").flatMap(YamlNode::text);
    Optional<Citation> citation = citation(map, source);
    Optional<Amount> amount = amount(map, from.orElse(LocalDate.MAX));
    refuseLater(map);
    map.close();
    if (from.isPresent() && to.isPresent() && !to.get().isAfter(from.get())) {
      end.get()
          .error(
              "'%s' is %s, not after 'from' %s".formatted(end.get().path(), to.get(), from.get()),
              "'to' is the first month to which the rule no longer applies");
      return Optional.empty();
    }
    if (id.isEmpty()
        || populations.isEmpty()
        || from.isEmpty()
        || to.isPresent() != end.isPresent()
        || source.isEmpty()
        || citation.isEmpty()
        || amount.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new LocatedRule(
            new ContributionRule(
                id.get(),
                populations,
                from.get(),
                to.orElse(null),
                amount.get(),
                List.of(),
                source.get(),
                citation.get()),
            node));
  }

  /** When declarations are due and what lateness costs. */
  Optional<DeclarationRule> declarations(YamlNode node, Set<String> populations, LocalDate start) {
    Optional<YamlMap> keys = node.map();
    if (keys.isEmpty()) {
      return Optional.empty();
    }
    YamlMap map = keys.get();
    Optional<String> dueDay =
        map.required("due_day")
            .flatMap(n -> reference(n, ParameterUnit.DAY_OF_MONTH, false, start));
    Optional<String> late =
        map.required("late_per_month")
            .flatMap(n -> reference(n, ParameterUnit.PERCENT_PER_MONTH, false, start));
    Optional<String> source = map.required("source").flatMap(YamlNode::text);
    Optional<Citation> citation = citation(map, source);
    for (String key : List.of("shift", "month_if", "else", "cap", "minimum")) {
      map.refuse(key, "this shape of due days and surcharges is not supported yet", LATER);
    }
    map.close();
    if (dueDay.isEmpty() || late.isEmpty() || source.isEmpty() || citation.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new DeclarationRule(
            populations,
            start,
            null,
            null,
            List.of(new DeclarationRule.Due(null, Periodicity.MONTH, dueDay.get())),
            false,
            late.get(),
            source.get(),
            citation.get()));
  }

  /**
   * How documents cite the text; the source itself where the pack has no words of its own for it.
   */
  private static Optional<Citation> citation(YamlMap map, Optional<String> source) {
    Optional<YamlNode> text = map.optional("text");
    if (text.isEmpty()) {
      return source.map(s -> new Citation(s, s));
    }
    return text.get()
        .map()
        .flatMap(
            words -> {
              Optional<String> fr = words.required("fr").flatMap(YamlNode::text);
              Optional<String> en = words.required("en").flatMap(YamlNode::text);
              words.close();
              return fr.flatMap(f -> en.map(e -> new Citation(f, e)));
            });
  }

  private Optional<Amount> amount(YamlMap map, LocalDate from) {
    Optional<YamlNode> node = map.required("amount");
    Optional<YamlNode> base = map.optional("base");
    if (node.isPresent() && LATER_AMOUNTS.contains(node.get().textOrNothing())) {
      map.optional("shares");
      String shape = node.get().textOrNothing();
      node.get().error("amount '" + shape + "' is not supported yet", "write percent or per_head");
      return Optional.empty();
    }
    Optional<Boolean> percent = node.flatMap(n -> n.oneOf(AMOUNTS));
    if (percent.isEmpty()) {
      map.optional("shares");
      return Optional.empty();
    }
    Optional<List<Amount.Share>> shares =
        map.required("shares").flatMap(n -> shares(n, percent.get(), from));
    if (!percent.get()) {
      map.refuse("base", "a flat amount has no base", "remove it, or write 'amount: percent'");
      return shares.map(
          s -> new Amount.PerHead(s, Span.MONTH, Owing.BY_MONTH, null, AbovePay.OWED));
    }
    if (base.isEmpty()) {
      map.required("base");
      return Optional.empty();
    }
    Optional<Base> bounds = base.get().map().flatMap(b -> base(b, from));
    return bounds.flatMap(
        b ->
            shares.map(
                s ->
                    new Amount.Percent(
                        Amount.Base.gross(b.floor(), b.ceiling()), s, null, Owing.BY_MONTH)));
  }

  private record Base(String floor, String ceiling) {}

  private Optional<Base> base(YamlMap map, LocalDate from) {
    Optional<Boolean> of = map.required("of").flatMap(n -> n.oneOf(Map.of("gross", true)));
    Optional<YamlNode> floor = map.required("floor");
    Optional<YamlNode> ceiling = map.required("ceiling");
    String floorName = floor.flatMap(n -> bound(n, from)).orElse(null);
    String ceilingName = ceiling.flatMap(n -> bound(n, from)).orElse(null);
    only(map, "classes", "none", "income classes are not supported yet");
    only(map, "aggregate", "employer", "only pay added up per employer is supported yet");
    map.close();
    return of.isPresent() && floor.isPresent() && ceiling.isPresent()
        ? Optional.of(new Base(floorName, ceilingName))
        : Optional.empty();
  }

  private Optional<String> bound(YamlNode node, LocalDate from) {
    return node.textOrNothing().equals("none")
        ? Optional.empty()
        : reference(node, ParameterUnit.MONEY_PER_MONTH, true, from);
  }

  private Optional<List<Amount.Share>> shares(YamlNode node, boolean percent, LocalDate from) {
    List<Amount.Share> shares = new ArrayList<>();
    Set<Payer> seen = EnumSet.noneOf(Payer.class);
    List<YamlNode> items = node.items();
    for (YamlNode item : items) {
      Optional<Amount.Share> share = item.map().flatMap(map -> share(map, percent, from));
      if (share.isPresent() && !seen.add(share.get().payer())) {
        item.error(
            "'%s' names the payer %s again"
                .formatted(item.path(), share.get().payer().name().toLowerCase(Locale.ROOT)),
            "give each payer one share");
      }
      share.ifPresent(shares::add);
    }
    return shares.isEmpty() || shares.size() < items.size()
        ? Optional.empty()
        : Optional.of(shares);
  }

  private Optional<Amount.Share> share(YamlMap map, boolean percent, LocalDate from) {
    Optional<Payer> payer = map.required("payer").flatMap(n -> n.oneOf(PAYERS));
    ParameterUnit unit = percent ? ParameterUnit.PERCENT : ParameterUnit.MONEY_PER_MONTH;
    Optional<String> parameter =
        map.required(percent ? "rate" : "amount").flatMap(n -> reference(n, unit, false, from));
    only(map, "min", "none", "a least contribution is not supported yet");
    only(map, "max", "none", "a greatest contribution is not supported yet");
    map.close();
    return payer.flatMap(p -> parameter.map(name -> Amount.Share.of(p, name)));
  }

  private Optional<String> reference(
      YamlNode node, ParameterUnit unit, boolean mayBeNone, LocalDate from) {
    Optional<String> text = node.text();
    if (text.isPresent() && !text.get().matches("\\$[a-z][a-z0-9_]*")) {
      node.error(
          "'%s' is '%s', not a parameter".formatted(node.path(), text.get()),
          "write the number under 'parameters' with its date and source, and here its $name");
      return Optional.empty();
    }
    Optional<String> name = text.map(t -> t.substring(1));
    name.ifPresent(n -> references.add(new Reference(n, unit, mayBeNone, from, node)));
    return name;
  }

  private static void names(YamlNode list, Set<String> populations) {
    for (YamlNode item : list.items()) {
      Optional<String> name = item.text();
      if (name.isPresent() && !populations.add(name.get())) {
        item.error("population '" + name.get() + "' stands twice", "keep one");
      }
    }
  }

  private static void refuseLater(YamlMap map) {
    map.refuse("heads", "counting dependants is not supported yet", LATER);
    map.refuse("except", "windows without contribution are not supported yet", LATER);
    map.refuse("due", "due days belong under 'declarations'", "move it there");
    map.refuse("late", "surcharges belong under 'declarations'", "move it there");
  }

  /** A key of the vocabulary of which only one value works so far. */
  private static void only(YamlMap map, String key, String word, String what) {
    Optional<YamlNode> node = map.optional(key);
    if (node.isPresent() && !node.get().textOrNothing().equals(word)) {
      node.get()
          .error(
              "'%s' is '%s': %s".formatted(node.get().path(), node.get().textOrNothing(), what),
              "write '" + key + ": " + word + "', or leave it out");
    }
  }

  private static Map<String, Payer> payers() {
    Map<String, Payer> payers = new LinkedHashMap<>();
    for (Payer payer : Payer.values()) {
      payers.put(payer.name().toLowerCase(Locale.ROOT), payer);
    }
    return payers;
  }

  private static Map<String, Boolean> amounts() {
    Map<String, Boolean> amounts = new LinkedHashMap<>();
    amounts.put("percent", true);
    amounts.put("per_head", false);
    return amounts;
  }
}
