package org.caisse.readers.received;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.caisse.config.format.DateOrder;
import org.caisse.config.format.FormatDescription;
import org.caisse.config.format.FormatField;
import org.caisse.config.format.RecordDescription;
import org.caisse.config.format.ValueSource;
import org.caisse.domain.reject.RejectCode;
import org.caisse.readers.table.TableRow;
import org.caisse.readers.table.TableSource;

/**
 * Goes once over all rows of a file to decide what only all of them show: the marks in amounts, the
 * order of days and months. Also takes the cells that hold for the whole file.
 */
final class LookThrough {

  private final Layout layout;
  private final Conversion conversion;
  private final Set<ValueSource.FixedCell> wanted = new HashSet<>();
  private final Map<ValueSource.FixedCell, String> cells = new HashMap<>();
  private long records;
  private Question question;

  LookThrough(Layout layout, Conversion conversion) {
    this.layout = layout;
    this.conversion = conversion;
    want(layout.format().declaration());
    want(layout.format().record());
  }

  private void want(Map<String, ValueSource> sources) {
    sources
        .values()
        .forEach(
            source -> {
              if (source instanceof ValueSource.FixedCell cell) {
                wanted.add(cell);
              }
            });
  }

  /** Goes over the rows. */
  void over(TableSource source) throws IOException {
    FormatDescription format = layout.format();
    RowSorter sorter = new RowSorter(layout);
    RowValues rows = ofRows(layout, conversion, Map.of());
    RowValues head = ofHead(layout, conversion);
    TableRow row;
    while ((row = source.next()) != null) {
      take(row);
      switch (sorter.sort(row)) {
        case HEAD -> head.see(row);
        case TOTAL -> rows.see(row);
        case RECORD -> {
          records++;
          if (format.records().isEmpty() && row.problem() == null) {
            rows.see(row);
          }
        }
        case BLANK, TITLES, PASSED -> {}
      }
    }
    decide(format);
  }

  /** The values of rows of a table. */
  static RowValues ofRows(Layout layout, Conversion conversion, Map<String, String> facts) {
    FormatDescription format = layout.format();
    Map<String, String> canonical = new HashMap<>();
    format
        .declaration()
        .forEach((column, s) -> Layout.fieldsOf(s).forEach(f -> canonical.put(f, column)));
    format
        .record()
        .forEach((column, s) -> Layout.fieldsOf(s).forEach(f -> canonical.put(f, column)));
    UnaryOperator<String> shown =
        field -> canonical.getOrDefault(field, layout.titles().getOrDefault(field, field));
    Map<String, ValueSource> sources = new HashMap<>(format.record());
    if (format.head().isEmpty()) {
      format.declaration().forEach(sources::putIfAbsent);
    }
    return new RowValues(
        format.fields(),
        layout.positions(),
        sources,
        shown,
        format.missingValues(),
        facts,
        conversion);
  }

  /** The values of a first row that is unlike all others. */
  static RowValues ofHead(Layout layout, Conversion conversion) {
    FormatDescription format = layout.format();
    Map<String, Integer> positions = new HashMap<>();
    format.head().forEach(field -> positions.put(field.name(), field.position()));
    return of(format, format.head(), positions, conversion, format.declaration());
  }

  /** The values of records of one type of a fixed-width format. */
  static RowValues ofRecord(Layout layout, RecordDescription record, Conversion conversion) {
    FormatDescription format = layout.format();
    Map<String, Integer> positions = new HashMap<>();
    int place = 1;
    for (FormatField field : record.fields()) {
      positions.put(field.name(), place++);
    }
    return of(
        format,
        record.fields(),
        positions,
        conversion,
        record.role() == RecordDescription.Role.DECLARATION
            ? format.declaration()
            : format.record());
  }

  private static RowValues of(
      FormatDescription format,
      List<FormatField> fields,
      Map<String, Integer> positions,
      Conversion conversion,
      Map<String, ValueSource> sources) {
    Map<String, String> canonical = new HashMap<>();
    sources.forEach((column, s) -> Layout.fieldsOf(s).forEach(f -> canonical.put(f, column)));
    Map<String, String> titles = new HashMap<>();
    fields.forEach(field -> titles.put(field.name(), field.title()));
    return new RowValues(
        fields,
        positions,
        sources,
        field -> canonical.getOrDefault(field, titles.get(field)),
        format.missingValues(),
        Map.of(),
        conversion);
  }

  /** Records that the file has. */
  long records() {
    return records;
  }

  /** Text of the cells that hold for the whole file. */
  Map<ValueSource.FixedCell, String> cells() {
    return cells;
  }

  /** What has to be asked, or null. */
  Question question() {
    return question;
  }

  private void take(TableRow row) {
    for (ValueSource.FixedCell cell : wanted) {
      if (cell.row() == row.rowNo() - 1) {
        cells.put(cell, CellReader.strip(row.cell(cell.column()).text()));
      }
    }
  }

  private void decide(FormatDescription format) {
    conversion.marks().forEach(this::marks);
    DateOrder said =
        format.fields().stream()
            .map(FormatField::order)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    if (!conversion.decideOrder(said) && question == null) {
      question =
          new Question(
              RejectCode.DATE_AMBIGUOUS,
              conversion.ambiguousLine(),
              titles().getOrDefault(conversion.ambiguousColumn(), conversion.ambiguousColumn()),
              conversion.ambiguousDay(),
              said == DateOrder.DMY ? "dates: mdy" : "dates: dmy");
    }
  }

  private void marks(String column, Marks marks) {
    if (marks.asked() != null && question == null) {
      FormatField field = conversion.amount(column);
      question =
          new Question(
              RejectCode.AMOUNT_AMBIGUOUS,
              marks.askedLine(),
              titles().getOrDefault(column, column),
              marks.asked(),
              layout.has(field.name())
                  ? "columns: {%s: {decimal: \",\", thousands: \".\"}}".formatted(field.name())
                  : "decimal: \",\"");
    }
  }

  private Map<String, String> titles() {
    return layout.titlesOfCanonical();
  }
}
