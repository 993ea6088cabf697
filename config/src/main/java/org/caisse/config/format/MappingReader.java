package org.caisse.config.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.caisse.config.format.FormatDescription.Shape;
import org.caisse.config.text.yaml.Problems;
import org.caisse.config.text.yaml.YamlMap;
import org.caisse.config.text.yaml.YamlNode;

/** Reads a sender's mapping and lays it over the format on which it is based. */
final class MappingReader {

  /** Formats of lines with any titles, for senders who follow no other one. */
  private static final Map<FileKind, String> GENERAL = Map.of(FileKind.DECLARATION, "caisse-lines");

  private static final Set<String> OF_DECLARATION =
      Set.of("employer", "period", "kind", "sequence", "count");

  private static final Map<String, String> ENCODINGS =
      Map.of("UTF-8", "UTF-8", "windows-1252", "windows-1252", "ISO-8859-1", "ISO-8859-1");

  private static final Map<String, String> SEPARATORS =
      Map.of(";", ";", ",", ",", "tab", "\t", "|", "|", "#~#", "#~#");

  private static final int MAX_ROW = 100;

  private final String file;
  private final List<FormatDescription> formats;
  private final Problems problems;

  MappingReader(String file, List<FormatDescription> formats, Problems problems) {
    this.file = file;
    this.formats = formats;
    this.problems = problems;
  }

  Optional<SenderMapping> read(byte[] content) {
    return YamlMap.parse(file, content, problems).flatMap(this::mapping);
  }

  private Optional<SenderMapping> mapping(YamlMap map) {
    map.optional("title");
    Optional<FormatDescription> base = base(map);
    List<NamePattern> files = FormatReader.files(map.required("files"));
    String separator = map.optional("separator").flatMap(n -> n.oneOf(SEPARATORS)).orElse("");
    String encoding = map.optional("encoding").flatMap(n -> n.oneOf(ENCODINGS)).orElse("");
    String sheet = map.optional("sheet").flatMap(YamlNode::text).orElse("");
    int titleRow = map.optional("title_row").flatMap(n -> n.wholeNumber(0, MAX_ROW)).orElse(-1);
    if (base.isEmpty()) {
      map.all();
      return Optional.empty();
    }
    FormatDescription format = laidOver(base.get(), map, titleRow, files);
    map.close();
    String name = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.yaml$", "");
    return Optional.of(
        new SenderMapping(name, files, format, separator, encoding, sheet, titleRow));
  }

  private Optional<FormatDescription> base(YamlMap map) {
    Optional<YamlNode> kind = map.optional("kind");
    Optional<YamlNode> format = map.optional("format");
    if (format.isPresent()) {
      return format.get().text().flatMap(id -> format(id, format.get()));
    }
    if (kind.isEmpty()) {
      map.required("format");
      return Optional.empty();
    }
    Map<String, FileKind> kinds =
        formats.stream()
            .map(FormatDescription::kind)
            .distinct()
            .collect(Collectors.toMap(k -> k.name().toLowerCase(Locale.ROOT), k -> k, (a, b) -> a));
    return kind.get()
        .oneOf(kinds)
        .flatMap(k -> format(GENERAL.getOrDefault(k, k.ownFormat()), kind.get()));
  }

  private Optional<FormatDescription> format(String id, YamlNode node) {
    Optional<FormatDescription> found =
        formats.stream().filter(format -> format.id().equals(id)).findFirst();
    if (found.isEmpty()) {
      node.error(
          "there is no format '" + id + "'",
          "write one of: "
              + formats.stream().map(FormatDescription::id).collect(Collectors.joining(", ")));
    }
    return found;
  }

  private static FormatDescription laidOver(
      FormatDescription base, YamlMap map, int titleRow, List<NamePattern> files) {
    Optional<String> decimal = map.optional("decimal").flatMap(FieldReader::mark);
    Optional<String> thousands = map.optional("thousands").flatMap(FieldReader::mark);
    Optional<DateOrder> dates = map.optional("dates").flatMap(MappingReader::order);
    Map<String, YamlNode> columns =
        map.optional("columns").flatMap(YamlNode::map).map(YamlMap::all).orElse(Map.of());
    List<FormatField> fields = new ArrayList<>();
    for (FormatField field : base.fields()) {
      FormatField whole = withMarks(field, decimal, thousands, dates);
      YamlNode column = columns.get(field.name());
      fields.add(column == null ? whole : withColumn(whole, column, titleRow));
    }
    columns.forEach((name, node) -> knownField(base, name, node));
    Map<String, ValueSource> declaration = new LinkedHashMap<>(base.declaration());
    Map<String, ValueSource> record = new LinkedHashMap<>(base.record());
    map.optional("for_all_lines")
        .flatMap(YamlNode::map)
        .ifPresent(
            all ->
                all.all().forEach((name, node) -> forAll(base, name, node, declaration, record)));
    List<NamePattern> names = new ArrayList<>(files);
    names.addAll(base.files());
    return new FormatDescription(
        base.id(),
        base.kind(),
        base.titles(),
        base.shape(),
        fields,
        base.head().stream().map(f -> withMarks(f, decimal, thousands, dates)).toList(),
        base.records(),
        base.recordLength(),
        missing(base, map),
        names,
        declaration,
        base.consecutive(),
        record,
        checks(base, map));
  }

