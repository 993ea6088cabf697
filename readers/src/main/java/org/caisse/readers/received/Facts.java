package org.caisse.readers.received;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.caisse.config.format.FormatDescription;
import org.caisse.config.format.NamePattern;
import org.caisse.config.format.ValueSource;
import org.caisse.domain.reject.RejectCode;

/**
 * What holds for all lines of a file: from its name, from cells outside of its rows, or because the
 * sender's mapping says so. A file that leaves employer or month open is refused with a question.
 */
final class Facts {

  private static final String SEQUENCE = "sequence";
  private static final List<String> NEEDED = List.of("employer", "period", SEQUENCE);

  private static final Map<String, String> PLACEHOLDERS =
      Map.of("employer", "{employer}", "period", "{month}", SEQUENCE, "{complement}");

  private final Layout layout;
  private final Map<String, String> found = new TreeMap<>();
  private Question question;

  /**
   * @param cells text of the cells that a source names, by source
   */
  Facts(Layout layout, String fileName, Map<ValueSource.FixedCell, String> cells) {
    this.layout = layout;
    FormatDescription format = layout.format();
    Map<String, String> said = said(format, fileName);
    format.record().forEach((column, source) -> resolve(column, source, said, cells));
    if (format.makesDeclarations()) {
      format.declaration().forEach((column, source) -> resolve(column, source, said, cells));
      said.forEach(
          (column, value) -> {
            if (!isInRows(column)) {
              found.putIfAbsent(column, value);
            }
          });
      boolean numbered = format.declaration().containsKey(SEQUENCE);
      if (!numbered || optionalInRows(SEQUENCE)) {
        number();
      }
      for (String column : NEEDED) {
        if (question == null && !found.containsKey(column) && !isInRows(column)) {
          question = missing(column, fileName);
        }
      }
    }
  }

  /** What is known, by canonical column. */
  Map<String, String> found() {
    return found;
  }

  /** What has to be asked, or null. */
  Question question() {
    return question;
  }

  /** What the name says by any of the patterns that it matches; the first one that says it. */
  private static Map<String, String> said(FormatDescription format, String fileName) {
    Map<String, String> said = new TreeMap<>();
    for (NamePattern pattern : format.files()) {
      pattern.match(fileName).ifPresent(match -> match.forEach(said::putIfAbsent));
    }
    return said;
  }

  private void resolve(
      String column,
      ValueSource source,
      Map<String, String> said,
      Map<ValueSource.FixedCell, String> cells) {
    switch (source) {
      case ValueSource.Constant constant -> found.put(column, constant.value());
      case ValueSource.FileName name -> {
        if (said.containsKey(column)) {
          found.put(column, said.get(column));
        }
      }
      case ValueSource.FixedCell cell -> {
        String text = cells.getOrDefault(cell, "");
        if (!text.isEmpty()) {
          found.put(column, text);
        }
      }
      case ValueSource.Sender sender -> {}
      case ValueSource.Field field -> {}
      case ValueSource.FieldWhen field -> {}
      case ValueSource.Joined joined -> {}
      case ValueSource.Sum sum -> {}
      case ValueSource.YearAndMonth both -> {}
      case ValueSource.MonthOf day -> {}
    }
  }

  /** Whether each row, the head, or a record says it. */
  private boolean isInRows(String column) {
    ValueSource source = layout.format().declaration().get(column);
    if (source == null) {
      return false;
    }
    List<String> fields = Layout.fieldsOf(source);
    return !fields.isEmpty()
        && fields.stream()
            .allMatch(
                field ->
                    layout.has(field)
                        || layout.format().headField(field).isPresent()
                        || !layout.format().records().isEmpty());
  }

  /** Whether the format has a column for it that this file may lack. */
  private boolean optionalInRows(String column) {
    return !Layout.fieldsOf(layout.format().declaration().get(column)).isEmpty();
  }

  /** Who does not number declarations sends the first one of a month. */
  private void number() {
    if (!isInRows(SEQUENCE)) {
      found.putIfAbsent(SEQUENCE, "1");
    }
  }

  private Question missing(String column, String fileName) {
    String pattern =
        layout.format().files().stream()
            .map(NamePattern::toString)
            .filter(text -> text.contains(PLACEHOLDERS.get(column)))
            .findFirst()
            .orElse("for_all_lines: {" + column + ": …}");
    return new Question(RejectCode.FACT_MISSING, 1, column, fileName, pattern);
  }
}
