package org.caisse.readers.received;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.caisse.config.format.FormatDescription;
import org.caisse.config.format.FormatDescription.Shape;
import org.caisse.config.format.FormatField;
import org.caisse.config.format.SenderMapping;
import org.caisse.config.format.ValueSource;

/**
 * Where the fields of a format stand in one file.
 *
 * @param mapping the sender's, or {@link SenderMapping#none} of a format
 * @param titleRow row of the column titles, 0 when there are none
 * @param width columns of the table, as far as its titles or its format say
 * @param positions of the fields that the file has, from 0
 * @param titles what stands above them in the file
 */
record Layout(
    SenderMapping mapping,
    int titleRow,
    int width,
    Map<String, Integer> positions,
    Map<String, String> titles) {

  Layout {
    positions = Map.copyOf(positions);
    titles = Map.copyOf(titles);
  }

  FormatDescription format() {
    return mapping.format();
  }

  /** A layout without titles: fields stand in the order of the format. */
  static Layout ofPositions(SenderMapping mapping) {
    Map<String, Integer> positions = new HashMap<>();
    Map<String, String> titles = new HashMap<>();
    int width = 0;
    for (FormatField field : mapping.format().fields()) {
      if (field.position() >= 0) {
        positions.put(field.name(), field.position());
        titles.put(field.name(), field.title());
        width = Math.max(width, field.position() + 1);
      }
    }
    return new Layout(mapping, Math.max(0, mapping.titleRow()), width, positions, titles);
  }

  /** The same layout of a table that has more columns. */
  Layout atLeast(int columns) {
    return new Layout(mapping, titleRow, Math.max(width, columns), positions, titles);
  }

  /** The layout that was recognised before. */
  static Layout of(SenderMapping mapping, Recognition recognition) {
    Map<String, Integer> positions = new HashMap<>();
    Map<String, String> titles = new HashMap<>();
    for (RecognisedColumn column : recognition.columns()) {
      positions.put(column.field(), column.position());
      titles.put(column.field(), column.title());
    }
    return new Layout(mapping, recognition.titleRow(), recognition.width(), positions, titles);
  }

  /** Whether the file has a field. */
  boolean has(String field) {
    return positions.containsKey(field);
  }

  /**
   * How many columns a row must have at least; those that are optional at the end may be missing.
   */
  int leastWidth() {
    if (format().shape() != Shape.POSITIONS) {
      return width;
    }
    Set<Integer> needed =
        format().fields().stream()
            .filter(field -> !field.optional())
            .map(FormatField::position)
            .collect(Collectors.toSet());
    return needed.stream().mapToInt(p -> p + 1).max().orElse(0);
  }

  /** The titles of the sender's columns by canonical column. */
  Map<String, String> titlesOfCanonical() {
    Map<String, String> found = new LinkedHashMap<>();
    format().declaration().forEach((column, source) -> put(found, column, source));
    format().record().forEach((column, source) -> put(found, column, source));
    return found;
  }

  private void put(Map<String, String> found, String column, ValueSource source) {
    String title =
        fieldsOf(source).stream()
            .map(name -> titles.getOrDefault(name, ""))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" + "));
    if (!title.isEmpty()) {
      found.put(column, title);
    }
  }

  /** The fields from which a value is taken. */
  static List<String> fieldsOf(ValueSource source) {
    return switch (source) {
      case ValueSource.Field field -> List.of(field.field());
      case ValueSource.FieldWhen field -> List.of(field.field());
      case ValueSource.Joined joined -> joined.fields();
      case ValueSource.Sum sum -> new ArrayList<>(sum.fields());
      case ValueSource.YearAndMonth both -> List.of(both.year(), both.month());
      case ValueSource.MonthOf day -> List.of(day.field());
      case ValueSource.Constant constant -> List.of();
      case ValueSource.FileName name -> List.of();
      case ValueSource.FixedCell cell -> List.of();
      case ValueSource.Sender sender -> List.of();
    };
  }
}
