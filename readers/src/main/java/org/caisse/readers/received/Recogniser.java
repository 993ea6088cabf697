package org.caisse.readers.received;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.caisse.config.format.FileKind;
import org.caisse.config.format.Formats;
import org.caisse.config.format.SenderMapping;
import org.caisse.domain.reject.RejectCode;
import org.caisse.readers.table.TableSource;
import org.caisse.readers.table.TextProfile;
import org.caisse.readers.table.UnreadableTableException;
import org.caisse.readers.workbook.FileSignature;
import org.caisse.readers.workbook.Workbook;
import org.caisse.readers.workbook.WorkbookException;

/** Decides what one received file is. */
final class Recogniser {

  private static final List<String> SEPARATORS = List.of(";", ",", "\t", "|", "#~#");
  private static final int MAX_SHEETS = 50;

  private final Formats formats;
  private final Path content;
  private final String fileName;
  private final FileKind kind;
  private final FirstRows first;

  Recogniser(Formats formats, Path content, String fileName, FileKind kind) {
    this.formats = formats;
    this.content = content;
    this.fileName = fileName;
    this.kind = kind;
    this.first = new FirstRows(content);
  }

  /**
   * @param sender name of the mapping to apply, or empty to find one by the file's name
   */
  Recognition recognise(String sender) throws IOException {
    try {
      List<SenderMapping> mappings = mappings(sender);
      if (mappings.isEmpty()) {
        return refused(RejectCode.MAPPING_UNCLEAR, named(sender));
      }
      return recognise(mappings);
    } catch (UnreadableTableException e) {
      return Recognition.refused(kind, FileForm.UNKNOWN, Question.of(e.reject()));
    } catch (WorkbookException e) {
      return Recognition.refused(kind, FileForm.UNKNOWN, Question.of(e.reject()));
    }
  }

  private Recognition recognise(List<SenderMapping> mappings) throws IOException {
    return FileSignature.of(content) == FileSignature.OTHER ? text(mappings) : workbook(mappings);
  }

  /** Each format as it is. */
  private List<SenderMapping> plain() {
    return formats.of(kind).stream().map(SenderMapping::none).toList();
  }

  /** The mapping that applies, or each format as it is; nothing when two mappings do. */
  private List<SenderMapping> mappings(String sender) {
    List<SenderMapping> all = formats.mappings(kind);
    List<SenderMapping> meant =
        all.stream()
            .filter(m -> sender.isEmpty() ? m.isFor(fileName) : m.name().equals(sender))
            .toList();
    if (meant.size() > 1 || (meant.isEmpty() && !sender.isEmpty())) {
      return List.of();
    }
    return meant.isEmpty() ? plain() : meant;
  }

  private String named(String sender) {
    List<String> names =
        formats.mappings(kind).stream()
            .filter(mapping -> mapping.isFor(fileName))
            .map(SenderMapping::name)
            .toList();
    return sender.isEmpty() ? String.join("|", names) : sender;
  }

  private Recognition text(List<SenderMapping> mappings) throws IOException {
    TextProfile profile = TextProfile.of(content);
    if (profile.utf16() || profile.zeros() > 0) {
      return refused(RejectCode.TEXT_UNREADABLE, profile.utf16() ? "UTF-16" : "NUL");
    }
    List<String> encodings = profile.encodings().stream().map(Charset::name).toList();
    Choice choice = new Choice();
    for (SenderMapping mapping : mappings) {
      boolean said = !mapping.encoding().isEmpty() && !profile.byteOrderMark();
      String encoding = said ? mapping.encoding() : encodings.get(0);
      List<String> separators =
          mapping.separator().isEmpty() ? SEPARATORS : List.of(mapping.separator());
      boolean fixed = Choice.isFixedWidth(mapping);
      for (String separator : fixed ? List.of("") : separators) {
        FileForm form = fixed ? FileForm.FIXED_WIDTH : FileForm.DELIMITED;
        Tables tables = new Tables(form, encoding, profile.carriageReturnsOnly(), separator, "");
        choice.consider(mapping, tables, first.of(tables, mapping.format()));
      }
    }
    return chosen(choice, mappings, encodings.subList(1, encodings.size()));
  }

