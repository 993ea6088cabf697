package org.caisse.readers.received;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Writes what {@link SourceMap} reads. */
final class SourceMapWriter implements AutoCloseable {

  private final DataOutputStream out;

  /**
   * @param titles of the sender's columns, by canonical column
   */
  SourceMapWriter(Path file, Map<String, String> titles) throws IOException {
    out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    out.writeInt(SourceMap.MAGIC);
    out.writeShort(titles.size());
    for (Map.Entry<String, String> entry : new TreeMap<>(titles).entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeUTF(entry.getValue());
    }
  }

  /**
   * The next line of the canonical file.
   *
   * @param bytes raw text in UTF-8 of a {@link org.caisse.readers.table.TableRow}, whose limit
   *     keeps it under 64 KB
   */
  void add(int sourceLine, byte[] bytes) throws IOException {
    out.writeInt(sourceLine);
    out.writeShort(bytes.length);
    out.write(bytes);
  }

  /** Says that there are no more lines. */
  void end() throws IOException {
    out.writeInt(SourceMap.END);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
