package org.caisse.app.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.caisse.domain.reject.RejectCode;

/**
 * What a correct intake of invoices takes, a row a file; which lines it refuses and why, a row a
 * line; so many of each code; and what the adjudication has to find in those that it takes.
 */
final class ClaimTruth implements AutoCloseable {

  private final CsvFile files;
  private final CsvFile rejects;
  private final CsvFile codes;
  private final CsvFile mess;
  private final Map<String, Long> counts = new TreeMap<>();

  ClaimTruth(Path folder) throws IOException {
    files = new CsvFile(folder.resolve("invoices.csv"));
    rejects = new CsvFile(folder.resolve("invoice-rejects.csv"));
    codes = new CsvFile(folder.resolve("invoice-codes.csv"));
    mess = new CsvFile(folder.resolve("claims-mess.csv"));
    files.line("file;lines;accepted;rejected;repeated;charged;accepted_charged");
    rejects.line("file;line;code");
    codes.line("code;lines");
    mess.line("file;line;what");
  }

  void file(
      String name,
      int lines,
      int accepted,
      int rejected,
      int repeated,
      long charged,
      long acceptedCharged)
      throws IOException {
    files.put(name).next().put(lines).next().put(accepted).next().put(rejected).next();
    files.put(repeated).next().put(charged).next().put(acceptedCharged).endLine();
  }

  void rejected(String name, int line, RejectCode code) throws IOException {
    rejects.put(name).next().put(line).next().put(code.name()).endLine();
    counts.merge(code.name(), 1L, Long::sum);
  }

  void mess(String name, int line, String what) throws IOException {
    mess.put(name).next().put(line).next().put(what).endLine();
  }

  @Override
  public void close() throws IOException {
    for (Map.Entry<String, Long> count : counts.entrySet()) {
      codes.put(count.getKey()).next().put(count.getValue()).endLine();
    }
    try (files;
        rejects;
        codes) {
      mess.close();
    }
  }
}
