package org.caisse.readers.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caisse.config.format.FormatDescription;
import org.caisse.config.format.FormatField;
import org.caisse.config.format.RecordDescription;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;

/**
 * Splits lines whose fields stand at fixed places. The first cell of a row is the code of its
 * record, the others are its fields. Spaces that are missing at the end of a line, because an
 * editor took them away, are no error.
 */
final class FixedWidthRows {

  private final int recordLength;
  private final Map<String, RecordDescription> records = new LinkedHashMap<>();
  private final int codeLength;

  FixedWidthRows(FormatDescription format) {
    format.records().forEach(record -> records.put(record.code(), record));
    this.recordLength = format.recordLength();
    this.codeLength =
        format.records().stream().mapToInt(record -> record.code().length()).max().orElse(1);
  }

  TableRow row(TextLines.Line line) {
    String text = line.text();
    if (line.problem() != null) {
      return TableRow.refused(text, line.problem());
    }
    if (text.isBlank()) {
      return TableRow.of(line.no(), List.of(), text);
    }
    String code = text.substring(0, Math.min(codeLength, text.length()));
    RecordDescription record = records.get(code);
    if (record == null) {
      return TableRow.refused(
          text,
          new Reject(
              line.no(), RejectCode.RECORD_UNKNOWN, "", code, String.join("|", records.keySet())));
    }
    if (!fits(text, record)) {
      return TableRow.refused(
          text,
          new Reject(
              line.no(),
              RejectCode.LINE_LENGTH,
              "",
              Integer.toString(text.length()),
              Integer.toString(recordLength)));
    }
    return TableRow.of(line.no(), cells(code, text, record), text);
  }

  /**
   * Whether nothing but spaces is missing or too much. A line that ends with spaces and is too
   * short has lost something else.
   */
  private boolean fits(String text, RecordDescription record) {
    if (text.length() >= recordLength) {
      return text.substring(recordLength).isBlank();
    }
    if (text.endsWith(" ")) {
      return false;
    }
    int used =
        record.fields().stream().mapToInt(f -> f.position() + f.length()).max().orElse(codeLength);
    return text.length() >= used || lastIsBlank(text, record);
  }

  /** Whether the fields that the line does not reach may be blank: those of text. */
  private static boolean lastIsBlank(String text, RecordDescription record) {
    return record.fields().stream()
        .filter(field -> field.position() + field.length() > text.length())
        .allMatch(field -> field.optional());
  }

  private static List<Cell> cells(String code, String text, RecordDescription record) {
    List<Cell> cells = new ArrayList<>(record.fields().size() + 1);
    cells.add(Cell.of(code));
    for (FormatField field : record.fields()) {
      int from = Math.min(field.position(), text.length());
      int to = Math.min(field.position() + field.length(), text.length());
      cells.add(Cell.of(text.substring(from, to)));
    }
    return cells;
  }
}
