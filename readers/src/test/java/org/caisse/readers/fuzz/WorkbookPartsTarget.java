package org.caisse.readers.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The parts of a workbook, changed before they are packed: what is wrong is what is in them, not
 * the archive around them. An input is all parts as text, each after a line with its name.
 */
final class WorkbookPartsTarget implements FuzzTarget {

  private static final String PART = "\n=== ";

  private final DoorTarget door;
  private final List<byte[]> seeds;

  WorkbookPartsTarget(DoorTarget door, List<byte[]> seeds) {
    this.door = door;
    this.seeds = List.copyOf(seeds);
  }

  @Override
  public String name() {
    return door.name() + "-parts";
  }

  @Override
  public List<byte[]> seeds() {
    return seeds;
  }

  /** Few, since XML that is broken anywhere is refused whole. */
  @Override
  public int mostChanges() {
    return 2;
  }

  @Override
  public Outcome check(byte[] input, Path folder) throws IOException {
    return door.check(packed(input), folder);
  }

  /** Byte by byte: whatever is no text stays what it is. */
  private static byte[] packed(byte[] input) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Set<String> names = new HashSet<>();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String part : parts(new String(input, ISO_8859_1))) {
        int end = part.indexOf('\n');
        String name = end < 0 ? part : part.substring(0, end);
        if (name.length() < 100 && names.add(name)) {
          zip.putNextEntry(new ZipEntry(name));
          zip.write(part.substring(end + 1).getBytes(ISO_8859_1));
          zip.closeEntry();
        }
      }
    }
    return bytes.toByteArray();
  }

  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int at = text.indexOf(PART);
    while (at >= 0) {
      int from = at + PART.length();
      at = text.indexOf(PART, from);
      parts.add(at < 0 ? text.substring(from) : text.substring(from, at));
    }
    return parts;
  }
}
