package org.caisse.readers.received;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.caisse.config.format.FieldRules;
import org.caisse.config.format.FormatField;
import org.caisse.config.format.ValueSource;
import org.caisse.domain.reject.Reject;
import org.caisse.readers.line.FieldText;
import org.caisse.readers.table.Cell;
import org.caisse.readers.table.TableRow;

/** The values of one row by field and by canonical column, as Caisse writes them. */
final class RowValues {

  private final Map<String, CellReader> readers = new HashMap<>();
  private final List<String> checkedOnly = new ArrayList<>();
  private final Map<String, Integer> positions;
  private final Map<String, ValueSource> sources;
  private final Map<String, String> facts;
  private TableRow row;
  private Reject problem;

  /**
   * @param fields of the row
   * @param positions of those that the file has
   * @param sources of canonical columns
   * @param shown what a field is called in rejects
   * @param facts values that hold for the whole file, by canonical column
   */
  RowValues(
      List<FormatField> fields,
      Map<String, Integer> positions,
      Map<String, ValueSource> sources,
      UnaryOperator<String> shown,
      Set<String> missing,
      Map<String, String> facts,
      Conversion conversion) {
    for (FormatField field : fields) {
      readers.put(
          field.name(), new CellReader(field, shown.apply(field.name()), missing, conversion));
    }
    this.positions = new HashMap<>(positions);
    Set<String> used = new HashSet<>();
    sources.values().forEach(source -> used.addAll(Layout.fieldsOf(source)));
    for (FormatField field : fields) {
      if (!used.contains(field.name()) && !field.rules().equals(FieldRules.NONE)) {
        checkedOnly.add(field.name());
      }
    }
    this.sources = new HashMap<>(sources);
    this.facts = new HashMap<>(facts);
  }

  /** Goes to a row. */
  void on(TableRow next) {
    row = next;
    problem = null;
  }

  /** The first problem of what was asked of this row, or null. */
  Reject problem() {
    return problem;
  }

  /** Takes all cells of a row into account for what the whole file has to decide. */
  void see(TableRow seen) {
    positions.forEach(
        (field, position) -> readers.get(field).see(seen.cell(position), seen.rowNo()));
  }

  /** Holds the fields of this row that no canonical column comes from against their rules. */
  void checkOthers() {
    for (String name : checkedOnly) {
      field(name);
    }
  }

  /** What a field is called in rejects. */
  String title(String field) {
    return readers.get(field).title();
  }

  /** The value of a field. */
  String field(String name) {
    CellReader reader = readers.get(name);
    Integer position = positions.get(name);
    if (position == null) {
      return "";
    }
    String value = reader.read(row.cell(position), row.rowNo());
    if (problem == null) {
      problem = reader.problem();
    }
    return value;
  }

  /** The text of a field as it stands there, spaces around it apart. */
  String raw(String name) {
    Integer position = positions.get(name);
    return position == null ? "" : CellReader.strip(row.cell(position).text());
  }

  /** The cell of a field. */
  Cell cell(String name) {
    Integer position = positions.get(name);
    return position == null ? Cell.BLANK : row.cell(position);
  }

  /** The value of a canonical column; empty when nothing gives it. */
  String column(String column) {
    String fact = facts.get(column);
    if (fact != null) {
      return fact;
    }
    ValueSource source = sources.get(column);
    return source == null ? "" : value(source);
  }

  private String value(ValueSource source) {
    return switch (source) {
      case ValueSource.Field field -> field(field.field());
      case ValueSource.FieldWhen field ->
          isOneOf(field.values(), field(field.other())) ? field(field.field()) : "";
      case ValueSource.Joined joined -> joined(joined.fields());
      case ValueSource.Sum sum -> sum(sum.fields());
      case ValueSource.YearAndMonth both -> month(field(both.year()), field(both.month()));
      case ValueSource.MonthOf day -> monthOf(field(day.field()));
      case ValueSource.Constant constant -> constant.value();
      case ValueSource.FileName name -> "";
      case ValueSource.FixedCell cell -> "";
      case ValueSource.Sender sender -> "";
    };
  }

  private static boolean isOneOf(Set<String> values, String value) {
    return values.stream().anyMatch(one -> Titles.key(one).equals(Titles.key(value)));
  }

  private String joined(List<String> fields) {
    List<String> parts = new ArrayList<>();
    for (String field : fields) {
      String part = field(field);
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    return String.join(" ", parts);
  }

  /** The sum of amounts; the first one that is none, when there is one. */
  private String sum(List<String> fields) {
    BigDecimal sum = BigDecimal.ZERO;
    boolean any = false;
    for (String field : fields) {
      String value = field(field);
      if (!value.isEmpty()) {
        if (!Amounts.isPlain(value)) {
          return value;
        }
        sum = sum.add(new BigDecimal(value));
        any = true;
      }
    }
    return any ? Amounts.plain(sum) : "";
  }

  private static String monthOf(String day) {
    return FieldText.epochDay(day) == FieldText.UNREADABLE ? day : day.substring(0, 7);
  }

  private static String month(String year, String month) {
    return year.isEmpty() && month.isEmpty()
        ? ""
        : year + "-" + (month.length() == 1 ? "0" + month : month);
  }
}
