package org.caisse.readers.received;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.caisse.config.format.FileKind;
import org.caisse.readers.line.NormalisedHeader;

/** Writes a canonical file with its source map, line by line. */
final class CanonicalWriter implements AutoCloseable {

  private final MessageDigest digest = sha256();
  private final OutputStream out;
  private final SourceMapWriter map;

  /**
   * @param titles of the sender's columns, by canonical column
   */
  CanonicalWriter(FileKind kind, Path canonical, Path sourceMap, Map<String, String> titles)
      throws IOException {
    map = new SourceMapWriter(sourceMap, titles);
    OutputStream file = new DigestOutputStream(Files.newOutputStream(canonical), digest);
    out = new BufferedOutputStream(file, 1 << 16);
    write(NormalisedHeader.of(kind.header()).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The next line.
   *
   * @param line without its end, UTF-8
   * @param sourceLine line or row of the sender's file that it comes from
   * @param raw what stood there, UTF-8
   */
  void add(byte[] line, int sourceLine, byte[] raw) throws IOException {
    write(line);
    map.add(sourceLine, raw);
  }

  /** Ends both files; gives the SHA-256 of the canonical one. */
  String end() throws IOException {
    out.flush();
    map.end();
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public void close() throws IOException {
    try (map) {
      out.close();
    }
  }

  private void write(byte[] line) throws IOException {
    out.write(line);
    out.write('\n');
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
