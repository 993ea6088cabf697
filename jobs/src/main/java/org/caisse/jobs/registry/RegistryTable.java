package org.caisse.jobs.registry;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.caisse.writers.copy.BinaryCopy;

/**
 * Where the rows of a kind of registry file go: which columns the versions have, by which of them a
 * version is found, and whose numbers they name. From that come the temporary table that rows are
 * copied to, and the queries that find doubtful rows and make versions; what is the same for all
 * kinds is in the {@code .sql} files.
 *
 * @param <T> row of the file
 * @param kind of the files, as the table {@code file} calls it
 * @param versions the table of versions
 * @param own whose numbers these files give, or null
 * @param shown column of the file that rows are known by
 * @param number what stands in that column
 * @param references numbers that a row names; each must be known, empty ones are none
 * @param columns of the versions, besides days and origin
 */
record RegistryTable<T>(
    String kind,
    String versions,
    Numbered own,
    String shown,
    Function<T, String> number,
    List<Reference<T>> references,
    List<Column<T>> columns,
    Function<T, LocalDate> validFrom,
    Function<T, LocalDate> validTo) {

  RegistryTable {
    references = List.copyOf(references);
    columns = List.copyOf(columns);
  }

  /** How a column is stored, and how it comes by COPY. */
  enum Type {
    TEXT("text COLLATE \"C\" NOT NULL", "%s"),
    DATE("date", "%s"),
    SMALL("integer", "%s::smallint"),
    WHOLE("integer", "%s"),
    AMOUNT("bigint", "%s"),
    DECIMAL("text", "%s::numeric"),
    FLAG("boolean NOT NULL", "%s");

    private final String staged;
    private final String cast;

    Type(String staged, String cast) {
      this.staged = staged;
      this.cast = cast;
    }
  }

  /**
   * A number that a row names.
   *
   * @param field column of the file
   * @param of whose number
   * @param id column of the versions that has the key of it; empty when only the number is kept
   * @param key whether a version is found by it
   */
  record Reference<T>(
      String field, Numbered of, String id, boolean key, Function<T, String> number) {}

  /**
   * A column of the versions.
   *
   * @param key whether a version is found by it
   */
  record Column<T>(String name, Type type, boolean key, Function<T, ?> value) {}

  private static final String OWN_NUMBER = "number";

  /** Columns of the temporary table, in the order of {@link #copy}. */
  private Stream<String> staged() {
    Stream<String> numbers =
        Stream.concat(
            own == null ? Stream.of() : Stream.of(OWN_NUMBER),
            IntStream.range(0, references.size()).mapToObj(RegistryTable::reference));
    return Stream.of(
            Stream.of("line_no"),
            numbers,
            columns.stream().map(Column::name),
            Stream.of("valid_from", "valid_to"))
        .flatMap(names -> names);
  }

  private static String reference(int n) {
    return "ref_" + n;
  }

  /** The definition of the temporary table. */
  String create(String template) {
    List<String> definitions = new ArrayList<>();
    if (own != null) {
      definitions.add(OWN_NUMBER + " " + Type.TEXT.staged);
    }
    for (int n = 0; n < references.size(); n++) {
      definitions.add(reference(n) + " " + Type.TEXT.staged);
    }
    columns.forEach(column -> definitions.add(column.name() + " " + column.type().staged));
    return template.replace("{columns}", String.join(",\n  ", definitions));
  }

  /** The statement that fills it. */
  String copyStatement() {
    return "COPY incoming (%s) FROM STDIN (FORMAT BINARY)"
        .formatted(staged().collect(Collectors.joining(", ")));
  }

  /** Copies a row into it. */
  void copy(BinaryCopy copy, int lineNo, T row) throws SQLException {
    copy.row((int) staged().count());
    copy.int4(lineNo);
    if (own != null) {
      copy.text(number.apply(row));
    }
    for (Reference<T> reference : references) {
      copy.text(reference.number().apply(row));
    }
    for (Column<T> column : columns) {
      value(copy, column.type(), column.value().apply(row));
    }
    copy.date(validFrom.apply(row));
    value(copy, Type.DATE, validTo.apply(row));
  }

  private static void value(BinaryCopy copy, Type type, Object value) throws SQLException {
    if (value == null) {
      copy.nul();
      return;
    }
    switch (type) {
      case TEXT, DECIMAL -> copy.text(value.toString());
      case DATE -> copy.date((LocalDate) value);
      case SMALL, WHOLE -> copy.int4((Integer) value);
      case AMOUNT -> copy.int8((Long) value);
      case FLAG -> copy.bool((Boolean) value);
    }
  }

  /** A query with this kind's tables and columns in the place of the names in braces. */
  String sql(String template) {
    return template
        .replace("{kind}", kind)
        .replace("{versions}", versions)
        .replace("{staged_key}", String.join(", ", stagedKey()))
        .replace("{joins}", joins())
        .replace("{same_key}", sameKey())
        .replace("{ids}", list(idNames()))
        .replace("{id_values}", list(idValues()))
        .replace("{columns}", columns.stream().map(c -> c.name() + ", ").collect(joined()))
        .replace("{values}", columns.stream().map(c -> value(c) + ", ").collect(joined()))
        .replace("{known}", compared("last."))
        .replace("{new}", compared(""))
        .replace("{unknown}", unknown())
        .replace("{table}", own == null ? "" : own.table())
        .replace("{table_id}", own == null ? "" : own.id())
        .replace("{table_no}", own == null ? "" : own.number());
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joined() {
    return Collectors.joining();
  }

  private static String list(List<String> names) {
    return names.stream().map(name -> name + ", ").collect(joined());
  }

  /** What a version is found by, as it stands in the temporary table. */
  private List<String> stagedKey() {
    List<String> key = new ArrayList<>();
    if (own != null) {
      key.add(OWN_NUMBER);
    }
    for (int n = 0; n < references.size(); n++) {
      if (references.get(n).key()) {
        key.add(reference(n));
      }
    }
    columns.stream().filter(Column::key).forEach(column -> key.add(column.name()));
    return key;
  }

  private String joins() {
    List<String> joins = new ArrayList<>();
    if (own != null) {
      joins.add("JOIN %s k ON k.%s = i.%s".formatted(own.table(), own.number(), OWN_NUMBER));
    }
    for (int n = 0; n < references.size(); n++) {
      if (!references.get(n).id().isEmpty()) {
        Numbered of = references.get(n).of();
        joins.add(
            "JOIN %1$s r%2$d ON r%2$d.%3$s = i.ref_%2$d".formatted(of.table(), n, of.number()));
      }
    }
    return String.join("\n", joins);
  }

  /** That a version {@code v} has the key of a row {@code i}. */
  private String sameKey() {
    List<String> same = new ArrayList<>();
    if (own != null) {
      same.add("v.%1$s = k.%1$s".formatted(own.id()));
    }
    for (int n = 0; n < references.size(); n++) {
      Reference<T> reference = references.get(n);
      if (reference.key()) {
        same.add("v.%s = r%d.%s".formatted(reference.id(), n, reference.of().id()));
      }
    }
    columns.stream()
        .filter(Column::key)
        .forEach(column -> same.add("v.%1$s = i.%1$s".formatted(column.name())));
    return String.join(" AND ", same);
  }

  private List<String> idNames() {
    List<String> names = new ArrayList<>();
    if (own != null) {
      names.add(own.id());
    }
    references.stream().map(Reference::id).filter(id -> !id.isEmpty()).forEach(names::add);
    return names;
  }

  private List<String> idValues() {
    List<String> values = new ArrayList<>();
    if (own != null) {
      values.add("k." + own.id());
    }
    for (int n = 0; n < references.size(); n++) {
      if (!references.get(n).id().isEmpty()) {
        values.add("r%d.%s".formatted(n, references.get(n).of().id()));
      }
    }
    return values;
  }

  private static String value(Column<?> column) {
    return column.type().cast.formatted("i." + column.name());
  }

  /** What makes a version another one: of the version that is known, or of the row. */
  private String compared(String prefix) {
    List<String> parts = new ArrayList<>();
    for (int n = 0; n < references.size(); n++) {
      Reference<T> reference = references.get(n);
      if (!reference.id().isEmpty() && !reference.key()) {
        parts.add(
            prefix.isEmpty()
                ? "r%d.%s".formatted(n, reference.of().id())
                : prefix + reference.id());
      }
    }
    columns.stream()
        .filter(column -> !column.key())
        .forEach(column -> parts.add(prefix.isEmpty() ? value(column) : prefix + column.name()));
    parts.add(prefix.isEmpty() ? "i.valid_to" : prefix + "valid_to");
    return String.join(", ", parts);
  }

  /** Rows that name a number which no version that the run knows has. */
  private String unknown() {
    if (references.isEmpty()) {
      return "SELECT 0, 0 WHERE false";
    }
    List<String> queries = new ArrayList<>();
    for (int n = 0; n < references.size(); n++) {
      Numbered of = references.get(n).of();
      queries.add(
          """
          SELECT i.line_no, %1$d
            FROM incoming i
            WHERE i.ref_%1$d <> ''
              AND NOT EXISTS (SELECT FROM %2$s t JOIN %2$s_version v USING (%3$s)
                              WHERE t.%4$s = i.ref_%1$d AND v.file_id <> ALL (:withdrawn)
                                AND (v.run_id = :run OR v.run_id = ANY (:inputs)))\
          """
              .formatted(n, of.table(), of.id(), of.number()));
    }
    return String.join("\n  UNION ALL\n  ", queries);
  }
}
