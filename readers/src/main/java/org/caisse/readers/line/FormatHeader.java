package org.caisse.readers.line;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The first line that a format demands, and the names of its columns. Case and spaces around the
 * names do not matter.
 *
 * @param columns in their order
 */
public record FormatHeader(List<String> columns) {

  public FormatHeader {
    columns = List.copyOf(columns);
  }

  /** The header of a line as a file has it. */
  public static FormatHeader of(String line) {
    return new FormatHeader(Arrays.asList(line.split(";", -1)));
  }

  /**
   * Reads the first line of a file.
   *
   * @return where the second line starts, and whether the front door wrote the file
   * @throws UnknownFormatException when the first line is not this header
   */
  public FileStart check(Path file) throws IOException {
    try (LineSource source = new LineSource(file, Position.START)) {
      RawLines first = new RawLines();
      source.read(first, 1);
      String found = first.count() == 0 ? "" : first.text(0);
      boolean own = matches(found, String.join(";", columns));
      boolean normalised = !own && matches(found, NormalisedHeader.of(String.join(";", columns)));
      if (!own && !normalised) {
        throw new UnknownFormatException(
            file,
            found.substring(0, Math.min(found.length(), LineSource.KEPT_BYTES)),
            String.join(";", columns));
      }
      return new FileStart(first.end(), normalised);
    }
  }

  private static boolean matches(String line, String header) {
    return Arrays.stream(line.split(";", -1))
        .map(name -> name.strip().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(";"))
        .equals(header);
  }
}
