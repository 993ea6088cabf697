package org.caisse.readers.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A program of its own, for small heaps: reads a workbook and says what was in it. */
final class ReadWorkbook {

  private ReadWorkbook() {}

  @SuppressWarnings("SystemOut") // what the parent process reads
  public static void main(String[] arguments) throws IOException {
    System.out.write(told(Path.of(arguments[0])).getBytes(StandardCharsets.UTF_8));
    System.out.flush();
  }

  private static String told(Path file) throws IOException {
    long rows = 0;
    long refused = 0;
    long chars = 0;
    try (XlsxSource source = XlsxSource.open(file, "")) {
      TableRow row;
      while ((row = source.next()) != null) {
        rows++;
        refused += row.problem() == null ? 0 : 1;
        chars += row.cells().stream().mapToLong(cell -> cell.text().length()).sum();
      }
    } catch (UnreadableTableException e) {
      return e.reject().code().name();
    }
    return rows + " rows, " + refused + " refused, " + chars + " characters";
  }
}