  /** Tries every visible sheet, or the one that the sender's mapping names. */
  private Recognition workbook(List<SenderMapping> mappings) throws IOException {
    Choice choice = new Choice();
    List<String> visible = visibleSheets();
    for (SenderMapping mapping : mappings) {
      List<String> sheets = mapping.sheet().isEmpty() ? visible : List.of(mapping.sheet());
      boolean fixed = Choice.isFixedWidth(mapping);
      for (String sheet : fixed ? List.<String>of() : sheets) {
        Tables tables = new Tables(FileForm.XLSX, "", false, "", sheet);
        try {
          choice.consider(mapping, tables, first.of(tables, mapping.format()));
        } catch (UnreadableTableException e) {
          choice.cannot(Question.of(e.reject()));
        }
      }
    }
    return chosen(choice, mappings, List.of());
  }

  private List<String> visibleSheets() throws IOException {
    try (Workbook workbook = Workbook.open(content)) {
      return workbook.sheets().stream()
          .filter(sheet -> !sheet.hidden())
          .map(Workbook.Sheet::name)
          .limit(MAX_SHEETS)
          .toList();
    }
  }

  /**
   * Looks through the file in the form that was chosen. A sender also sends files that have nothing
   * to do with the mapping, such as corrected rejects: these are of a format as it is.
   */
  private Recognition chosen(Choice choice, List<SenderMapping> tried, List<String> alsoFits)
      throws IOException {
    Choice.Fit fit = choice.best();
    if (fit != null) {
      boolean said = !fit.layout().mapping().encoding().isEmpty();
      return lookedThrough(fit, said ? List.of() : alsoFits);
    }
    if (!tried.get(0).name().isEmpty()) {
      Recognition other = recognise(plain());
      if (!other.format().isEmpty()) {
        return other;
      }
    }
    return Recognition.refused(kind, choice.form(), choice.question(fileName, kind.header()));
  }

  private Recognition lookedThrough(Choice.Fit fit, List<String> alsoFits) throws IOException {
    Layout layout = fit.layout();
    Conversion conversion;
    LookThrough look;
    try (TableSource source = fit.tables().open(content, layout.format())) {
      conversion = new Conversion(source.since1904());
      look = new LookThrough(layout, conversion);
      look.over(source);
    }
    Facts facts = new Facts(layout, fileName, look.cells());
    Question question = look.question() == null ? facts.question() : look.question();
    boolean empty = look.records() == 0 && layout.format().head().isEmpty();
    if (question == null && empty && layout.format().makesDeclarations()) {
      question = new Question(RejectCode.NO_LINES, Math.max(1, layout.titleRow()), "", "", "");
    }
    List<RecognisedColumn> columns = columns(layout, conversion);
    String order = conversion.order() == null ? "" : conversion.order().name();
    return new Recognition(
        kind,
        fit.tables().form(),
        layout.format().id(),
        layout.mapping().name(),
        fit.tables().encoding(),
        alsoFits,
        fit.tables().separator(),
        fit.tables().carriageReturns(),
        order,
        fit.tables().sheet(),
        layout.titleRow(),
        layout.width(),
        false,
        columns,
        facts.found(),
        Remarks.of(fit, alsoFits, conversion),
        question);
  }

  private static List<RecognisedColumn> columns(Layout layout, Conversion conversion) {
    RowValues values = LookThrough.ofRows(layout, conversion, Map.of());
    List<RecognisedColumn> columns = new ArrayList<>();
    layout
        .positions()
        .forEach(
            (field, position) -> {
              Marks marks = conversion.marks().get(values.title(field));
              columns.add(
                  new RecognisedColumn(
                      field,
                      layout.titles().getOrDefault(field, field),
                      position,
                      marks == null ? "" : marks.decimalMark(),
                      marks == null ? "" : marks.thousandsMark(),
                      marks == null ? "" : marks.openMarks()));
            });
    columns.sort(Comparator.comparingInt(RecognisedColumn::position));
    return columns;
  }

  private Recognition refused(RejectCode code, String value) {
    return Recognition.refused(kind, FileForm.UNKNOWN, new Question(code, 1, "", value, ""));
  }
}
