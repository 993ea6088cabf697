package org.caisse.writers.file;

import java.nio.charset.StandardCharsets;

/** The names that may stand in a zip or in a list of checksums: relative, with '/', plain. */
final class EntryName {

  private static final int MAX_SEGMENT_BYTES = 255;

  private EntryName() {}

  /**
   * The name itself.
   *
   * @throws IllegalArgumentException when unpacking it could leave the directory, or would not work
   *     on some system
   */
  static String checked(String name) {
    if (name.isEmpty()) {
      throw refused(name, "it is empty");
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '\\' || c == ':' || Character.isISOControl(c)) {
        throw refused(name, "character %d (U+%04X) is not allowed".formatted(i + 1, (int) c));
      }
    }
    int start = 0;
    while (start <= name.length()) {
      int slash = name.indexOf('/', start);
      int end = slash < 0 ? name.length() : slash;
      checkSegment(name, name.substring(start, end));
      start = end + 1;
    }
    return name;
  }

  private static void checkSegment(String name, String segment) {
    if (segment.isEmpty()) {
      throw refused(name, "it is absolute or has an empty part");
    }
    if (segment.equals(".") || segment.equals("..")) {
      throw refused(name, "the part '" + segment + "' leads elsewhere");
    }
    if (segment.getBytes(StandardCharsets.UTF_8).length > MAX_SEGMENT_BYTES) {
      throw refused(name, "a part is longer than " + MAX_SEGMENT_BYTES + " bytes");
    }
  }

  private static IllegalArgumentException refused(String name, String why) {
    return new IllegalArgumentException("file name '%s' is refused: %s".formatted(name, why));
  }
}
