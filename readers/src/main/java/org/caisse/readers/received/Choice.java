package org.caisse.readers.received;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caisse.config.format.FormatDescription;
import org.caisse.config.format.FormatDescription.Shape;
import org.caisse.config.format.FormatField;
import org.caisse.config.format.RecordDescription;
import org.caisse.config.format.SenderMapping;
import org.caisse.domain.reject.RejectCode;
import org.caisse.readers.table.Cell;
import org.caisse.readers.table.TableRow;

/**
 * Chooses, among formats and ways to split a file, the one that its first rows fit. The one with
 * most columns wins; two that fit equally well are a question.
 */
final class Choice {

  private static final int MAX_SHOWN = 120;

  private final List<Fit> fits = new ArrayList<>();
  private TitleSearch.Match nearest;
  private Question unreadable;
  private Tables nearestTables;
  private String firstRow = "";

  /**
   * A way to read the file.
   *
   * @param tables how its rows are opened
   * @param layout where the fields are
   * @param ignored titles of columns that nobody reads
   * @param columns how many the format knows
   */
  record Fit(Tables tables, Layout layout, List<String> ignored, int columns) {}

  /** Tries a format on the first rows of a file, split in one way. */
  void consider(SenderMapping mapping, Tables tables, List<TableRow> rows) {
    if (firstRow.isEmpty()) {
      firstRow = shown(rows);
    }
    switch (mapping.format().shape()) {
      case TITLES -> titles(mapping, tables, rows);
      case POSITIONS -> positions(mapping, tables, rows);
      case FIXED_WIDTH -> fixedWidth(mapping, tables, rows);
    }
  }

  /** Takes note that one way to read the file is none, and why. */
  void cannot(Question why) {
    unreadable = why;
  }

  /** The best way, or null when there is none or there are two. */
  Fit best() {
    List<Fit> best = bestOnes();
    return best.size() == 1 ? best.get(0) : null;
  }

  /** Why there is no best way. */
  Question question(String fileName, String header) {
    List<Fit> best = bestOnes();
    if (best.size() > 1) {
      return ambiguous(best, fileName);
    }
    if (unreadable != null) {
      return unreadable;
    }
    if (nearest == null || nearest.found() < 2) {
      return new Question(RejectCode.HEADER_UNKNOWN, 1, "", firstRow, header);
    }
    int row = Math.max(1, nearest.layout().titleRow());
    if (!nearest.twice().isEmpty()) {
      return new Question(
          RejectCode.COLUMN_TWICE,
          row,
          nearest.twice(),
          nearest.twice(),
          "columns: {…: {position: …}}");
    }
    FormatField missing = nearest.missing().get(0);
    return new Question(
        RejectCode.COLUMN_MISSING,
        row,
        titles(missing),
        String.join(", ", nearest.ignored()),
        "columns: {" + missing.name() + ": …}");
  }

  /** The titles under which a column is known, the usual one first. */
  private static String titles(FormatField field) {
    return Stream.concat(Stream.of(field.title()), field.aliases().stream())
        .collect(Collectors.joining(", "));
  }

  /** The first row with anything in it, as far as a reader needs it to know the file again. */
  private static String shown(List<TableRow> rows) {
    String raw =
        rows.stream().filter(row -> !row.isBlank()).map(TableRow::raw).findFirst().orElse("");
    int end = raw.offsetByCodePoints(0, Math.min(MAX_SHOWN, raw.codePointCount(0, raw.length())));
    return end < raw.length() ? raw.substring(0, end) + "…" : raw;
  }

  /** The form in which the file came nearest to something. */
  FileForm form() {
    return nearestTables == null ? FileForm.UNKNOWN : nearestTables.form();
  }

  private static Question ambiguous(List<Fit> best, String fileName) {
    String sheets =
        best.stream().map(fit -> fit.tables().sheet()).distinct().collect(Collectors.joining("|"));
    boolean severalSheets = sheets.contains("|");
    String formats =
        best.stream()
            .map(fit -> fit.layout().format().id())
            .distinct()
            .collect(Collectors.joining("|"));
    return severalSheets
        ? new Question(RejectCode.SHEET_UNDECIDED, 1, "", sheets.replace("|", ", "), "sheet: …")
        : new Question(RejectCode.FORMAT_AMBIGUOUS, 1, "", fileName, formats);
  }

