package org.caisse.readers.received;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.caisse.config.format.FileKind;

/**
 * What a received file is, decided from its bytes, its name and the formats alone: the same for
 * everybody at any time.
 *
 * @param kind what it is about
 * @param form what holds its rows
 * @param format id of the format, empty when none was recognised
 * @param mapping name of the sender mapping that was applied, or empty
 * @param encoding of text, such as {@code UTF-8}; empty for a workbook
 * @param alsoFits other encodings that its bytes fit, which would give the same text
 * @param separator between fields, empty when there is none
 * @param carriageReturns whether lines of text end with CR alone
 * @param dateOrder {@code YMD}, {@code DMY} or {@code MDY}; empty when no date depends on it
 * @param sheet name of the sheet that is read, or empty
 * @param titleRow row of the column titles, 0 when there are none
 * @param width columns of the table, as far as its titles or its format say
 * @param own whether it is canonical already and can be read as it is
 * @param columns those that are read, in the order of the file
 * @param facts what the file's name, a cell or the mapping says of the whole file, by canonical
 *     column
 * @param remarks what its sender is told
 * @param question why it is refused, or null
 */
public record Recognition(
    FileKind kind,
    FileForm form,
    String format,
    String mapping,
    String encoding,
    List<String> alsoFits,
    String separator,
    boolean carriageReturns,
    String dateOrder,
    String sheet,
    int titleRow,
    int width,
    boolean own,
    List<RecognisedColumn> columns,
    Map<String, String> facts,
    List<Remark> remarks,
    Question question) {

  public Recognition {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(form, "form");
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(mapping, "mapping");
    Objects.requireNonNull(encoding, "encoding");
    alsoFits = List.copyOf(alsoFits);
    Objects.requireNonNull(separator, "separator");
    Objects.requireNonNull(dateOrder, "dateOrder");
    Objects.requireNonNull(sheet, "sheet");
    columns = List.copyOf(columns);
    facts = Map.copyOf(new TreeMap<>(facts));
    remarks = List.copyOf(remarks);
  }

  /** A file that is canonical already. */
  static Recognition own(FileKind kind) {
    return new Recognition(
        kind,
        FileForm.DELIMITED,
        kind.ownFormat(),
        "",
        "UTF-8",
        List.of(),
        ";",
        false,
        "YMD",
        "",
        1,
        kind.columns().size(),
        true,
        List.of(),
        Map.of(),
        List.of(),
        null);
  }

  /** A file that cannot be read, or of which something must be asked before. */
  static Recognition refused(FileKind kind, FileForm form, Question question) {
    return new Recognition(
        kind, form, "", "", "", List.of(), "", false, "", "", 0, 0, false, List.of(), Map.of(),
        List.of(), question);
  }

  /** The marks before decimals in its amounts, empty when none needs one. */
  public String decimalMark() {
    return marks(RecognisedColumn::decimalMark);
  }

  /** The marks between groups of digits in its amounts, empty when there are none. */
  public String thousandsMark() {
    return marks(RecognisedColumn::thousandsMark);
  }

  private String marks(Function<RecognisedColumn, String> mark) {
    return columns.stream()
        .map(mark)
        .filter(text -> !text.isEmpty())
        .distinct()
        .collect(Collectors.joining(" "));
  }
}
