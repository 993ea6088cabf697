package org.caisse.readers.workbook;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What a file is by its first bytes, whatever its name says: a zip (as workbooks are), one of the
 * binary formats that are refused with advice, or something else, such as text.
 */
public enum FileSignature {
  /** A zip archive, of which a workbook (.xlsx) is one. */
  ZIP("504b0304", ".zip"),
  /** An empty zip archive. */
  EMPTY_ZIP("504b0506", ".zip"),
  /** An OLE2 container that is no encrypted workbook: Excel 97 to 2003. */
  LEGACY_WORKBOOK("d0cf11e0a1b11ae1", ".xls"),
  /** An OLE2 container that holds a workbook under a password. */
  PROTECTED_WORKBOOK("", ".xlsx"),
  /** A workbook of Excel 2 to 4. */
  ANCIENT_WORKBOOK("0900040002001000", ".xls"),
  PDF("255044462d", ".pdf"),
  RAR("526172211a07", ".rar"),
  SEVEN_ZIP("377abcaf271c", ".7z"),
  GZIP("1f8b08", ".gz"),
  PNG("89504e470d0a1a0a", ".png"),
  JPEG("ffd8ff", ".jpg"),
  /** Nothing of these; text, for all that can be seen. */
  OTHER("", ".txt");

  private static final int LONGEST = 8;

  /** An entry of an OLE2 directory begins with a name; sectors are multiples of it. */
  private static final int OLE2_ENTRY_BYTES = 128;

  /** The stream in which an encrypted workbook lies ([MS-OFFCRYPTO] 2.3.4.4). */
  private static final byte[] ENCRYPTED_PACKAGE = "EncryptedPackage\0".getBytes(UTF_16LE);

  private final String first;
  private final String extension;

  FileSignature(String firstBytesInHex, String extension) {
    this.first = firstBytesInHex;
    this.extension = extension;
  }

  /** How such files are called, with the point. */
  public String extension() {
    return extension;
  }

  /** What a file is. */
  public static FileSignature of(Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(LONGEST);
    }
    String found = HexFormat.of().formatHex(bytes);
    for (FileSignature signature : values()) {
      if (!signature.first.isEmpty() && found.startsWith(signature.first)) {
        return signature == LEGACY_WORKBOOK && isEncrypted(file) ? PROTECTED_WORKBOOK : signature;
      }
    }
    return OTHER;
  }

  /** Looks for the name of the stream wherever an entry of the directory can stand. */
  private static boolean isEncrypted(Path file) throws IOException {
    byte[] bytes = new byte[512 * OLE2_ENTRY_BYTES];
    try (InputStream in = Files.newInputStream(file)) {
      int read;
      while ((read = in.readNBytes(bytes, 0, bytes.length)) > 0) {
        for (int at = 0; at + OLE2_ENTRY_BYTES <= read; at += OLE2_ENTRY_BYTES) {
          int end = at + ENCRYPTED_PACKAGE.length;
          if (Arrays.equals(bytes, at, end, ENCRYPTED_PACKAGE, 0, ENCRYPTED_PACKAGE.length)) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
