package org.caisse.app.month;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Declarations typed by hand, in Caisse's own format. */
final class Typed {

  static final String HEADER =
      "record;employer;period;kind;sequence;count;person;name;entry;exit;days;gross\n";

  private Typed() {}

  /**
   * The line of a person, without its employer and period.
   *
   * @param gross as it is written, readable or not
   */
  record Line(String person, String entry, String exit, String days, String gross) {

    static Line of(String person, long gross) {
      return new Line(person, "", "", "", Long.toString(gross));
    }

    static Line spell(String person, int from, int to, long gross) {
      return new Line(
          person,
          "2026-02-%02d".formatted(from),
          "2026-02-%02d".formatted(to),
          Integer.toString(to - from + 1),
          Long.toString(gross));
    }

    /** The pay, or 0 when it cannot be read. */
    long grossMinor() {
      return gross.matches("-?[0-9]+") ? Long.parseLong(gross) : 0;
    }
  }

  /** A declaration with totals that tie. */
  static String declaration(String employer, String kind, int sequence, List<Line> lines) {
    long gross = lines.stream().mapToLong(Line::grossMinor).sum();
    StringBuilder text =
        new StringBuilder(
            "D;%s;2026-02;%s;%d;%d;;;;;;%d\n"
                .formatted(employer, kind, sequence, lines.size(), gross));
    for (Line line : lines) {
      text.append(
          "L;%s;2026-02;;;;%s;TEST Awa;%s;%s;%s;%s\n"
              .formatted(
                  employer, line.person(), line.entry(), line.exit(), line.days(), line.gross()));
    }
    return text.toString();
  }

  /** A file of declarations. */
  static Path file(Path path, String... declarations) {
    try {
      return Files.writeString(path, HEADER + String.join("", declarations));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of the registry. */
  static void registry(Path folder, String name, String header, List<String> rows) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(name), header + "\n" + String.join("\n", rows) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
