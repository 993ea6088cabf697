package org.caisse.config.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.caisse.config.text.yaml.YamlMap;
import org.caisse.config.text.yaml.YamlNode;

/** Reads the fields of a description: those of Table Schema, and what Caisse adds to them. */
final class FieldReader {

  private static final int MAX_WIDTH = 32;
  private static final int MAX_DECIMALS = 6;
  private static final int MAX_LENGTH = 1000;
  private static final Map<String, FieldType> TYPES = types();
  private static final Map<String, Optional<DateOrder>> DATE_FORMATS =
      Map.of(
          "default", Optional.empty(),
          "any", Optional.empty(),
          "%Y-%m-%d", Optional.of(DateOrder.YMD),
          "%Y%m%d", Optional.of(DateOrder.YMD),
          "%d/%m/%Y", Optional.of(DateOrder.DMY),
          "%m/%d/%Y", Optional.of(DateOrder.MDY));

  private final List<FormatField> fields = new ArrayList<>();
  private final boolean fixedWidth;

  private FieldReader(boolean fixedWidth) {
    this.fixedWidth = fixedWidth;
  }

  /** The fields of a table, or of a row by itself. */
  static List<FormatField> ofTable(YamlNode list) {
    return new FieldReader(false).read(list);
  }

  /** The fields of a fixed-width record, which say where they start and how long they are. */
  static List<FormatField> ofRecord(YamlNode list) {
    return new FieldReader(true).read(list);
  }

  private List<FormatField> read(YamlNode list) {
    for (YamlNode item : list.items()) {
      item.map().flatMap(this::field).ifPresent(field -> add(item, field));
    }
    return fields;
  }

  private void add(YamlNode item, FormatField field) {
    if (fields.stream().anyMatch(other -> other.name().equals(field.name()))) {
      item.error("there are two fields '" + field.name() + "'", "give each its own name");
    }
    fields.add(field);
  }

  private Optional<FormatField> field(YamlMap map) {
    Optional<String> name = map.required("name").flatMap(FieldReader::name);
    Optional<String> title = map.required("title").flatMap(YamlNode::text);
    Optional<FieldType> type = map.required("type").flatMap(n -> n.oneOf(TYPES));
    Optional<DateOrder> order =
        map.optional("format").flatMap(n -> n.oneOf(DATE_FORMATS)).flatMap(o -> o);
    boolean optional = map.optional("optional").flatMap(YamlNode::truth).orElse(false);
    map.optional("description");
    List<String> aliases = texts(map.optional("aliases"));
    int position = fields.size();
    int length = 0;
    if (fixedWidth) {
      position = map.required("start").flatMap(n -> n.wholeNumber(1, MAX_LENGTH)).orElse(1) - 1;
      length = map.required("length").flatMap(n -> n.wholeNumber(1, MAX_LENGTH)).orElse(1);
    }
    FieldRules rules = rules(map);
    map.close();
    if (name.isEmpty() || title.isEmpty() || type.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new FormatField(
            name.get(),
            title.get(),
            aliases,
            type.get(),
            order.orElse(null),
            position,
            length,
            optional,
            rules));
  }

  private static Optional<String> name(YamlNode node) {
    Optional<String> name = node.text();
    if (name.isPresent() && !name.get().matches("[a-z][a-z0-9_]{0,39}")) {
      node.error(
          "'" + name.get() + "' cannot be the name of a field",
          "use a-z, 0-9 and '_', beginning with a letter, at most 40");
      return Optional.empty();
    }
    return name;
  }

  private static FieldRules rules(YamlMap map) {
    Optional<YamlMap> constraints = map.optional("constraints").flatMap(YamlNode::map);
    Pattern pattern = null;
    Long minimum = null;
    Long maximum = null;
    if (constraints.isPresent()) {
      YamlMap c = constraints.get();
      // What must be there, and which codes there are, is judged by the rules that judge all files.
      c.optional("required");
      c.optional("enum");
      pattern = c.optional("pattern").flatMap(FieldReader::pattern).orElse(null);
      minimum = bound(c.optional("minimum"));
      maximum = bound(c.optional("maximum"));
      c.close();
    }
    return new FieldRules(
        map.optional("width").flatMap(n -> n.wholeNumber(1, MAX_WIDTH)).orElse(0),
        map.optional("prefix").flatMap(YamlNode::text).orElse(""),
        map.optional("decimals").flatMap(n -> n.wholeNumber(0, MAX_DECIMALS)).orElse(0),
        map.optional("decimalChar").flatMap(FieldReader::mark).orElse(""),
        map.optional("groupChar").flatMap(FieldReader::mark).orElse(""),
        values(map.optional("values")),
        pattern,
        minimum,
        maximum,
        weights(map.optional("check_digit")));
  }

  private static Long bound(Optional<YamlNode> node) {
    return node.flatMap(n -> n.wholeNumber(-1_000_000_000, 1_000_000_000))
        .map(Integer::longValue)
        .orElse(null);
  }

  /** A regular expression. */
  static Optional<Pattern> pattern(YamlNode node) {
    return node.verbatim()
        .flatMap(
            text -> {
              try {
                return Optional.of(Pattern.compile(text));
              } catch (PatternSyntaxException e) {
                node.error(
                    "'%s' is no regular expression: %s".formatted(text, e.getDescription()),
                    "correct it near character " + (e.getIndex() + 1));
                return Optional.empty();
              }
            });
  }

  /** A mark before decimals or between groups of digits. */
  static Optional<String> mark(YamlNode node) {
    return node.verbatim()
        .flatMap(
            text -> {
              if (!List.of(",", ".", " ").contains(text)) {
                node.error("'%s' is '%s'".formatted(node.path(), text), "write ',' or '.' or ' '");
                return Optional.empty();
              }
              return Optional.of(text);
            });
  }

  /** Codes by what senders write. */
  static Map<String, String> values(Optional<YamlNode> node) {
    Map<String, String> values = new LinkedHashMap<>();
    node.flatMap(YamlNode::map)
        .ifPresent(
            map -> map.all().forEach((key, value) -> values.put(key, value.textOrNothing())));
    return values;
  }

  /** A list of texts, or one text. */
  static List<String> texts(Optional<YamlNode> node) {
    List<String> texts = new ArrayList<>();
    node.ifPresent(
        n -> {
          if (n.isList()) {
            n.items().forEach(item -> item.text().ifPresent(texts::add));
          } else {
            n.text().ifPresent(texts::add);
          }
        });
    return texts;
  }

  private static List<Integer> weights(Optional<YamlNode> node) {
    List<Integer> weights = new ArrayList<>();
    node.ifPresent(n -> n.items().forEach(item -> item.wholeNumber(0, 9).ifPresent(weights::add)));
    return weights;
  }

  private static Map<String, FieldType> types() {
    Map<String, FieldType> types = new LinkedHashMap<>();
    for (FieldType type : FieldType.values()) {
      types.put(type.name().toLowerCase(Locale.ROOT), type);
    }
    return types;
  }
}
