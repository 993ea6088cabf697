package org.caisse.config.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.caisse.config.format.RecordDescription.ControlSum;
import org.caisse.config.format.RecordDescription.ControlTotal;
import org.caisse.config.format.RecordDescription.Role;
import org.caisse.config.text.yaml.YamlMap;
import org.caisse.config.text.yaml.YamlNode;

/** Reads the records of a fixed-width format. */
final class RecordReader {

  private static final Map<String, Role> ROLES = roles();

  private final int recordLength;
  private final List<RecordDescription> records = new ArrayList<>();

  RecordReader(int recordLength) {
    this.recordLength = recordLength;
  }

  List<RecordDescription> read(YamlNode list) {
    for (YamlNode item : list.items()) {
      item.map().flatMap(map -> record(item, map)).ifPresent(records::add);
    }
    return records;
  }

  private Optional<RecordDescription> record(YamlNode item, YamlMap map) {
    Optional<String> code = map.required("code").flatMap(YamlNode::text);
    Optional<Role> role = map.required("role").flatMap(n -> n.oneOf(ROLES));
    map.optional("description");
    boolean required = map.optional("required").flatMap(YamlNode::truth).orElse(false);
    List<FormatField> fields = map.optional("fields").map(FieldReader::ofRecord).orElse(List.of());
    Set<String> names = fields.stream().map(FormatField::name).collect(Collectors.toSet());
    ControlSum controlSum =
        map.optional("control_sum")
            .flatMap(n -> n.map().flatMap(m -> controlSum(m, names)))
            .orElse(null);
    List<ControlTotal> totals = new ArrayList<>();
    map.optional("totals")
        .map(YamlNode::items)
        .orElse(List.of())
        .forEach(n -> n.map().flatMap(m -> total(m, names)).ifPresent(totals::add));
    map.close();
    fields.stream()
        .filter(field -> field.position() + field.length() > recordLength)
        .forEach(
            field ->
                item.error(
                    "field '%s' ends after character %d".formatted(field.name(), recordLength),
                    "correct 'start' or 'length', or the length of the record"));
    return code.flatMap(
        c -> role.map(r -> new RecordDescription(c, r, required, fields, controlSum, totals)));
  }

  private static Optional<ControlSum> controlSum(YamlMap map, Set<String> fields) {
    Optional<String> field = map.required("field").flatMap(n -> known(n, fields));
    List<String> terms = new ArrayList<>();
    map.required("sum")
        .map(YamlNode::items)
        .orElse(List.of())
        .forEach(n -> known(n, fields).ifPresent(terms::add));
    String rankField = map.optional("rank_of").flatMap(n -> known(n, fields)).orElse("");
    List<String> ranks = new ArrayList<>();
    map.optional("ranks")
        .map(YamlNode::items)
        .orElse(List.of())
        .forEach(n -> ranks.add(n.textOrNothing()));
    map.close();
    return field.map(f -> new ControlSum(f, terms, rankField, ranks));
  }

  private Optional<ControlTotal> total(YamlMap map, Set<String> fields) {
    Optional<String> field = map.required("field").flatMap(n -> known(n, fields));
    List<String> of = FieldReader.texts(map.required("of"));
    Optional<YamlNode> summed = map.optional("sum");
    boolean hash = map.optional("hash").flatMap(YamlNode::truth).orElse(false);
    map.close();
    Set<String> summable = new HashSet<>();
    records.stream()
        .filter(record -> of.contains(record.code()))
        .flatMap(record -> record.fields().stream())
        .forEach(f -> summable.add(f.name()));
    String sum = summed.flatMap(n -> known(n, summable)).orElse("");
    return field.map(f -> new ControlTotal(f, sum, of, hash));
  }

  private static Optional<String> known(YamlNode node, Set<String> fields) {
    Optional<String> name = node.text();
    if (name.isPresent() && !fields.contains(name.get())) {
      node.error(
          "'%s' names a field '%s' that there is not".formatted(node.path(), name.get()),
          "write one of: " + String.join(", ", fields.stream().sorted().toList()));
      return Optional.empty();
    }
    return name;
  }

  private static Map<String, Role> roles() {
    Map<String, Role> roles = new LinkedHashMap<>();
    for (Role role : Role.values()) {
      roles.put(role.name().toLowerCase(Locale.ROOT), role);
    }
    return roles;
  }
}
