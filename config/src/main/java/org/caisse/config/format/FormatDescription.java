package org.caisse.config.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.caisse.config.text.Language;

/**
 * A format in which files of some kind come. It is what its JSON says, or that with a sender's
 * mapping laid over it.
 *
 * @param id such as {@code ci-cnps}
 * @param kind of the files
 * @param titles its name for people
 * @param shape of the table
 * @param fields of its rows, in their order; none for fixed width
 * @param head fields of a first row that is unlike all others; usually none
 * @param records types of records of a fixed-width format; none for tables
 * @param recordLength characters of a fixed-width record, 0 for tables
 * @param missingValues texts that mean nothing, besides the empty one
 * @param files names under which such files come, and what they say
 * @param declaration sources of what a declaration says as a whole, by canonical column; empty when
 *     each row is a canonical record by itself
 * @param consecutive whether only lines that follow each other are of one declaration; else those
 *     of one employer, month and sequence are, wherever they stand
 * @param record sources of the canonical columns of a row
 * @param checks what a row must satisfy besides the rules of its fields
 */
public record FormatDescription(
    String id,
    FileKind kind,
    Map<Language, String> titles,
    Shape shape,
    List<FormatField> fields,
    List<FormatField> head,
    List<RecordDescription> records,
    int recordLength,
    Set<String> missingValues,
    List<NamePattern> files,
    Map<String, ValueSource> declaration,
    boolean consecutive,
    Map<String, ValueSource> record,
    RowChecks checks) {

  public FormatDescription {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    titles = Map.copyOf(titles);
    Objects.requireNonNull(shape, "shape");
    fields = List.copyOf(fields);
    head = List.copyOf(head);
    records = List.copyOf(records);
    missingValues = Set.copyOf(missingValues);
    files = List.copyOf(files);
    declaration = Map.copyOf(declaration);
    record = Map.copyOf(new LinkedHashMap<>(record));
    Objects.requireNonNull(checks, "checks");
  }

  /** How the rows of a format are told. */
  public enum Shape {
    /** By titles above the columns. */
    TITLES,
    /** By the order of the columns alone. */
    POSITIONS,
    /** By the places of the characters. */
    FIXED_WIDTH
  }

  /** Whether the rows are lines of persons, and the declarations around them have to be made. */
  public boolean makesDeclarations() {
    return !declaration.isEmpty();
  }

  /** The field of a row with this name. */
  public Optional<FormatField> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  /** The field of the head row with this name. */
  public Optional<FormatField> headField(String name) {
    return head.stream().filter(field -> field.name().equals(name)).findFirst();
  }
}
