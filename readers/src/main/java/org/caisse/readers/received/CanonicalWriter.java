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
import java.util.List;
import org.caisse.config.format.FileKind;
import org.caisse.domain.reject.Reject;
import org.caisse.readers.line.NormalisedHeader;

/** Writes a canonical file with its source map, line by line. */
final class CanonicalWriter implements AutoCloseable {

  private final MessageDigest digest;
  private final OutputStream out;
  private final SourceMapWriter map;
  private final StringBuilder line = new StringBuilder();

  CanonicalWriter(FileKind kind, Path canonical, SourceMapWriter map) throws IOException {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
    this.map = map;
    this.out =
        new DigestOutputStream(
            new BufferedOutputStream(Files.newOutputStream(canonical), 1 << 16), digest);
    write(NormalisedHeader.of(kind.header()) + "\n");
  }

  /**
   * A line that stands for a row of the sender.
   *
   * @param problem why it is refused whatever its fields say, or null
   */
  void add(List<String> fields, Reject problem, int sourceLine, String raw) throws IOException {
    line.setLength(0);
    fields.forEach(this::append);
    if (problem != null) {
      append(problem.code().name());
      append(problem.field());
      append(problem.value());
      append(problem.expected());
    }
    line.setCharAt(line.length() - 1, '\n');
    write(line.toString());
    map.add(sourceLine, raw);
  }

  /** Ends both files. */
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

  private void append(String field) {
    boolean quoted = field.indexOf(';') >= 0 || field.indexOf('"') >= 0;
    if (quoted) {
      line.append('"').append(field.replace("\"", "\"\"")).append('"');
    } else {
      line.append(field);
    }
    line.append(';');
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
