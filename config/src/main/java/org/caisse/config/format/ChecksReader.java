package org.caisse.config.format;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.caisse.config.text.yaml.YamlMap;
import org.caisse.config.text.yaml.YamlNode;

/** Reads what a row must satisfy as a whole, and which rows are no records. */
final class ChecksReader {

  private final Set<String> fields;

  /**
   * @param fields names that checks may refer to
   */
  ChecksReader(Set<String> fields) {
    this.fields = fields;
  }

  RowChecks read(YamlMap map) {
    return new RowChecks(
        in(map, "concerns", this::concerns),
        names(map.optional("one_month")),
        names(map.optional("at_most")),
        in(map, "absent", this::absence),
        totalRow(map),
        in(map, "take", this::taken));
  }

  /** How a row of totals is told, or null. */
  RowChecks.TotalRow totalRow(YamlMap map) {
    return in(
        map,
        "total_row",
        m ->
            new RowChecks.TotalRow(
                FieldReader.texts(m.required("label")),
                name(m.optional("count")),
                name(m.optional("gross"))));
  }

  private RowChecks.Concerns concerns(YamlMap map) {
    String field = name(map.required("field"));
    Optional<Pattern> pattern = map.required("pattern").flatMap(FieldReader::pattern);
    return pattern.map(p -> new RowChecks.Concerns(field, p)).orElse(null);
  }

  private RowChecks.Absence absence(YamlMap map) {
    return new RowChecks.Absence(
        name(map.required("field")),
        FieldReader.texts(map.required("reasons")),
        names(map.required("zero")));
  }

  private RowChecks.Taken taken(YamlMap map) {
    return new RowChecks.Taken(
        name(map.required("field")),
        FieldReader.texts(map.required("values")),
        names(map.optional("filled")));
  }

  private static <T> T in(YamlMap map, String key, Function<YamlMap, T> read) {
    Optional<YamlMap> inner = map.optional(key).flatMap(YamlNode::map);
    if (inner.isEmpty()) {
      return null;
    }
    T result = read.apply(inner.get());
    inner.get().close();
    return result;
  }

  private String name(Optional<YamlNode> node) {
    List<String> one = names(node);
    return one.isEmpty() ? "" : one.get(0);
  }

  private List<String> names(Optional<YamlNode> node) {
    List<String> names = FieldReader.texts(node);
    for (String name : names) {
      if (!fields.contains(name)) {
        node.get()
            .error(
                "'%s' names a field '%s' that there is not".formatted(node.get().path(), name),
                "write one of: " + String.join(", ", fields.stream().sorted().toList()));
      }
    }
    return names;
  }
}