  private static void knownField(FormatDescription base, String name, YamlNode node) {
    if (base.shape() == Shape.FIXED_WIDTH) {
      node.error(
          "the columns of the fixed-width format '" + base.id() + "' are where they are",
          "remove 'columns', or describe another format");
    } else if (base.field(name).isEmpty()) {
      node.error(
          "format '" + base.id() + "' has no field '" + name + "'",
          "write one of: "
              + base.fields().stream().map(FormatField::name).collect(Collectors.joining(", ")));
    }
  }

  private static FormatField withMarks(
      FormatField field,
      Optional<String> decimal,
      Optional<String> thousands,
      Optional<DateOrder> dates) {
    FieldRules r = field.rules();
    FieldRules rules =
        new FieldRules(
            r.width(),
            r.prefix(),
            r.impliedDecimals(),
            decimal.orElse(r.decimalMark()),
            thousands.orElse(r.thousandsMark()),
            r.values(),
            r.pattern(),
            r.minimum(),
            r.maximum(),
            r.checkDigitWeights());
    return new FormatField(
        field.name(),
        field.title(),
        field.aliases(),
        field.type(),
        dates.orElse(field.order()),
        field.position(),
        field.length(),
        field.optional(),
        rules);
  }

  private static FormatField withColumn(FormatField field, YamlNode node, int titleRow) {
    if (!node.isMap()) {
      List<String> titles = FieldReader.texts(Optional.of(node));
      return titles.isEmpty() ? field : titled(field, titles, -1, field.rules());
    }
    YamlMap map = node.map().orElseThrow();
    List<String> titles = FieldReader.texts(map.optional("title"));
    int position = map.optional("position").flatMap(n -> n.wholeNumber(1, 1000)).orElse(0) - 1;
    if (position >= 0 && titleRow < 0) {
      node.error(
          "'" + node.path() + "' is told by its position, and where the lines begin is not said",
          "add 'title_row: 1', or 0 when the file has no titles");
    }
    FieldRules r = field.rules();
    FieldRules rules =
        new FieldRules(
            map.optional("width").flatMap(n -> n.wholeNumber(1, 32)).orElse(r.width()),
            map.optional("prefix").flatMap(YamlNode::text).orElse(r.prefix()),
            r.impliedDecimals(),
            map.optional("decimal").flatMap(FieldReader::mark).orElse(r.decimalMark()),
            map.optional("thousands").flatMap(FieldReader::mark).orElse(r.thousandsMark()),
            values(r, map),
            r.pattern(),
            r.minimum(),
            r.maximum(),
            r.checkDigitWeights());
    DateOrder order = map.optional("dates").flatMap(MappingReader::order).orElse(field.order());
    map.close();
    FormatField ordered =
        new FormatField(
            field.name(),
            field.title(),
            field.aliases(),
            field.type(),
            order,
            field.position(),
            field.length(),
            field.optional(),
            rules);
    return titles.isEmpty() && position < 0
        ? ordered
        : titled(ordered, titles.isEmpty() ? List.of(field.title()) : titles, position, rules);
  }

  private static Map<String, String> values(FieldRules rules, YamlMap map) {
    Optional<YamlNode> node = map.optional("values");
    return node.isEmpty() ? rules.values() : FieldReader.values(node);
  }

  private static FormatField titled(
      FormatField field, List<String> titles, int position, FieldRules rules) {
    return new FormatField(
        field.name(),
        titles.get(0),
        titles.subList(1, titles.size()),
        field.type(),
        field.order(),
        position,
        field.length(),
        field.optional(),
        rules);
  }

  private static Optional<DateOrder> order(YamlNode node) {
    Map<String, DateOrder> orders = new LinkedHashMap<>();
    for (DateOrder order : DateOrder.values()) {
      orders.put(order.code(), order);
    }
    return node.oneOf(orders);
  }

  private static void forAll(
      FormatDescription base,
      String column,
      YamlNode node,
      Map<String, ValueSource> declaration,
      Map<String, ValueSource> record) {
    if (!base.kind().columns().contains(column)) {
      node.error(
          "there is no canonical column '" + column + "'",
          "write one of: " + String.join(", ", base.kind().columns()));
      return;
    }
    Optional<ValueSource> source;
    if (node.isMap()) {
      YamlMap map = node.map().orElseThrow();
      source =
          map.optional("cell")
              .flatMap(SourceReader::cell)
              .or(
                  () ->
                      map.optional("from")
                          .flatMap(n -> n.oneOf(Map.of("file", new ValueSource.FileName()))));
      map.close();
    } else {
      source = node.text().map(ValueSource.Constant::new);
    }
    boolean whole = base.makesDeclarations() && OF_DECLARATION.contains(column);
    source.ifPresent(s -> (whole ? declaration : record).put(column, s));
  }

  private static Set<String> missing(FormatDescription base, YamlMap map) {
    Optional<YamlNode> node = map.optional("missing");
    return node.isEmpty() ? base.missingValues() : new LinkedHashSet<>(FieldReader.texts(node));
  }

  private static RowChecks checks(FormatDescription base, YamlMap map) {
    Set<String> names = base.fields().stream().map(FormatField::name).collect(Collectors.toSet());
    RowChecks c = base.checks();
    RowChecks.TotalRow total = new ChecksReader(names).totalRow(map);
    return total == null
        ? c
        : new RowChecks(c.concerns(), c.oneMonth(), c.atMost(), c.absence(), total, c.taken());
  }
}