  private List<Fit> bestOnes() {
    int most = fits.stream().mapToInt(Fit::columns).max().orElse(0);
    return fits.stream().filter(fit -> fit.columns() == most).toList();
  }

  private void titles(SenderMapping mapping, Tables tables, List<TableRow> rows) {
    TitleSearch.Match match = new TitleSearch(mapping).best(rows);
    if (match == null) {
      return;
    }
    if (match.isComplete()) {
      fits.add(new Fit(tables, match.layout(), match.ignored(), match.found()));
    } else if (nearest == null || nearness(match) > nearness(nearest)) {
      nearest = match;
      nearestTables = tables;
    }
  }

  /** How near a table that lacks columns comes to a format. */
  private static int nearness(TitleSearch.Match match) {
    return match.found() - 2 * match.missing().size();
  }

  private void positions(SenderMapping mapping, Tables tables, List<TableRow> rows) {
    Layout layout = Layout.ofPositions(mapping);
    FormatDescription format = mapping.format();
    List<TableRow> filled = rows.stream().filter(row -> !row.isBlank()).toList();
    if (format.head().isEmpty() && mapping.name().isEmpty()) {
      // Nothing but a mapping can tell a table without titles and without head from any other.
      return;
    }
    if (filled.isEmpty() || filled.get(0).problem() != null) {
      return;
    }
    int needed = format.head().size();
    if (needed > 0 && !headFits(filled, layout)) {
      return;
    }
    fits.add(new Fit(tables, layout, List.of(), layout.width() + needed));
  }

  /**
   * Whether the first row is a head, and any of those that follow is a row of the format: one alone
   * may be broken.
   */
  private static boolean headFits(List<TableRow> filled, Layout layout) {
    FormatDescription format = layout.format();
    Conversion conversion = new Conversion(false);
    TableRow head = filled.get(0);
    return lastFilled(head) + 1 == format.head().size()
        && allFit(format.head(), head, format, conversion)
        && (filled.size() == 1
            || filled.stream().skip(1).anyMatch(row -> rowFits(row, layout, conversion)));
  }

  private static boolean rowFits(TableRow row, Layout layout, Conversion conversion) {
    int cells = lastFilled(row) + 1;
    return row.problem() == null
        && cells >= layout.leastWidth()
        && cells <= layout.width()
        && allFit(layout.format().fields(), row, layout.format(), conversion);
  }

  private static boolean allFit(
      List<FormatField> fields, TableRow row, FormatDescription format, Conversion conversion) {
    for (FormatField field : fields) {
      CellReader reader = new CellReader(field, field.title(), format.missingValues(), conversion);
      if (!reader.fits(row.cell(field.position()), row.rowNo())) {
        return false;
      }
    }
    return true;
  }

  private static int lastFilled(TableRow row) {
    int last = row.cells().size() - 1;
    while (last >= 0 && row.cells().get(last) instanceof Cell.Blank) {
      last--;
    }
    return last;
  }

  private void fixedWidth(SenderMapping mapping, Tables tables, List<TableRow> rows) {
    FormatDescription format = mapping.format();
    List<TableRow> filled = rows.stream().filter(row -> !row.isBlank()).toList();
    if (filled.isEmpty() || filled.get(0).problem() != null) {
      return;
    }
    if (filled.size() > 1 && filled.stream().skip(1).allMatch(row -> row.problem() != null)) {
      // The first line begins like a record by chance, as the number of an employer may.
      return;
    }
    String code = filled.get(0).cell(0).text();
    boolean opens =
        format.records().stream()
            .filter(record -> record.code().equals(code))
            .map(RecordDescription::role)
            .anyMatch(
                role ->
                    role == RecordDescription.Role.ENVELOPE
                        || role == RecordDescription.Role.DECLARATION);
    if (opens) {
      int columns = format.records().stream().mapToInt(record -> record.fields().size()).sum();
      fits.add(new Fit(tables, new Layout(mapping, 0, 0, Map.of(), Map.of()), List.of(), columns));
    }
  }

  static boolean isFixedWidth(SenderMapping mapping) {
    return mapping.format().shape() == Shape.FIXED_WIDTH;
  }
}
