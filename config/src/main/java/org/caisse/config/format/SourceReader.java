package org.caisse.config.format;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caisse.config.text.yaml.YamlMap;
import org.caisse.config.text.yaml.YamlNode;

/** Reads where the values of canonical columns come from. */
final class SourceReader {

  private static final Pattern CELL = Pattern.compile("([A-Z]{1,2})([1-9][0-9]{0,2})");
  private static final int LETTERS = 26;

  private final Set<String> fields;
  private final List<String> columns;

  /**
   * @param fields names that sources may refer to
   * @param columns canonical columns that may have a source
   */
  SourceReader(Set<String> fields, List<String> columns) {
    this.fields = fields;
    this.columns = columns;
  }

  Map<String, ValueSource> read(YamlNode node) {
    Map<String, ValueSource> sources = new LinkedHashMap<>();
    node.map()
        .ifPresent(
            map ->
                map.all()
                    .forEach(
                        (column, value) -> {
                          if (!columns.contains(column)) {
                            value.error(
                                "there is no canonical column '" + column + "'",
                                "write one of: " + String.join(", ", columns));
                          }
                          source(value).ifPresent(source -> sources.put(column, source));
                        }));
    return sources;
  }

  private Optional<ValueSource> source(YamlNode node) {
    if (!node.isMap()) {
      return field(node).map(ValueSource.Field::new);
    }
    return node.map().flatMap(map -> source(node, map));
  }

  private Optional<ValueSource> source(YamlNode node, YamlMap map) {
    Optional<ValueSource> found =
        map.optional("field")
            .flatMap(f -> field(f).flatMap(name -> when(map, name)))
            .or(() -> map.optional("join").map(n -> new ValueSource.Joined(fieldsOf(n))))
            .or(() -> map.optional("sum").map(n -> new ValueSource.Sum(fieldsOf(n))))
            .or(() -> map.optional("year").flatMap(y -> yearAndMonth(map, y)))
            .or(() -> map.optional("month_of").flatMap(this::field).map(ValueSource.MonthOf::new))
            .or(
                () ->
                    map.optional("constant").flatMap(YamlNode::text).map(ValueSource.Constant::new))
            .or(() -> map.optional("cell").flatMap(SourceReader::cell))
            .or(() -> map.optional("from").flatMap(SourceReader::from));
    map.close();
    if (found.isEmpty()) {
      node.error(
          "'" + node.path() + "' says no source",
          "write a field, or one of: field, join, sum, year and month, month_of, constant, cell,"
              + " from");
    }
    return found;
  }

  private Optional<ValueSource> when(YamlMap map, String name) {
    Optional<YamlMap> condition = map.optional("when").flatMap(YamlNode::map);
    if (condition.isEmpty()) {
      return Optional.of(new ValueSource.Field(name));
    }
    for (Map.Entry<String, YamlNode> entry : condition.get().all().entrySet()) {
      if (!fields.contains(entry.getKey())) {
        unknown(entry.getValue(), entry.getKey());
      }
      Set<String> values = new HashSet<>(FieldReader.texts(Optional.of(entry.getValue())));
      return Optional.of(new ValueSource.FieldWhen(name, entry.getKey(), values));
    }
    return Optional.empty();
  }

  private Optional<ValueSource> yearAndMonth(YamlMap map, YamlNode year) {
    Optional<String> month = map.required("month").flatMap(this::field);
    return field(year).flatMap(y -> month.map(m -> new ValueSource.YearAndMonth(y, m)));
  }

  private List<String> fieldsOf(YamlNode node) {
    List<String> names = FieldReader.texts(Optional.of(node));
    names.stream().filter(name -> !fields.contains(name)).forEach(name -> unknown(node, name));
    return names;
  }

  private Optional<String> field(YamlNode node) {
    Optional<String> name = node.text();
    if (name.isPresent() && !fields.contains(name.get())) {
      unknown(node, name.get());
    }
    return name;
  }

  private void unknown(YamlNode node, String name) {
    node.error(
        "'%s' names a field '%s' that there is not".formatted(node.path(), name),
        "write one of: " + String.join(", ", fields.stream().sorted().toList()));
  }

  private static Optional<ValueSource> from(YamlNode node) {
    return node.oneOf(
        Map.of("file", new ValueSource.FileName(), "sender", new ValueSource.Sender()));
  }

  /** A cell as spreadsheets name it, such as B2. */
  static Optional<ValueSource> cell(YamlNode node) {
    Optional<String> text = node.text();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Matcher matcher = CELL.matcher(text.get());
    if (!matcher.matches()) {
      node.error("'" + text.get() + "' is no cell", "write column and row, such as B2");
      return Optional.empty();
    }
    int column = 0;
    for (char letter : matcher.group(1).toCharArray()) {
      column = column * LETTERS + letter - 'A' + 1;
    }
    return Optional.of(
        new ValueSource.FixedCell(Integer.parseInt(matcher.group(2)) - 1, column - 1));
  }
}
