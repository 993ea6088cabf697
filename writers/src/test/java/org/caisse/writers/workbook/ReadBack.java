package org.caisse.writers.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caisse.config.archive.CanonicalHash;
import org.caisse.config.archive.SheetRow;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** A workbook as another library reads it. */
public final class ReadBack {

  private ReadBack() {}

  /** Every row of every sheet: texts, numbers, null where a cell is empty. */
  public static Map<String, List<List<Object>>> sheets(Path file) {
    Map<String, List<List<Object>>> sheets = new LinkedHashMap<>();
    try (ReadableWorkbook book = new ReadableWorkbook(file.toFile())) {
      for (Sheet sheet : book.getSheets().toList()) {
        sheets.put(sheet.getName(), sheet.read().stream().map(ReadBack::values).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sheets;
  }

  /** The rows of a sheet. */
  public static List<List<Object>> rows(Path file, String sheet) {
    return sheets(file).get(sheet);
  }

  /** The cells of a row of a sheet, counted from 0, as the library gives them. */
  public static List<Cell> cells(Path file, String sheet, int row) {
    try (ReadableWorkbook book =
        new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true))) {
      return book.findSheet(sheet).orElseThrow().read().get(row).stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The hash of the content, from what was read. */
  static String contentSha256(Path file) {
    CanonicalHash hash = new CanonicalHash(SheetRow.class);
    sheets(file)
        .forEach(
            (name, rows) -> {
              for (List<Object> row : rows) {
                SheetRow.Cell[] cells =
                    row.stream().map(ReadBack::cell).toArray(SheetRow.Cell[]::new);
                hash.row(SheetRow.of(name, cells, cells.length));
              }
            });
    return hash.finish();
  }

  private static SheetRow.Cell cell(Object value) {
    return switch (value) {
      case null -> null;
      case BigDecimal number -> SheetRow.Cell.number(number);
      default -> SheetRow.Cell.text(value.toString());
    };
  }

  private static List<Object> values(Row row) {
    List<Object> values = new ArrayList<>();
    for (Cell cell : row) {
      values.add(
          cell == null || cell.getType() == CellType.EMPTY
              ? null
              : cell.getType() == CellType.NUMBER ? cell.asNumber() : cell.getText());
    }
    return values;
  }
}
