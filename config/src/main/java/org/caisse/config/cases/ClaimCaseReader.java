package org.caisse.config.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.caisse.config.settings.FundValues;
import org.caisse.config.text.yaml.YamlMap;
import org.caisse.config.text.yaml.YamlNode;
import org.caisse.domain.claim.Agreement;
import org.caisse.domain.claim.Beneficiary;
import org.caisse.domain.claim.CareLine;
import org.caisse.domain.claim.PricedAct;
import org.caisse.domain.pack.Pack;

/**
 * Reads the cases of care of a pack: once at the top the acts and providers of which they speak,
 * then each family with what it was given.
 */
final class ClaimCaseReader {

  private static final String INSURED = "insured";

  private final Pack pack;
  private final CareFacts facts;
  private final Map<String, PricedAct> acts = new LinkedHashMap<>();
  private final Map<String, CareLine.Provider> providers = new LinkedHashMap<>();

  ClaimCaseReader(Pack pack) {
    this.pack = pack;
    this.facts = new CareFacts(pack);
  }

  List<ClaimCase> read(YamlMap file) {
    FundValues common = CaseSettings.read(file, pack, FundValues.NONE);
    named(file, "acts", (name, map) -> acts.put(name, facts.act(name, map)));
    named(file, "providers", (name, map) -> providers.put(name, facts.provider(name, map)));
    List<ClaimCase> cases = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (YamlNode item : file.required("cases").map(YamlNode::items).orElse(List.of())) {
      Optional<ClaimCase> read = item.map().flatMap(map -> one(map, item, common));
      if (read.isPresent() && !names.add(read.get().name())) {
        item.error(
            "there is an earlier case '%s'".formatted(read.get().name()), "give each its own name");
      }
      read.ifPresent(cases::add);
    }
    file.close();
    return cases;
  }

  @FunctionalInterface
  private interface Take {
    void take(String name, YamlMap map);
  }

  private static void named(YamlMap map, String key, Take take) {
    map.optional(key)
        .flatMap(YamlNode::map)
        .map(YamlMap::all)
        .orElse(new LinkedHashMap<>())
        .forEach(
            (name, node) ->
                node.map()
                    .ifPresent(
                        member -> {
                          take.take(name, member);
                          member.close();
                        }));
  }

  private Optional<ClaimCase> one(YamlMap map, YamlNode place, FundValues common) {
    Optional<String> name = map.required("case").flatMap(YamlNode::text);
    Optional<String> source = map.required("source").flatMap(YamlNode::text);
    FundValues settings = CaseSettings.read(map, pack, common);
    List<Beneficiary> family = family(map);
    List<Agreement> agreements = new ArrayList<>();
    each(map, "agreements", keys -> agreements.add(facts.agreement(keys, family)));
    List<ClaimCase.Line> lines = lines(map, place);
    map.close();
    boolean whole = name.isPresent() && source.isPresent() && !lines.isEmpty();
    return whole && lines.stream().allMatch(line -> known(line, family))
        ? Optional.of(
            new ClaimCase(
                name.get(),
                CaseSettings.of(settings),
                family,
                agreements,
                lines,
                source.get(),
                place))
        : Optional.empty();
  }

  private static boolean known(ClaimCase.Line line, List<Beneficiary> family) {
    String who = line.line().personNo();
    boolean known = family.stream().anyMatch(member -> member.personNo().equals(who));
    if (!known) {
      line.place().error("'" + who + "' is not in the family", "add it, or correct the name");
    }
    return known;
  }

  private List<Beneficiary> family(YamlMap map) {
    List<Beneficiary> family = new ArrayList<>();
    map.optional("person")
        .flatMap(YamlNode::map)
        .ifPresent(
            member -> {
              family.add(facts.member(INSURED, member));
              member.close();
            });
    named(map, "family", (name, member) -> family.add(facts.member(name, member)));
    if (family.isEmpty()) {
      map.error("nobody is cared for", "write 'person:', or a 'family:' with names");
      family.add(new Beneficiary(INSURED, null, null, List.of(), List.of()));
    }
    return family;
  }

  private static void each(YamlMap map, String key, Consumer<YamlMap> read) {
    map.optional(key).map(YamlNode::items).orElse(List.of()).stream()
        .map(YamlNode::map)
        .flatMap(Optional::stream)
        .forEach(
            member -> {
              read.accept(member);
              member.close();
            });
  }

  private List<ClaimCase.Line> lines(YamlMap map, YamlNode place) {
    Optional<YamlNode> several = map.optional("lines");
    List<ClaimCase.Line> lines = new ArrayList<>();
    if (several.isEmpty()) {
      line(map, place, 1).ifPresent(lines::add);
      return lines;
    }
    for (YamlNode item : several.get().items()) {
      item.map()
          .ifPresent(
              keys -> {
                line(keys, item, lines.size() + 1).ifPresent(lines::add);
                keys.close();
              });
    }
    return lines;
  }

  private Optional<ClaimCase.Line> line(YamlMap map, YamlNode place, int number) {
    Optional<LocalDate> on = map.required("on").flatMap(YamlNode::date);
    Optional<String> act = map.required("act").flatMap(YamlNode::text);
    Optional<CareLine.Provider> provider =
        map.required("provider").flatMap(node -> node.oneOf(providers));
    Optional<Long> charged =
        map.required("charged").flatMap(node -> CaseFacts.minor(node, pack.currency()));
    Optional<Map<String, Long>> gives =
        map.required("gives").flatMap(YamlNode::map).map(this::gives);
    boolean released = map.optional("released").flatMap(YamlNode::truth).orElse(false);
    boolean pended = map.optional("waits").flatMap(YamlNode::truth).orElse(false);
    CareFacts.Said said = facts.said(map, INSURED);
    if (on.isEmpty()
        || act.isEmpty()
        || provider.isEmpty()
        || charged.isEmpty()
        || gives.isEmpty()) {
      return Optional.empty();
    }
    CareLine line =
        facts.line(
            number, on.get(), act.get(), acts.get(act.get()), provider.get(), charged.get(), said);
    return Optional.of(new ClaimCase.Line(line, released, gives.get(), pended, place));
  }

  private Map<String, Long> gives(YamlMap map) {
    Map<String, Long> gives = new TreeMap<>();
    map.all()
        .forEach(
            (key, node) ->
                CaseFacts.minor(node, pack.currency())
                    .filter(amount -> amount != 0)
                    .ifPresent(amount -> gives.put(key, amount)));
    return gives;
  }
}
