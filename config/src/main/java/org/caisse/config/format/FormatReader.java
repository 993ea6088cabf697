package org.caisse.config.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.caisse.config.format.FormatDescription.Shape;
import org.caisse.config.text.Language;
import org.caisse.config.text.yaml.Problems;
import org.caisse.config.text.yaml.YamlMap;
import org.caisse.config.text.yaml.YamlNode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a description. JSON is YAML, too: read as YAML, every key and value knows its line, for
 * whoever has to mend it; that it is JSON indeed is checked before.
 */
final class FormatReader {

  private static final Map<String, FileKind> KINDS = kinds();
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MAX_RECORD = 4096;

  private final String file;
  private final Problems problems;

  FormatReader(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  Optional<FormatDescription> read(byte[] content) {
    try {
      JSON.readTree(content);
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      problems.error(
          file,
          Math.max(0, line),
          "this is not JSON: " + e.getOriginalMessage().lines().findFirst().orElse(""),
          "look at this line and the one before for a comma, a quote or a brace");
      return Optional.empty();
    }
    return YamlMap.parse(file, content, problems).flatMap(this::description);
  }

  private Optional<FormatDescription> description(YamlMap map) {
    for (String forPeople : List.of("$schema", "title", "description", "sources")) {
      map.optional(forPeople);
    }
    Optional<String> id = map.required("name").flatMap(this::id);
    boolean header = header(map);
    Optional<YamlNode> recordList = map.optional("records");
    int recordLength = 0;
    List<FormatField> fields = List.of();
    List<RecordDescription> records = List.of();
    if (recordList.isPresent()) {
      recordLength =
          map.required("recordLength").flatMap(n -> n.wholeNumber(1, MAX_RECORD)).orElse(1);
      records = new RecordReader(recordLength).read(recordList.get());
    } else {
      fields = map.required("fields").map(FieldReader::ofTable).orElse(List.of());
    }
    Set<String> missing = missing(map);
    Optional<YamlMap> caisse = map.required("caisse").flatMap(YamlNode::map);
    map.close();
    Shape shape =
        recordList.isPresent() ? Shape.FIXED_WIDTH : header ? Shape.TITLES : Shape.POSITIONS;
    if (shape == Shape.TITLES) {
      fields = fields.stream().map(field -> field.at(-1)).toList();
    }
    if (id.isEmpty() || caisse.isEmpty()) {
      return Optional.empty();
    }
    return caisse(id.get(), caisse.get(), shape, fields, records, recordLength, missing);
  }

  private Optional<FormatDescription> caisse(
      String id,
      YamlMap map,
      Shape shape,
      List<FormatField> fields,
      List<RecordDescription> records,
      int recordLength,
      Set<String> missing) {
    Optional<FileKind> kind = map.required("kind").flatMap(n -> n.oneOf(KINDS));
    Map<Language, String> titles = titles(map.required("titles"));
    List<NamePattern> files = files(map.optional("files"));
    List<FormatField> head = map.optional("head").map(FieldReader::ofTable).orElse(List.of());
    List<String> columns = kind.map(FileKind::columns).orElse(List.of());
    Set<String> rowNames = names(fields, records, RecordDescription.Role.LINE);
    Set<String> wholeNames =
        !head.isEmpty()
            ? names(head, List.of(), null)
            : names(fields, records, RecordDescription.Role.DECLARATION);
    Map<String, ValueSource> declaration =
        map.optional("declaration")
            .map(n -> new SourceReader(wholeNames, columns).read(n))
            .orElse(Map.of());
    Map<String, ValueSource> record =
        map.optional("record")
            .map(n -> new SourceReader(rowNames, columns).read(n))
            .orElseGet(() -> sameNames(columns, rowNames));
    RowChecks checks = new ChecksReader(rowNames).read(map);
    boolean consecutive = map.optional("consecutive").flatMap(YamlNode::truth).orElse(false);
    map.close();
    return kind.map(
        k ->
            new FormatDescription(
                id,
                k,
                titles,
                shape,
                fields,
                head,
                records,
                recordLength,
                missing,
                files,
                declaration,
                consecutive,
                record,
                checks));
  }

  private Optional<String> id(YamlNode node) {
    Optional<String> id = node.text();
    if (id.isPresent() && !file.endsWith("/" + id.get() + ".json")) {
      node.error(
          "the format is called '" + id.get() + "'", "give the file the same name, with .json");
    }
    return id;
  }

  private static boolean header(YamlMap map) {
    Optional<YamlMap> dialect = map.optional("dialect").flatMap(YamlNode::map);
    if (dialect.isEmpty()) {
      return true;
    }
    boolean header = dialect.get().optional("header").flatMap(YamlNode::truth).orElse(true);
    dialect.get().close();
    return header;
  }

  private static Set<String> missing(YamlMap map) {
    Set<String> missing = new LinkedHashSet<>();
    map.optional("missingValues")
        .map(YamlNode::items)
        .orElse(List.of())
        .forEach(n -> missing.add(n.textOrNothing()));
    return missing;
  }

  static Map<Language, String> titles(Optional<YamlNode> node) {
    Map<Language, String> titles = new LinkedHashMap<>();
    node.flatMap(YamlNode::map)
        .ifPresent(
            map -> {
              for (Language language : Language.values()) {
                map.required(language.code())
                    .flatMap(YamlNode::text)
                    .ifPresent(text -> titles.put(language, text));
              }
              map.close();
            });
    return titles;
  }

  static List<NamePattern> files(Optional<YamlNode> node) {
    List<NamePattern> patterns = new ArrayList<>();
    for (String text : FieldReader.texts(node)) {
      Optional<NamePattern> pattern = NamePattern.of(text);
      if (pattern.isEmpty()) {
        node.get()
            .error(
                "'" + text + "' is no pattern of file names",
                "use * up to four times and, once each, {year}, {month}, {employer}, {sequence},"
                    + " {complement}; at most 200 characters");
      }
      pattern.ifPresent(patterns::add);
    }
    return patterns;
  }

  private static Set<String> names(
      List<FormatField> fields, List<RecordDescription> records, RecordDescription.Role role) {
    Set<String> names = new HashSet<>();
    fields.forEach(field -> names.add(field.name()));
    records.stream()
        .filter(record -> record.role() == role)
        .flatMap(record -> record.fields().stream())
        .forEach(field -> names.add(field.name()));
    return names;
  }

  private static Map<String, ValueSource> sameNames(List<String> columns, Set<String> fields) {
    Map<String, ValueSource> sources = new LinkedHashMap<>();
    columns.stream()
        .filter(fields::contains)
        .forEach(column -> sources.put(column, new ValueSource.Field(column)));
    return sources;
  }

  private static Map<String, FileKind> kinds() {
    Map<String, FileKind> kinds = new LinkedHashMap<>();
    for (FileKind kind : FileKind.values()) {
      kinds.put(kind.name().toLowerCase(Locale.ROOT), kind);
    }
    return kinds;
  }
}
