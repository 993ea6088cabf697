package org.caisse.app.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** How often each wrong line and declaration was written, beside its rate. */
final class Occurrences {

  private final Map<WrongLine, Integer> lines = new EnumMap<>(WrongLine.class);
  private final Map<WrongDeclaration, Integer> declarations = new EnumMap<>(WrongDeclaration.class);

  void count(WrongLine wrong) {
    lines.merge(wrong, 1, Integer::sum);
  }

  void count(WrongDeclaration wrong) {
    declarations.merge(wrong, 1, Integer::sum);
  }

  long total() {
    return lines.values().stream().mapToLong(Integer::longValue).sum()
        + declarations.values().stream().mapToLong(Integer::longValue).sum();
  }

  /** Writes {@code truth/rates.csv}; rates are of a million lines or employers. */
  void write(Path path, int errorPercent) throws IOException {
    try (CsvFile file = new CsvFile(path)) {
      file.line("code;of;per_million;occurrences");
      for (WrongLine wrong : WrongLine.values()) {
        file.put(wrong.name()).put(";line;").put(wrong.perMillion() * errorPercent / 100);
        file.next().put(lines.getOrDefault(wrong, 0)).endLine();
      }
      for (WrongDeclaration wrong : WrongDeclaration.values()) {
        file.put(wrong.name()).put(";employer;").put(wrong.perMillion() * errorPercent / 100);
        file.next().put(declarations.getOrDefault(wrong, 0)).endLine();
      }
    }
  }
}
