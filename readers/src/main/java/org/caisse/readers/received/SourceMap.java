package org.caisse.readers.received;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Says where the lines of a canonical file came from. It is asked in the order of the canonical
 * file; what is skipped costs next to nothing.
 */
public final class SourceMap implements AutoCloseable {

  static final int MAGIC = 0xCA155E01;
  static final int END = -1;

  private final Path file;
  private final DataInputStream in;
  private final Map<String, String> titles = new TreeMap<>();
  private int line = 1;
  private int sourceLine;
  private String raw = "";

  /** Opens a map that {@link FrontDoor#normalise} wrote. */
  public SourceMap(Path file) throws IOException {
    this.file = file;
    this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    try {
      if (in.readInt() != MAGIC) {
        throw new IOException(file + " is no source map of this version; normalise the file again");
      }
      int count = in.readUnsignedShort();
      for (int i = 0; i < count; i++) {
        String column = in.readUTF();
        titles.put(column, in.readUTF());
      }
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /**
   * The title of the sender's column from which a canonical column was taken; the canonical name
   * when it comes from none.
   */
  public String title(String canonicalColumn) {
    return titles.getOrDefault(canonicalColumn, canonicalColumn);
  }

  /**
   * Goes to a line of the canonical file.
   *
   * @param canonicalLine from 2 (the first one is the header), not before the one asked last
   * @throws IllegalArgumentException when it is, or when the canonical file has no such line
   */
  public void seek(int canonicalLine) throws IOException {
    if (canonicalLine < line || canonicalLine < 2) {
      throw new IllegalArgumentException(
          "line %d of the canonical file was asked after line %d".formatted(canonicalLine, line));
    }
    while (line < canonicalLine) {
      int source = in.readInt();
      if (source == END) {
        throw new IllegalArgumentException(
            "the canonical file of %s has %d lines, not %d".formatted(file, line, canonicalLine));
      }
      sourceLine = source;
      int length = in.readUnsignedShort();
      line++;
      if (line == canonicalLine) {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
          throw new EOFException(file + " is cut; normalise the file again");
        }
        raw = new String(bytes, StandardCharsets.UTF_8);
      } else {
        in.skipNBytes(length);
      }
    }
  }

  /** Line or row of the sender's file, from 1, of the line gone to. */
  public int lineNo() {
    return sourceLine;
  }

  /** What the sender wrote there. */
  public String raw() {
    return raw;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
