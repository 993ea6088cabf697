package org.caisse.readers.received;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the first bytes of a file say of its type; its name is not believed. */
enum FileType {
  /** A workbook of today, which is a zip. */
  WORKBOOK,
  /** Something that is no text and no workbook of today. */
  OTHER,
  /** Text, as far as can be told. */
  TEXT;

  private static final int FIRST_BYTES = 8;

  static FileType of(Path content) throws IOException {
    byte[] first = first(content);
    if (begins(first, 'P', 'K', 3, 4) || begins(first, 'P', 'K', 5, 6)) {
      return WORKBOOK;
    }
    boolean other =
        begins(first, 0xD0, 0xCF, 0x11, 0xE0)
            || begins(first, '%', 'P', 'D', 'F')
            || begins(first, 0x1F, 0x8B)
            || begins(first, 'R', 'a', 'r', '!')
            || begins(first, '7', 'z', 0xBC, 0xAF)
            || begins(first, 0x89, 'P', 'N', 'G')
            || begins(first, 0xFF, 0xD8, 0xFF);
    return other ? OTHER : TEXT;
  }

  /** The type of a file that is refused, for people. */
  String seen(Path content) throws IOException {
    byte[] first = first(content);
    if (begins(first, 0xD0, 0xCF, 0x11, 0xE0)) {
      return "XLS";
    }
    return this == WORKBOOK
        ? "ZIP"
        : new String(first, StandardCharsets.ISO_8859_1).replaceAll("[^!-~]", "");
  }

  private static byte[] first(Path content) throws IOException {
    try (InputStream in = Files.newInputStream(content)) {
      return in.readNBytes(FIRST_BYTES);
    }
  }

  private static boolean begins(byte[] first, int... expected) {
    if (first.length < expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if ((first[i] & 0xff) != expected[i]) {
        return false;
      }
    }
    return true;
  }
}
