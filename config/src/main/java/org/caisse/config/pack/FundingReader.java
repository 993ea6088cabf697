package org.caisse.config.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.caisse.config.text.yaml.YamlMap;
import org.caisse.config.text.yaml.YamlNode;
import org.caisse.domain.pack.FundingKey;
import org.caisse.domain.pack.Payer;

/** Reads how those who stand behind a payer bear its share between them. */
final class FundingReader {

  private static final Map<String, Payer> PAYERS = Words.of(Payer.values());

  private final References references;

  /**
   * A key with what it says of itself.
   *
   * @param key the key
   * @param head what it says of itself
   */
  record Located(FundingKey key, DatedRule head) {}

  FundingReader(References references) {
    this.references = references;
  }

  /** The keys that can be read. */
  List<Located> read(YamlNode list) {
    List<Located> keys = new ArrayList<>();
    list.items().forEach(item -> item.map().flatMap(map -> key(map, item)).ifPresent(keys::add));
    return keys;
  }

  private Optional<Located> key(YamlMap map, YamlNode place) {
    Optional<DatedRule> head = DatedRule.read(map, place, Set.of(), null);
    LocalDate from = head.map(DatedRule::from).orElse(LocalDate.MAX);
    Optional<Payer> payer = map.required("payer").flatMap(n -> n.oneOf(PAYERS));
    Optional<YamlNode> list = map.required("shares");
    List<YamlNode> items = list.map(YamlNode::items).orElse(List.of());
    List<FundingKey.Funder> funders = new ArrayList<>();
    items.forEach(item -> item.map().flatMap(keys -> funder(keys, from)).ifPresent(funders::add));
    map.close();
    if (head.isEmpty() || payer.isEmpty() || funders.isEmpty() || funders.size() < items.size()) {
      return Optional.empty();
    }
    long rests = funders.stream().filter(funder -> funder.percent() == null).count();
    Set<String> ids = new HashSet<>();
    boolean once = funders.stream().allMatch(funder -> ids.add(funder.id()));
    if (rests != 1 || funders.getLast().percent() != null || !once) {
      list.get()
          .error(
              "the parts do not add up: the last funder must bear the rest, and each stands once",
              "write 'part: rest' for the last one");
      return Optional.empty();
    }
    return Optional.of(
        new Located(
            new FundingKey(
                head.get().id(),
                payer.get(),
                head.get().populations(),
                from,
                head.get().to(),
                funders,
                head.get().source(),
                head.get().citation()),
            head.get()));
  }

  private Optional<FundingKey.Funder> funder(YamlMap map, LocalDate from) {
    Optional<YamlNode> place = map.required("funder");
    Optional<String> id = place.flatMap(YamlNode::text);
    Optional<YamlNode> part = map.required("part");
    map.close();
    if (id.isPresent() && !id.get().matches("[a-z][a-z0-9_]*")) {
      place
          .get()
          .error(
              "'" + id.get() + "' cannot be the code of a funder",
              "use small letters, digits and _, beginning with a letter");
      return Optional.empty();
    }
    if (part.isPresent() && part.get().textOrNothing().equals("rest")) {
      return id.map(i -> new FundingKey.Funder(i, null));
    }
    Optional<String> percent =
        part.flatMap(n -> references.read(n, Reference.Need.number(ParameterUnit.PERCENT), from));
    return id.flatMap(i -> percent.map(p -> new FundingKey.Funder(i, p)));
  }
}
