package org.caisse.config.format;

import java.util.List;
import java.util.Objects;

/**
 * How one sender sends files of one kind.
 *
 * @param name of the mapping file, without its ending
 * @param files names of the files that are meant; none for a mapping that nothing matches
 * @param format the format on which it is based, with what the sender does differently laid over
 * @param separator between fields of text, empty when the file has to show it
 * @param encoding of text, empty when the file has to show it
 * @param sheet of a workbook, empty when there must be one that fits
 * @param titleRow row of the column titles, 0 when there are none; -1 when they are to be found
 */
public record SenderMapping(
    String name,
    List<NamePattern> files,
    FormatDescription format,
    String separator,
    String encoding,
    String sheet,
    int titleRow) {

  public SenderMapping {
    Objects.requireNonNull(name, "name");
    files = List.copyOf(files);
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(separator, "separator");
    Objects.requireNonNull(encoding, "encoding");
    Objects.requireNonNull(sheet, "sheet");
  }

  /** A format as it is, for senders without a mapping. */
  public static SenderMapping none(FormatDescription format) {
    return new SenderMapping("", List.of(), format, "", "", "", -1);
  }

  /** Whether a file of this name is meant. */
  public boolean isFor(String fileName) {
    return files.stream().anyMatch(pattern -> pattern.match(fileName).isPresent());
  }
}
