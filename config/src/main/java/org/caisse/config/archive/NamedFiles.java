package org.caisse.config.archive;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Small files with their names, as one text: the same files always give the same bytes. So a run
 * can archive the rules it applied and a replay can load them without any folder.
 */
public final class NamedFiles {

  private final String firstLine;
  private final TreeMap<String, byte[]> contents = new TreeMap<>();
  private volatile String sha256;

  /**
   * @param title what the files are, with a version, such as {@code caisse-pack 1}
   * @param contents by name; names have no spaces and no line breaks
   */
  public NamedFiles(String title, Map<String, byte[]> contents) {
    this.firstLine = title + "\n";
    contents.forEach(
        (name, content) -> {
          if (!name.matches("\\S+")) {
            throw new IllegalArgumentException("'" + name + "' cannot name an archived file");
          }
          this.contents.put(name, content.clone());
        });
  }

  /** Names of the files, sorted. */
  public Set<String> names() {
    return Collections.unmodifiableSet(contents.keySet());
  }

  /** The bytes of a file, or null when there is none of that name. */
  public byte[] content(String name) {
    byte[] content = contents.get(name);
    return content == null ? null : content.clone();
  }

  /** All files as one text that says the name and length of each. */
  public byte[] toBytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(firstLine.getBytes(StandardCharsets.UTF_8));
    contents.forEach(
        (name, content) -> {
          out.writeBytes((name + " " + content.length + "\n").getBytes(StandardCharsets.UTF_8));
          out.writeBytes(content);
          out.write('\n');
        });
    return out.toByteArray();
  }

  /**
   * The files of what {@link #toBytes()} gave.
   *
   * @param title what the files were said to be
   * @throws IllegalArgumentException when it is anything else
   */
  public static NamedFiles fromBytes(String title, byte[] bytes) {
    Map<String, byte[]> contents = new TreeMap<>();
    int at = endOfLine(bytes, 0);
    if (!line(bytes, 0, at).equals(title + "\n")) {
      throw new IllegalArgumentException(
          "what was archived does not begin with the line '" + title + "'");
    }
    while (at < bytes.length) {
      int start = endOfLine(bytes, at);
      String[] nameAndLength = line(bytes, at, start).strip().split(" ", -1);
      if (nameAndLength.length != 2 || !nameAndLength[1].matches("[0-9]{1,8}")) {
        throw cut(title, at);
      }
      int end = start + Integer.parseInt(nameAndLength[1]);
      if (end >= bytes.length || bytes[end] != '\n') {
        throw cut(title, at);
      }
      contents.put(nameAndLength[0], Arrays.copyOfRange(bytes, start, end));
      at = end + 1;
    }
    return new NamedFiles(title, contents);
  }

  /**
   * SHA-256 of {@link #toBytes()}, in lower-case hexadecimal: that is, of the sorted names, lengths
   * and contents.
   */
  public String sha256() {
    if (sha256 == null) {
      sha256 = hash();
    }
    return sha256;
  }

  private String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(toBytes()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static int endOfLine(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    return Math.min(at + 1, bytes.length);
  }

  private static String line(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  private static IllegalArgumentException cut(String title, int at) {
    return new IllegalArgumentException(
        "archived %s is damaged at byte %d: a file's name and length do not fit"
            .formatted(title, at));
  }
}
