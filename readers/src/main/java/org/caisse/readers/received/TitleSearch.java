package org.caisse.readers.received;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caisse.config.format.FormatField;
import org.caisse.config.format.SenderMapping;
import org.caisse.readers.table.TableRow;

/** Finds the row of column titles of a format, and which column is which field. */
final class TitleSearch {

  /** Longest title that is kept to be shown. */
  private static final int MAX_TITLE = 100;

  private final SenderMapping mapping;
  private final Map<String, String> fieldsByTitle = new HashMap<>();

  /**
   * What a row is when it is taken for the titles of a format.
   *
   * @param layout that it gives
   * @param found how many of its columns are fields
   * @param missing fields that the format needs and that no column is
   * @param twice a title that two columns have, or empty
   * @param ignored titles of columns that are no fields
   */
  record Match(
      Layout layout, int found, List<FormatField> missing, String twice, List<String> ignored) {

    boolean isComplete() {
      return missing.isEmpty() && twice.isEmpty();
    }
  }

  TitleSearch(SenderMapping mapping) {
    this.mapping = mapping;
    // What a mapping calls one column may be what another is usually called, too.
    for (FormatField field : mapping.format().fields()) {
      fieldsByTitle.putIfAbsent(Titles.key(field.title()), field.name());
    }
    for (FormatField field : mapping.format().fields()) {
      field.aliases().forEach(a -> fieldsByTitle.putIfAbsent(Titles.key(a), field.name()));
    }
  }

  /** The best of the rows that may be the titles, or null when none has any of them. */
  Match best(List<TableRow> rows) {
    if (mapping.titleRow() == 0) {
      int cells =
          rows.stream()
              .filter(row -> !row.isBlank())
              .mapToInt(r -> r.cells().size())
              .findFirst()
              .orElse(0);
      Layout layout = Layout.ofPositions(mapping).atLeast(cells);
      return new Match(layout, layout.positions().size(), missing(layout), "", List.of());
    }
    Match best = null;
    for (TableRow row : rows) {
      if (mapping.titleRow() > 0 && row.rowNo() != mapping.titleRow()) {
        continue;
      }
      Match match = match(row);
      if (match.found() > 0 && (best == null || match.found() > best.found())) {
        best = match;
      }
    }
    return best;
  }

  private Match match(TableRow row) {
    Map<String, Integer> positions = new HashMap<>();
    Map<String, String> titles = new HashMap<>();
    List<String> ignored = new ArrayList<>();
    Set<Integer> placed = new HashSet<>();
    for (FormatField field : mapping.format().fields()) {
      if (field.position() >= 0) {
        positions.put(field.name(), field.position());
        titles.put(field.name(), shown(row.cell(field.position()).text(), field.title()));
        placed.add(field.position());
      }
    }
    String twice = "";
    int width = placed.stream().mapToInt(p -> p + 1).max().orElse(0);
    for (int i = 0; i < row.cells().size(); i++) {
      String title = row.cells().get(i).text();
      if (title.isBlank()) {
        continue;
      }
      width = Math.max(width, i + 1);
      String field = placed.contains(i) ? null : fieldsByTitle.get(Titles.key(title));
      if (field != null && mapping.format().field(field).orElseThrow().position() < 0) {
        if (positions.containsKey(field)) {
          twice = shown(title, title);
        }
        positions.put(field, i);
        titles.put(field, shown(title, title));
      } else if (!placed.contains(i)) {
        ignored.add(shown(title, title));
      }
    }
    Layout layout = new Layout(mapping, row.rowNo(), width, positions, titles);
    return new Match(layout, positions.size(), missing(layout), twice, ignored);
  }

  private List<FormatField> missing(Layout layout) {
    return mapping.format().fields().stream()
        .filter(field -> !field.optional() && !layout.has(field.name()))
        .toList();
  }

  private static String shown(String title, String otherwise) {
    String text = CellReader.strip(title);
    String chosen = text.isEmpty() ? otherwise : text;
    return chosen.length() <= MAX_TITLE ? chosen : chosen.substring(0, MAX_TITLE);
  }
}
