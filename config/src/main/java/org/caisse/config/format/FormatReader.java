package org.caisse.config.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.caisse.config.text.yaml.Problems;
import org.caisse.config.text.yaml.YamlMap;
import org.caisse.config.text.yaml.YamlNode;

/**
 * Reads a description. JSON is YAML, too: read as YAML, every key and value knows its line, for
 * whoever has to mend it.
 */
final class FormatReader {

  private static final Map<String, FieldType> TYPES = types();
  private static final Map<String, FileKind> KINDS = kinds();

  private final String file;
  private final Problems problems;

  FormatReader(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  Optional<FormatDescription> read(byte[] content) {
    return YamlMap.parse(file, content, problems).flatMap(this::description);
  }

  private Optional<FormatDescription> description(YamlMap map) {
    map.optional("$schema");
    Optional<String> id = map.required("name").flatMap(YamlNode::text);
    List<FormatField> fields = new ArrayList<>();
    map.required("fields")
        .map(YamlNode::items)
        .orElse(List.of())
        .forEach(item -> item.map().flatMap(this::field).ifPresent(fields::add));
    Optional<FileKind> kind =
        map.required("caisse")
            .flatMap(YamlNode::map)
            .flatMap(caisse -> caisse.required("kind").flatMap(n -> n.oneOf(KINDS)));
    map.close();
    return id.flatMap(i -> kind.map(k -> new FormatDescription(i, k, fields)));
  }

  private Optional<FormatField> field(YamlMap map) {
    Optional<String> name = map.required("name").flatMap(YamlNode::text);
    Optional<String> title = map.required("title").flatMap(YamlNode::text);
    Optional<FieldType> type = map.required("type").flatMap(n -> n.oneOf(TYPES));
    List<String> aliases = new ArrayList<>();
    map.optional("aliases")
        .map(YamlNode::items)
        .orElse(List.of())
        .forEach(item -> item.text().ifPresent(aliases::add));
    map.optional("description");
    map.optional("constraints");
    map.close();
    if (name.isEmpty() || title.isEmpty() || type.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new FormatField(name.get(), title.get(), aliases, type.get()));
  }

  private static Map<String, FieldType> types() {
    Map<String, FieldType> types = new HashMap<>();
    for (FieldType type : FieldType.values()) {
      types.put(type.name().toLowerCase(Locale.ROOT), type);
    }
    return types;
  }

  private static Map<String, FileKind> kinds() {
    Map<String, FileKind> kinds = new HashMap<>();
    for (FileKind kind : FileKind.values()) {
      kinds.put(kind.name().toLowerCase(Locale.ROOT), kind);
    }
    return kinds;
  }
}
